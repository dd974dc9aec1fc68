"""Decisions find their row again by its words, and never another's."""

import pytest

import onrecord
from onrecord.extraction.anchoring import anchor_decisions, find_words
from onrecord.extraction.reviews import Decision
from onrecord.language.spans import Chars

TEXTS = {
    "a": "“The pier is safe,” Ana Ruiz said. She said it cost 4 million euros.",
    "b": "“The pier is safe,” Ana Ruiz said. Paul Berg said that 4 million euros were lost.",
}


@pytest.fixture(scope="module")
def found():
    return onrecord.extract(TEXTS, story=True)


def anchor(found, row_id: str, words: str, article_id: str = "") -> str:
    line = Decision(2, row_id, words, "accepted", "", "", "AB", None, "", article_id)
    return anchor_decisions([line], found)[0].row_id


def test_the_one_row_that_begins_with_the_words(found):
    wanted = found.claims.set_index("content")["claim_id"]
    assert anchor(found, "c0", "it cost 4 million") == wanted["it cost 4 million euros"]


@pytest.mark.parametrize(
    ("words", "article_id", "found_again"),
    [
        pytest.param("“The pier is safe,”", "", False, id="two-articles-have-them"),
        pytest.param("“The pier is safe,”", "b", True, id="the-article-tells-which"),
        pytest.param("the pier is closed", "b", False, id="nobody-has-them"),
        pytest.param("it cost 4 million euros", "a", True, id="all-of-it"),
        pytest.param("cost 4 million", "a", True, id="inside-its-own-words"),
        pytest.param("She said it cost", "a", False, id="of-its-sentence-only"),
        pytest.param("The pier is safe,", "c", False, id="its-article-is-gone"),
    ],
)
def test_two_candidates_are_none(found, words, article_id, found_again):
    row = anchor(found, "c0", words, article_id)
    assert (row != "c0") == found_again
    if found_again:
        assert found.claims.set_index("claim_id").loc[row, "article_id"] == article_id


def test_a_figure_is_found_by_what_follows_it(found):
    row = anchor(found, "f0", "4 million euros were")
    assert found.figures.set_index("figure_id").loc[row, "article_id"] == "b"


def test_a_row_that_is_there_is_left(found):
    row = found.claims["claim_id"].iloc[0]
    assert anchor(found, row, "other words") == row


@pytest.mark.parametrize(
    ("words", "place"),
    [
        pytest.param("red boat", Chars(4, 12), id="the-one-place"),
        pytest.param("a", None, id="several-places"),
        pytest.param("red ship", None, id="no-place"),
        pytest.param("was here", Chars(13, 21), id="across-a-line"),
    ],
)
def test_words_are_found_where_they_stand_once(words, place):
    assert find_words("The red boat was\nhere, a boat.".replace("was\nhere", "was\nhere"), words, Chars(0, 3)) == place


def test_the_row_s_own_sentence_comes_first():
    assert find_words("A boat. A boat.", "boat", Chars(8, 15)) == Chars(10, 14)


def test_a_row_that_was_decided_on_before_is_not_decided_by_a_lost_line(found):
    row = found.claims.set_index("content").loc["it cost 4 million euros", "claim_id"]
    own = Decision(2, row, "", "accepted", "", "", "AB", None, "", when="2024-05-03T10:00")
    lost = Decision(3, "c0", "it cost 4 million", "rejected", "", "", "AB", None, "", when="2024-05-03T11:00")
    assert anchor_decisions([own, lost], found)[1].row_id == "c0"
    earlier = Decision(4, "c0", "it cost 4 million", "rejected", "", "", "AB", None, "", when="2024-05-03T09:00")
    assert anchor_decisions([own, earlier], found)[1].row_id == row


def test_another_figure_of_the_sentence_is_not_the_one_that_is_gone(found):
    assert anchor(found, "f0", "900 were lost", "b") == "f0"
    assert anchor(found, "f0", "said that 4 million euros were", "b") != "f0"
