"""Time expressions as days, both ends included; what is undecided is null."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.language.periods import find_periods, resolve_period

WEDNESDAY = date(2019, 7, 17)
OPEN = None


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


RESOLVED = [
    ("last year", "2018-01-01", "2018-12-31"),
    ("Last Year", "2018-01-01", "2018-12-31"),
    ("this year", "2019-01-01", "2019-12-31"),
    ("so far this year", "2019-01-01", "2019-07-17"),
    ("last month", "2019-06-01", "2019-06-30"),
    ("last week", "2019-07-08", "2019-07-14"),
    ("the last week", "2019-07-11", "2019-07-17"),
    ("this quarter", "2019-07-01", "2019-09-30"),
    ("in June 2018", "2018-06-01", "2018-06-30"),
    ("in March", "2019-03-01", "2019-03-31"),
    ("last December", "2018-12-01", "2018-12-31"),
    ("next March", "2020-03-01", "2020-03-31"),
    ("July 9, 2019", "2019-07-09", "2019-07-09"),
    ("9 July", "2019-07-09", "2019-07-09"),
    ("July 15-17", "2019-07-15", "2019-07-17"),
    ("on Tuesday, July 16", "2019-07-16", "2019-07-16"),
    ("2019-02-28", "2019-02-28", "2019-02-28"),
    ("on Wednesday", "2019-07-17", "2019-07-17"),
    ("last Wednesday", "2019-07-10", "2019-07-10"),
    ("last Thursday", "2019-07-11", "2019-07-11"),
    ("Monday night", "2019-07-15", "2019-07-15"),
    ("over the weekend", "2019-07-13", "2019-07-14"),
    ("last weekend", "2019-07-13", "2019-07-14"),
    ("yesterday", "2019-07-16", "2019-07-16"),
    ("last night", "2019-07-16", "2019-07-16"),
    ("tomorrow", "2019-07-18", "2019-07-18"),
    ("until April 20", OPEN, "2019-04-20"),
    ("by 2030", OPEN, "2030-12-31"),
    ("by the end of 2020", OPEN, "2020-12-31"),
    ("before 2010", OPEN, "2009-12-31"),
    ("after 2010", "2011-01-01", OPEN),
    ("since 2015", "2015-01-01", "2019-07-17"),
    ("between 2015 and 2018", "2015-01-01", "2018-12-31"),
    ("from June to August 2018", "2018-06-01", "2018-08-31"),
    ("the past three months", "2019-04-18", "2019-07-17"),
    ("in the next two years", "2019-07-17", "2021-07-16"),
    ("two years ago", "2017-01-01", "2017-12-31"),
    ("three weeks ago", "2019-06-24", "2019-06-30"),
    ("the 1990s", "1990-01-01", "1999-12-31"),
    ("the 19th century", "1801-01-01", "1900-12-31"),
    ("the first half of 2018", "2018-01-01", "2018-06-30"),
    ("the third quarter of 2018", "2018-07-01", "2018-09-30"),
    ("late 2018", "2018-01-01", "2018-12-31"),
]


@pytest.mark.parametrize(("text", "start", "end"), RESOLVED, ids=[row[0] for row in RESOLVED])
def test_resolve_period(text, start, end):
    assert resolve_period(text, WEDNESDAY) == (day(start), day(end))


@pytest.mark.parametrize(
    "text",
    [
        "in December",  # of this year or the last
        "next Friday",  # this week's or the one after
        "on Thursday",  # of last week, or the article is misdated
        "this summer",
        "this weekend",  # the last one or the next
        "a year earlier",
        "the same period",
        "fiscal 2018",
        "31 June 2018",
        "in recent years",
        "2000 kilometers",
        "from 2018 to 2015",
        "soon",
        "",
    ],
)
def test_what_is_undecided_is_null(text):
    assert resolve_period(text, WEDNESDAY) is None


@pytest.mark.parametrize("text", ["last year", "in March", "on Wednesday", "yesterday", "two years ago", "9 July"])
def test_relative_expressions_need_a_publication_date(text):
    assert resolve_period(text, None) is None


def test_absolute_expressions_need_none():
    assert resolve_period("in June 2018") == (date(2018, 6, 1), date(2018, 6, 30))


@pytest.mark.parametrize(
    ("text", "future", "start"),
    [("in December", True, "2019-12-01"), ("in December", False, "2018-12-01"), ("on Friday", True, "2019-07-19")],
)
def test_the_tense_decides(text, future, start):
    assert resolve_period(text, WEDNESDAY, future)[0] == day(start)


@pytest.mark.parametrize(
    ("published", "text", "start"),
    [
        (date(2019, 7, 15), "over the weekend", "2019-07-13"),
        (date(2019, 7, 14), "over the weekend", "2019-07-13"),
        (date(2019, 7, 14), "last weekend", "2019-07-06"),
        (date(2019, 7, 13), "last weekend", "2019-07-06"),
    ],
)
def test_a_weekend_is_the_one_that_is_over_or_ends_today(published, text, start):
    assert resolve_period(text, published, future=False)[0] == day(start)


def test_a_saturday_s_weekend_and_one_to_come_are_open():
    assert resolve_period("over the weekend", date(2019, 7, 13)) is None
    assert resolve_period("over the weekend", WEDNESDAY, future=True) is None


FOUND = [
    ("year after preposition", "It opened in 1914 and closed.", ["in 1914"]),
    ("until", "He led it until April 20, said one.", ["until April 20"]),
    ("month and year", "Back in June 2018 he said so.", ["in June 2018"]),
    ("two in a sentence", "Chief until April 20, he said in June 2018 no.", ["until April 20", "in June 2018"]),
    ("last year", "Last year, they spent more.", ["Last year"]),
    ("months joined", "From June to August 2018 it fell.", ["From June to August 2018"]),
    ("span of years", "in the past three years", ["in the past three years"]),
    ("ago", "three weeks ago it rained", ["three weeks ago"]),
    ("weekday", "He told reporters on Tuesday night.", ["on Tuesday night"]),
    ("length, no year", "A range of 2000 kilometers.", []),
    ("count, no year", "There were 1820 pupils.", []),
    ("money, no year", "It cost $1999 then.", []),
    ("verbs, no months", "They may march and august guests sat.", []),
    ("vague", "in recent years and in previous years", []),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in FOUND], ids=[c[0] for c in FOUND])
def test_find_periods(text, expected):
    assert [text[a:b] for a, b in find_periods(text)] == expected


@given(st.text(max_size=80), st.dates())
@settings(max_examples=200, deadline=None)
def test_no_input_raises_and_spans_stay_inside(text, published):
    at = 0
    for start, end in find_periods(text):
        assert at <= start < end <= len(text)
        at = end
    resolve_period(text, published)


@given(st.sampled_from([row[0] for row in RESOLVED]), st.dates(), st.sampled_from([None, True, False]))
@settings(max_examples=300, deadline=None)
def test_an_interval_never_ends_before_it_starts(text, published, future):
    found = resolve_period(text, published, future)
    if found and found[0] and found[1]:
        assert found[0] <= found[1]


@pytest.mark.parametrize("words", ["until ", "from 2018 to ", "since the ", "between 1999 and "])
def test_expressions_without_end_are_undecided_not_an_error(words):
    assert resolve_period(words * 3000 + "2018", date(2019, 3, 5)) is None
