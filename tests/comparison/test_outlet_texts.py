"""The whole texts of a story's outlets."""

from datetime import date

import pytest
from rows import figure_table, make_row

from onrecord.comparison.outlet_texts import Found, Outlets, has_number, may_have
from onrecord.language.words import content_words
from onrecord.tables import read_rows
from onrecord.tables.extracted import FigureRow


def outlets(**days: date) -> Outlets:
    """Three outlets of one article each, a sentence long."""
    rows, sentences = [], []
    for name in "abc":
        text = f"The roof of {name} cost 4.5 million crowns in spring."
        rows.append(
            make_row(
                "articles",
                {
                    "article_id": name,
                    "story": "s",
                    "outlet": name.upper(),
                    "language": "en",
                    "source_file": f"{name}.txt",
                }
                | {"source_sha256": "", "words": 9, "body": text, "published": days.get(name)},
            )
        )
        sentences.append(
            make_row("sentences", {"article_id": name, "sentence": 1, "paragraph": 1, "start": 0, "end": len(text)})
        )
    return Outlets(Found(rows, sentences, [], {}, []))


@pytest.mark.parametrize(
    ("days", "lacking"),
    [
        pytest.param({}, ["C"], id="no-day-anywhere"),
        pytest.param({"a": date(2020, 1, 1), "b": date(2020, 1, 2), "c": date(2020, 1, 1)}, ["C"], id="the-same-day"),
        pytest.param({"a": date(2020, 1, 2), "b": date(2020, 1, 2), "c": date(2020, 1, 1)}, [], id="before-the-others"),
        pytest.param({"a": date(2020, 1, 1)}, [], id="its-day-is-not-known"),
    ],
)
def test_who_could_carry_a_thing_and_does_not(days, lacking):
    assert [name for name, _ in outlets(**days).lacking(["a", "b"], 2)] == lacking


def test_what_too_few_carry_is_lacking_nowhere():
    assert list(outlets().lacking(["a"], 2)) == []


def test_the_carriers_are_told():
    assert outlets().told_in(["a", "b", "a"]) == "A and B"


@pytest.mark.parametrize(
    ("text", "has"),
    [
        pytest.param("The roof of the hall cost a sum of crowns in the spring of that year.", True, id="near"),
        pytest.param("Whoever sleeps late misses breakfast, dinner, supper and tea.", False, id="far"),
        pytest.param("Whoever sleeps.", True, id="too-short-to-be-missed"),
    ],
)
def test_may_have(text, has):
    words = content_words(text)
    weights = dict.fromkeys([*words, *content_words("roof cost crowns spring")], 1.0)
    assert may_have(outlets().known["A"], words, weights) == has


@pytest.mark.parametrize(
    ("given", "values", "has"),
    [
        pytest.param({"text": "$4.5 million", "value": 4.5e6}, set(), True, id="its-digits"),
        pytest.param({"text": "5 million dollars", "value": 5e6}, {5.0e6}, True, id="its-value"),
        pytest.param({"text": "9 million dollars", "value": 9e6}, {4.5e6, None}, False, id="neither"),
    ],
)
def test_has_number(given, values, has):
    figure = read_rows(figure_table({"figure_id": "f", "article_id": "a"} | given), FigureRow)[0]
    assert has_number(outlets().known["A"], values, figure) == has
