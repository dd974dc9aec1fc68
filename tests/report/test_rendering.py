"""Findings as HTML, the same for the page and for whoever verifies it."""

import pandas as pd
import pytest
from report_material import make_material

from onrecord.charts import Undrawn
from onrecord.report.clippings import Clipping
from onrecord.report.finding import Finding
from onrecord.report.rendering import render_item, to_grid
from onrecord.report.sections import Cards, Openings, Standings

STONE = "“We shall rebuild the old pier in stone before the storms return,” harbour master Mira Olsund said."
HOSTILE = '<script>alert("1")</script>'


def test_a_card_says_what_it_is_made_of():
    material = make_material({"paper-a": STONE, "paper-b": STONE})
    clipping = Clipping("Paper A", "paper-a", 0, len(STONE), ("c1",), 1, also=("Paper B",))
    (card,) = render_item(
        material, Cards(material, (Finding("alone", "They said so.", ("c1", "c2"), (clipping,)),)), ""
    )
    assert 'data-of="alone" data-rows="c1 c2"' in card
    assert 'data-article="paper-a" data-start="0"' in card
    assert "The same words: Paper B" in card


def test_every_value_is_escaped():
    material = make_material({"paper-a": STONE})
    for item in (
        Cards(material, (Finding("contested", HOSTILE),)),
        Undrawn(HOSTILE, HOSTILE),
        pd.DataFrame({HOSTILE: [HOSTILE]}),
    ):
        assert "<script" not in "".join(render_item(material, item, HOSTILE))


def test_what_is_empty_is_no_fragment():
    material = make_material({"paper-a": STONE})
    assert render_item(material, Openings(material, []), "") == []
    assert render_item(material, Standings([]), "") == []
    assert render_item(material, None, "") == []


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        pytest.param("two_words", {"text": "two words", "number": False}, id="text"),
        pytest.param(None, {"text": "–", "number": False}, id="null"),
        pytest.param(12345.0, {"text": "12,345", "number": True}, id="whole"),
        pytest.param(0.12345, {"text": "0.1235", "number": True}, id="small"),
    ],
)
def test_cells(value, cell):
    assert to_grid(pd.DataFrame({"a_b": pd.Series([value], dtype=object)})) == {"columns": ["a b"], "rows": [[cell]]}
