"""A few articles of a corpus → their tables as Parquet files: the pure function that every worker runs.

The same articles give the same bytes, on whichever worker and in whatever order. An article that breaks the program
costs itself: it is left out by name, and the others are extracted without it.
"""

import hashlib
import io
import threading
from collections.abc import Sequence
from dataclasses import dataclass, fields

import pandas as pd

from onrecord import language, tables
from onrecord.errors import DataError
from onrecord.extraction.extract import extract_articles
from onrecord.intake import Item, LeftOut, read_row, sketch
from onrecord.story import digest_parts, digest_program
from onrecord.tables import Tables
from onrecord.tables.extracted import ArticleRow, ExclusionRow

STEP = "extract"
SKETCHES = "sketches"  # a shard's further file: article_id and runs, by which copies are found in all shards
ONE = threading.Lock()  # a worker may have several threads, and has one pipeline
REPORT = "Report it with the article, if you may share that."


@dataclass(frozen=True)
class Shard:
    """The files of one shard by name: a Parquet file of each table that has rows, and what is in them. ``stopped``:
    articles left out because they stopped a worker; they are tried again in the next run."""

    files: dict[str, bytes]
    articles: int
    left_out: int
    stopped: int = 0


def digest_items(items: Sequence[Item | LeftOut], pipeline: str = language.PIPELINE) -> str:
    """What a shard's files depend on, as one digest: the articles, the pipeline and the program."""
    told = [
        f"{one.article_id}\0{one.name}\0{one.metadata!r}\0{hashlib.sha256(one.content).hexdigest()}"
        if isinstance(one, Item)
        else repr(one)
        for one in items
    ]
    return digest_parts([digest_program(), pipeline, *told])


def extract_shard(items: Sequence[Item | LeftOut], program: str, pipeline: str = language.PIPELINE) -> Shard:
    """The tables of some articles, each article with actors of its own; one shard at a time in a process.

    ``program``: :func:`onrecord.story.digest_program` of whoever asks. Raises ``DataError`` on a worker that runs
    another.
    """
    if program != digest_program():
        raise DataError("a worker runs another version of onrecord", "Install the same version on every worker.")
    with ONE:
        return _extract_shard(items, pipeline)


def _extract_shard(items: Sequence[Item | LeftOut], pipeline: str) -> Shard:
    rows: list[ArticleRow] = []
    left_out: list[LeftOut] = []
    for row in map(read_row, items):
        if isinstance(row, LeftOut):
            left_out.append(row)
        else:
            rows.append(row)
    found, broken = _extract(rows, pipeline)
    made = {field.name: getattr(found, field.name) for field in fields(Tables)} if found else {}
    made["exclusions"] = _tell_left_out([*left_out, *broken], len(items))
    made[SKETCHES] = pd.DataFrame([(row.article_id, sketch(row.body)) for row in rows], columns=["article_id", "runs"])
    files = {f"{name}.parquet": _pack(table) for name, table in made.items() if len(table)}
    return Shard(files, len(rows) - len(broken), len(left_out) + len(broken))


def _extract(rows: list[ArticleRow], pipeline: str) -> tuple[Tables | None, list[LeftOut]]:
    """All of them together, which is faster; when one breaks the program, each is tried by itself first."""
    if not rows:
        return None, []
    try:
        return extract_articles(tables.make_table("articles", rows), story=False, pipeline=pipeline), []
    except Exception:  # whichever article did it is found below, and told
        broken = {row.article_id: why for row in rows if (why := _try(row, pipeline))}
    kept = [row for row in rows if row.article_id not in broken]
    found = extract_articles(tables.make_table("articles", kept), story=False, pipeline=pipeline) if kept else None
    told = [LeftOut(row.source_file, row.article_id, broken[row.article_id], REPORT) for row in rows if row not in kept]
    return found, told


def _try(row: ArticleRow, pipeline: str) -> str | None:
    try:
        extract_articles(tables.make_table("articles", [row]), story=False, pipeline=pipeline)
    except Exception as error:  # our fault, but no reason to lose the rest of a corpus
        return f"our fault: {type(error).__name__}: {error}"
    return None


def _tell_left_out(left_out: Sequence[LeftOut], before: int) -> pd.DataFrame:
    return tables.make_table(
        "exclusions",
        [
            ExclusionRow(
                step=STEP,
                article_id=one.article_id,
                reason=f"{one.name}: {one.reason}. {one.remedy}".rstrip(". ") + ".",
                rows_before=before - i,
                rows_after=before - i - 1,
            )
            for i, one in enumerate(left_out)
        ],
    )


def _pack(table: pd.DataFrame) -> bytes:
    file = io.BytesIO()
    tables.write_parquet(table, file)
    return file.getvalue()
