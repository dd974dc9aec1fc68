"""Numbers and lists in words: exact where a reader could compare them, and rating nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.language import wording


@pytest.mark.parametrize(
    ("n", "words"),
    [
        pytest.param(0, "0 claims", id="none"),
        pytest.param(1, "1 claim", id="one"),
        pytest.param(2, "2 claims", id="two"),
        pytest.param(12345, "12,345 claims", id="many"),
    ],
)
def test_count(n, words):
    assert wording.count(n, "claim") == words


def test_count_with_its_own_plural():
    assert wording.count(2, "entry", "entries") == "2 entries"
    assert wording.count(1, "entry", "entries") == "1 entry"


@pytest.mark.parametrize(
    ("words", "joined"),
    [
        pytest.param([], "", id="none"),
        pytest.param(["a"], "a", id="one"),
        pytest.param(["a", "b"], "a and b", id="two"),
        pytest.param(["a", "b", "c"], "a, b and c", id="three"),
    ],
)
def test_join_words(words, joined):
    assert wording.join_words(words) == joined


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        pytest.param("A spokesman for the mayor", "a spokesman for the mayor", id="article"),
        pytest.param("The ministry", "the ministry", id="the"),
        pytest.param("Ana Duarte", "Ana Duarte", id="a-name"),
        pytest.param("Another minister", "Another minister", id="only-whole-words"),
        pytest.param("The", "the", id="alone"),
    ],
)
def test_in_sentence(name, inside):
    assert wording.in_sentence(name) == inside


NUMBERS = [
    pytest.param(16e9, "16 billion", id="billion"),
    pytest.param(82e6, "82 million", id="million"),
    pytest.param(1.5e12, "1.5 trillion", id="trillion"),
    pytest.param(67_345_678, "67.35 million", id="four-significant-digits"),
    pytest.param(2000, "2,000", id="thousands"),
    pytest.param(999_999, "999,999", id="just-below-a-million"),
    pytest.param(0.5, "0.5", id="half"),
    pytest.param(12.25, "12.25", id="two-decimals"),
    pytest.param(7.0, "7", id="whole-without-point"),
    pytest.param(0, "0", id="zero"),
    pytest.param(-3.5, "-3.5", id="negative"),
    pytest.param(100, "100", id="no-zero-stripped"),
    pytest.param(0.004, "0.004", id="small"),
    pytest.param(112.5, "112.5", id="decimals-above-a-hundred"),
]


@pytest.mark.parametrize(("x", "words"), NUMBERS)
def test_number(x, words):
    assert wording.number(x) == words


SCALES = {"million": 1e6, "billion": 1e9, "trillion": 1e12}


@given(st.integers(1, 10**15))
def test_a_whole_number_is_told_within_its_rounding(n):
    digits, _, scale = wording.number(n).partition(" ")
    told = float(digits.replace(",", "")) * SCALES.get(scale, 1)
    assert told == pytest.approx(n, rel=5.1e-4)


AMOUNTS = [
    pytest.param(16e9, "USD", "16 billion US dollars", id="dollars"),
    pytest.param(5, "NOK", "5 NOK", id="a-currency-without-a-name-here"),
    pytest.param(12, "metre", "12 metres", id="unit"),
    pytest.param(1, "metre", "1 metre", id="one"),
    pytest.param(82e6, "people", "82 million people", id="people-have-no-s"),
    pytest.param(7.5, "percent", "7.5 %", id="percent"),
    pytest.param(3, None, "3", id="no-unit"),
    pytest.param(3, float("nan"), "3", id="null-unit"),
    pytest.param(90, "kilometre per hour", "90 kilometres per hour", id="rate"),
    pytest.param(9, "USD per barrel", "9 US dollars per barrel", id="price"),
    pytest.param(12, "year of age", "12 years of age", id="the-head-takes-the-s"),
    pytest.param(5, "country", "5 countries", id="y-to-ies"),
    pytest.param(6, "foot", "6 feet", id="irregular"),
    pytest.param(4, "inch", "4 inches", id="es"),
    pytest.param(3, "day", "3 days", id="vowel-before-y"),
]


@pytest.mark.parametrize(("x", "unit", "words"), AMOUNTS)
def test_amount(x, unit, words):
    assert wording.amount(x, unit) == words


@pytest.mark.parametrize(
    ("bound", "words"),
    [
        pytest.param("exact", "", id="exact"),
        pytest.param("range", "", id="range"),
        pytest.param("more_than", "more than ", id="more-than"),
        pytest.param("about", "about ", id="about"),
    ],
)
def test_bounded(bound, words):
    assert wording.bounded(bound) == words


@pytest.mark.parametrize(
    ("ratio", "words"),
    [
        pytest.param(1.0, "within 1 % of", id="equal"),
        pytest.param(1.009, "within 1 % of", id="near"),
        pytest.param(1.02, "1.02 times", id="beyond-it"),
        pytest.param(1.05, "1.05 times", id="a-twentieth-more"),
        pytest.param(0.95, "0.95 times", id="a-twentieth-less"),
        pytest.param(1.2, "1.2 times", id="more"),
        pytest.param(0.5, "about half of", id="half"),
        pytest.param(0.33, "about a third of", id="third"),
        pytest.param(0.26, "about a quarter of", id="quarter"),
        pytest.param(0.1, "about a tenth of", id="tenth"),
        pytest.param(0.4, "0.4 times", id="between"),
        pytest.param(12.4, "12 times", id="ten-and-more"),
        pytest.param(1234.0, "1,234 times", id="thousand"),
    ],
)
def test_times(ratio, words):
    assert wording.times(ratio) == words


JUDGING = {"only", "just", "correct", "wrong", "false", "true", "exaggerat", "understat", "overstat"}


@given(st.floats(0.001, 1e5))
def test_a_ratio_is_told_without_rating(ratio):
    assert not any(word in wording.times(ratio) for word in JUDGING)
