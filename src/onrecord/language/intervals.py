"""Calendar arithmetic for ``periods``: months, weekdays and stretches of time as intervals of days, both ends included.

Functions that take a match read one kind of expression; ``published`` is the day the text speaks from (null: unknown),
``future`` the tense of its clause (null: unknown). Each gives null rather than choose between two readings.
"""

import re
from calendar import monthrange
from datetime import date, timedelta

from onrecord.lexicon import read_rows

Interval = tuple[date | None, date | None]  # an open end is null: "until May 3" has no start

MONTHS = [
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
]
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
STEP = {"last": -1, "this": 0, "next": 1}
ORDER = ["first", "second", "third", "fourth"]


def number_words() -> dict[str, int]:
    rows = read_rows("numerals")
    return {row["word"]: int(row["value"]) for row in rows if row["kind"] in ("unit", "teen", "ten")} | {
        "a": 1,
        "an": 1,
    }


def count(words: str | None) -> int:
    return 1 if not words else int(words) if words.isdecimal() else number_words()[words]


def month_number(word: str) -> int:
    return next(i for i, name in enumerate(MONTHS, 1) if name.startswith(word.strip(". ")[:3]))


def day(year: int, number: int, of_month: int) -> Interval:
    return date(year, number, of_month), date(year, number, of_month)


def month(year: int, number: int) -> Interval:
    return months(year, number, number)


def months(year: int, first: int, last: int) -> Interval:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def quarter(index: int, year: int) -> Interval:
    return months(year, 3 * index + 1, 3 * index + 3)


def years(first: int, last: int) -> Interval:
    return date(first, 1, 1), date(last, 12, 31)


def month_day(m: re.Match[str], published: date | None, future: bool | None) -> Interval | None:
    return dated(m[2], m[3], m[4], m[5], published, future)


def dated(month: str, first: str, last: str | None, year: str | None, published: date | None, future: bool | None):
    """A day of a month; without a year the publication year, or the one before or after where the tense says so."""
    number, days = month_number(month), [int(re.match(r"\d+", d)[0]) for d in (first, last or first)]
    if year is None and published is None:
        return None
    start, end = (date(int(year) if year else published.year, number, d) for d in days)
    if year is None and future is not None:
        shift = 1 if future and end < published else -1 if not future and start > published else 0
        start, end = start.replace(year=start.year + shift), end.replace(year=end.year + shift)
    return (start, end) if start <= end else None


def bare_month(m: re.Match[str], published: date | None, future: bool | None) -> Interval | None:
    """Newspapers leave out the current year, so a month still to come is open unless the tense tells."""
    if published is None:
        return None
    number, year = month_number(m[2]), published.year
    begun = number <= published.month
    if m[1] in ("last", "next"):
        future = m[1] == "next"
        begun = begun and not (future or number == published.month)
        return month(year + (future and number <= published.month) - (not future and not begun), number)
    if future is None and not begun and m[1] is None:
        return None
    shift = 1 if future and number < published.month else -1 if future is False and not begun else 0
    return month(year + shift, number)


def weekday(m: re.Match[str], published: date | None, future: bool | None) -> Interval | None:
    """The last such day up to publication (the day itself included: articles of a Wednesday say "on Wednesday").

    Null for tomorrow's: an article of a Saturday that says "on Sunday" is misdated or means six days ago.
    """
    number = next(i for i, name in enumerate(WEEKDAYS) if name.startswith(m[2].strip(".")[:3]))
    if published is None or (m[1] == "this" and future is None):
        return None
    back = (published.weekday() - number) % 7
    if back == 6 and not m[1] and not future:
        return None
    back = 7 if m[1] == "last" and back == 0 else back
    found = published + timedelta((number - published.weekday()) % 7) if future else published - timedelta(back)
    return found, found


def weekend(m: re.Match[str], published: date | None, future: bool | None) -> Interval | None:
    """The Saturday and Sunday before publication, or the Sunday's own; a Saturday's "the weekend" may be either."""
    if published is None or future or (published.weekday() == 5 and not m[1]):
        return None
    back = (published.weekday() - 5) % 7
    saturday = published - timedelta(back + 7 if m[1] and back <= 1 else back)
    return saturday, saturday + timedelta(1)


def calendar_unit(m: re.Match[str], published: date | None, future: bool | None) -> Interval | None:
    """ "last year", "this month": calendar units; a decade or a century has no agreed beginning."""
    so_far, word, unit = m[1], m[2], m[3]
    if published is None or unit in ("decade", "century"):
        return None
    step = STEP[word]
    if unit == "year":
        found = years(published.year + step, published.year + step)
    elif unit == "quarter":
        found = quarter(*carry((published.month - 1) // 3 + step, published.year, 4))
    elif unit == "month":
        index, year = carry(published.month - 1 + step, published.year, 12)
        found = month(year, index + 1)
    else:
        monday = published - timedelta(published.weekday()) + timedelta(7 * step)
        found = (monday, monday + timedelta(6)) if unit == "week" else (published + timedelta(step),) * 2
    return (found[0], published) if so_far and word == "this" else found


def carry(index: int, year: int, base: int) -> tuple[int, int]:
    return index % base, year + index // base


def shift(start: date, steps: int, unit: str) -> date:
    """``steps`` units later; 31 January and a month is the last of February."""
    if unit in ("day", "week"):
        return start + timedelta(steps * (7 if unit == "week" else 1))
    index, year = carry(start.month - 1 + steps * {"month": 1, "quarter": 3}.get(unit, 0), start.year, 12)
    year += steps * {"year": 1, "decade": 10, "century": 100}.get(unit, 0)
    return date(year, index + 1, min(start.day, monthrange(year, index + 1)[1]))


def back(published: date, steps: int, unit: str) -> Interval:
    return shift(published, -steps, unit) + timedelta(1), published


def ahead(published: date, steps: int, unit: str) -> Interval:
    return published, shift(published, steps, unit) - timedelta(1)


def ago(m: re.Match[str], published: date | None, future: bool | None) -> Interval | None:
    """ "three months ago" is that calendar month, "two years ago" that year, "a week ago" that week."""
    if published is None:
        return None
    then, unit = shift(published, -count(m[1]), m[2]), m[2]
    monday = then - timedelta(then.weekday())
    return {
        "day": (then, then),
        "week": (monday, monday + timedelta(6)),
        "month": month(then.year, then.month),
        "year": years(then.year, then.year),
    }[unit]
