"""Which figures of two articles are of one thing, and whether their numbers agree."""

import pytest
from rows import figures, make_row

from onrecord.comparison.figure_pairs import compare_figures

DAYS = {"period_start": "2018-01-01", "period_end": "2018-12-31"}
LATER = {"period_start": "2019-01-01", "period_end": "2019-12-31"}
NOBODYS = {"about": None, "iso3": None, "measure": None}


def stated(sentence, text, **columns):
    """A figure of a sentence that is its article's only one."""
    start = sentence.index(text)
    place = {"sentence": sentence, "text": text, "start": start, "end": start + len(text)}
    return NOBODYS | place | columns


def relations(*rows, pairs=()):
    made = figures(*rows)
    sentences = [
        make_row("sentences", {"article_id": row.article_id, "sentence": 1, "paragraph": 1, "start": 0, "end": 999})
        for row in made
    ]
    return compare_figures(made, sentences, pairs)["relation"].tolist()


COST = stated("The new pier will cost 43 million dollars by spring.", "43 million dollars", value=43e6)
PAID = stated("A pier for 43,885,000 dollars by spring is too dear.", "43,885,000 dollars", value=43_885_000.0)
JOBS = stated("The yard has 146,000 jobs.", "146,000 jobs", value=146_000.0, unit="job")
CASES = [
    pytest.param(COST, COST, ["agree"], id="equal-with-words-in-common"),
    pytest.param(COST, PAID, ["agree_rounded"], id="cut-with-two-words-in-common"),
    pytest.param(
        COST, stated("Gulls ate 43 million dollars.", "43 million dollars", value=43e6), [], id="equal-without-a-word"
    ),
    pytest.param(
        stated("The pier has 4 cranes by spring.", "4 cranes", value=4.0, unit="crane"),
        stated("The pier has 4 by spring.", "4", value=4.0, unit=None),
        [],
        id="small-count-without-a-unit",
    ),
    pytest.param(
        COST, stated("Gulls ate 43 million dollars by spring.", "43 million dollars", value=43e6), [], id="one-word"
    ),
    pytest.param(COST, COST | {"unit": "EUR"}, [], id="other-unit"),
    pytest.param(COST, COST | {"unit": None}, ["agree"], id="unit-left-open"),
    pytest.param(COST | DAYS, COST | LATER, [], id="periods-apart"),
    pytest.param(COST | DAYS, COST, ["agree"], id="one-period-left-open"),
    pytest.param(COST | {"iso3": "NOR"}, COST | {"iso3": "PRT"}, [], id="other-country"),
    pytest.param(COST | {"about_actor_id": "m1"}, COST | {"about_actor_id": "m2"}, [], id="other-party"),
    pytest.param(COST, COST | {"rule": "verb; change"}, [], id="a-change-is-no-level"),
    pytest.param(COST, COST | {"value": None, "low": 1.0, "high": 2.0, "bound": "range"}, [], id="range"),
    pytest.param(
        JOBS,
        stated("In the yard they count 146,000.", "146,000", value=146_000.0, unit=None),
        ["agree"],
        id="exact-number",
    ),
    pytest.param(
        JOBS,
        stated("In the yard they count 100,000.", "100,000", value=1e5, unit=None),
        [],
        id="round-number-needs-more-words",
    ),
]


@pytest.mark.parametrize(("a", "b", "expected"), CASES)
def test_which_figures_pair(a, b, expected):
    assert relations(a, b) == expected


def people(sentence, text, measure):
    return stated(sentence, text, value=4.0, unit="people", unit_kind="people", measure=measure)


def test_few_who_are_told_of_in_other_words_are_others():
    killed = people("The storm killed four people in Helden.", "four people", "storm … killed … people")
    hurt = people("The storm hurt four people in Helden.", "four people", "storm … hurt … people")
    assert relations(killed, hurt) == ["agree"]  # the storm is in both measures
    assert relations(killed | {"measure": "people killed"}, hurt | {"measure": "people hurt"}) == []


def test_an_age_is_of_one_person():
    ane = stated(
        "Ane Lund, 41, leads the brigade.", "41", value=41.0, unit="year of age", unit_kind="age", about="Ane Lund"
    )
    her = stated("The brigade is led by Lund, 41.", "41", value=41.0, unit="year of age", unit_kind="age", about="Lund")
    tom = stated(
        "Tom Aas, 41, leads the union.", "41", value=41.0, unit="year of age", unit_kind="age", about="Tom Aas"
    )
    assert relations(ane, her) == ["agree"]
    assert relations(ane, tom) == []


LONG = "The report on the fire at the old pier has 48 pages and names no culprit for it."
CONFLICTS = [
    pytest.param(LONG, LONG.replace("48", "47"), {}, ["conflict"], id="same-words-around"),
    pytest.param(LONG, "A report has 47 pages and no cover.", {}, [], id="few-words-in-common"),
    pytest.param(LONG, LONG.replace("48", "47"), {"bound": "about"}, [], id="about"),
    pytest.param(LONG, LONG.replace("48", "47"), {"bound": "more_than"}, [], id="a-bound"),
    pytest.param(LONG, LONG.replace("48", "47"), {"unit": None}, [], id="unit-left-open"),
]


@pytest.mark.parametrize(("a", "b", "columns", "expected"), CONFLICTS)
def test_conflicts(a, b, columns, expected):
    one = stated(a, "48 pages", value=48.0, unit="page", unit_kind="count")
    other = stated(b, "47 pages", value=47.0, unit="page", unit_kind="count") | columns
    assert relations(one, other) == expected


def test_numbers_that_one_article_has_both_of_are_no_conflict():
    one = stated(LONG, "48 pages", value=48.0, unit="page", unit_kind="count")
    other = stated(LONG.replace("48", "47"), "47 pages", value=47.0, unit="page", unit_kind="count")
    again = other | {"article_id": "a0"}
    assert "conflict" not in relations(one, other, again)


def test_numbers_that_differ_inside_one_statement_need_fewer_words():
    one = stated("It has 48 pages and no culprit.", "48 pages", value=48.0, unit="page", claim_id="c0")
    other = stated(
        "No culprit on all of its 47 pages and no cover.", "47 pages", value=47.0, unit="page", claim_id="c1"
    )
    pair = {"pair_id": "p", "claim_a": "c0", "claim_b": "c1", "relation": "same_claim", "score": 0.9,
            "start_a": 0, "end_a": 60, "start_b": 0, "end_b": 60, "paragraph_a": 1, "paragraph_b": 1}  # fmt: skip
    assert relations(one, other) == []
    assert relations(one | {"sentence": one["sentence"].replace("It", "Cover:")}, other) == []
    widened = one | stated("Cover it has 48 pages and no culprit.", "48 pages") | {"value": 48.0}
    assert relations(widened, other, pairs=[make_row("claim_pairs", pair)]) == ["conflict"]


def test_two_speakers_of_one_article_who_agree_on_a_measure():
    one = {"article_id": "a", "actor_id": "m1", "value": 9e9}
    other = {"article_id": "a", "actor_id": "m2", "value": 9e9}
    assert relations(one, other) == ["agree"]
    assert relations(one, other | {"actor_id": "m1"}) == []
    assert relations(one, other | {"about": "Portugal", "iso3": "PRT"}) == []
    assert relations(one, other | {"value": 8e9}) == []


def test_difference_and_shared_words():
    sentences = [
        make_row("sentences", {"article_id": a, "sentence": 1, "paragraph": 1, "start": 0, "end": 99})
        for a in ("a0", "a1")
    ]
    table = compare_figures(figures(COST, PAID), sentences, [])
    assert table.loc[0, "difference"] == 885_000.0
    assert set(table.loc[0, "shared"].split(" | ")) == {"pier", "spring"}
