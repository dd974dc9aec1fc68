"""What differs between two wordings of one statement."""

import pytest
from passage_rows import sides

from onrecord.comparison.alignment import align
from onrecord.comparison.wordings import compare_wording
from onrecord.language.words import stems

DIRECT = {"quotation": "direct"}
PIER = "We shall rebuild the pier in stone, and we shall do it alone"
CASES = [
    pytest.param(PIER, PIER, "identical", (), (), (), id="same"),
    pytest.param(
        PIER, "we shall rebuild the pier in stone – and we shall do it alone.", "identical", (), (), (), id="marks"
    ),
    pytest.param(
        PIER, "[We] shall rebuild the pier in stone, and we shall do it alone", "identical", (), (), (), id="brackets"
    ),
    pytest.param(
        PIER, "We shall rebuild the pier in stone", "shorter", (), ("and we shall do it alone",), (), id="cut-after"
    ),
    pytest.param(
        "rebuild the pier in stone, and we shall do it alone", PIER, "identical", (), (), (), id="only-small-words-cut"
    ),
    pytest.param(
        "We shall rebuild the pier, and we shall do it alone", PIER, "shorter", ("in stone",), (), (), id="cut-inside"
    ),
    pytest.param(
        PIER,
        "We shall rebuild the pier in brick, and we shall do it alone",
        "reworded",
        (),
        (),
        (("stone", "brick"),),
        id="other-word",
    ),
    pytest.param(
        "Stone will not hold the pier", "Stone will hold the pier", "shorter", (), ("not",), (), id="negation"
    ),
]


def wording(a, b, elsewhere=""):
    one, other = sides(*(row if isinstance(row, dict) else DIRECT | {"content": row} for row in (a, b)))[:2]
    return compare(one, other, elsewhere)


def compare(one, other, elsewhere=""):
    printed = {"a0": [stems(one.passage.text)], "a1": [stems(other.passage.text), stems(elsewhere)]}
    return compare_wording(one.passage, other.passage, align(one, other), printed)


@pytest.mark.parametrize(("a", "b", "change", "cut_a", "cut_b", "words"), CASES)
def test_wording(a, b, change, cut_a, cut_b, words):
    found = wording(a, b)
    assert (found.change, found.cut_a, found.cut_b, found.words) == (change, cut_a, cut_b, words)


def test_a_not_that_stands_elsewhere_is_left_off_all_the_same():
    found = wording("Stone will not hold the pier", "Stone will hold the pier", "It did not rain.")
    assert found.cut_b == ("not",)


def test_what_a_bracket_stands_for_is_not_left_off():
    found = wording("[Berg] will rebuild the old pier in stone", "The mayor will rebuild the old pier in stone")
    assert "mayor" not in " ".join(found.cut_a)


def test_one_word_or_two_is_spelling():
    assert wording("We need the work force of the pier", "We need the workforce of the pier").change == "identical"
    assert wording("It may hurt our work force", "It may hurt our workforce").change == "identical"


def test_tense_and_person_of_a_report_are_no_change():
    found = wording(
        {"content": "tomorrow she would rebuild the pier in stone"},
        DIRECT | {"content": "Tomorrow I will rebuild the pier in stone"},
    )
    assert found.change == "identical"


def test_what_is_printed_elsewhere_is_not_left_off():
    whole = "We shall rebuild the pier in stone. The insurers paid"
    assert wording(whole, "We shall rebuild the pier in stone").cut_b == ("The insurers paid",)
    elsewhere = "“The insurers paid,” she said."
    assert wording(whole, "We shall rebuild the pier in stone", elsewhere).cut_b == ()


def test_what_an_outlet_puts_into_a_quotation_in_brackets_is_not_left_off_by_the_other():
    assert (
        wording("We shall rebuild the [town’s] pier in stone", "We shall rebuild the pier in stone").change
        == "identical"
    )


def test_what_stands_in_the_outlets_own_words_beside_the_quotation_is_not_left_off():
    mixed = {"quotation": "mixed", "content": "if the town agrees, it will “rebuild the pier in stone”"}
    found = sides(mixed, DIRECT | {"content": "If Helden wants, rebuild the pier in stone"})
    assert compare(*(side for side in found if side.passage.quoted)).cut_a == ()
