"""One number, exact in one outlet and rounded in another."""

import pytest
from report_material import make_material

from onrecord.report.rounded_numbers import find_rounded_numbers

A = "The council said that 312 boats must leave the harbour of Delvo. It rained."
B = "Officials want about 300 boats out of the harbour of Delvo by noon. It snowed."
C = "The mayor told 312 boats to leave the harbour of Delvo at night. It thawed."
D = "The harbour of Delvo is old. It froze."


def find(*texts: str, shown=()):
    material = make_material({f"paper-{'abcd'[n]}": text for n, text in enumerate(texts)})
    return find_rounded_numbers(material, shown)


def test_each_outlet_with_its_number():
    (finding,) = find(A, B, C, D)
    assert finding.text == "312 boats in Paper A and Paper C, about 300 boats in Paper B."
    assert [clipping.outlet for clipping in finding.clippings] == ["Paper A", "Paper B", "Paper C"]
    assert len(finding.rows) == 3


def test_an_outlet_with_both_has_the_exact_one():
    assert find(A, f"{B} There are 312 boats in the harbour of Delvo.") == []


NONE = {
    "alike": (A, C),
    "one outlet": (A, D),
    "far apart": (A, B.replace("300", "400")),
    "counted": (A.replace("312", "31"), B.replace("300", "30")),
    "of something else, perhaps": (A, B, "The pier is 300 metres long. It froze."),
    "taken back": (A, B.replace("want", "first estimate, since revised, was")),
}


@pytest.mark.parametrize("texts", NONE.values(), ids=NONE)
def test_what_is_none(texts):
    assert find(*texts) == []


def test_what_is_shown_is_not_repeated():
    (finding,) = find(A, B)
    assert find(A, B, shown=finding.clippings) == []


def test_what_stands_low_is_background():
    rain = "It rained in the hills and on the roads. " * 20
    assert find(f"{rain}{A}", f"{rain}{B}") == []
