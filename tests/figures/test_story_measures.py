"""Measures of a story found by their words, in any inflection and order."""

import pytest

from onrecord.figures.story_measures import match_measure

MEASURES = {
    "harbour spending": ["spend harbour", "harbour budget"],
    "school spending": ["spend school"],
    "budget": ["budget"],
    "population": ["population", "inhabitants"],
}


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        ("spent … on its harbours", "harbour spending"),
        ("harbour spending of the state", "harbour spending"),
        ("spending on schools", "school spending"),
        ("harbour budget", "harbour spending"),
        ("the budget of the town", "budget"),
        ("population", "population"),
        ("spent", None),
        ("harbours", None),
        ("spent on schools and harbours", None),
        ("", None),
    ],
    ids=lambda x: str(x),
)
def test_match_measure(measure, expected):
    assert match_measure(measure, MEASURES) == expected


def test_no_measures_match_nothing():
    assert match_measure("population", {}) is None
