"""Typed rows: the schema follows from the class, and a table read back gives the rows that it was made of."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

import pandas as pd
import pytest
from rows import figures

from onrecord import tables
from onrecord.tables.columns import Key, make_schema, read_rows
from onrecord.tables.extracted import FigureRow


@dataclass(frozen=True, slots=True, kw_only=True)
class WallRow:
    """A wall."""

    wall_id: Annotated[str, Key("its id")]
    height: Annotated[float | None, "in metres"]
    state: Annotated[Literal["up", "down"] | None, "how it stands"]
    built: Annotated[date | None, "when"]
    stones: Annotated[int, "how many"]
    sound: Annotated[bool, "whether it holds"]


def test_the_schema_follows_from_the_class():
    columns = make_schema(WallRow).columns
    assert {name: spec.metadata["type"] for name, spec in columns.items()} == {
        "wall_id": "text",
        "height": "number",
        "state": "text",
        "built": "date",
        "stones": "integer",
        "sound": "true/false",
    }
    assert {name for name, spec in columns.items() if spec.nullable} == {"height", "state", "built"}
    assert [name for name, spec in columns.items() if spec.unique] == ["wall_id"]
    assert columns["state"].metadata["values"] == ("up", "down")
    assert columns["height"].description == "in metres"
    assert make_schema(WallRow).description == "A wall."


def test_rows_survive_a_table():
    rows = figures({"value": 1.0, "period_start": "2018-01-01"}, {"value": None, "unit": None, "iso3": None})
    read = read_rows(tables.make_table("figures", rows), FigureRow)
    assert read == rows
    assert read[0].period_start == date(2018, 1, 1)
    assert type(read[0].start) is int
    assert read[1].unit is None


def test_rows_of_another_table_are_refused():
    with pytest.raises(TypeError, match="claims: a row is FigureRow, not ClaimRow"):
        tables.make_table("claims", figures({"value": 1.0}))


def test_no_rows_of_an_empty_table():
    assert read_rows(tables.make_table("figures", []), FigureRow) == []
    assert isinstance(tables.make_table("figures", []), pd.DataFrame)
