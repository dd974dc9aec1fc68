"""Two numbers for one thing that an outlet sets against each other."""

import pytest
from report_material import make_material

from onrecord.report.rival_numbers import find_rival_numbers

RAIN = "It rained in Helden all day, and the ferries lay in the harbour."
HAS = "The Helden Port Board said that there were 64 tonnes of cod in the hold."


def find(*texts: str):
    return find_rival_numbers(make_material({f"paper-{'abc'[i]}": text for i, text in enumerate(texts)}))


HEAD = "64 tonnes by the Helden Port Board against 41 {}by Moss Fishing, in Paper A."
CASES = {
    "the figure is": (f"{HAS} Moss Fishing said the figure was 41 tonnes.", [HEAD.format("tonnes ")]),
    "puts it at": (f"{HAS} Moss Fishing put it at 41 tonnes.", [HEAD.format("tonnes ")]),
    "says so": (f"{HAS} Moss Fishing says it is 41 tonnes.", [HEAD.format("tonnes ")]),
    "without a unit": (f"{HAS} Moss Fishing put the number at 41.", [HEAD.format("")]),
    "far too few": (f"{HAS} Moss Fishing put the number at 2.", []),
    "what the second counts is told": (
        f"{HAS} Moss Fishing says the true number of boats with cod is closer to 41.",
        [],
    ),
    "of more than the first": (f"{HAS} Moss Fishing says that with its ice the figure was 41 tonnes.", []),
    "one speaker": (f"{HAS} The Helden Port Board put it at 41 tonnes in May.", []),
    "something else": (f"{HAS} Moss Fishing said 41 tonnes of ice melted.", []),
    "another unit": (f"{HAS} Moss Fishing put the cost at 41 dollars.", []),
    "of two": (f"{HAS[:-1]} and 12 tonnes of ice on deck. Moss Fishing put it at 41 tonnes.", []),
    "two certain numbers": (f"{HAS} Moss Fishing said that it had landed 41 tonnes.", []),
}


@pytest.mark.parametrize(("text", "told"), CASES.values(), ids=CASES)
def test_rivals(text, told):
    assert [finding.text for finding in find(text, RAIN)] == told


def test_what_is_clear_in_one_outlet_is_in_another():
    two = f"{HAS[:-1]} and 12 tonnes of ice on deck. Moss Fishing put it at 41 tonnes."
    (finding,) = find(f"{HAS} Moss Fishing put it at 41 tonnes.", two)
    assert (
        finding.text == "64 tonnes by the Helden Port Board against 41 tonnes by Moss Fishing, in Paper A and Paper B."
    )


def test_of_other_speakers_elsewhere_the_numbers_alone_are_told():
    other = (
        "The Moss Trust said that there were 64 tonnes of cod in the hold. Moss Fishing said the figure was 41 tonnes."
    )
    (finding,) = find(f"{HAS} Moss Fishing put it at 41 tonnes.", other)
    assert finding.text == "64 tonnes against 41 tonnes, in Paper A and Paper B."
