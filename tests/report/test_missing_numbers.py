"""Numbers that two outlets state and another lacks."""

import pytest
from report_material import make_material

from onrecord.report.missing_numbers import find_missing_numbers

A = "The council of Helden spent $4.5 million on the new pier. It rained."
B = "Helden's council spent $4.5 million on the new pier, the mayor said. It snowed."
C = "The council of Helden paid for the new pier. It froze."


def find(*texts: str):
    return find_missing_numbers(make_material({f"paper-{'abcd'[n]}": text for n, text in enumerate(texts)}), ())


def test_who_has_it_and_who_does_not():
    (finding,) = find(A, B, C)
    assert finding.text == "$4.5 million in Paper A and Paper B; no such number in Paper C."
    assert [clipping.outlet for clipping in finding.clippings] == ["Paper A"]


NONE = {
    "two outlets": (A, C),
    "rounded in the other": (A, B.replace("$4.5", "$4.52"), C),
    "its digits occur": (A, B, C.replace("It froze", "It is 4.5 miles long")),
    "a share": tuple(text.replace("$4.5 million", "14 percent of its money") for text in (A, B, C)),
    "the other currency of a number": (
        *(text.replace("$4.5 million", "4.1 million euros ($4.5 million)") for text in (A, B)),
        "The council of Helden spent 4.1 million euros on the new pier. It froze.",
    ),
    "background, far down": (*(f"{'It rained in Helden all day. ' * 20}{text}" for text in (A, B)), C),
}


@pytest.mark.parametrize("texts", NONE.values(), ids=NONE)
def test_what_is_not_told(texts):
    assert find(*texts) == []
