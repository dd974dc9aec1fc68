"""What is carried over from a neighbour, and what is not."""

import pytest

from onrecord import language
from onrecord.figures.figure import find_figures


def second(text: str):
    return find_figures(language.parse(text))[1]


@pytest.mark.parametrize(
    ("text", "unit", "stated"),
    [
        ("They lost 210 boats, compared with 40 before.", "boat", False),
        ("It rose to 30 points, up from 20.", "point", False),
        ("Norway spent $5 billion on ships. Peru spent 22 billion.", "USD", False),
        ("Norway spent $5 billion on ships. Peru spent 22.", None, True),
        ("Norway spent $5 billion on ships. Peru lost 22 billion.", None, True),
        ("It rose 5%, compared with 40 before.", None, True),
        ("They lost 210 boats. He won 40 times.", "time", True),
    ],
    ids=lambda x: str(x),
)
def test_units_carried(text, unit, stated):
    figure = second(text)
    assert (figure.unit, figure.unit_stated) == (unit, stated)


@pytest.mark.parametrize(
    ("text", "unit", "stated"),
    [
        pytest.param("One person died and nine were hurt.", "people", False, id="a bare number as subject"),
        pytest.param("It took four people and hurt five others.", "people", False, id="others"),
        pytest.param("Norway has 12 boats. Three of them sank.", "boat", False, id="of them"),
        pytest.param("Norway has 12 boats. Three were hurt.", None, True, id="a subject of another sentence"),
        pytest.param("It rose 12 percent and nine were hurt.", None, True, id="nothing counted before"),
    ],
)
def test_more_of_what_was_counted(text, unit, stated):
    figure = second(text)
    assert (figure.unit, figure.unit_stated) == (unit, stated)


def test_a_bracket_holds_the_same_amount():
    text = "Norway laid more than 5 miles (8 km) of cable."
    first, other = find_figures(language.parse(text))
    assert (other.measure, other.about, other.bound) == (first.measure, first.about, "more_than")
    assert other.rule == "same as the number before"


def test_the_coordinated_clause_says_whose():
    text = "A million people are on the boats and we spent only 16 million dollars."
    first = find_figures(language.parse(text))[0]
    assert text[slice(*first.about)] == "we"
    assert first.rule.endswith("about from coordinated clause")


def test_a_rule_names_what_was_carried():
    assert "measure carried" in second("Norway spent $5 billion on ships. Peru spent 22 billion.").rule
    assert "carried" not in second("Norway spent $5 billion on ships. Peru spent $22 billion on cars.").rule
