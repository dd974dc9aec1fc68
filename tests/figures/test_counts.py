"""The counted noun, in the singular."""

import pytest

from onrecord import language
from onrecord.figures.counts import find_counted_noun, name_noun
from onrecord.language.trees import read_tree


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("They saw three separate grey whales.", "three", "whale"),
        ("They have 12 cargo ships.", "12", "cargo ship"),
        ("All 300 Norwegians left.", "300", "Norwegian"),
        ("Some 40 people left.", "40", "people"),
        ("A 6-string guitar.", "6", "string"),
        ("It lost 14 first-team players.", "14", "player"),
        ("It has 130 active-duty troops.", "130", "troop"),
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
    tree = read_tree(language.parse(text))
    token = next(i for i in range(tree.n) if tree.spelt(i) == number)
    noun = find_counted_noun(tree, token, vague=number == "dozens")
    assert (None if noun is None else name_noun(tree, token, noun)[0]) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [("All 300 voters left.", "people"), ("All 300 boats left.", "count"), ("All 300 troops left.", "people")],
)
def test_persons_are_people(text, kind):
    tree = read_tree(language.parse(text))
    assert name_noun(tree, 1, find_counted_noun(tree, 1))[1] == kind
