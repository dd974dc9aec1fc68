"""Rows of tables with what a test does not care about filled in."""

from dataclasses import fields
from datetime import date
from typing import Any

import pandas as pd

from onrecord import tables
from onrecord.tables.dictionary import ROWS
from onrecord.tables.extracted import ClaimRow, FigureRow

CLAIM = {
    "act": "says",
    "quotation": "indirect",
    "stance": "asserts",
    "start": 0,
    "end": 1,
    "sentence": "",
    "quoted_words": 0,
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


def make_row(name: str, given: dict[str, Any]) -> Any:
    """One row of a table; what is not given is null, and dates may be given as text."""
    row = ROWS[name](**dict.fromkeys((field.name for field in fields(ROWS[name])), None) | given)
    days = {k: date.fromisoformat(v) for k, v in given.items() if k.endswith(("_start", "_end")) and isinstance(v, str)}
    return ROWS[name](**{field.name: getattr(row, field.name) for field in fields(row)} | days)


def make_table(name: str, *rows: dict) -> pd.DataFrame:
    return tables.make_table(name, [make_row(name, row) for row in rows])


def figure_table(*rows: dict) -> pd.DataFrame:
    return tables.make_table("figures", figures(*rows))


def claims(*rows: dict) -> list[ClaimRow]:
    """Claims c0, c1, … each in an article of its own unless it names one."""
    numbered = [CLAIM | {"claim_id": f"c{i}", "article_id": f"a{i}"} | row for i, row in enumerate(rows)]
    return [make_row("claims", row) for row in numbered]


def figures(*rows: dict) -> list[FigureRow]:
    numbered = [FIGURE | {"figure_id": f"f{i}", "article_id": f"a{i}"} | row for i, row in enumerate(rows)]
    return [make_row("figures", row) for row in numbered]
