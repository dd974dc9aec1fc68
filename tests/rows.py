"""Rows of tables with what a test does not care about filled in."""

import pandas as pd

from onrecord import tables

CLAIM = {
    "act": "says",
    "quotation": "indirect",
    "stance": "asserts",
    "start": 0,
    "end": 1,
    "sentence": "",
    "rule": "cue",
    "review": "unreviewed",
}
FIGURE = {
    "text": "9 billion dollars",
    "bound": "exact",
    "unit": "USD",
    "unit_stated": True,
    "measure": "harbour spending",
    "about": "Norway",
    "iso3": "NOR",
    "start": 0,
    "end": 1,
    "sentence": "",
    "rule": "unit",
    "review": "unreviewed",
}


def claims(*rows: dict) -> pd.DataFrame:
    """Claims c0, c1, … each in an article of its own unless it names one."""
    numbered = [CLAIM | {"claim_id": f"c{i}", "article_id": f"a{i}"} | row for i, row in enumerate(rows)]
    return tables.make_table("claims", numbered)


def figures(*rows: dict) -> pd.DataFrame:
    numbered = [FIGURE | {"figure_id": f"f{i}", "article_id": f"a{i}"} | row for i, row in enumerate(rows)]
    return tables.make_table("figures", numbered)
