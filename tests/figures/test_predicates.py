"""What is said of counted things, and what adds nothing."""

import pytest

from onrecord import language
from onrecord.figures.predicates import predicate, said_of, says
from onrecord.figures.quantities import find_quantities
from onrecord.language.trees import read_tree


def said(text: str) -> str | None:
    tree = read_tree(language.parse(text))
    quantity = next(q for q in find_quantities(tree, text, []) if q.noun is not None)
    return said_of(tree, quantity, quantity.noun)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Two bills passed the council.", "bills passed the council", id="verb and object"),
        pytest.param("Two old boats sank.", "old boats sank", id="verb alone"),
        pytest.param("Five boats were stolen in Delvo.", "boats stolen in Delvo", id="passive"),
        pytest.param("Five boats did not sink.", "boats not sink", id="negation"),
        pytest.param("Five boats are new.", "boats new", id="state"),
        pytest.param("The council fired 20 pilots.", "fired … pilots", id="object"),
        pytest.param("The council closed two of its clinics.", "closed … clinics", id="part of them"),
        pytest.param("They met 40 voters who oppose the tax.", "voters who oppose the tax", id="relative clause"),
        pytest.param("They met 40 troops stationed in Delvo.", "troops stationed in Delvo", id="participle"),
        pytest.param("Two boats sank on Monday.", "boats sank", id="the day is the period's"),
        pytest.param("Three pilots said that it rained.", None, id="saying"),
        pytest.param("Three pilots know that it rained.", None, id="a clause for object"),
        pytest.param("Norway has 12 boats.", None, id="having"),
        pytest.param("The index fell 12 points.", None, id="steps of a scale"),
        pytest.param("Twelve points decided the match.", None, id="steps of a scale as subject"),
        pytest.param("It was signed by 19 states.", "signed by … states", id="agents"),
        pytest.param("It ended after 12 games.", None, id="no verb of theirs"),
    ],
)
def test_said_of(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Many oppose the tax.", "oppose", "oppose the tax"),
        ("Many came with five dogs.", "came", "came"),
        ("Many came, wet and cold.", "came", "came"),
        ("Many came Monday by boat.", "came", "came"),
        ("Many have it.", "have", "have it"),
        ("Many do.", "do", None),
    ],
)
def test_predicate(text, verb, expected):
    tree = read_tree(language.parse(text))
    assert predicate(tree, next(i for i in range(tree.n) if tree.spelt(i) == verb)) == expected


@pytest.mark.parametrize(("text", "verb", "yes"), [("They said it.", "said", True), ("They hid it.", "hid", False),
                                                  ("They learnt that it rained.", "learnt", True)])  # fmt: skip
def test_says(text, verb, yes):
    tree = read_tree(language.parse(text))
    assert says(tree, next(i for i in range(tree.n) if tree.spelt(i) == verb)) is yes
