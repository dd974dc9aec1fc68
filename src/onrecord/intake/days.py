"""A day as files write it for machines: ISO 8601's order, with a time or without."""

import re
from datetime import date

ISO_DAY = re.compile(r"\b((?:19|20)\d\d)[-/.]?(0[1-9]|1[0-2])[-/.]?(0[1-9]|[12]\d|3[01])(?!\d)")


def find_iso_day(written: str) -> date | None:
    """The first day in ISO's order; null where there is none, or it is no day of the calendar."""
    match = ISO_DAY.search(written)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None
