"""What check tells of a story's measures: caught, caught but compared with nothing and why, near."""

import pytest
from conftest import STORY
from rows import figure_table

from onrecord.comparison.measure_matches import find_unmet_series, tell_matches
from onrecord.comparison.references import read_references
from onrecord.story.story import read_story


def tell(*rows: dict, compared: set[str] = frozenset()) -> list[str]:
    story = read_story(STORY)
    table = figure_table(*({"value": 9e9} | row for row in rows))
    return list(tell_matches(story, read_references(story.reference), table, set(compared)))


def test_each_measure_has_its_line(project):
    assert tell({}, compared={"f0"})[:2] == [
        "measure harbour spending (series harbour_spending): 1 figure",
        "  caught: “9 billion dollars” (f0, a0)",
    ]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ({"value": None, "low": 1.0, "high": 2.0, "bound": "range"}, "a range, no single number"),
        ({"iso3": None, "about": "Acme"}, "of no country (about Acme)"),
        ({"iso3": None, "about": None}, "of no country"),
        ({"unit": "EUR"}, "in EUR, the series in USD"),
        ({"unit": "percent", "unit_kind": "share"}, "a share"),
        ({"rule": "subject; change"}, "by how much it changed, not how much it is"),
        ({"rule": "verb; remainder"}, "what is left over, not the amount"),
        ({"iso3": "PER", "about": "Peru"}, "the series has no value for this country"),
    ],
    ids=lambda x: x if isinstance(x, str) else "",
)
def test_why_a_caught_figure_is_compared_with_nothing(project, row, why):
    assert tell(row)[1] == f"  caught, not compared: “9 billion dollars” (f0, a0): {why}"


def test_a_near_figure_is_told_with_the_words_that_it_lacks(project):
    near = [
        line for line in tell({"measure": "spent … on the old harbour wall"}, {"measure": "rain"}) if "near" in line
    ]
    assert near == []  # it has all the words of "spend harbours": extraction would have caught it
    near = [line for line in tell({"measure": "money for harbours"}, {"measure": "rain"}) if "near" in line]
    assert near == ["  near: “9 billion dollars” (f0, a0): its measure “money for harbours” lacks “spending”"]


def test_a_rejected_figure_is_not_told(project):
    assert tell({"review": "rejected"})[0].endswith("0 figures")


def test_a_series_that_nothing_is_set_beside_is_unmet(project):
    story, table = read_story(STORY), figure_table({"value": 9e9}, {"value": 5e6, "measure": "population"})
    assert find_unmet_series(story, table, set()) == ["harbour spending", "population", "ferry range"]
    assert find_unmet_series(story, table, {"f0"}) == ["population", "ferry range"]
