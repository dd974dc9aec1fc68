"""Read, check and write the tables of the data dictionary. The only module that knows file formats.

Each table is kept as ``.csv`` (for people: UTF-8, LF, null = empty field) and ``.parquet`` (typed, for work).
"""

import hashlib
from collections.abc import Iterable
from operator import attrgetter
from pathlib import Path
from typing import IO

import pandas as pd
import pandera.pandas as pa

from onrecord.errors import DataError
from onrecord.tables.columns import DAY, TYPE_NAMES
from onrecord.tables.dictionary import ROWS, SCHEMAS
from onrecord.tables.folders import writing

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a cell begins with that a spreadsheet runs
REBUILD = "Run 01-clean and 02-extract again."
FOREIGN_KEYS = {"claim_id": "claims", "article_id": "articles", "actor_id": "actors", "figure_id": "figures"}


def row_id(table: str, article_id: str, start: int, end: int, words: str) -> str:
    """A stable id: the table's initial and twelve hex digits of a SHA-256 over where the row points.

    The letter keeps spreadsheet programs from reading an id as a number.
    """
    digest = hashlib.sha256(f"{article_id}\0{table}\0{start}\0{end}\0{words}".encode()).hexdigest()
    return table[0] + digest[:12]


def make_table(name: str, rows: Iterable[object]) -> pd.DataFrame:
    """A checked table from its row objects (see :mod:`onrecord.tables.columns`), in their order."""
    read = attrgetter(*SCHEMAS[name].columns)
    kind = ROWS[name]
    values = []
    for row in rows:
        if not isinstance(row, kind):
            raise TypeError(f"{name}: a row is {type(row).__name__}, not {kind.__name__}")
        values.append(read(row))
    return check_table(name, pd.DataFrame(values, columns=list(SCHEMAS[name].columns)))


def check_table(name: str, table: pd.DataFrame) -> pd.DataFrame:
    """The table with its dictionary types; raises ``DataError`` naming each wrong column and row."""
    schema = SCHEMAS[name]
    days = [c for c in table.columns if c in schema.columns and schema.columns[c].metadata["type"] == TYPE_NAMES[DAY]]
    try:
        return schema.validate(table.astype(dict.fromkeys(days, DAY)), lazy=True)
    except (ValueError, TypeError) as error:
        raise DataError(f"Table {name} has a date that is none: {error}", REBUILD) from error
    except pa.errors.SchemaErrors as error:
        cases = error.failure_cases[["column", "check", "failure_case", "index"]].head(5).to_string(index=False)
        raise DataError(f"Table {name} breaks the data dictionary:\n{cases}", REBUILD) from error


def check_keys(tables: dict[str, pd.DataFrame]) -> None:
    """Every id that points at another table is in it; raises ``DataError`` naming table, column and value."""
    for name, table in tables.items():
        for column in table.columns:
            key = next((k for k in FOREIGN_KEYS if column == k or column.endswith(f"_{k}")), None)
            if key is None or FOREIGN_KEYS[key] not in tables or SCHEMAS[name].columns[column].unique:
                continue
            lost = set(table[column].dropna()) - set(tables[FOREIGN_KEYS[key]][key])
            if lost:
                raise DataError(
                    f"{name}.{column} names {min(lost)}, which is in no row of {FOREIGN_KEYS[key]}.", REBUILD
                )


def _plain_numbers(column: pd.Series) -> pd.Series:
    """Whole numbers without ``.0``, as people write them."""
    if str(column.dtype) != "Float64":
        return column
    whole = [None if pd.isna(x) else int(x) if float(x).is_integer() else float(x) for x in column]
    return pd.Series(whole, index=column.index, dtype=object)


def neutralise(table: pd.DataFrame) -> pd.DataFrame:
    """The table with an apostrophe before each text that a spreadsheet would run as a formula (``=``, ``+``, ``-``,
    ``@`` or a tab at its start): what is published is opened by strangers."""
    return table.apply(_without_formulas)


def _without_formulas(column: pd.Series) -> pd.Series:
    plain = [f"'{v}" if isinstance(v, str) and v.startswith(FORMULA) else v for v in column]
    return pd.Series(plain, index=column.index, dtype=object) if str(column.dtype) in ("str", "object") else column


def write_csv(name: str, table: pd.DataFrame, folder: Path, *, published: bool = False) -> None:
    """``folder/name.csv``, checked; the same table gives the same bytes. ``published``: without formulas."""
    plain = check_table(name, table).apply(_plain_numbers)
    plain = neutralise(plain) if published else plain
    with writing(folder / f"{name}.csv") as path:
        plain.to_csv(path, index=False, lineterminator="\n", date_format="%Y-%m-%d", encoding="utf8")


def write_table(name: str, table: pd.DataFrame, folder: Path) -> None:
    """``folder/name.csv`` and ``folder/name.parquet``, checked; the same table gives the same bytes."""
    write_csv(name, table, folder)
    with writing(folder / f"{name}.parquet") as path:
        write_parquet(check_table(name, table), path)


def write_parquet(table: pd.DataFrame, target: Path | IO[bytes]) -> None:
    """A checked table as Parquet, into a file of its own; the same table gives the same bytes."""
    table.to_parquet(target, index=False)


def read_table(name: str, folder: Path) -> pd.DataFrame:
    """The typed table; raises ``DataError`` when it is not there or not of the dictionary's form."""
    path = folder / f"{name}.parquet"
    if not path.is_file():
        raise DataError(f"{path}: there is no such table yet.", "Run the notebook that writes it: onrecord run STORY.")
    return check_table(name, pd.read_parquet(path))
