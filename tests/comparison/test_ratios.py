"""A stated share and stated amounts beside the same ratio by reference values, with their operands named."""

from datetime import date
from types import SimpleNamespace

import pandas as pd
import pytest

import onrecord
from onrecord.comparison.ratios import compare_ratios
from onrecord.comparison.references import References
from onrecord.extraction import extract_articles
from onrecord.story import MeasureEntry
from onrecord.tables import read_rows
from onrecord.tables.extracted import FigureRow

MEASURES = {"population": MeasureEntry(words=["population"], series="population")}
STORY = SimpleNamespace(about=SimpleNamespace(measures=MEASURES, as_of=None))
SERIES = pd.DataFrame(
    [["population-2020", "population", "people", "2020-04"], ["population-2024", "population", "people", "2024-04"]],
    columns=["series", "measure", "unit", "known_from"],
)
# Invented values, so that each ratio below can be checked in the head.
VALUES = {
    ("population-2020", "PER"): {2020: 30.0},
    ("population-2020", "CHL"): {2020: 15.0},
    ("population-2024", "PER"): {2020: 40.0},
    ("population-2024", "CHL"): {2020: 10.0},
}
REFERENCES = References(SERIES, VALUES, {})


def ratios(text: str) -> pd.DataFrame:
    articles = onrecord.extract({"a": text}, published={"a": date(2021, 5, 3)}).articles
    found = extract_articles(articles, measures={name: entry.words for name, entry in MEASURES.items()})
    return compare_ratios(read_rows(found.figures, FigureRow), {"a": date(2021, 5, 3)}, STORY, REFERENCES)


@pytest.mark.parametrize(
    ("text", "of"),
    [
        pytest.param(
            "Peruvian Health Minister Ana Ruiz told reporters: “Chile has less than half of our population.”",
            "PER",
            id="our-of-a-minister",
        ),
        pytest.param("Chile has less than half of Peru’s population.", "PER", id="a-country-by-name"),
    ],
)
def test_a_stated_share_is_set_beside_both_vintages(text, of):
    table = ratios(text)
    assert list(table["basis"]) == ["stated", "then", "now"]
    assert list(table["ratio"]) == [0.5, 0.5, 0.25]
    assert table["bound"].iloc[0] == "less_than"
    assert set(table["of_iso3"]) == {of}
    assert set(table["iso3"]) == {"CHL"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Neighbour Ana Ruiz said: “Chile has less than half of our population.”", id="our-of-no-office"),
        pytest.param("Chile has less than half of the population of the region.", id="no-country"),
    ],
)
def test_a_share_of_what_no_word_decides_is_left_out(text):
    assert ratios(text).empty


def test_without_a_story_there_is_nothing_to_compare():
    found = onrecord.extract({"a": "Chile has less than half of Peru’s population."})
    assert onrecord.compare(found).ratios.empty
