"""Charts: a title that states the finding, every number in the alt text, and nothing drawn of nothing."""

import pandas as pd
import pytest
from rows import figure_table, make_table

from onrecord import charts, tables
from onrecord.charts.dots import draw_figure_checks

EMPTY = {name: tables.make_table(name, []) for name in tables.SCHEMAS}


@pytest.fixture(scope="module")
def drawn(processed):
    made, source = processed.comparisons, "invented"
    return {
        "checks": draw_figure_checks(made.figure_checks, processed.figures, "harbour spending", source),
        "per_person": charts.draw_per_person(made.per_person, source),
        "known_values": charts.draw_known_values(made.known_values, processed.figures, source),
        "speakers": charts.draw_speakers(made.speakers_by_outlet, processed.actors, processed.articles, source),
        "said_when": charts.draw_said_when(
            made.said_when, processed.claims, processed.actors, processed.articles, source
        ),
    }


KINDS = ["checks", "per_person", "known_values", "speakers", "said_when"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_chart_is_drawn_wide_and_narrow_with_the_same_bytes_again(drawn, kind):
    chart = drawn[kind]
    assert "<svg" in chart.svg()
    assert chart.svg(narrow=True) != chart.svg()
    assert chart.svg() == chart.svg()


@pytest.mark.parametrize("kind", KINDS)
def test_every_chart_has_title_source_numbers_and_a_file_name(drawn, kind):
    chart = drawn[kind]
    assert chart.title
    assert chart.source == "invented"
    assert len(chart.data)
    assert chart.rows >= 1
    assert chart.name == chart.name.lower().replace(" ", "-")


@pytest.mark.parametrize(
    ("kind", "column"),
    [
        pytest.param("checks", "value", id="checks"),
        pytest.param("known_values", "reference_value", id="known-values"),
        pytest.param("speakers", "words", id="speakers"),
        pytest.param("per_person", "value", id="per-person"),
    ],
)
def test_alt_text_says_every_number(drawn, kind, column):
    chart = drawn[kind]
    for value in chart.data[column]:
        assert f"{value:,.0f}" in chart.alt
    for name in chart.data.get("about", pd.Series(dtype=str)):
        assert name in chart.alt


def test_titles_state_the_finding(drawn):
    # 9 billion stated for Norway, 6 billion known then: conftest's values.csv
    assert drawn["checks"].title == "Harbour spending: stated for Norway is 1.50 times the value as known then"
    assert "Ferry range: 1 of 2 listed entries of Norway exceed" in drawn["known_values"].title
    # 6.5 billion / 5.3 million people
    assert drawn["per_person"].title == (
        "Harbour spending per person: highest for Norway, 1,226 US dollars by values as known now"
    )


NOTHING = [
    pytest.param(lambda: draw_figure_checks(EMPTY["figure_checks"], EMPTY["figures"], "m", "s"), id="checks"),
    pytest.param(lambda: charts.draw_per_person(EMPTY["per_person"], "s"), id="per-person"),
    pytest.param(lambda: charts.draw_known_values(EMPTY["known_values"], EMPTY["figures"], "s"), id="known-values"),
]


@pytest.mark.parametrize("draw", NOTHING)
def test_nothing_is_drawn_of_nothing(draw):
    assert draw() is None


def checked(unit: str = "USD", ratio: float | None = 1.5, measure: str = "harbour spending", **row):
    table = figure_table({"value": 9e9, "unit": unit, "measure": measure} | row)
    reference = {"figure_id": "f0", "series": "s-2019", "vintage": "then", "known_from": "2019-01", "year": 2018}
    checks = make_table("figure_checks", reference | {"reference_value": 6e9, "ratio": ratio})
    return draw_figure_checks(checks, table, measure, "s")


def test_a_check_is_drawn():
    assert checked().title.endswith("1.50 times the value as known then")


def test_values_of_another_unit_are_not_set_on_one_axis():
    assert checked(unit="EUR", ratio=None) is None


def test_a_measure_keeps_its_capitals():
    assert checked(measure="GDP of Norway").title.startswith("GDP of Norway: ")


def test_one_chart_a_measure(processed):
    made = processed.comparisons
    several = charts.draw_all_checks(made.figure_checks, processed.figures, lambda measure: f"source of {measure}")
    assert [c.name for c in several] == ["figure-checks-harbour-spending", "figure-checks-population"]
    assert several[0].source == "source of harbour spending"


def test_a_number_without_a_unit_that_was_set_beside_people_is_drawn():
    """ "A population of 82 million": the unit is the series'."""
    chart = checked(unit=None, ratio=0.8, measure="population")
    assert chart.title.startswith("Population: stated for Norway is 0.80 times")
    assert "in people" in chart.alt
