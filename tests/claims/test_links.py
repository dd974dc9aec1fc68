"""Which cue a quotation belongs to, and which quotations are utterances at all."""

import pytest

from onrecord import language
from onrecord.claims.links import link_quotations, place_quotations
from onrecord.language.quotations import find_quotations
from onrecord.language.trees import Tree


def link(text):
    blocks = [(0, len(text))] if "\n" not in text else None
    if blocks is None:
        at, blocks = 0, []
        for line in text.split("\n"):
            blocks.append((at, at + len(line)))
            at += len(line) + 1
    tree = Tree(language.parse(text, blocks))
    quoted = place_quotations(tree, find_quotations(text, blocks))
    link_quotations(tree, quoted)
    return [(tree.word(q.cue) if q.cue is not None else None, q.side) for q in quoted]


# id: (text, [(cue, side) per quotation])
CASES = {
    "after the quotation": ("“The bridge is safe today,” Rossi said.", [("said", "<quote")]),
    "before the quotation": ("Rossi said: “The bridge is safe today.”", [("said", "quote>")]),
    "between two": ("“It is safe,” Rossi said, “and it is new.”", [("said", "<quote"), ("said", "quote>")]),
    "the nearer of two": ("The firm issued a note saying, “The bridge is safe today.”", [("saying", "quote>")]),
    "colon in the paragraph before": ("Rossi added:\n“The bridge is safe today.”", [("added", "quote>")]),
    "nested": (
        "“My father said, ‘Never trust a quiet river,’ and left,” Rossi said.",
        [("said", "<quote"), ("said", "quote>")],
    ),
    "scare quotes": ("Rossi said the “safe” bridge fell.", [(None, "")]),
    "title": ("Rossi wrote “The Bridge of Sighs” in May.", [(None, "")]),
    "no cue": ("The bridge fell. “It was always going to fall.” Rain came.", [(None, "")]),
}


@pytest.mark.parametrize("text, expected", CASES.values(), ids=CASES)
def test_link_quotations(text, expected):
    assert link(text) == expected
