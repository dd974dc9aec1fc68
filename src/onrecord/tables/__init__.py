"""The data dictionary, and everything that reads or writes a table by it."""

from onrecord.tables.dictionary import COMPARISONS, SCHEMAS
from onrecord.tables.files import (
    EVERY,
    check_keys,
    check_table,
    make_table,
    read_table,
    row_id,
    write_csv,
    write_table,
)

__all__ = [
    "COMPARISONS",
    "EVERY",
    "SCHEMAS",
    "check_keys",
    "check_table",
    "make_table",
    "read_table",
    "row_id",
    "write_csv",
    "write_table",
]
