"""Plurals of nouns and units, and singulars of what is counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.language.plurals import plural, singular


@pytest.mark.parametrize(
    ("one", "several"),
    [
        ("ship", "ships"),
        ("country", "countries"),
        ("day", "days"),
        ("church", "churches"),
        ("foot", "feet"),
        ("spokesman", "spokesmen"),
        ("woman", "women"),
        ("year of age", "years of age"),
        ("mile per hour", "miles per hour"),
        ("barrel of oil per day", "barrels of oil per day"),
        ("degree Celsius", "degrees Celsius"),
        ("megahertz", "megahertz"),
        ("cargo ship", "cargo ships"),
        ("aircraft", "aircraft"),
    ],
)
def test_plural(one, several):
    assert plural(one) == several


@pytest.mark.parametrize(
    ("word", "expected"),
    [("shares", "share"), ("glass", "glass"), ("day", "day"), ("women", "woman"), ("people", "person")],
)
def test_singular(word, expected):
    assert singular(word) == expected


@given(st.text("abcdeghijklmnopqrtuvwx", min_size=3, max_size=12))
def test_a_plain_noun_comes_back(word):
    if plural(word) == word + "s":
        assert singular(plural(word)) == word
