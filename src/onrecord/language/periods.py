"""Time expressions → intervals of days, both ends included, read against the publication date.

``find_periods`` marks the expressions in a text, ``resolve_period`` says which days one means. Both are patterns over
the words, no parser: spaCy's DATE spans miss the preposition that decides ("until May 3"), and dateparser puts
"Wednesday" a week back in an article published on a Wednesday.

What is undecided stays null: "this summer" (which hemisphere), "a year earlier" (than what), "next Friday" (this week's
or the next), a fiscal year without its end, a month still to come in a sentence whose tense is not known.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

from onrecord.language import intervals
from onrecord.language.intervals import Interval
from onrecord.language.spans import Chars

DEEPEST = 3  # time expressions inside one another; "from the end of 2018 until May" has two


_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
    r"|january|february|april|june|july|august|september|october|november|december|(?:jan|feb|aug|sept?|oct|nov|dec)\s?\.)"
)
_WEEKDAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat)\.)"
)
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[5-9]\d\d|2[01]\d\d)"
_COUNT = (
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty)"
)
_UNIT = r"(?:day|week|month|quarter|year|decade|century)"
_PART = r"(?:the\s+)?(?:very\s+)?(?:early|earlier|late|later|mid|beginning|start|middle|end)(?:\s+of|\s+in)?[\s-]+"
_DATE = (
    rf"\d{{4}}-\d\d-\d\d(?!\d)"
    rf"|{_MONTH}\s+{_DAY}(?:\s*(?:-|–|to)\s*{_DAY})?(?:\s*,?\s+{_YEAR})?(?![\d%]|\s?(?:percent|per cent|km|million))"
    rf"|{_DAY}(?:\s+of)?\s+{_MONTH}(?:\s*,?\s+{_YEAR})?"
    rf"|{_MONTH}(?:\s+of|,)?\s+(?:{_YEAR}|this year|last year|next year)"
)
_DATED = (
    rf"(?:{_WEEKDAY}\s*,\s*)?(?:{_DATE})"
    rf"|(?i:{_PART})?(?:(?i:last|next|this)\s+)?{_MONTH}(?!\s+(?:be|have|not|also|well|still)\b)"
    rf"|(?:(?i:last|next|this)\s+)?{_WEEKDAY}(?i:\s+(?:morning|afternoon|evening|night)\b)?"
)
_RELATIVE = (
    rf"(?:the\s+)?(?:first|second)\s+half\s+of\s+(?:the\s+year\s+|fiscal\s+)?{_YEAR}"
    rf"|(?:the\s+)?(?:first|second|third|fourth)\s+quarter\s+of\s+{_YEAR}|Q[1-4]\s+{_YEAR}"
    rf"|(?:{_PART})?(?:the\s+)?{_YEAR}'?s|(?:the\s+)?\d\d(?:st|th)[\s-]century"
    rf"|(?:{_PART})?(?:the\s+)?(?:(?:fiscal|financial)\s+)?(?:year\s+)?{_YEAR}(?:\s?[–/-]\s?(?:{_YEAR}|\d\d))?(?![\d%:-]|[.,]\d)"
    rf"|(?:earlier\s+|later\s+|so\s+far\s+)?(?:last|next|this)\s+"
    rf"(?:{_UNIT}|summer|winter|spring|autumn|fall|morning|afternoon|evening|night|weekend)"
    rf"|(?:the\s+)?(?:last|past|previous|next|coming)\s+(?:{_COUNT}\s+{_UNIT}s?|{_UNIT}(?!s))"
    rf"|{_COUNT}\s+{_UNIT}s?\s+(?:ago|earlier|before|later)"
    r"|yesterday|today|tomorrow|tonight|the\s+same\s+(?:period|day|week|month|year)"
)
_CORE = rf"(?:{_DATED}|(?i:{_RELATIVE}))(?!\w)"
_LEAD = (
    r"(?:(?:on|in|during|over|for|at|by|until|till|through|before|after|since|from|between|within|as\s+of|up\s+to|of)"
    r"\s+)(?:the\s+end\s+of\s+)?"
)
_FIND = re.compile(rf"(?<![\w$£€-])(?i:{_LEAD})?{_CORE}(?:\s+(?:to|until|till|and|through)\s+{_CORE})?")
_TRIGGER = re.compile(
    rf"\b(?:{_MONTH}|{_WEEKDAY}|{_YEAR}(?!\d)|\d\d(?:st|th)[ -]century|\d{{4}}-\d\d-\d\d"
    r"|(?i:last|past|previous|next|coming|this|ago|earlier|later|yesterday|today|tomorrow|tonight|the\s+same)\b)"
)
_LOOKBACK = 45  # characters; the longest lead, "between the beginning of the financial year ", is shorter
_BARE = re.compile(_YEAR)
_COUNTED = re.compile(
    r"(?:\s|-)?(?:%|°|km|kg|m\b|(?:people|percent|per\s+cent|(?:kilo)?met(?:er|re)s?|miles?|tonnes?|tons?|dollars?|euros?|"
    r"pounds?|million|billion|thousand|times|hours|days|votes|cars|jobs|seats|troops|soldiers|members|workers|homes)\b)"
)


def find_periods(text: str) -> list[Chars]:
    """Spans of time expressions, with the preposition that belongs to them ("in June 2018", "until May 3").

    Reading order, no overlaps. A bare number of four digits counts only from 1500 to 2099 and only after a preposition
    or a word for a part of the year: "2000 kilometers" is a length and "1820 pupils" a count.
    """
    plain, spans, at = _straight(text), [], 0
    for trigger in _TRIGGER.finditer(plain):
        if trigger.start() < at:
            continue
        window = _FIND.finditer(plain, max(at, trigger.start() - _LOOKBACK), trigger.end() + 2 * _LOOKBACK)
        match = next((m for m in window if m.end() > trigger.start()), None)
        if match:
            at = match.end()
            if _is_period(plain, match):
                spans.append(Chars(*match.span()))
    return spans


def _straight(text: str) -> str:
    return text.replace("\u2019", "'").replace("\xa0", " ").replace("\u202f", " ")


def _is_period(text: str, match: re.Match[str]) -> bool:
    """A bare year needs a sign that it is one; "May" and "March" need one that they are months."""
    words = match.group()
    if _BARE.fullmatch(words) or words in intervals.MONTHS:
        return False
    if (
        _COUNTED.match(text, match.end())
        and re.search(r"\d{4}$", words)
        and not re.search(r"[A-Za-z]{3} *,? *\d{4}$", words)
    ):
        return False
    return words not in ("May", "March", "may", "march", "Mar", "second", "of May") or text.endswith(
        "in ", 0, match.start()
    )


def resolve_period(text: str, published: date | None = None, future: bool | None = None) -> Interval | None:
    """The days a time expression means, both ends included, or null when that is undecided.

    An end is null where the expression leaves it open ("until May 3": no start; "since 2015" ends on ``published``).
    ``future``: the tense of the clause, when known. It decides months and weekdays without a year; where it is not
    known, a weekday is the last one up to the publication date, and a month of the same year that has begun is meant.
    """
    words = re.sub(r"[\s\u00a0]+", " ", _straight(text)).strip(" ,.;:()").lower()
    words = re.sub(
        r"'s$|\b(?:exactly|just|early|late|earlier|later|mid|very)\b[ -]?|\b(morning|afternoon|evening|night)$",
        _keep,
        words,
    )
    return _resolve(words.strip(" ,"), published, future)


def _keep(match: re.Match[str]) -> str:
    """Parts of a day are dropped after a weekday and kept in "last night", "this morning"."""
    before = match.string[: match.start()].rstrip()
    return match.group() if match.group(1) and before in ("last", "this") else ""


def _resolve(words: str, published: date | None, future: bool | None, depth: int = 0) -> Interval | None:
    if depth > DEEPEST:
        return None
    words = re.sub(r"^(?:on|in|during|of|at|as of|for|over|within) (?=.)", "", words)
    two = re.fullmatch(r"(?:from |between )?(.+?) (?:to|until|till|through|and) (.+)", words)
    if two:
        return _join(two.group(1), two.group(2), published, future, depth + 1)
    open_end = re.fullmatch(r"(until|till|through|up to|by|before|after|since|from) (?:the )?(.+)", words)
    if open_end:
        return _open(open_end.group(1), open_end.group(2), published, future, depth + 1)
    words = re.sub(r"^(?:the )?(?:beginning|start|middle|end)(?: of)? ", "", words)
    words = words.removeprefix("the ") if not re.match(r"the (?:last|past|previous|next|coming) ", words) else words
    for pattern, reader in _readers():
        match = pattern.fullmatch(words)
        if match:
            try:
                return reader(match, published, future)
            except (ValueError, OverflowError):  # 31 June, year 0
                return None
    return None


def _join(first: str, last: str, published: date | None, future: bool | None, depth: int) -> Interval | None:
    """ "June to August 2018": the first takes the year of the last."""
    end = _resolve(last, published, future, depth)
    year = re.search(rf"{_YEAR}$", last)
    start = _resolve(f"{first} {year.group()}", published, future, depth) if year and first[-1:].isalpha() else None
    start = start or _resolve(first, published, future, depth)
    if not (start and end and start[0] and end[1]) or start[0] > end[1]:
        return None
    return start[0], end[1]


def _open(word: str, rest: str, published: date | None, future: bool | None, depth: int) -> Interval | None:
    inner = _resolve(rest, published, future, depth)
    if inner is None:
        return None
    start, end = inner
    if word in ("until", "till", "through", "up to", "by"):
        return None, end
    if word == "before":
        return None, start - timedelta(days=1) if start else None
    if word == "after":
        return (end + timedelta(days=1) if end else None), None
    return start, published if published and start and published >= start else None


@cache
def _readers() -> tuple[tuple[re.Pattern[str], Callable[..., Interval | None]], ...]:
    month, weekday, day, count = (f"({x.lower()})" for x in (_MONTH, _WEEKDAY, _DAY, _COUNT))
    year = f"({_YEAR})"
    rows: list[tuple[str, Callable[..., Interval | None]]] = [
        (r"(\d{4})-(\d\d)-(\d\d)", lambda m, p, f: intervals.day(int(m[1]), int(m[2]), int(m[3]))),
        (rf"(?:{weekday},? )?{month} {day}(?: ?(?:-|–|to) ?{day})?(?:,? {year})?", intervals.month_day),
        (
            rf"(?:{weekday},? )?{day}(?: of)? {month}(?:,? {year})?",
            lambda m, p, f: intervals.dated(m[3], m[2], None, m[4], p, f),
        ),
        (rf"{month}(?: of|,)? {year}", lambda m, p, f: intervals.month(int(m[2]), intervals.month_number(m[1]))),
        (
            rf"{month}(?: of)? (this|last|next) year",
            lambda m, p, f: p and intervals.month(p.year + intervals.STEP[m[2]], intervals.month_number(m[1])),
        ),
        (rf"(?:(last|next|this) )?{month}", intervals.bare_month),
        (
            rf"(first|second) half of {year}",
            lambda m, p, f: intervals.months(int(m[2]), *((1, 6) if m[1] == "first" else (7, 12))),
        ),
        (
            rf"(first|second|third|fourth) quarter of {year}",
            lambda m, p, f: intervals.quarter(intervals.ORDER.index(m[1]), int(m[2])),
        ),
        (rf"q([1-4]) {year}", lambda m, p, f: intervals.quarter(int(m[1]) - 1, int(m[2]))),
        (r"(\d{3})0s", lambda m, p, f: intervals.years(int(m[1]) * 10, int(m[1]) * 10 + 9)),
        (r"(\d\d)(?:st|th)[ -]century", lambda m, p, f: intervals.years(int(m[1]) * 100 - 99, int(m[1]) * 100)),
        (rf"(?:year )?{year}", lambda m, p, f: intervals.years(int(m[1]), int(m[1]))),
        (rf"{year} ?[–-] ?{year}", lambda m, p, f: intervals.years(int(m[1]), int(m[2])) if m[1] < m[2] else None),
        (rf"(?:(this|last) )?{weekday}", intervals.weekday),
        (r"(last )?weekend", intervals.weekend),
        (rf"(so far )?(this|last|next) ({_UNIT})", intervals.calendar_unit),
        (
            rf"(?:the )?(?:last|past|previous) (?:{count} )?({_UNIT})s?",
            lambda m, p, f: p and intervals.back(p, intervals.count(m[1]), m[2]),
        ),
        (
            rf"(?:the )?(?:next|coming) (?:{count} )?({_UNIT})s?",
            lambda m, p, f: p and intervals.ahead(p, intervals.count(m[1]), m[2]),
        ),
        (rf"{count} (day|week|month|year)s? ago", intervals.ago),
        (r"today|tonight|this (?:morning|afternoon|evening)", lambda m, p, f: p and (p, p)),
        (r"yesterday|last (?:night|evening)", lambda m, p, f: p and (p - timedelta(1), p - timedelta(1))),
        (r"tomorrow", lambda m, p, f: p and (p + timedelta(1), p + timedelta(1))),
    ]
    return tuple((re.compile(pattern), reader) for pattern, reader in rows)
