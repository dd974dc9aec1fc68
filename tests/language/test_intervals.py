"""Calendar arithmetic at the edges."""

from datetime import date

import pytest

from onrecord.language.intervals import back, month_number, months, quarter, shift


@pytest.mark.parametrize(
    ("start", "steps", "unit", "expected"),
    [
        pytest.param(date(2019, 1, 31), 1, "month", date(2019, 2, 28), id="end of January and a month"),
        pytest.param(date(2020, 2, 29), -1, "year", date(2019, 2, 28), id="leap day a year back"),
        pytest.param(date(2019, 11, 30), 1, "quarter", date(2020, 2, 29), id="quarter over a year's end"),
        pytest.param(date(2019, 7, 17), -1, "week", date(2019, 7, 10), id="week"),
        pytest.param(date(2019, 7, 17), 1, "decade", date(2029, 7, 17), id="decade"),
    ],
)
def test_shift(start, steps, unit, expected):
    assert shift(start, steps, unit) == expected


def test_months_include_both_ends():
    assert months(2020, 1, 2) == (date(2020, 1, 1), date(2020, 2, 29))
    assert quarter(3, 2018) == (date(2018, 10, 1), date(2018, 12, 31))


def test_the_past_year_is_twelve_months_and_ends_today():
    assert back(date(2019, 7, 17), 1, "year") == (date(2018, 7, 18), date(2019, 7, 17))


@pytest.mark.parametrize(("word", "number"), [("may", 5), ("sept.", 9), ("mar", 3), ("december", 12)])
def test_month_number(word, number):
    assert month_number(word) == number
