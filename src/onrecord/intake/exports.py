"""An export of many articles (CSV, JSON lines, Parquet) → one record an article, by a map of its columns.

A record that cannot be read costs itself: it is told by its number, and the next one is read.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import IO, Any

from onrecord.errors import DataError, UsageError, near
from onrecord.intake.days import ORDERS, read_day
from onrecord.intake.received import Metadata
from onrecord.tables.decoding import decode

SUFFIXES = (".csv", ".tsv", ".jsonl", ".ndjson", ".parquet")
LONGEST_LINE = 10_000_000  # bytes; no article is longer, and a file of one line must not fill the memory
TOO_LONG = f"its line is longer than {LONGEST_LINE:,} bytes"
FIELDS = ("body", "outlet", "headline", "published", "byline", "url", "licence", "id")
ORDER = "order"  # the key of a map that says in which order an export writes its days
# Columns of the services' exports, as their documentation names them; GDELT's holds no text: its body is to be named.
MAPS: dict[str, dict[str, str]] = {
    "gdelt": {"outlet": "domain", "headline": "title", "published": "seendate", "url": "url"},
    "mediacloud": {"outlet": "media_name", "headline": "title", "published": "publish_date", "url": "url", "id": "id",
                   "body": "text"},
    "newscatcher": {"outlet": "name_source", "headline": "title", "published": "published_date", "byline": "author",
                    "url": "link", "licence": "rights", "id": "id", "body": "content"},
}  # fmt: skip
# What other exports call a field, the plainest first.
USUAL = {
    "body": ("body", "text", "content", "article", "article_text", "full_text", "fulltext", "maintext", "story_text"),
    "outlet": ("outlet", "source", "publisher", "publication", "media_name", "source_name", "name_source", "domain"),
    "headline": ("headline", "title"),
    "published": ("published", "date", "published_date", "publish_date", "date_publish", "published_at", "pub_date"),
    "byline": ("byline", "author", "authors"),
    "url": ("url", "link"),
    "licence": ("licence", "license"),
    "id": ("article_id", "id"),
}
MARKUP = re.compile(r"</?[a-zA-Z][^<>\n]{0,300}>")
BLOCK_END = re.compile(r"</(?:p|div|li|h\d|blockquote|tr)>|<br ?/?>", re.IGNORECASE)
FEWEST_TAGS = 3  # in a text, from which its markup is taken out


@dataclass(frozen=True)
class Record:
    """One article of an export. ``number``: its row, from 1 without the header; ``key``: its id there, if any;
    ``unread_day``: what it says of its day, where that has no one reading (03/04/2019)."""

    number: int
    key: str | None
    body: str
    metadata: Metadata
    unread_day: str | None = None


def read_map(given: Iterable[str]) -> dict[str, str]:
    """Columns by our word from ``--map``'s values: a service's name, and ``field=column`` over it.

    ``published=column:DMY`` says that 03/04/2019 there is in April, ``:MDY`` that it is in March.
    """
    columns: dict[str, str] = {}
    for one in given:
        field, equals, column = one.partition("=")
        if not equals and field.casefold() in MAPS:
            columns = {**MAPS[field.casefold()], **columns}
        elif field == "published" and (order := column[-3:]) in ORDERS and column[1:-3].endswith(":"):
            columns |= {field: column[:-4], ORDER: order}
        elif equals and field in FIELDS and column:
            columns[field] = column
            if field == "published":
                columns.pop(ORDER, None)
        else:
            known = [*FIELDS, *MAPS]
            raise UsageError(f"--map {one}: is no field.{near(field, known)}",
                             f"Write FIELD=COLUMN with {', '.join(FIELDS)}, or one of {', '.join(MAPS)}.")  # fmt: skip
    return columns


def read_records(file: IO[bytes], suffix: str, columns: Mapping[str, str]) -> Iterator[Record | tuple[int, str]]:
    """The records of an export in order; a row that is none as its number and the reason.

    Raises ``DataError`` when the file as a whole cannot be read, or no column holds the texts.
    """
    rows = {".parquet": _read_parquet, ".jsonl": _read_json_lines, ".ndjson": _read_json_lines}.get(suffix, _read_csv)
    loose = rows is _read_json_lines  # whose rows may have a column or not
    settled: dict[tuple[str, ...], dict[str, str]] = {}
    for number, row in enumerate(rows(file), 1):
        if isinstance(row, str):
            yield number, row
            continue
        try:
            if (present := tuple(row)) not in settled:
                settled[present] = _settle_columns(list(row), columns, loose)
            yield _make_record(number, row, settled[present], columns.get(ORDER))
        except DataError as error:
            if not loose and not settled:
                raise
            yield number, f"{error.what}. {error.remedy}"


def _settle_columns(present: list[str], asked: Mapping[str, str], loose: bool) -> dict[str, str]:
    """Each field's column: the one asked for, else the first usual one that is there. ``loose``: a row may lack one."""
    used: dict[str, str] = {}
    for field in FIELDS:
        if field in asked and asked[field] in present:
            used[field] = asked[field]
        elif field in asked and field != "body" and not loose:
            raise DataError(f"there is no column {asked[field]!r}.{near(asked[field], present)}", _say_columns(present))
        elif found := next((name for name in USUAL[field] if name in present and field not in asked), None):
            used[field] = found
    if "body" not in used:
        wanted = f"no column {asked['body']!r}" if "body" in asked else "no column of texts that is known"
        raise DataError(f"there is {wanted}", f"{_say_columns(present)} Say which holds the text: --map body=COLUMN")
    return used


def _say_columns(present: list[str]) -> str:
    shown = ", ".join(present[:20])
    return f"Its columns are {shown}{' …' if len(present) > 20 else ''}."


def _make_record(number: int, row: Mapping[str, Any], used: Mapping[str, str], order: str | None) -> Record:
    given = {field: row.get(column) for field, column in used.items()}
    body = given.pop("body")
    if not isinstance(body, str) or not body.strip():
        raise DataError("its text is empty", "Leave it out.")
    written = given.pop("published", None)
    key = given.pop("id", None)
    day = read_day(written, order)
    words = {field: text for field, value in given.items() if (text := _read_words(value))}
    metadata = Metadata(**words, published=day, published_basis="metadata" if day else None)
    unread = _read_words(written) if day is None else None
    return Record(number, _read_words(key), _without_markup(body), metadata, unread)


def _read_words(value: Any) -> str | None:
    if isinstance(value, (list, tuple)):
        return ", ".join(filter(None, map(_read_words, value))) or None
    return " ".join(str(value).split()) or None if isinstance(value, (str, int)) else None


def _without_markup(body: str) -> str:
    """A text that came with HTML in it, without; one that speaks of a tag or two is left alone."""
    if len(MARKUP.findall(body)) < FEWEST_TAGS:
        return body
    import html

    return html.unescape(MARKUP.sub("", BLOCK_END.sub("\n\n", body)))


def _find_lines(file: IO[bytes]) -> Iterator[str | None]:
    """The lines of a file, decoded one by one; null for one that is too long, of which nothing is kept."""
    while line := file.readline(LONGEST_LINE):
        if len(line) == LONGEST_LINE and not line.endswith(b"\n"):
            while (rest := file.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
                pass
            yield None
        else:
            yield line.decode("utf8") if line.isascii() else decode(line.replace(b"\0", b"")).text


def _read_json_lines(file: IO[bytes]) -> Iterator[dict[str, Any] | str]:
    for line in _find_lines(file):
        if line is None:
            yield TOO_LONG
            continue
        if not line.strip("\ufeff \t\r\n"):
            continue
        try:
            found = json.loads(line.lstrip("\ufeff"))
        except (ValueError, RecursionError):
            yield "its line is no JSON"
            continue
        yield found if isinstance(found, dict) else "its line is no JSON object"


def _read_csv(file: IO[bytes]) -> Iterator[dict[str, Any] | str]:
    """Rows by the names of the first line; its commonest delimiter is the file's."""
    start = file.read(2)
    if start in (b"\xff\xfe", b"\xfe\xff"):
        raise DataError("it is UTF-16", "Save it as CSV in UTF-8.")
    first = start + file.readline(LONGEST_LINE)
    header = decode(first).text.lstrip("\ufeff")
    delimiter = max(",;\t|", key=header.count)
    csv.field_size_limit(LONGEST_LINE)
    try:
        names = next(csv.reader([header], delimiter=delimiter), [])
    except csv.Error as error:
        raise DataError(f"its first line is no CSV: {error}", "Export it again.") from error
    lost: list[str] = []
    rows = csv.reader(_without_long(_find_lines(file), lost), delimiter=delimiter)
    while True:
        try:
            row = next(rows, None)
            yield from lost
            lost.clear()
            if row is None:
                return
        except csv.Error as error:
            yield f"its row is no CSV: {error}"
            continue
        if not row:
            continue
        if len(row) != len(names):
            yield f"it has {len(row)} fields where the header has {len(names)}{_tell_swallowed(row)}"
        else:
            yield dict(zip(names, row, strict=True))


def _tell_swallowed(row: list[str]) -> str:
    """How many lines a broken row took, where a quotation mark was not closed."""
    lines = sum(field.count("\n") for field in row)
    return f", and takes {lines} more lines with it: close its quotation mark" if lines else ""


def _without_long(lines: Iterable[str | None], lost: list[str]) -> Iterator[str]:
    """The lines but those of which nothing was kept, which ``lost`` tells."""
    for line in lines:
        if line is None:
            lost.append(TOO_LONG)
        else:
            yield line


def _read_parquet(file: IO[bytes]) -> Iterator[dict[str, Any] | str]:
    import pyarrow
    import pyarrow.parquet

    try:
        opened = pyarrow.parquet.ParquetFile(file if file.seekable() else io.BytesIO(file.read()))
        for batch in opened.iter_batches(batch_size=256):
            yield from batch.to_pylist()
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        raise DataError("it cannot be read as Parquet", "Export it again.") from error
