"""Sentences of several outlets that are near each other."""

import pytest
from report_material import make_story

ROOF = "The council of Helden paid for the new slate roof of the old ferry terminal in spring."
CASES = [
    pytest.param(ROOF, [True, True], id="word-for-word"),
    pytest.param(
        "In spring the new slate roof of the old ferry terminal was paid for by the town.",
        [True, False],
        id="other-words",
    ),
    pytest.param("The new roof of the school leaks when it rains in autumn and winter.", [], id="little-in-common"),
    pytest.param("The roof, the terminal: who paid for slate?", [], id="a-part-only"),
    pytest.param("Paid, new, slate, roof.", [], id="too-short"),
]


@pytest.mark.parametrize(("other", "same"), CASES)
def test_sentences_that_are_near(other, same):
    table = make_story({"paper-a": ROOF, "paper-b": other + " It rained all day long."}).compared.parallels
    assert table["same_words"].tolist() == same


def test_names_alone_are_nothing_in_common():
    one = "Mayor Ana Roe of Helden met Ivo Brandt and Mira Olsund and slept."
    other = "Ana Roe, Ivo Brandt, Mira Olsund and the people of Helden danced."
    assert make_story({"paper-a": one, "paper-b": other}).compared.parallels.empty


def test_offices_and_names_in_capitals_are_no_more():
    one = "Pelosa, House Minority Whip Steny Hoyle and Assistant Leader James Clyber slept in the Capitol."
    other = "In the Capitol House Minority Whip Steny Hoyle and Assistant Leader James Clyber keep their posts."
    assert make_story({"paper-a": one, "paper-b": other}).compared.parallels.empty


def test_a_sentence_stands_beside_its_nearest_of_each_outlet():
    far = ROOF.replace("in spring", "last year, as it had promised")
    table = make_story({"paper-a": ROOF, "paper-b": f"{far} {ROOF}", "paper-c": ROOF}).compared.parallels
    assert table["outlet"].tolist() == ["Paper A", "Paper B", "Paper C"]
    assert table["same_words"].all()
    assert (table["overlap"] == 1).all()


def test_a_third_outlet_s_sentence_that_is_fairly_near_joins_two_that_are_near():
    third = "The new slate roof of the ferry terminal, for which the council paid, was lifted into place on Friday."
    around = " It rained. The sea was calm. Gulls cried. Boats lay still. Lamps burned. Nobody slept. Dogs barked."
    table = make_story({"paper-a": ROOF + around, "paper-b": ROOF, "paper-c": third}).compared.parallels
    assert table["outlet"].tolist() == ["Paper A", "Paper B", "Paper C"]
    assert 0.4 <= table["overlap"].min() < 1


def test_one_outlet_has_no_parallels():
    assert make_story({"paper-a": f"{ROOF} {ROOF}"}).compared.parallels.empty
