"""Whose words they are, which one outlet tells and another only describes."""

import pytest
from report_material import make_material

from onrecord.report.described import find_described

WORDS = "“We shall rebuild the old pier in stone before the winter,”"
# A story's other claims: what two texts of one sentence share is not rare in them.
OTHER = (
    "Union leader Tomas Brekk said that nobody had slept. The insurers said that the roof of the hall leaked. "
    "The mayor of Delvo told reporters that ferries would sail on Friday. Fishermen complained about the price of ice."
)
NAMED = f"{WORDS} harbour master Mira Olsund said on Monday. {OTHER}"
DESCRIBED = f"{WORDS} a senior harbour official said on Monday. It rained."


def find(*texts: str) -> list[str]:
    material = make_material({f"paper-{'abc'[n]}": text for n, text in enumerate(texts)})
    return [finding.text for finding in find_described(material)]


def test_named_here_and_described_there():
    assert find(NAMED, DESCRIBED) == [
        "Paper A names Mira Olsund; Paper B gives the same to “a senior harbour official”, without the name."
    ]
    (finding,) = find_described(make_material({"paper-b": DESCRIBED, "paper-a": NAMED}))
    assert [clipping.outlet for clipping in finding.clippings] == ["Paper A", "Paper B"]


NONE = {
    "the name occurs elsewhere in it": (NAMED, f"{DESCRIBED} Olsund slept."),
    "named in both": (NAMED, NAMED),
    "other words": (NAMED, DESCRIBED.replace("rebuild the old pier in stone", "sell all the ferries at once")),
    "described in both": (DESCRIBED, DESCRIBED.replace("senior ", "")),
    "a pronoun": (NAMED, f"A senior official came. {WORDS} she said on Monday. It rained."),
    "a body": (NAMED.replace("harbour master Mira Olsund", "the Harbour Board"), DESCRIBED),
}


@pytest.mark.parametrize("texts", NONE.values(), ids=NONE)
def test_what_is_none(texts):
    assert find(*texts) == []
