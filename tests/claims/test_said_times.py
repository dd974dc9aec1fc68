"""The time expression of the reporting clause, never the content's own."""

import pytest
from claim_reading import read

# id: (text, the words of said of its first claim)
CASES = {
    "weekday after": ("The mayor said on Wednesday that the bridge is safe.", "on Wednesday"),
    "weekday bare": ("The mayor said Wednesday that the bridge is safe.", "Wednesday"),
    "weekday before": ("On Wednesday, the mayor said that the bridge is safe.", "On Wednesday"),
    "month and year": ("The bridge is safe, the mayor said in October 2017.", "in October 2017"),
    "after a quotation": ("“The bridge is safe and sound,” the mayor said in March.", "in March"),
    "to reporters": ("The mayor told reporters on Friday that the bridge is safe.", "on Friday"),
    "speaking": ("Speaking to reporters on Monday, the mayor said that the bridge is safe.", "on Monday"),
    "shared": ("The mayor thanked the crew on Friday and said that the bridge is safe.", "on Friday"),
    "none": ("The mayor said that the bridge is safe.", None),
    "in the content": ("The mayor said that the bridge was closed on Friday.", None),
    "in the quotation": ("“The bridge was closed on Friday,” the mayor said.", None),
    "an hour": ("The mayor said at 5 p.m. that the bridge is safe.", None),
}


def test_rejecting_a_claim_does_not_date_it():
    text = "On Wednesday, Petrova rejected Rossi’s claim that the bridge was unsafe."
    outer, inner = read(text)
    assert text[slice(*outer.said)] == "On Wednesday" and inner.said is None


@pytest.mark.parametrize("text, said", CASES.values(), ids=CASES)
def test_find_said(text, said):
    found = read(text)[-1 if "thanked" in text else 0].said
    assert (text[slice(*found)] if found else None) == said
