"""Ages, and numbers that stand where ages stand."""

import pytest

from onrecord import language
from onrecord.figures.quantities import find_quantities
from onrecord.figures.ranges import join_ranges
from onrecord.language.periods import find_periods
from onrecord.language.trees import read_tree


def read(text: str):
    tree = read_tree(language.parse(text))
    return join_ranges(tree, text, find_quantities(tree, text, find_periods(text)))


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("a 23-year-old sailor", "year of age"),
        ("an eight-week-old pup", "week of age"),
        ("pupils of 12 years of age", "year of age"),
        ("Anna Holm, 42, resigned.", "year of age"),
        ("She left school aged 16.", "year of age"),
        ("Life expectancy there is 68.", "year of age"),
        ("The average age of the crew rose to 41.", "year of age"),
        ("They want people under 30 to vote.", "year of age"),
        ("Anna Holm, 42 — a baker — resigned.", "year of age"),
        ("Halden, 31, waited at the port with his sister.", "year of age"),
        ("The driver, 52, died at the scene.", "year of age"),
        ("Police named the suspect (24) on Monday.", "year of age"),
        ("Her son, 7, was not hurt.", "year of age"),
        ("The price, 52, was too high.", None),
        ("They won in Ohio, 31, and in Iowa.", None),
        ("They want boats under 30 metres.", "metre"),
        ("It died at the age of four months.", "month of age"),
        ("pupils aged 7–9 years", "year of age"),
        ("a 23-year contract", "year"),
        ("They had two, 42, or more.", None),
        ("Anna Holm, 4200, resigned.", None),
    ],
    ids=lambda x: str(x),
)
def test_ages(text, unit):
    assert read(text)[-1].unit == unit
