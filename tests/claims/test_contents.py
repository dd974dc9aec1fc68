"""Content and marks agree."""

import pytest
from claim_reading import read

from onrecord import language
from onrecord.claims.contents import trim
from onrecord.language.trees import Tree


@pytest.mark.parametrize(
    "text, kept",
    [
        (", that the bridge is safe,", "the bridge is safe"),
        ("“the bridge” is safe.", "“the bridge” is safe"),
        ("(the bridge) ,", "(the bridge)"),
        (" , . ", ""),
    ],
)
def test_trim(text, kept):
    tree = Tree(language.parse(text))
    for i in range(tree.n):  # the mark of a clause, whatever the parser made of the fragment
        if tree.word(i) == "that":
            tree.dep[i] = "mark"
    a, b = trim(tree, (0, tree.n))
    assert (text[slice(*tree.chars((a, b)))] if a < b else "") == kept


# id: (text, parts, quotation)
CASES = {
    "marks outside": ("Rossi said, “The bridge is safe today.”", ["The bridge is safe today."], "direct"),
    "a cut quotation is made whole": (
        "Rossi said the bridge “is safe. It will not fall. It never fell.”",
        ["the bridge “is safe. It will not fall. It never fell.”"],
        "mixed",
    ),
    "runs on past the mark": (
        "Rossi said the bridge was “as safe as a house” in summer.",
        ["the bridge was “as safe as a house” in summer"],
        "mixed",
    ),
    "before what the cue is joined to": (
        "Rossi acknowledged that the bridge was old but insisted it was safe.",
        ["the bridge was old"],
        "indirect",
    ),
    "what is said goes on in another form": (
        "Rossi said that the bridge would fall but would eventually add a road.",
        ["the bridge would fall but would eventually add a road"],
        "indirect",
    ),
    "before another sentence": (
        "Rossi said the bridge was old; Petrova closed it.",
        ["the bridge was old"],
        "indirect",
    ),
    "a list of what is said": (
        "Rossi said that the bridge was old; that the road was closed.",
        ["the bridge was old; that the road was closed"],
        "indirect",
    ),
    "that is left out": ("Rossi said that the bridge is safe.", ["the bridge is safe"], "indirect"),
}


@pytest.mark.parametrize("text, parts, quotation", CASES.values(), ids=CASES)
def test_settle(text, parts, quotation):
    claim = read(text)[0]
    assert [text[slice(*p)] for p in claim.content] == parts and claim.quotation == quotation
