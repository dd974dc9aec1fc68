"""Whole figures: number, unit, bound, measure, party and days, and what a neighbour lends."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import language
from onrecord.figures.figure import find_figures, match_measure
from onrecord.intake import find_blocks

PUBLISHED = date(2019, 7, 17)


def figures(text: str):
    return find_figures(language.parse(text), PUBLISHED)


def words(text: str, span) -> str | None:
    return text[slice(*span)] if span else None


def number(figure):
    return figure.value if figure.value is not None else (figure.low, figure.high)


VALUES = [
    ("money", "Peru paid US$590bn for it.", [("US$590bn", 590e9, "exact", "USD")]),
    ("money in words", "It cost sixteen billion dollars.", [("sixteen billion dollars", 16e9, "exact", "USD")]),
    ("percent", "Prices rose 3.9 per cent.", [("3.9 per cent", 3.9, "exact", "percent")]),
    ("share", "Half of the ferries sank.", [("Half", 0.5, "exact", None)]),
    ("bounded share", "Less than half of our town voted.", [("half", 0.5, "less_than", None)]),
    ("vague", "Tens of billions of euros are gone.", [("Tens of billions of euros", (1e10, 1e11), "range", "EUR")]),
    ("count", "They sold 17 old wooden ferries.", [("17 old wooden ferries", 17, "exact", "ferry")]),
    ("compound", "About 300 harbour pilots met.", [("300 harbour pilots", 300, "about", "harbour pilot")]),
    ("people", "More than 900 people came.", [("900 people", 900, "more_than", "people")]),
    ("population", "They have a population of 82 million.", [("82 million", 82e6, "exact", None)]),
    ("range", "It takes 6 to 9 years.", [("6 to 9 years", (6, 9), "range", "year")]),
    ("between", "between 7% and 9% of it", [("7% and 9%", (7, 9), "range", "percent")]),
    ("shared scale", "from 5 to 10 million euros", [("5 to 10 million euros", (5e6, 1e7), "range", "EUR")]),
    ("shared noun", "for two to three years", [("two to three years", (2, 3), "range", "year")]),
    (
        "before and after",
        "Rents rose from 3% to 5% there.",
        [("3%", 3, "exact", "percent"), ("5%", 5, "exact", "percent")],
    ),
    ("limits", "more than 70 and less than 90 metres", [("70 and less than 90 metres", (70, 90), "range", "metre")]),
    ("feet and inches", "It is 5 feet 6 inches tall.", [("5 feet 6 inches", 5.5, "exact", "foot")]),
    ("rate", "They pump 640,000 barrels a day.", [("640,000 barrels a day", 6.4e5, "exact", "barrel per day")]),
    ("price", "Petrol costs $3.10 per gallon.", [("$3.10 per gallon", 3.10, "exact", "USD per gallon")]),
    ("age", "The seven-month-old calf slept.", [("seven-month-old", 7, "exact", "month of age")]),
    ("apposition", "Maria Lopez, 65, left.", [("65", 65, "exact", "year of age")]),
    ("aged", "He left home aged 16.", [("16", 16, "exact", "year of age")]),
    ("below zero", "It was 7 degrees below zero.", [("7 degrees below zero", -7, "exact", "degree")]),
    ("half an hour", "It took nearly half an hour.", [("half an hour", 0.5, "about", "hour")]),
    ("sterling", "They lost 30 million pounds.", [("30 million pounds", 3e7, "exact", "GBP")]),
    ("weight", "It weighs 20 pounds.", [("20 pounds", 20, "exact", "pound-mass")]),
    ("only is exact", "They had only 16 boats.", [("16 boats", 16, "exact", "boat")]),
    (
        "conversion",
        "over 5 miles (8 km)",
        [("5 miles", 5, "more_than", "mile"), ("8 km", 8, "more_than", "kilometre")],
    ),
    ("who", "Another 300 who stayed were fed.", [("300", 300, "exact", "people")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in VALUES], ids=[c[0] for c in VALUES])
def test_number_unit_and_bound(text, expected):
    found = [(text[f.start : f.end], number(f), f.bound, f.unit) for f in figures(text)]
    assert found == [(w, pytest.approx(v), b, u) for w, v, b, u in expected]


NO_FIGURES = [
    ("year", "It was built in 2015."),
    ("date", "On June 14, 2018 it closed."),
    ("clock", "Doors open at 10:30 and close at 5 p.m."),
    ("ordinal", "The third ferry came for the first time on the 5th."),
    ("second half", "In the second half they slept."),
    ("index", "The S&P 500 fell."),
    ("article of a law", "Article 5 binds them."),
    ("model", "The new iPhone 12 is out."),
    ("list of names", "It hit posts 12 and 13."),
    ("licence version", "Licensed under Attribution 4.0 International."),
    ("score", "They won 3-0."),
    ("phone number", "Call 555-010-4477 now."),
    ("no one", "No one came, one of them said."),
    ("one another", "They greeted one another."),
    ("one-way", "A one-way street."),
    ("a third beer", "He drank a third beer."),
    ("several times", "He has said several times that it rained."),
    ("decade", "In the 1990s she was in her 50s."),
    ("web address", "See www.example.org/2019/07/17/4521 for more."),
]


@pytest.mark.parametrize("text", [c[1] for c in NO_FIGURES], ids=[c[0] for c in NO_FIGURES])
def test_what_is_no_figure(text):
    assert [text[f.start : f.end] for f in figures(text)] == []


LINKS = [
    ("verb and object", "Peru spent 16 billion dollars on its schools.", "spent … on its schools", "Peru"),
    ("counted object", "Toyota employs 2,400 workers.", "Toyota employs … workers", None),
    ("copula", "The range of Peruvian ferries is 2000 kilometers.", "range of Peruvian ferries", "Peruvian"),
    ("object and from", "They extend the range of its ferries from 300 km.", "range of its ferries", "its"),
    ("share of", "Chile with less than half of our population slept.", "population", "Chile"),
    ("having", "Chile with a million people spent little.", None, "Chile"),
    ("population of we", "We have an 82 million population.", "population", "We"),
    ("subject", "Toyota shares rose 6.2% on Monday.", "Toyota shares", "Toyota"),
    ("party as subject", "Toyota gained 2.4%.", None, "Toyota"),
    ("modified noun", "She signed a $90,000 contract with Acme.", "contract with Acme", None),
    ("sold to", "Dozens of tonnes of grain were sold to Arab countries.", "grain", "Arab countries"),
    ("people said of", "A million people are on the boats.", "people on the boats", None),
    ("listed", "Toyota, up 5%, led.", None, "Toyota"),
]


@pytest.mark.parametrize(("text", "measure", "about"), [c[1:] for c in LINKS], ids=[c[0] for c in LINKS])
def test_measure_and_about(text, measure, about):
    (figure,) = figures(text)
    assert (figure.measure, words(text, figure.about)) == (measure, about)


LIST = (
    "Last year, Peru spent sixteen billion dollars altogether on its schools. Chile spent 22 billion. "
    "Bolivia spent 67 billion dollars."
)


def test_a_list_carries_measure_unit_and_period():
    found = figures(LIST)
    assert [f.measure for f in found] == ["spent … on its schools"] * 3
    assert [f.unit for f in found] == ["USD"] * 3
    assert [f.unit_stated for f in found] == [True, False, True]
    assert [words(LIST, f.about) for f in found] == ["Peru", "Chile", "Bolivia"]
    assert {(f.period_text, f.period_start, f.period_end) for f in found} == {
        ("Last year", date(2018, 1, 1), date(2018, 12, 31))
    }
    assert [f.rule for f in found] == [
        "verb and object",
        "verb and object; measure carried; unit carried; period carried",
        "verb and object; measure carried; period carried",
    ]


def test_nothing_is_carried_over_a_paragraph_or_to_another_verb():
    for text in (LIST.replace(". Chile", ".\nChile"), LIST.replace("Chile spent", "Chile found")):
        second = figures(text)[1]
        assert (second.unit, second.period_text) == (None, None)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        pytest.param("Peru spent $5 million in June 2018.", date(2018, 6, 1), date(2018, 6, 30), id="month and year"),
        pytest.param("Peru spent $5 million.", None, None, id="none stated"),
        pytest.param("Peru will spend $5 million by 2030.", None, date(2030, 12, 31), id="open start"),
        pytest.param("From 20 mpg in 2008 it went.", date(2008, 1, 1), date(2008, 12, 31), id="right after"),
        pytest.param("In May, by June, Peru spent $5.", None, None, id="two candidates"),
    ],
)
def test_period(text, start, end):
    figure = figures(text)[0]
    assert (figure.period_start, figure.period_end) == (start, end)


def test_a_compared_number_takes_the_unit():
    first, second = figures("About 210 boats were lost, compared with 40 before.")
    assert (second.value, second.unit, second.unit_stated, first.unit_stated) == (40, "boat", False, True)


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Maria Lopez, 65, left.", "age"),
        ("The 29-year-old pilot left.", "age of pilot"),
        ("The 29-year-old Ana Lopez left.", "age"),
        ("The average age of pilots is 50.", "average age of pilots"),
    ],
)
def test_what_an_age_measures(text, measure):
    assert figures(text)[0].measure == measure


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("All but $190,000 was paid.", "remainder"),
        ("All the $190,000 was paid.", None),
        ("Prices rose 5%.", "change"),
        ("Prices rose to 5%.", None),
    ],
)
def test_a_rule_says_that_a_number_is_no_amount(text, rule):
    said = [r for r in figures(text)[0].rule.split("; ") if r in ("remainder", "change")]
    assert said == ([rule] if rule else [])


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The hunt lasts five weeks.", "hunt lasts"),
        ("They hunted for five weeks.", "hunted"),
        ("Norway spent $5 on ships.", "spent … on ships"),
        ("The old town spent $5 on ships.", "old town spent … on ships"),
        ("The old town expects a $5 loss.", "loss"),
        ("The gunman had 12 bullets.", "gunman … bullets"),
    ],
)
def test_a_thing_without_a_name_belongs_to_the_measure(text, measure):
    assert figures(text)[0].measure == measure


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("She will be 35 soon.", "year of age"),
        ("Anna Holm, who is 70, left.", "year of age"),
        ("It will be 35 soon.", None),
    ],
)
def test_a_bare_number_that_someone_is(text, unit):
    assert figures(text)[0].unit == unit


def test_empty_text_has_no_figures():
    assert find_figures(language.parse(""), PUBLISHED) == []


GOLD = Path(__file__).parents[1] / "gold" / "clinic-budget"


def gold_rows():
    """Each figure of the invented story on a health budget, and the figure found in its place."""
    gold = json.loads((GOLD / "figures.json").read_text(encoding="utf8"))
    for article, rows in gold["articles"].items():
        text = (GOLD / f"{article}.txt").read_text(encoding="utf8")
        found = find_figures(language.parse(text, find_blocks(text)), date.fromisoformat(gold["published"]))
        assert [text[f.start : f.end] for f in found] == [row["text"] for row in rows], article
        for row, figure in zip(rows, found, strict=True):
            yield gold, row, figure, text


def disagreements(gold, row, figure, text) -> set[str]:
    """Columns in which a figure is not what its gold row says; what gold leaves out is not judged."""
    same = {
        "value": number(figure) == pytest.approx(row["value"] if "value" in row else (row["low"], row["high"])),
        "bound": figure.bound == row["bound"],
        "unit": figure.unit == row["unit"],
        "unit_stated": figure.unit_stated == row.get("unit_stated", True),
        "named": match_measure(figure.measure or "", gold["measures"]) == row["named"] if "named" in row else True,
        "measure": row.get("measure", "") in (figure.measure or ""),
        "about": row.get("about", "") in (words(text, figure.about) or ""),
        "period": [str(figure.period_start), str(figure.period_end)] == row["period"] if "period" in row else True,
    }
    return {column for column, right in same.items() if not right}


def test_the_same_rules_hold_on_another_story():
    wrong = {row["text"]: disagreements(gold, row, figure, text) for gold, row, figure, text in gold_rows()}
    known = {row["text"]: set(row["open"]) for _, row, _, _ in gold_rows() if "open" in row}
    assert {key: columns for key, columns in wrong.items() if columns} == known


PIECES = st.sampled_from(
    ["Peru ", "spent ", "16 ", "billion ", "dollars ", "on ", "half ", "of ", "its ", "one ", "(", ") ", "$", "5%",
     " to ", "from ", "\n", "2015 ", "a ", "million ", "people ", "with ", ", ", "tens of ", "½", "per ", "day ", "km",
     "-", "up "]
)  # fmt: skip


@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=14).map("".join)))
@settings(max_examples=150, deadline=None)
def test_any_text_gives_verbatim_spans(text):
    doc = language.parse(text)
    at = 0
    for figure in find_figures(doc, PUBLISHED):
        assert at <= figure.start < figure.end <= len(text)
        at = figure.end
        assert (figure.value is None) == (figure.bound == "range") == (figure.low is not None)
        assert figure.about is None or text[slice(*figure.about)].strip()
        assert (figure.unit is None) <= (figure.unit_kind in (None, "share"))


@given(st.integers(min_value=3, max_value=10**9), st.sampled_from(["$", "€", "£"]))
@settings(max_examples=40, deadline=None)
def test_an_amount_keeps_its_value_and_words(n, sign):
    text = f"The town paid {sign}{n:,} for it."
    (figure,) = figures(text)
    assert (figure.value, text[figure.start : figure.end], figure.unit_kind) == (n, f"{sign}{n:,}", "money")
