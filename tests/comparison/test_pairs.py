"""Which claims and figures belong together, and which only look alike."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rows import claims, figures

from onrecord.comparison import pairs

WALL = "We have never closed a single harbour in winter"
RELATIONS = [
    pytest.param(
        {"actor_id": "m1", "quotation": "direct", "content": WALL},
        {"actor_id": "m1", "quotation": "direct", "content": WALL + " storms"},
        "same_quote",
        id="one-speaker-quoted-twice",
    ),
    pytest.param(
        {"actor_id": "m1", "quotation": "direct", "content": WALL},
        {"actor_id": "m2", "quotation": "direct", "content": WALL},
        None,
        id="other-speaker-same-words",
    ),
    pytest.param({"content": WALL}, {"content": WALL}, None, id="both-speakers-left-open"),
    pytest.param(
        {"actor_id": "m1", "quotation": "direct", "content": WALL},
        {"actor_id": "m1", "content": "no harbour was closed in winter"},
        "same_claim",
        id="quoted-and-reported",
    ),
    pytest.param(
        {"actor_id": "m1", "content": WALL},
        {"actor_id": "m1", "content": "the ferries to the islands will sail again in spring"},
        None,
        id="one-speaker-another-matter",
    ),
    pytest.param(
        {"actor_id": "m1", "content": "the harbours are unsafe", "stance": "denies", "target_actor_id": "m2"},
        {"actor_id": "m2", "content": "the harbours are unsafe"},
        "disputes",
        id="denial-aimed-at-its-speaker",
    ),
    pytest.param(
        {"actor_id": "m2", "content": "the harbours are unsafe"},
        {"actor_id": "m1", "content": "the harbours are unsafe", "stance": "denies", "target_actor_id": "m2"},
        "disputes",
        id="denial-in-the-later-article",
    ),
    pytest.param(
        {"actor_id": "m1", "content": "the harbours are unsafe", "stance": "denies", "target_actor_id": "m3"},
        {"actor_id": "m2", "content": "the harbours are unsafe"},
        None,
        id="denial-aimed-at-another",
    ),
    pytest.param(
        {"actor_id": "m1", "content": "the harbours are unsafe for ships", "stance": "denies"},
        {"actor_id": "m2", "content": "the harbours are unsafe"},
        "disputes",
        id="unaimed-denial-of-the-same-words",
    ),
    pytest.param(
        {"actor_id": "m1", "content": "the harbours are unsafe", "stance": "denies", "target_actor_id": "m2"},
        {"actor_id": "m2", "content": "the harbours are unsafe", "stance": "denies"},
        None,
        id="two-denials-agree",
    ),
    pytest.param(
        {"actor_id": "m1", "content": "the harbours are unsafe", "stance": "denies"},
        {"actor_id": "m1", "content": "the harbours are unsafe"},
        None,
        id="nobody-disputes-oneself",
    ),
    pytest.param(
        {"actor_id": "m1", "content": WALL, "act": "believes"},
        {"actor_id": "m1", "content": WALL},
        None,
        id="a-belief-is-not-said",
    ),
    pytest.param(
        {"actor_id": "m1", "content": WALL, "review": "rejected"},
        {"actor_id": "m1", "content": WALL},
        None,
        id="rejected-by-a-reviewer",
    ),
    pytest.param(
        {"actor_id": "m1", "content": WALL, "article_id": "a"},
        {"actor_id": "m1", "content": WALL, "article_id": "a"},
        None,
        id="one-article",
    ),
    pytest.param(
        {"actor_id": "m1", "content": "harbour"}, {"actor_id": "m1", "content": "harbour"}, None, id="one-word"
    ),
]


@pytest.mark.parametrize(("a", "b", "relation"), RELATIONS)
def test_relations(a, b, relation):
    found = pairs.compare_claims(claims(a, b))
    assert found["relation"].tolist() == ([relation] if relation else [])
    if relation:
        assert (found.loc[0, "claim_a"], found.loc[0, "claim_b"]) == ("c0", "c1")


def test_a_pair_says_what_is_shared_and_what_is_not():
    found = pairs.compare_claims(
        claims(
            {"actor_id": "m1", "content": "the old harbour wall held"},
            {"actor_id": "m1", "content": "The wall of the harbours fell"},
        )
    )
    row = found.iloc[0]
    assert set(row["shared"].split(" | ")) == {"harbour", "wall"}
    assert set(row["only_a"].split(" | ")) == {"old", "held"}
    assert row["only_b"] == "fell"
    assert row["score"] == round(2 * 2 / (4 + 3), 3)  # Dice 1945


def test_equal_words_leave_nothing_over():
    row = pairs.compare_claims(claims({"actor_id": "m1", "content": WALL}, {"actor_id": "m1", "content": WALL})).iloc[0]
    assert row["score"] == 1
    assert pd.isna(row["only_a"])
    assert pd.isna(row["only_b"])


NUMBERS = [
    pytest.param(16e9, 16e9, "agree", id="equal"),
    pytest.param(82e6, 82.3e6, "agree_rounded", id="finer-rounds-to-coarser"),
    pytest.param(82e6, 83.1e6, "conflict", id="just-beside"),
    pytest.param(80e6, 82e6, "agree_rounded", id="one-digit-is-coarse"),
    pytest.param(0.5, 0.52, "agree_rounded", id="below-one"),
    pytest.param(0.0, 1.0, "conflict", id="zero"),
    pytest.param(-3.0, 3.0, "conflict", id="sign"),
    pytest.param(1000.0, 100.0, "conflict", id="scale"),
]


@pytest.mark.parametrize(("a", "b", "relation"), NUMBERS)
def test_relate_numbers(a, b, relation):
    assert pairs.relate_numbers(a, b) == relation
    assert pairs.relate_numbers(b, a) == relation


@given(st.floats(allow_nan=False, allow_infinity=False, width=32))
def test_a_number_agrees_with_itself(x):
    assert pairs.relate_numbers(x, x) == "agree"


DAYS = {"period_start": "2018-01-01", "period_end": "2018-12-31"}
LATER = {"period_start": "2019-01-01", "period_end": "2019-12-31"}
PAIRED = [
    pytest.param({}, {}, True, id="two-articles"),
    pytest.param({"article_id": "a", "actor_id": "m1"}, {"article_id": "a", "actor_id": "m2"}, True, id="two-speakers"),
    pytest.param({"article_id": "a", "actor_id": "m1"}, {"article_id": "a", "actor_id": "m1"}, False, id="again"),
    pytest.param(
        {"article_id": "a"},
        {"article_id": "a"},
        False,
        id="the-outlet-again",
    ),
    pytest.param({}, {"unit": "EUR"}, False, id="other-unit"),
    pytest.param({}, {"measure": "population"}, False, id="other-measure"),
    pytest.param({}, {"iso3": "PRT", "about": "Portugal"}, False, id="other-country"),
    pytest.param({"iso3": None}, {"iso3": None}, True, id="no-country-but-one-name"),
    pytest.param({"iso3": None, "about": None}, {"iso3": None, "about": None}, False, id="party-left-open"),
    pytest.param({"measure": None}, {"measure": None}, False, id="measure-left-open"),
    pytest.param(DAYS, DAYS, True, id="one-period"),
    pytest.param(DAYS, LATER, False, id="periods-apart"),
    pytest.param(DAYS, {}, True, id="one-period-left-open"),
    pytest.param({}, {"value": None, "low": 1.0, "high": 2.0, "bound": "range"}, False, id="range"),
]


@pytest.mark.parametrize(("a", "b", "paired"), PAIRED)
def test_which_figures_pair(a, b, paired):
    found = pairs.compare_figures(figures({"value": 9e9} | a, {"value": 8e9} | b))
    assert len(found) == paired
    if paired:
        assert found.loc[0, "difference"] == -1e9


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param({"value": 9e9, "bound": "more_than"}, {"value": 11e9}, id="more-than-9-and-11"),
        pytest.param({"value": 9e9, "bound": "at_most"}, {"value": 7.5e9}, id="at-most-9-and-7.5"),
    ],
)
def test_a_bound_that_allows_the_other_number_is_no_conflict(a, b):
    assert "conflict" not in pairs.compare_figures(figures(a, b))["relation"].tolist()
