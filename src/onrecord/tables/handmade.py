"""CSV files that people make, as their programs save them: with ``,`` or ``;`` or tabs, in UTF-8 or Windows-1252."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from onrecord.errors import DataError
from onrecord.tables.decoding import decode

SEPARATORS = (",", ";", "\t")
LONGEST_CELL = 1_000_000  # characters


@dataclass(frozen=True)
class HandRow:
    """One row: its line in the file (the last, where a cell has several), and its cells without outer spaces."""

    line: int
    cells: dict[str, str]

    def get(self, column: str) -> str:
        """The cell; empty where the file has no such column."""
        return self.cells.get(column, "")


def shown(path: Path) -> str:
    """The path as a user knows it: data/raw/STORY/file."""
    return "/".join(path.parts[-4:])


def read_handmade(path: Path, columns: Sequence[str], *, error: type[DataError] = DataError) -> list[HandRow]:
    """The rows of a hand-made CSV file, empty ones left out.

    Raises ``error`` naming file, line and column when one of ``columns`` is not in the header, stands there twice, or a
    row has more cells than the header. Further columns are kept.
    """
    try:
        text = decode(path.read_bytes()).text
    except DataError as fault:
        raise error(f"{shown(path)}: {fault.what}.", "Save it as CSV in UTF-8.") from fault
    except OSError as fault:
        raise error(f"{shown(path)}: cannot be read: {fault.strerror}.", "Make it a readable file.") from fault
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_sniff(text, columns))
    csv.field_size_limit(LONGEST_CELL)
    try:
        header = [cell.strip() for cell in next(reader, [])]
        _check_header(path, header, columns, error)
        return list(_read_cells(path, reader, header, error))
    except csv.Error as fault:
        raise error(f"{shown(path)}, line {reader.line_num}: {fault}.", "Mend that line.") from fault


def _read_cells(path: Path, reader: Any, header: list[str], error: type[DataError]) -> Iterator[HandRow]:
    for cells in reader:
        values = [cell.strip() for cell in cells]
        if not any(values):
            continue
        if any(values[len(header) :]):
            raise error(
                f"{shown(path)}, line {reader.line_num}: has {len(values)} cells, the header {len(header)}.",
                "Put a cell that holds the separator in quotation marks.",
            )
        yield HandRow(reader.line_num, dict(zip(header, values, strict=False)))


def _sniff(text: str, columns: Sequence[str]) -> str:
    """The separator by which the first line has most of the wanted columns."""
    first = text.lstrip("\n").partition("\n")[0]
    found = {mark: len({c.strip().strip('"') for c in first.split(mark)} & set(columns)) for mark in SEPARATORS}
    return max(SEPARATORS, key=lambda mark: found[mark])


def _check_header(path: Path, header: list[str], columns: Sequence[str], error: type[DataError]) -> None:
    told = f"Its first line names the columns: {', '.join(columns)}."
    if twice := next((name for name in header if name and header.count(name) > 1), None):
        raise error(f"{shown(path)}, line 1: column {twice!r} stands there twice.", told)
    for name in columns:
        if name not in header:
            near = get_close_matches(name, header, n=1, cutoff=0.6)
            hint = f" There is {near[0]!r}." if near else ""
            raise error(f"{shown(path)}, line 1: column {name!r} is missing.{hint}", told)
