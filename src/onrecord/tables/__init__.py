"""The data dictionary, and everything that reads or writes a table by it."""

from onrecord.tables.columns import read_rows
from onrecord.tables.containers import Comparisons, Tables
from onrecord.tables.dictionary import SCHEMAS
from onrecord.tables.files import (
    check_keys,
    check_table,
    make_table,
    neutralise,
    read_table,
    row_id,
    write_csv,
    write_parquet,
    write_table,
)

__all__ = [
    "SCHEMAS",
    "Comparisons",
    "Tables",
    "check_keys",
    "check_table",
    "make_table",
    "neutralise",
    "read_rows",
    "read_table",
    "row_id",
    "write_csv",
    "write_parquet",
    "write_table",
]
