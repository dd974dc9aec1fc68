"""A figure beside public statistics: no ratio where none is fair, and what a reader must know to read one."""

from datetime import date

import pandas as pd
import pytest
from conftest import STORY
from rows import figures

from onrecord.comparison.figure_checks import check_figures, compare_known_values
from onrecord.comparison.references import read_references
from onrecord.errors import DataError
from onrecord.story.story import read_story

DAY = date(2019, 3, 5)
IN_2018 = {"period_start": "2018-01-01", "period_end": "2018-12-31"}


def check(row: dict, published=DAY) -> pd.DataFrame:
    story = read_story(STORY)
    table = figures({"article_id": "a", "value": 9e9} | row)
    return check_figures(table, {"a": published}, story, read_references(story.reference))


def test_a_figure_beside_both_vintages(project):
    checks = check(IN_2018)
    assert checks["vintage"].tolist() == ["then", "now"]
    assert checks["reference_value"].tolist() == [6e9, 6.5e9]  # conftest's values.csv: Norway, 2018
    assert checks["ratio"].tolist() == pytest.approx([1.5, 9 / 6.5])
    assert checks["note"].isna().all()


SKIPPED = [
    pytest.param({"iso3": None}, id="no-country"),
    pytest.param({"measure": "rain"}, id="no-measure-of-the-story"),
    pytest.param({"measure": None}, id="measure-left-open"),
    pytest.param({"unit_kind": "share", "unit": "percent"}, id="share"),
    pytest.param({"value": None, "low": 1.0, "high": 2.0, "bound": "range"}, id="range"),
]


@pytest.mark.parametrize("row", SKIPPED)
def test_figures_that_have_no_reference(project, row):
    assert len(check(row)) == 0


def set_unit(project, unit: str):
    path = project.root / "data" / "raw" / "reference" / "series.csv"
    path.write_text(path.read_text(encoding="utf8").replace("harbour spending,USD", f"harbour spending,{unit}"))


def test_a_share_stands_beside_a_series_of_percent_only(project):
    set_unit(project, "percent")
    row = {"unit_kind": "share", "unit": "percent"} | IN_2018
    assert len(check(row)) == 2
    assert len(check(row | {"of": "Peru"})) == 0
    assert len(check(row | {"unit": None})) == 0


def test_persons_of_any_kind_are_people(project):
    set_unit(project, "people")
    assert check({"unit": "troop", "unit_kind": "people"} | IN_2018)["ratio"].notna().all()
    assert check({"unit": "boat", "unit_kind": "count"} | IN_2018)["ratio"].isna().all()


NOTED = [
    pytest.param({"unit": "EUR"} | IN_2018, "units differ: EUR and USD", id="unit"),
    pytest.param({"unit": None} | IN_2018, "units differ: none and USD", id="no-unit"),
    pytest.param({}, "no period stated; set beside 2018", id="no-period"),
    pytest.param(
        {"period_start": "2015-01-01", "period_end": "2015-12-31"},
        "no value for 2015; the nearest year with one is 2018, with 6 billion US dollars",
        id="no-value",
    ),
    pytest.param(
        {"period_start": "2015-01-01", "period_end": "2018-12-31"},
        "the period is no single calendar year",
        id="several-years",
    ),
    pytest.param({"iso3": "ISL"}, "no value for this country", id="country-without-values"),
]


@pytest.mark.parametrize(("row", "note"), NOTED)
def test_what_a_reader_must_know(project, row, note):
    told = check(row).iloc[0]
    assert told["note"] == note
    if note != "no period stated; set beside 2018":
        assert pd.isna(told["ratio"])


def test_a_year_after_publication_is_told(project):
    checks = check(IN_2018, published=date(2017, 5, 1))
    assert checks["vintage"].tolist() == ["later", "now"]
    assert checks["note"].tolist() == ["the reference year is after publication"] * 2


def test_a_series_that_was_not_known_by_as_of_makes_no_row(project):
    project.edit_story("measures:", "as_of: 1990-01-01\nmeasures:")
    assert check(IN_2018).empty


FERRY = {"measure": "ferry range", "unit": "kilometre", "value": 300.0}


def list_values(row: dict) -> pd.DataFrame:
    story = read_story(STORY)
    known = read_references(story.reference)
    return compare_known_values(figures(FERRY | row), story, known)


def test_a_figure_beside_a_list(project):
    table = list_values({})
    assert table["item"].tolist() == ["Skarv", "Terne"]
    assert table["ratio"].tolist() == pytest.approx([300 / 450, 300 / 250])


@pytest.mark.parametrize(
    "row",
    [
        pytest.param({"unit": "mile"}, id="other-unit"),
        pytest.param({"iso3": "ISL", "about": "Iceland"}, id="other-country"),
        pytest.param({"iso3": None}, id="no-country"),
        pytest.param({"measure": "harbour spending", "unit": "USD"}, id="a-series-is-no-list"),
    ],
)
def test_figures_that_no_list_speaks_of(project, row):
    assert len(list_values(row)) == 0


def test_a_list_with_words_for_a_number_is_told(project):
    path = project.root / "data" / "raw" / "reference" / "ferry_ranges.csv"
    path.write_text("iso3,system,range_km,source\nNOR,Skarv,about 450,Register\n")
    with pytest.raises(DataError, match=r"ferry_ranges\.csv"):
        list_values({})
