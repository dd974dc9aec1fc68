"""A newsroom's own error rate, from rows that nobody chose."""

import pytest
from conftest import STORY

from onrecord.errors import UsageError
from onrecord.extraction.sampling import Sample, count_sample, draw_sample, read_sample, tell_sample
from onrecord.story import read_story


@pytest.fixture
def story(standing):
    return read_story(STORY)


def test_so_many_rows_are_drawn_and_the_same_again(processed, story):
    path = draw_sample(processed, story, 5)
    first = list(read_sample(story))
    assert len(set(first)) == 5
    assert set(first) <= {*processed.claims["claim_id"], *processed.figures["figure_id"]}
    path.unlink()
    draw_sample(processed, story, 3)
    assert list(read_sample(story)) == first[:3]


def test_a_second_sample_is_refused(processed, story):
    draw_sample(processed, story, 5)
    with pytest.raises(UsageError, match="a sample was drawn before"):
        draw_sample(processed, story, 5)


@pytest.mark.parametrize("size", [0, -1])
def test_no_sample_is_refused(processed, story, size):
    with pytest.raises(UsageError, match="is none"):
        draw_sample(processed, story, size)


def test_more_than_there_are_are_all(processed, story):
    draw_sample(processed, story, 1000)
    assert len(read_sample(story)) == len(processed.claims) + len(processed.figures)


def test_without_a_file_none_was_drawn(story):
    assert read_sample(story) == {}


def test_decisions_on_it_are_counted(processed):
    from dataclasses import replace

    review = ["accepted", "rejected", "corrected", *["unreviewed"] * (len(processed.claims) - 3)]
    reviewed = replace(processed, claims=processed.claims.assign(review=review))
    drawn = dict.fromkeys([*processed.claims["claim_id"][:4], "c-gone"], "coast-news")
    assert count_sample(reviewed, drawn) == Sample(drawn=5, reviewed=3, wrong=2, gone=1)
    others = dict.fromkeys(drawn, "another-outlet")
    assert count_sample(reviewed, drawn | {"c-other": "another-outlet"}).drawn == 5
    assert count_sample(reviewed, others).drawn == 0


@pytest.mark.parametrize(
    ("sample", "interval"),
    [  # R: binom::binom.confint(x, n, methods = "wilson")
        pytest.param(Sample(50, 50, 6, 0), (0.0562, 0.2380), id="six-of-fifty"),
        pytest.param(Sample(10, 10, 0, 0), (0.0, 0.2775), id="none-of-ten"),
        pytest.param(Sample(10, 10, 10, 0), (0.7225, 1.0), id="all-of-ten"),
    ],
)
def test_the_interval_is_wilson_s(sample, interval):
    assert sample.interval == pytest.approx(interval, abs=1e-4)


@pytest.mark.parametrize(
    ("sample", "told"),
    [
        pytest.param(Sample(50, 50, 6, 0), "A random sample of 50 rows was reviewed: 6 were wrong, 12%; of all rows "
                     "between 6% and 24%, with a confidence of 95 %.", id="whole"),
        pytest.param(Sample(50, 48, 6, 2), "A random sample of 50 rows (2 rows of it no longer there) was reviewed: ",
                     id="some-are-gone"),
        pytest.param(Sample(50, 32, 6, 0), "A random sample of 50 rows was drawn for review; 32 of them have been "
                     "looked at so far.", id="half-done-says-no-rate"),
        pytest.param(Sample(3, 0, 0, 3), "A random sample of 3 rows was drawn for review; 0", id="all-gone"),
    ],
)  # fmt: skip
def test_the_rate_is_told_only_of_the_whole(sample, told):
    assert tell_sample(sample).startswith(told)
