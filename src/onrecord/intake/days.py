"""A day as files write it: ISO 8601's order with a time or without, the month in words, or numbers."""

import re
from datetime import date, datetime
from typing import Any

from onrecord.language.periods import resolve_period

ISO_DAY = re.compile(r"\b((?:19|20)\d\d)[-/.]?(0[1-9]|1[0-2])[-/.]?(0[1-9]|[12]\d|3[01])(?!\d)")
SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d\d)\b")
ORDERS = ("DMY", "MDY")  # of day, month and year in numbers
MONTHS = 12


def find_iso_day(written: str) -> date | None:
    """The first day in ISO's order; null where there is none, or it is no day of the calendar."""
    match = ISO_DAY.search(written)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def read_day(value: Any, order: str | None = None) -> date | None:
    """The day that an export's value is; null where it is none, or has two readings (03/04/2019).

    ``order``: one of ``ORDERS``, for days that have two; a number above twelve can be no month, whatever it says.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        return None
    if day := find_iso_day(value):
        return day
    if match := SLASHED.match(value.strip()):
        first, second, year = map(int, match.groups())
        return _read_numbers(first, second, year, order)
    days = resolve_period(value)
    return days[0] if days and days[0] == days[1] else None


def _read_numbers(first: int, second: int, year: int, order: str | None) -> date | None:
    if max(first, second) > MONTHS or first == second:
        day, month = max(first, second), min(first, second)
    elif order:
        day, month = (first, second) if order == "DMY" else (second, first)
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
