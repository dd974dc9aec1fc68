"""CSV files that people make, as their programs save them: with ``,`` or ``;`` or tabs, in UTF-8 or Windows-1252."""

import codecs
import csv
import io
import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

from onrecord.errors import DataError, StoryError
from onrecord.tables.decoding import decode
from onrecord.tables.files import FORMULA
from onrecord.tables.folders import writing

SEPARATORS = (",", ";", "\t")
LONGEST_CELL = 1_000_000  # characters
DAY = re.compile(r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d)?)?")

Line = TypeVar("Line")


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


def read_day(text: str, where: str, error: type[DataError] | None = None) -> date:
    """The day of ``2024-05-03`` or ``2024-05-03T10:22``; raises ``error`` (``StoryError`` where none is named) for all
    else: whether 3/5 is in March or in May is never guessed."""
    try:
        if DAY.fullmatch(text):
            return datetime.fromisoformat(text).date()
    except ValueError:
        pass
    either = "day or month first is not told; write" if re.fullmatch(r"\d+[./-]\d+[./-]\d+", text) else "Write"
    raise (error or StoryError)(
        f"{where} {text!r} is no day like 2024-05-03.", f"{either[0].upper()}{either[1:]} year, month, day."
    )


def read_reviewers(cell: str) -> tuple[str, ...]:
    """Who decided: several where they settle together what they differed on ("AB + CD")."""
    return tuple(name.strip() for name in cell.split("+"))


def sort_by_day(lines: Sequence[Line], when: Callable[[Line], str]) -> list[Line]:
    """Lines of decisions in the order in which they were made: by day where all of them have one, inside a day by the
    time where all of that day have one, else by their place in the file."""
    if not all(when(line) for line in lines):
        return list(lines)
    untimed = {when(line)[:10] for line in lines if len(when(line)) == len("2024-05-03")}
    return sorted(lines, key=lambda line: (when(line)[:10], "" if when(line)[:10] in untimed else when(line)[11:]))


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
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_sniff(text, columns), strict=True)
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


def append_rows(
    path: Path, columns: Sequence[str], rows: Sequence[Mapping[str, str]], *, further: Sequence[str] = ()
) -> None:
    """Put rows at the end of a hand-made CSV file, in its own order of columns, separator and line ends.

    A file that is not there yet begins with ``columns`` and ``further``, in UTF-8 with the mark by which spreadsheet
    programs know it. What stands in a file is not touched; only one in an encoding that cannot hold the new words, or
    without one of the ``further`` columns, is written anew. A cell that a spreadsheet would run as a formula gets a
    space before it, which reading takes off again. Raises ``DataError`` where one of ``columns`` is not in the file, or
    where the file cannot be written, for example because another program holds it open.
    """
    try:
        content = path.read_bytes() if path.is_file() else b""
        text = decode(content).text if content else ""
        header, mark = [*columns, *further], ","
        if text.strip():
            mark = _sniff(text, columns)
            header = [cell.strip() for cell in next(csv.reader(io.StringIO(text.lstrip()), delimiter=mark))]
            _check_header(path, header, columns, DataError)
            if missing := [name for name in further if name not in header]:
                text, content = _widen(path, text, mark, missing)
                header += missing
        end = "\r\n" if "\r\n" in text else "\n"
        new = _write_cells([header] if not text.strip() else [], mark, end)
        new += _write_cells([[_as_text(row.get(name, "")) for name in header] for row in rows], mark, end)
        new = end + new if text.strip() and not text.endswith(("\n", "\r")) else new
        _add(path, content, text, new)
    except OSError as fault:
        raise DataError(
            f"{shown(path)}: cannot be written: {fault.strerror}.", "Close it in other programs, and check its rights."
        ) from fault


def _widen(path: Path, text: str, mark: str, columns: Sequence[str]) -> tuple[str, bytes]:
    """Put columns behind the header's last; rows without their cells have none there."""
    lead = text[: len(text) - len(text.lstrip())]
    first, end, rest = text.lstrip().partition("\n")
    end = "\r\n" if first.endswith("\r") else end
    wide = f"{lead}{first.rstrip()}{mark}{mark.join(columns)}{end}{rest}"
    content = codecs.BOM_UTF8 + wide.encode()
    with writing(path) as aside:
        aside.write_bytes(content)
    return wide, content


def _write_cells(rows: Sequence[Sequence[str]], mark: str, end: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=mark, lineterminator=end).writerows(rows)
    return out.getvalue()


def _as_text(cell: str) -> str:
    cell = " ".join(cell.split())  # a row is a line, so that a line number leads to it
    return f" {cell}" if cell.startswith(FORMULA) else cell


def _add(path: Path, content: bytes, text: str, new: str) -> None:
    """The new text behind the old in the file's own encoding, on the disk before this returns."""
    wide = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}.get(content[:2])
    if not content:
        new_bytes = codecs.BOM_UTF8 + new.encode()
    elif wide or new.isascii() or _is_utf8(content):
        new_bytes = new.encode(wide or "utf8")
    else:
        with writing(path) as aside:
            aside.write_bytes(codecs.BOM_UTF8 + (text + new).encode())
        return
    with path.open("ab") as file:
        file.write(new_bytes)
        file.flush()
        os.fsync(file.fileno())


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf8")
    except UnicodeDecodeError:
        return False
    return True
