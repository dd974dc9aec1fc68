"""The grammar alone: how many lexemes of a run make one number."""

import pytest

from onrecord.figures.cardinals import Lexeme, read_numeral

KINDS = {
    "a": ("a", 1), "one": ("unit", 1), "two": ("unit", 2), "five": ("unit", 5), "nineteen": ("teen", 19),
    "eighty": ("ten", 80), "hundred": ("hundred", 100), "dozen": ("dozen", 12), "thousand": ("scale", 1e3),
    "million": ("scale", 1e6), "and": ("and", 0), "of": ("of", 0), "in": ("in", 0), "half": ("denominator", 2),
    "third": ("denominator", 3), "thirds": ("denominator", 3), "tens": ("plural", 10), "thousands": ("plural", 1e3),
    "several": ("several", 3), "point": ("point", 0), "330": ("digits", 330),
}  # fmt: skip


def run(words: str) -> list[Lexeme]:
    return [Lexeme(*map(KINDS[w].__getitem__, (0, 1)), i, i + 1, w) for i, w in enumerate(words.split())]


@pytest.mark.parametrize(
    ("words", "used", "value"),
    [
        pytest.param("two hundred and five", 4, 205, id="and inside"),
        pytest.param("nineteen eighty", 1, 19, id="year-like pair is two numbers"),
        pytest.param("two five", 1, 2, id="digits in a row are two numbers"),
        pytest.param("five hundred thousand", 3, 500_000, id="hundred before a scale"),
        pytest.param("a thousand and one", 4, 1001, id="and after a scale"),
        pytest.param("two and five", 1, 2, id="and joins no small numbers"),
        pytest.param("two thirds", 2, 2 / 3, id="fraction"),
        pytest.param("one thirds", 1, 1, id="one takes no plural fraction"),
        pytest.param("half a million", 3, 500_000, id="half of a scale"),
        pytest.param("one in five", 3, 0.2, id="ratio"),
        pytest.param("five in two", 1, 5, id="no ratio above one"),
        pytest.param("five point two five", 4, 5.25, id="decimals in words"),
        pytest.param("a dozen", 2, 12, id="dozen"),
        pytest.param("two and a half", 4, 2.5, id="and a half"),
        pytest.param("two million 330", 2, 2e6, id="digits after words begin anew"),
        pytest.param("two million 330 thousand", 4, 2_330_000, id="digits with a scale of their own go on"),
    ],
)
def test_read_numeral(words, used, value):
    reading = read_numeral(run(words))
    assert (reading.used, reading.value) == (used, pytest.approx(value))


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        pytest.param("tens of thousands", 1e4, 1e5, id="plural of plural"),
        pytest.param("several hundred", 300, 900, id="several before a scale"),
    ],
)
def test_vague_numbers_are_intervals(words, low, high):
    reading = read_numeral(run(words))
    assert (reading.value, reading.low, reading.high) == (None, low, high)


@pytest.mark.parametrize("words", ["and", "of five", "several", "hundred", "a five", "third", "million"])
def test_what_begins_no_number(words):
    assert read_numeral(run(words)) is None


def test_between_parts_two_numbers():
    assert read_numeral(run("one hundred and two"), joined=False).value == 100
