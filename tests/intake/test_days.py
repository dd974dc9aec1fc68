"""Days in ISO's order."""

from datetime import date

import pytest

from onrecord.intake.days import find_iso_day


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
