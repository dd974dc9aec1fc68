"""Every claim and figure with its exact words."""

import html
import re
from dataclasses import replace
from types import SimpleNamespace
from typing import get_args

import pytest

from onrecord.report import evidence


def test_the_words_shown_are_the_row_s_own(processed):
    for row, shown in zip(processed.claims.itertuples(), evidence.show_claims(processed), strict=True):
        words = html.unescape(re.sub(r"<[^>]+>", "", shown["words"]))
        assert words == row.sentence
        marked = "".join(re.findall(r'<mark class="[a-z ]*content[a-z ]*">(.*?)</mark>', shown["words"]))
        assert html.unescape(marked) == row.content.replace(" … ", "")
    for row, shown in zip(processed.figures.itertuples(), evidence.show_figures(processed), strict=True):
        assert f'<mark class="figure">{html.escape(row.text)}</mark>' in shown["words"]


def test_a_rejected_row_is_shown_as_rejected(processed):
    rejected = replace(processed, claims=processed.claims.assign(review="rejected"))
    shown = evidence.show_claims(rejected)
    assert len(shown) == len(processed.claims)
    assert all(entry["rejected"] and "rejected by a reviewer" in entry["place"] for entry in shown)


def test_every_stance_and_act_has_words():
    from onrecord.tables.extracted import Act, Stance

    assert set(evidence.DOES) == set(get_args(Stance))
    assert set(evidence.ACTS) == set(get_args(Act)) - {"says"}


VALUES = [
    pytest.param({"value": 16e9, "unit": "USD"}, "16 billion US dollars", id="exact"),
    pytest.param({"value": 9.0, "unit": "metre", "bound": "more_than"}, "more than 9 metres", id="bound"),
    pytest.param({"low": 3.0, "high": 5.0, "unit": "metre", "bound": "range"}, "from 3 to 5 metres", id="range"),
    pytest.param({"low": 1e10, "unit": "USD", "bound": "range"}, "from 10 billion", id="open-range"),
    pytest.param({"value": 0.5, "unit_kind": "share", "text": "half"}, "half", id="share-in-its-words"),
    pytest.param({"text": "dozens"}, "dozens", id="no-number"),
]


@pytest.mark.parametrize(("row", "words"), VALUES)
def test_tell_value(row, words):
    empty = {"value": None, "low": None, "high": None, "unit": None, "unit_kind": None, "bound": "exact", "text": ""}
    assert evidence.tell_value(SimpleNamespace(**empty | row)) == words
