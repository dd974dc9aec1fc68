"""Lines of review.csv: read as people write them, each fault by its line."""

from types import SimpleNamespace

import pytest

from onrecord.errors import StoryError
from onrecord.extraction.reviews import read_reviews

HEADER = "row_id,words,verdict,column,value,reviewer,on,note\n"


@pytest.fixture
def story(tmp_path):
    return SimpleNamespace(raw=tmp_path, name="bridge")


def read(story, *lines: str):
    (story.raw / "review.csv").write_text(HEADER + "\n".join(lines) + "\n", encoding="utf8")
    return read_reviews(story)


def test_without_the_file_there_are_none(story):
    assert read_reviews(story) == []


@pytest.mark.parametrize(
    ("line", "told"),
    [
        pytest.param(",x,accepted,,,,,", "row_id is empty", id="no-id"),
        pytest.param("c1,x,acepted,,,,,", "'acepted' is none of", id="wrong-verdict"),
        pytest.param("c1,x,corrected,stnce,denies,,,", "Did you mean 'stance'?", id="wrong-column"),
        pytest.param("m1,x,accepted,,,,,", "row_id 'm1' is neither a claim_id nor a figure_id", id="an-actor"),
        pytest.param("c1,x,corrected,start,5,,,", "'start' cannot be corrected", id="evidence-is-fixed"),
        pytest.param("c1,x,corrected,sentence,It fell.,,,", "'sentence' cannot be corrected", id="sentence-is-fixed"),
        pytest.param("c1,x,corrected,,5,,,", "'' cannot be corrected", id="no-column"),
        pytest.param("c1,x,accepted,,,AB,3 May,", "'3 May' is no day", id="no-day"),
        pytest.param("c1,x,accepted,,,AB,03/05/2024,", "'03/05/2024' is no day", id="day-or-month-first"),
        pytest.param("c1,x,accepted,,,AB,20240503,", "'20240503' is no day", id="day-without-dashes"),
        pytest.param(
            "f1,x,corrected,value,9,600", "value '9' is followed by '600' as reviewer", id="commas-cut-a-cell"
        ),
    ],
)
def test_a_wrong_line_is_named(story, line, told):
    with pytest.raises(StoryError, match=r"review\.csv, line 2") as error:
        read(story, line)
    assert told in error.value.what


def test_a_missing_header_is_an_error(story):
    (story.raw / "review.csv").write_text("c1,x,accepted,,,AB,,\n", encoding="utf8")
    with pytest.raises(StoryError, match="line 1: column 'row_id' is missing"):
        read_reviews(story)
