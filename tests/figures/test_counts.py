"""The counted noun, in the singular."""

import pytest

from onrecord import language
from onrecord.figures.counts import find_counted_noun, name_noun


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("They saw three separate grey whales.", "three", "whale"),
        ("They have 12 cargo ships.", "12", "cargo ship"),
        ("All 300 Norwegians left.", "300", "Norwegian"),
        ("Some 40 people left.", "40", "people"),
        ("A 6-string guitar.", "6", "string"),
        ("They saw dozens of small boats.", "dozens", "boat"),
        ("It fell to 300 and the boats left.", "300", None),
        ("Two of its old ferries sank.", "Two", "ferry"),
        ("Two of them sank.", "Two", None),
        ("It fell to 300.", "300", None),
        ("About 500 came, boats too.", "500", None),
    ],
    ids=lambda x: str(x),
)
def test_find_counted_noun(text, number, expected):
    doc = language.parse(text)
    token = next(t for t in doc if t.text == number)
    noun = find_counted_noun(doc, token, vague=number == "dozens")
    assert (noun and name_noun(doc, token, noun)[0]) == expected
