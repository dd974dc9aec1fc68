"""What speaks for two passages being one statement, and which words match."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from passage_rows import sides

from onrecord.comparison.alignment import Evidence, align, compare_passages, place, probability, weigh_stems

WORDS = ["pier", "wall", "roof", "not", "the", "old", "burns", "stands"]
TEXT = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12)


def pair(a, b):
    return sides({"content": a, "quotation": "direct"}, {"content": b, "quotation": "direct"})


def evidence(a, b, *, same=True):
    return compare_passages(*pair(a, b), same_speaker=same)


PIER = "We shall rebuild the old pier in stone before the winter storms"


def test_the_same_words_are_all_evidence_there_is():
    found = evidence(PIER, PIER)
    assert (found.contained, found.letters, found.run, found.same_speaker) == pytest.approx((1, 1, 1, 1))
    assert found.told == found.in_order > 0


def test_words_in_another_order_are_less():
    found = evidence("the ferry hit the pier and the wall", "the wall hit the ferry and the pier")
    assert found.contained == pytest.approx(1)
    assert found.in_order < found.told


def test_a_part_is_contained_in_the_whole():
    assert evidence(PIER, "rebuild the old pier in stone").contained == pytest.approx(1)


@pytest.mark.parametrize("field", Evidence._fields)
def test_more_evidence_makes_it_likelier(field):
    none = Evidence(0, 0, 0, 0, 0, 0)
    assert probability(none._replace(**{field: 1})) > probability(none)


def test_a_rare_word_weighs_more_than_a_common_one_and_a_function_word_least():
    weights = weigh_stems(["the pier burns", "the pier stands", "the pier falls", "a gull cries"])
    assert weights["gull"] > weights["pier"] > weights["the"] > 0


MATCHES = [
    pytest.param(PIER, PIER, PIER, PIER, id="all"),
    pytest.param(PIER, "rebuild the old pier in stone", "rebuild the old pier in stone", None, id="the-part-in-common"),
    pytest.param(
        "Nobody sleeps. We shall rebuild the pier in stone.",
        "We shall rebuild the pier in brick and stone. Everybody knows.",
        "We shall rebuild the pier in stone",
        "We shall rebuild the pier in brick and stone",
        id="other-sentences-around-are-left",
    ),
]


@pytest.mark.parametrize(("a", "b", "in_a", "in_b"), MATCHES)
def test_align(a, b, in_a, in_b):
    one, other = pair(a, b)
    found = align(one, other)
    (s, e), (t, f) = place(one, found.a), place(other, found.b)
    assert (a[s:e], b[t:f]) == (in_a, in_b or in_a)


@given(TEXT, TEXT)
def test_evidence_is_between_nought_and_one_and_the_same_both_ways(a, b):
    one, other = pair(" ".join(a), " ".join(b))
    there, back = compare_passages(one, other, same_speaker=False), compare_passages(other, one, same_speaker=False)
    assert all(0 <= value <= 1 for value in there)
    assert (there.contained, there.letters, there.told) == pytest.approx((back.contained, back.letters, back.told))
