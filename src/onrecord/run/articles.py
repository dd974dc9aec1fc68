"""Commands that begin with articles: start a story, find the events in many, extract their tables."""

import json
import shlex
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.errors import DataError, UsageError
from onrecord.language.wording import count, join_words
from onrecord.run.sharing import Story, shown

if TYPE_CHECKING:
    from onrecord.intake import Event, Item, LeftOut
    from onrecord.run.corpus import Extracted
    from onrecord.tables.extracted import ArticleRow

Files = Annotated[
    list[str], typer.Argument(metavar="FILES…", help="web pages, texts, exports, folders or zips of them")
]
Columns = Annotated[
    list[str] | None,
    typer.Option("--map", metavar="FIELD=COLUMN", help="an export's column, or gdelt, mediacloud, newscatcher"),
]
MOST_JOINED = 2_000  # articles whose tables are written as one file each too
MOST_TOLD = 30  # of what was left out, by name on the screen
NONE = "none of the files is an article that can be read."


def new(
    name: Story,
    files: Files,
    map_: Columns = None,
    event: Annotated[str, typer.Option("--from", metavar="KEY", help="an event that onrecord stories listed")] = "",
) -> None:
    """Start a story from your own articles: a folder under data/raw with a story.yaml to complete."""
    from onrecord import intake, story

    root = story.find_root()
    wanted = _read_event(root, event) if event else None
    draft = intake.draft_story(name, files, root, intake.read_map(map_ or ()), wanted)
    _tell_left_out(draft.left_out)
    typer.echo(
        f"{count(draft.articles, 'article')}. Complete {shown(draft.folder / 'story.yaml')}, then: "
        f"onrecord check {name} && onrecord run {name}"
    )


def stories(files: Files, map_: Columns = None) -> None:
    """List the events that at least two outlets of these articles tell of; onrecord new --from makes one a story."""
    from onrecord import intake, story

    rows, left_out = _read(files, map_)
    told = [intake.Told(r.article_id, r.outlet, r.published, f"{r.headline or ''}\n{r.body}") for r in rows]
    events = intake.group_events(told)
    _tell_left_out(left_out)
    headlines = {row.article_id: row.headline or row.body.split("\n")[0][:80] for row in rows}
    for event in events:
        for line in _tell_event(event, headlines):
            typer.echo(line)
    grouped = sum(len(event.articles) for event in events)
    typer.echo(f"{count(len(events), 'event')} with {grouped} of {count(len(rows), 'article')}.")
    if events:
        _keep_events(story.find_root(), events)
        again = shlex.join([*files, *(word for one in map_ or () for word in ("--map", one))])
        typer.echo(f"Make one a story: onrecord new STORY --from {events[0].key} {again}")


def extract(
    files: Files,
    out: Annotated[Path, typer.Option(metavar="DIR", help="folder for the tables, new or made by this command")],
    map_: Columns = None,
    workers: Annotated[int | None, typer.Option("-j", metavar="N", help="processes (one for each processor)")] = None,
    engine: Annotated[str, typer.Option(metavar="local|dask", help="this machine, or a Dask cluster")] = "local",
    scheduler: Annotated[str | None, typer.Option(metavar="ADDRESS", help="of the cluster: tcp://host:8786")] = None,
) -> None:
    """Extract the tables of any number of articles into a folder of shards; a run that was stopped goes on.

    Each article has actors of its own, and the outlet that its file names. Of up to 2,000 articles each table is one
    file too.
    """
    from functools import partial
    from itertools import chain, islice

    from onrecord import intake, processed
    from onrecord.run import corpus, engines
    from onrecord.run.locks import locked
    from onrecord.run.progress import counting

    _check_engine(engine, scheduler)
    _check_out(out)
    unread: Counter[str] = Counter()
    items = _watch_days(intake.find_items(files, intake.read_map(map_ or ())), unread)
    first = list(islice(items, corpus.MOST_ARTICLES + 1))
    few = len(first) <= corpus.MOST_ARTICLES and scheduler is None and workers is None
    opened = engines.open_here if few else partial(engines.open_engine, workers or engines.default_workers(), scheduler)
    out.mkdir(parents=True, exist_ok=True)
    with locked(out, str(out)), counting("articles") as advance:
        made = corpus.extract_corpus(chain(first, items), out, opened, advance)
        copies = processed.write_corpus_copies(out) if made.articles else 0
    _tell_extracted(out, made)
    if copies:
        typer.echo(
            f"{count(copies, 'article')} of them: the text of an earlier one (onrecord query {shown(out)} copies)."
        )
    if unread:
        typer.echo(
            f"{count(unread.total(), 'day')} could not be read, or has two readings: {next(iter(unread))!r}. "
            "Say which number comes first: --map published=COLUMN:DMY, or COLUMN:MDY"
        )


def _watch_days(items: Iterable["Item | LeftOut"], unread: Counter[str]) -> Iterator["Item | LeftOut"]:
    """The same articles; ``unread`` counts what an export says of their days where that cannot be read."""
    for item in items:
        if day := getattr(item, "unread_day", None):
            unread[day] += 1
        yield item


def _tell_extracted(out: Path, made: "Extracted") -> None:
    """What is in the folder now, with what was left out by name; of some articles each table is one file too."""
    from onrecord import tables
    from onrecord.run import corpus

    left_out = corpus.read_left_out(out)
    for reason in left_out[:MOST_TOLD]:
        typer.echo(f"left out: {reason}")
    if len(left_out) > MOST_TOLD:
        typer.echo(f"left out: {len(left_out) - MOST_TOLD:,} more, which stand in the table exclusions")
    if not made.articles:
        raise DataError(f"extract: {NONE}", "Name others, or mend them.")
    if made.articles <= MOST_JOINED:
        for name, table in corpus.join_shards(out).items():
            tables.write_table(name, table, out)
    else:  # what an earlier, smaller run left for people
        for name in corpus.read_shard(out, 0):
            for stale in (out / f"{name}.csv", out / f"{name}.parquet"):
                stale.unlink(missing_ok=True)
    kept = f"; {count(made.kept, 'shard')} stood already" if made.kept else ""
    typer.echo(f"{count(made.articles, 'article')} in {count(made.shards, 'shard')} of {shown(out)}{kept}.")
    typer.echo(f"Ask them: onrecord query {shown(out)} most-quoted")


def _check_engine(engine: str, scheduler: str | None) -> None:
    if engine not in ("local", "dask"):
        raise UsageError(f"--engine {engine}: is no engine.", "Write local or dask.")
    if (engine == "dask") != (scheduler is not None):
        raise UsageError("extract: --engine dask and --scheduler ADDRESS belong together.",
                         "For example: --engine dask --scheduler tcp://10.0.0.5:8786")  # fmt: skip


def _read(files: Sequence[str], columns: list[str] | None) -> tuple[list["ArticleRow"], list["LeftOut"]]:
    """The articles of the files, and what is none."""
    from onrecord import intake

    rows: list[ArticleRow] = []
    left_out: list[LeftOut] = []
    for item in intake.find_items(files, intake.read_map(columns or ())):
        row = intake.read_row(item)
        if isinstance(row, intake.LeftOut):
            left_out.append(row)
        else:
            rows.append(row)
    return rows, left_out


def _tell_left_out(left_out: Iterable["LeftOut"]) -> None:
    for one in left_out:
        typer.echo(f"left out: {one.name}: {one.reason}. {one.remedy}".rstrip())


def _tell_event(event: "Event", headlines: dict[str, str]) -> Iterable[str]:
    """An event's key, days, outlets and shared names, then a line an article; copies are told as such."""
    from onrecord.intake import Copies

    days = (
        " to ".join(f"{day:%Y-%m-%d}" for day in dict.fromkeys((event.days[0], event.days[-1])))
        if event.days
        else "undated"
    )
    yield f"{event.key}  {days}  {count(len(event.outlets), 'outlet')}  {join_words(list(event.words))}".rstrip()
    copies, outlets = Copies(), {one.article_id: one.outlet for one in event.articles}
    for one in event.articles:
        copy = next((copy for copy in copies.find(one.text) if copy.is_whole), None)
        copies.add(one.article_id, one.text)
        told = f" (the text of {outlets[copy.article_id]})" if copy else ""
        yield f"    {one.outlet}: {headlines[one.article_id]}{told}"


def _keep_events(root: Path, events: Iterable["Event"]) -> None:
    """Which articles an event has, so that a story can be begun with them; under .onrecord, which git ignores."""
    from onrecord.tables.folders import writing

    kept = {event.key: [one.article_id for one in event.articles] for event in events}
    with writing(root / ".onrecord" / "events.json") as path:
        path.write_text(json.dumps(kept), encoding="utf8")


def _read_event(root: Path, key: str) -> frozenset[str]:
    path = root / ".onrecord" / "events.json"
    try:
        kept = json.loads(path.read_text(encoding="utf8")) if path.is_file() else {}
    except ValueError:
        kept = {}
    if key not in kept:
        raise UsageError(f"--from {key}: the last onrecord stories listed no such event.",
                         "Run onrecord stories FILES… and take a key from its list.")  # fmt: skip
    return frozenset(kept[key])


def _check_out(out: Path) -> None:
    """A folder that is new, empty or this command's: a story's own tables are not overwritten."""
    if out.exists() and not out.is_dir():
        raise UsageError(f"{out}: is a file.", "Name a folder for the tables.")
    if (out / "exclusions.parquet").is_file() or (out / "story.yaml").is_file():
        raise UsageError(f"{out}: holds a story's own files.", "Name another folder: they are made by onrecord run.")
