"""Words of bodies, and of people without a name, that one outlet alone prints."""

import pytest
from report_material import make_material, words_of

from onrecord.report.other_voices import find_other_voices
from onrecord.report.quoted import Quoted

BOARD = "“The insurers have already paid for the roof of the hall,” the Harbour Board said in a statement."
SOURCE = "“The mayor had known of the cracks for a year,” a person close to the council said."
RAIN = "It rained in Helden all day, and the ferries lay in the harbour."


def find(*texts: str, above=()):
    material = make_material({f"paper-{'abc'[n]}": text for n, text in enumerate(texts)})
    return material, find_other_voices(Quoted(material), list(above))


def test_a_body_and_somebody_without_a_name():
    material, found = find(f"{BOARD} {SOURCE}", RAIN)
    assert [finding.text for finding in found] == [
        "The Harbour Board: in Paper A.",
        "A person close to the council: in Paper A.",
    ]
    assert "paid for the roof" in words_of(material, found[0].clippings[0])


NONE = {
    "printed elsewhere": (BOARD, BOARD),
    "a person, who has a section": (BOARD.replace("the Harbour Board", "Ana Roe"), RAIN),
    "what may be a place": (BOARD.replace("the Harbour Board", "Delvo"), RAIN),
    "anybody": (SOURCE.replace("a person close to the council", "a woman of the town"), RAIN),
    "who is meant stands above": (SOURCE.replace("a person close to the council", "the official"), RAIN),
    "a pronoun": (
        f"A person close to the council, Ana Roe said, came. {SOURCE.replace('a person close to the council', 'she')}",
        RAIN,
    ),
    "one of them": (SOURCE.replace("a person close to the council", "one of them"), RAIN),
    "no quotation": ("The Harbour Board said that the insurers had paid for the roof.", RAIN),
}


@pytest.mark.parametrize("texts", NONE.values(), ids=NONE)
def test_what_is_none(texts):
    assert find(*texts)[1] == []


def test_what_is_shown_above_is_not_repeated():
    _, found = find(BOARD, RAIN)
    assert find(BOARD, RAIN, above=found[0].clippings)[1] == []
