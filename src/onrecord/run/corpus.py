"""Articles by the thousand → shards of Parquet in a folder, resumable.

``OUT/shards/NNNNN/`` holds one shard: a Parquet file a table, and ``shard.json`` with the digest of what it was made of
and of each file. A shard is made aside and renamed whole; one that stands is kept when its digests are right. So a run
that was killed goes on where it was, and ends with the same bytes as one that was not. ``OUT/manifest.json`` lists all.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, fields, replace
from pathlib import Path

import pandas as pd

from onrecord import extraction, tables
from onrecord.errors import DataError, OnRecordError, UsageError
from onrecord.extraction import Shard
from onrecord.intake import Item, LeftOut
from onrecord.story import digest_program
from onrecord.tables import Tables
from onrecord.tables.folders import telling_of_full_disks, writing

MOST_ARTICLES = 100  # of a shard
MOST_BYTES = 20_000_000  # of a shard's files as received
AHEAD = 2  # shards handed out for each worker, so that none waits for this process
SHARDS, MANIFEST = "shards", "manifest.json"
STOPS = "it stops the program that reads it"
Engine = Callable[[], AbstractContextManager[tuple[Executor, int]]]
Found = Item | LeftOut


@dataclass(frozen=True)
class Task:
    """A shard to make: its number as its folder's name, the digest of what it is made of, and its articles."""

    number: str
    key: str
    items: list[Found] = field(repr=False)


@dataclass(frozen=True)
class Extracted:
    """What a run made: counts over all shards, and how many shards stood already."""

    articles: int
    left_out: int
    shards: int
    kept: int


def extract_corpus(items: Iterable[Found], out: Path, engine: Engine, advance: Callable[[int], None]) -> Extracted:
    """Make every shard that does not stand yet, and list them all. ``advance`` is told how many articles are done.

    The folder is the caller's to lock. Raises ``DataError`` when the disk is full; what was finished before stands.
    """
    for stale in out.glob(".part-*"):
        shutil.rmtree(stale, ignore_errors=True)
    listed: dict[str, dict[str, object]] = {}
    kept = 0

    def missing() -> Iterator[Task]:
        nonlocal kept
        for number, one in enumerate(_cut(items)):
            task = Task(f"{number:05}", extraction.digest_items(one), one)
            if not number:
                _check_same_corpus(out, one)
            if (standing := _read_standing(out, task)) is None:
                yield task
            else:
                listed[task.number] = standing
                kept += 1
                advance(len(one))

    for task, shard in _make(missing(), engine):
        listed[task.number] = _write(out, task, shard)
        advance(len(task.items))
    _finish(out, listed)
    articles, left_out = (sum(int(str(one[name])) for one in listed.values()) for name in ("articles", "left_out"))
    return Extracted(articles, left_out, len(listed), kept)


def _cut(items: Iterable[Found]) -> Iterator[list[Found]]:
    """The articles in shards of bounded size, in their order."""
    shard: list[Found] = []
    size = 0
    for item in items:
        shard.append(item)
        size += len(item.content) if isinstance(item, Item) else 0
        if len(shard) == MOST_ARTICLES or size >= MOST_BYTES:
            yield shard
            shard, size = [], 0
    if shard:
        yield shard


def _make(tasks: Iterator[Task], engine: Engine) -> Iterator[tuple[Task, Shard]]:
    """Each task with its shard, in the order in which they are done. When a worker dies, those that were being made are
    made again one by one, in an engine of its own, so that one article cannot stop the rest."""
    lost: list[Task] = []
    more = True
    while more:
        with engine() as (executor, workers):
            lost, more = yield from _work(tasks, executor, workers)
        for task in lost:
            yield task, _make_alone(task, engine)


def _work(
    tasks: Iterator[Task], executor: Executor, workers: int
) -> Generator[tuple[Task, Shard], None, tuple[list[Task], bool]]:
    """Tasks and shards until all are made or a worker dies; returns what was lost, and whether tasks may be left."""
    running: dict[Future[Shard], Task] = {}
    program = digest_program()
    while True:
        while len(running) < AHEAD * workers and (task := next(tasks, None)):
            try:
                running[executor.submit(extraction.extract_shard, task.items, program)] = task
            except BrokenExecutor:  # a worker died while this process was at something else
                return [task, *running.values()], True
        if not running:
            return [], False
        for done in wait(running, return_when=FIRST_COMPLETED).done:
            task = running.pop(done)
            try:
                shard = done.result()
            except OnRecordError:
                raise
            except Exception:  # the worker died, or the cluster gave the task up
                return [task, *running.values()], True
            yield task, shard


def _make_alone(task: Task, engine: Engine) -> Shard:
    """A shard without the articles that stop a worker."""
    stopping = _find_stopping(task.items, engine)
    told = [
        LeftOut(one.name, one.article_id, STOPS, extraction.REPORT) if one in stopping else one for one in task.items
    ]
    shard = _try(told, engine)
    if shard is None:
        raise DataError(f"shard {task.number}: no worker could finish it.", "Look at the workers' memory and logs.")
    return replace(shard, stopped=len(stopping))


def _find_stopping(items: Sequence[Found], engine: Engine) -> list[Found]:
    """The articles that stop a worker, found by halves."""
    if _try(items, engine) is not None:
        return []
    if len(items) == 1:  # once more, since a worker may be lost for other reasons
        return [] if _try(items, engine) is not None else list(items)
    half = len(items) // 2
    return _find_stopping(items[:half], engine) + _find_stopping(items[half:], engine)


def _try(items: Sequence[Found], engine: Engine) -> Shard | None:
    with engine() as (executor, _):
        try:
            return executor.submit(extraction.extract_shard, list(items), digest_program()).result()
        except OnRecordError:
            raise
        except Exception:  # as above
            return None


def _check_same_corpus(out: Path, items: Sequence[Found]) -> None:
    """Raise ``UsageError`` when the folder holds other articles: they would be swept, and were made at a cost."""
    first = out / SHARDS / "00000"
    standing = (
        set(tables.read_table("articles", first)["article_id"]) if (first / "articles.parquet").is_file() else set()
    )
    if standing and not standing & {one.article_id for one in items}:
        raise UsageError(f"{out.name}: holds a corpus of other articles.", "Name another folder, or delete this one.")


def _write(out: Path, task: Task, shard: Shard) -> dict[str, object]:
    """Put a shard in its place as a whole; what ``shard.json`` says of it."""
    aside, target = out / f".part-{task.number}", out / SHARDS / task.number
    told: dict[str, object] = {
        "key": task.key,
        "stopped": shard.stopped,
        "articles": shard.articles,
        "left_out": shard.left_out,
        "files": {name: hashlib.sha256(content).hexdigest() for name, content in sorted(shard.files.items())},
    }
    with telling_of_full_disks(out):
        aside.mkdir(parents=True)
        for name, content in shard.files.items():
            (aside / name).write_bytes(content)
        (aside / "shard.json").write_text(json.dumps(told, indent=1), encoding="utf8")
        target.parent.mkdir(exist_ok=True)
        shutil.rmtree(target, ignore_errors=True)
        os.replace(aside, target)
    return told


def _read_standing(out: Path, task: Task) -> dict[str, object] | None:
    """What a shard that stands says of itself; null where it was made of something else, or is not whole."""
    folder = out / SHARDS / task.number
    try:
        told: dict[str, object] = json.loads((folder / "shard.json").read_text(encoding="utf8"))
        files = told["files"]
        assert isinstance(files, dict)
        whole = all(hashlib.sha256((folder / name).read_bytes()).hexdigest() == sha for name, sha in files.items())
    except (OSError, ValueError, KeyError, TypeError, AssertionError):
        return None
    return told if whole and told.get("key") == task.key and not told.get("stopped") else None


def _finish(out: Path, listed: dict[str, dict[str, object]]) -> None:
    """List all shards, and sweep those that no article of this run is in."""
    if not any(one["articles"] for one in listed.values()):
        return
    for folder in (out / SHARDS).glob("*"):
        if folder.name not in listed:
            shutil.rmtree(folder, ignore_errors=True)
    with writing(out / MANIFEST) as path:
        path.write_text(json.dumps({"shards": dict(sorted(listed.items()))}, indent=1), encoding="utf8")


def read_left_out(out: Path) -> list[str]:
    """What no article was made of, with the reason, in the order of the files."""
    found = []
    for folder in sorted((out / SHARDS).glob("*")):
        if (folder / "exclusions.parquet").is_file():
            found += list(tables.read_table("exclusions", folder)["reason"])
    return found


def read_shard(out: Path, number: int) -> dict[str, pd.DataFrame]:
    """All extracted tables of one shard; what it has no rows of is empty."""
    folder = out / SHARDS / f"{number:05}"
    return {
        part.name: tables.read_table(part.name, folder)
        if (folder / f"{part.name}.parquet").is_file()
        else tables.make_table(part.name, [])
        for part in fields(Tables)
    }


def join_shards(out: Path) -> dict[str, pd.DataFrame]:
    """All extracted tables of all shards, in the order of the articles."""
    shards = [read_shard(out, number) for number in range(len(list((out / SHARDS).glob("*"))))]
    joined = {}
    for part in fields(Tables):
        filled = [shard[part.name] for shard in shards if len(shard[part.name])]
        joined[part.name] = pd.concat(filled, ignore_index=True) if filled else tables.make_table(part.name, [])
    return joined
