"""Which figures say the same thing, and whether their numbers agree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rows import figures

from onrecord.comparison.figure_pairs import compare_figures, relate_numbers

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
    assert relate_numbers(a, b) == relation
    assert relate_numbers(b, a) == relation


@given(st.floats(allow_nan=False, allow_infinity=False, width=32))
def test_a_number_agrees_with_itself(x):
    assert relate_numbers(x, x) == "agree"


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
    found = compare_figures(figures({"value": 9e9} | a, {"value": 8e9} | b))
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
    assert "conflict" not in compare_figures(figures(a, b))["relation"].tolist()
