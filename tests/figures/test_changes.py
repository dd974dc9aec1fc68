"""By how much something moved, beside how much it is."""

import pytest

from onrecord import language
from onrecord.figures.changes import follows_change, is_change, is_under_change
from onrecord.figures.quantities import find_quantities
from onrecord.figures.ranges import join_ranges
from onrecord.language.trees import read_tree


def look(function, text: str) -> list[bool]:
    tree = read_tree(language.parse(text))
    return [function(tree, q) for q in join_ranges(tree, text, find_quantities(tree, text, []))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Prices rose 5 percent.", [True], id="rose"),
        pytest.param("Prices fell by 5 percent.", [True], id="fell by"),
        pytest.param("An increase of 5 percent hurt.", [True], id="an increase of"),
        pytest.param("A 5 percent rise hurt.", [True], id="a rise"),
        pytest.param("Prices were up 5 percent.", [True], id="up"),
        pytest.param("The firm cut 5,000 jobs.", [True], id="counted things"),
        pytest.param("Prices rose to 5 percent.", [False], id="rose to"),
        pytest.param("Spending grew $3 billion to $9 billion.", [True, False], id="by how much, to what"),
        pytest.param("Prices rose from 3 percent to 5 percent.", [False, False], id="from and to"),
        pytest.param("Prices rose from 3 to 5 percent, a rise of 2.", [False, False, True], id="a pair and its rise"),
        pytest.param("Rents rose 5 percent a year.", [True], id="a year"),
        pytest.param("Inflation of 4 percent hurt.", [False], id="of a level"),
        pytest.param("Norway spent $5 on ships.", [False], id="no change"),
        pytest.param("A 5 percent tax rise hurt.", [True], id="a tax rise"),
    ],
)
def test_is_change(text, expected):
    assert look(is_change, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rose 5 percent.", True),
        ("It is up 5 percent.", True),
        ("It rose to 5 percent.", False),
        ("It is 5 percent.", False),
    ],
)
def test_follows_change(text, expected):
    assert look(follows_change, text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"), [("An increase from 5 percent hurt.", True), ("It is 5 percent.", False)]
)
def test_is_under_change(text, expected):
    assert look(is_under_change, text) == [expected]
