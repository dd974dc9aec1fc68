"""Days as files write them."""

from datetime import date, datetime

import pytest

from onrecord.intake.days import find_iso_day, read_day


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2019-07-16", date(2019, 7, 16)),
        ("2019-07-16T23:10:00-04:00", date(2019, 7, 16)),
        ("20190716T101500Z", date(2019, 7, 16)),
        ("/2019/07/16/storm", date(2019, 7, 16)),
        ("2019-02-31", None),
        ("16.07.2019", None),
        ("1234567890", None),
        ("", None),
    ],
)
def test_find_iso_day(written, day):
    assert find_iso_day(written) == day


APRIL, MARCH = date(2019, 4, 3), date(2019, 3, 4)


@pytest.mark.parametrize(
    ("value", "order", "day"),
    [
        pytest.param("03/04/2019", None, None, id="two-readings"),
        pytest.param("03/04/2019", "DMY", APRIL, id="day-first"),
        pytest.param("3.4.2019 10:15", "DMY", APRIL, id="points-and-a-time"),
        pytest.param("03/04/2019", "MDY", MARCH, id="month-first"),
        pytest.param("16/07/2019", "MDY", date(2019, 7, 16), id="no-month-sixteen"),
        pytest.param("07/16/2019", None, date(2019, 7, 16), id="one-reading"),
        pytest.param("04/04/2019", None, date(2019, 4, 4), id="both-the-same"),
        pytest.param("31/02/2019", "DMY", None, id="no-such-day"),
        pytest.param("00/04/2019", "DMY", None, id="no-day-zero"),
        pytest.param("3 April 2019", "MDY", APRIL, id="in-words"),
        pytest.param("2019-04-03", "MDY", APRIL, id="iso"),
        pytest.param(datetime(2019, 4, 3, 10), None, APRIL, id="time"),
        pytest.param(APRIL, None, APRIL, id="day"),
        pytest.param("soon", "DMY", None, id="no-day"),
        pytest.param(20190403, None, None, id="number"),
    ],
)
def test_read_day(value, order, day):
    assert read_day(value, order) == day
