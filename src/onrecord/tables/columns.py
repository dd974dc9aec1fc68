"""A table's rows as a typed class, and the schema that follows from it.

The class is the one place where a column is defined: its name and order are the field's, its type the annotation's
(``str``, ``int``, ``float``, ``bool``, ``date``; ``| None`` where it may be null; a ``Literal`` for a closed
vocabulary), its meaning the note in ``Annotated``. The table's meaning is the class's docstring.
"""

import types
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import pandas as pd
import pandera.pandas as pa

TEXT, INTEGER, NUMBER, FLAG = "str", "Int64", "Float64", "boolean"
DAY = "datetime64[s]"  # seconds reach beyond the years 1677 to 2262 that nanoseconds hold
TYPE_NAMES = {TEXT: "text", INTEGER: "integer", NUMBER: "number", FLAG: "true/false", DAY: "date"}
DTYPES: dict[type, str] = {str: TEXT, int: INTEGER, float: NUMBER, bool: FLAG, date: DAY}

Row = TypeVar("Row")


@dataclass(frozen=True)
class Key:
    """The note of a column whose values are unique in their table."""

    note: str


def make_schema(row: type) -> pa.DataFrameSchema:
    """The pandera schema of a row class: its columns in order, nothing else beside them."""
    hints = get_type_hints(row, include_extras=True)
    columns = {field.name: _make_column(hints[field.name]) for field in fields(row)}
    return pa.DataFrameSchema(columns, description=row.__doc__, strict=True, ordered=True, coerce=True)


def _make_column(hint: Any) -> pa.Column:
    annotated, note = get_args(hint)
    kind, null = _without_none(annotated)
    values: tuple[str, ...] = get_args(kind) if get_origin(kind) is Literal else ()
    dtype: str | None = DTYPES[str if values else kind]
    notes = {"type": TYPE_NAMES[DTYPES[str if values else kind]], "values": values}
    checks = [pa.Check.isin(values)] if values else []
    if dtype == DAY:  # pandera knows dates in nanoseconds only, so check_table converts them
        dtype, checks = None, [pa.Check(lambda days: days.dtype == DAY, name=DAY)]
    key = isinstance(note, Key)
    text = note.note if isinstance(note, Key) else note
    return pa.Column(dtype, checks, nullable=null, unique=key, description=text, metadata=notes)


def _without_none(annotated: Any) -> tuple[Any, bool]:
    """The type of a column's values, and whether they may be null."""
    if get_origin(annotated) not in (Union, types.UnionType):
        return annotated, False
    kinds = [kind for kind in get_args(annotated) if kind is not types.NoneType]
    return kinds[0], True


def read_rows(table: pd.DataFrame, row: type[Row]) -> list[Row]:
    """The rows of a checked table as objects, null as ``None`` in every column."""
    columns = [_plain_values(table[field.name]) for field in fields(row)]  # type: ignore[arg-type]
    names = [field.name for field in fields(row)]  # type: ignore[arg-type]
    return [row(**dict(zip(names, values, strict=True))) for values in zip(*columns, strict=True)]


def _plain_values(column: pd.Series) -> list[Any]:
    values = column.astype(object).where(column.notna(), None).tolist()
    return [value.date() if isinstance(value, datetime) else value for value in values]


__all__ = ["DAY", "TYPE_NAMES", "Annotated", "Key", "make_schema", "read_rows"]
