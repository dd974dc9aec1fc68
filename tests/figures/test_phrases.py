"""Words of the text for a noun or a verb."""

import pytest

from onrecord import language
from onrecord.figures.phrases import phrase, verb_words
from onrecord.figures.quantities import find_quantities
from onrecord.language.trees import read_tree


def parsed(text: str):
    tree = read_tree(language.parse(text))
    return tree, find_quantities(tree, text, [])[-1]


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("The range of its old ferries is 300 km.", "range", "range of its old ferries"),
        ("She signed a $90,000 contract with the town.", "contract", "contract with the town"),
        ("Its average price, which fell, was $5.", "price", "average price"),
        ("The price in 2015 was $5.", "price", "price"),
        ("The price of 300 old boats was $5.", "price", "price"),
    ],
)
def test_phrase(text, noun, expected):
    tree, quantity = parsed(text)
    assert phrase(tree, next(i for i in range(tree.n) if tree.spelt(i) == noun), quantity) == expected


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Peru spent 16 billion dollars on its schools.", "spent", "spent … on its schools"),
        ("Peru spent 16 billion dollars.", "spent", "spent"),
        ("Peru has 16 billion dollars.", "has", None),
        ("Peru spent $5 on Monday.", "spent", "spent"),
    ],
)
def test_verb_words(text, verb, expected):
    tree, quantity = parsed(text)
    assert verb_words(tree, next(i for i in range(tree.n) if tree.spelt(i) == verb), quantity) == expected
