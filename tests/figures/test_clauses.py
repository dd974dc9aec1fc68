"""The measure that a verb's clause gives, and by which rule."""

import pytest

from onrecord import language
from onrecord.figures.clauses import is_inside, of_verb
from onrecord.figures.quantities import find_quantities
from onrecord.language.trees import read_tree


@pytest.mark.parametrize(
    ("text", "verb", "child", "rule", "measure", "about"),
    [
        ("Norway spent $5 on ships.", "spent", "5", "verb and object", "spent … on ships", "Norway"),
        ("The price reached $5.", "reached", "5", "subject", "price", None),
        (
            "Norway extends the range of its ferries to 300 km.",
            "extends",
            "km",
            "object",
            "range of its ferries",
            "its",
        ),
        (
            "They searched the old ship for two days.",
            "searched",
            "days",
            "duration of verb",
            "searched old ship",
            None,
        ),
        ("About 500 saw a doctor.", "saw", "500", "number as subject", "saw a doctor", None),
        ("About 500 said that it rained.", "said", "500", "number as subject", None, None),
        ("Norway reached $5.", "reached", "5", "subject is party", None, "Norway"),
        ("Spent $5.", "Spent", "5", "verb", "Spent", None),
    ],
    ids=lambda x: str(x),
)
def test_of_verb(text, verb, child, rule, measure, about):
    tree = read_tree(language.parse(text))
    token = {tree.spelt(i): i for i in range(tree.n)}
    quantity = find_quantities(tree, text, [])[-1]
    link = of_verb(tree, quantity, token[child], token[verb], None, None, "")
    assert (link.rule, link.measure) == (rule, measure)
    assert (text[slice(*link.about)] if link.about else None) == about


def test_is_inside():
    tree = read_tree(language.parse("They lost 210 boats."))
    quantity = find_quantities(tree, tree.text, [])[0]
    assert [tree.spelt(i) for i in range(tree.n) if is_inside(tree, i, quantity)] == ["210", "boats"]
