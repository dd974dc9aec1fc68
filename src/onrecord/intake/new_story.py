"""A first ``story.yaml`` for a user's own articles: what the files say of them, marked as guessed where it is."""

import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from onrecord.errors import DataError, UsageError
from onrecord.intake.article_rows import Made, make_article
from onrecord.intake.inputs import Item, LeftOut, find_items, read_item
from onrecord.intake.received import Received
from onrecord.story import list_stories

NAME = re.compile(r"\A[a-z0-9][a-z0-9-]*\Z")
GUESSES = ("from the file", "from the file's name")  # what stands behind a value that a person should confirm
MOST_ARTICLES = 200  # of a story; more is a corpus
GUIDE = """\
# Complete this file, then run: onrecord check {name}
# What is marked # from the file, or # from the file's name, is a guess: confirm it, or put it right.
# articles: outlet and, where known, headline, published (YYYY-MM-DD), published_basis (stated, metadata, inferred),
#   byline, url, licence, full_text (true where the licence lets you publish the whole text).
# measures (not required): a name, the words that articles use for it, and a series of data/raw/reference/series.csv:
#   measures:
#     population:
#       words: [population, inhabitants]
#       series: population
"""


@dataclass(frozen=True)
class Draft:
    """A story that was begun: its folder, how many articles it has, and what was left out of it."""

    folder: Path
    articles: int
    left_out: list[LeftOut]


def draft_story(
    name: str,
    named: Iterable[str],
    root: Path,
    columns: Mapping[str, str] | None = None,
    wanted: frozenset[str] | None = None,
) -> Draft:
    """Write ``data/raw/name`` with the articles and a ``story.yaml`` that runs; a story that exists is left alone.

    ``wanted``: ids of the articles to take, of all that were named; null takes all. What is no article is left out by
    name. Raises ``DataError`` when no article is left.
    """
    folder = _check_name(name, root)
    kept: list[tuple[Item, Received, Made]] = []
    left_out: list[LeftOut] = []
    for found in find_items(named, columns):
        if wanted is not None and found.article_id not in wanted:
            continue
        try:
            if isinstance(found, LeftOut):
                left_out.append(found)
                continue
            received = read_item(found)
            kept.append((found, received, make_article(received, found.article_id, found.content, found.name)))
        except DataError as error:
            left_out.append(LeftOut(found.name, found.article_id, error.what, error.remedy))
        if len(kept) > MOST_ARTICLES:
            raise UsageError(f"{name}: more than {MOST_ARTICLES} articles are a corpus, not a story.",
                             "List its events with onrecord stories, or extract it with onrecord extract.")  # fmt: skip
    lost = (wanted or frozenset()) - {item.article_id for item, _, _ in kept} - {one.article_id for one in left_out}
    if lost:
        raise UsageError(f"{name}: of the event, {', '.join(sorted(lost))} is not among these files.",
                         "Name the files that onrecord stories was given, in the same way.")  # fmt: skip
    if not kept:
        told = "".join(f"\n  {one.name}: {one.reason}" for one in left_out)
        raise DataError(
            f"{name}: none of the files is an article that can be read.{told}", "Name others, or mend them."
        )
    _write(folder, name, kept)
    return Draft(folder, len(kept), left_out)


def _check_name(name: str, root: Path) -> Path:
    """The folder of a story to be; raises ``UsageError`` for a name that cannot be one, or is taken."""
    if not NAME.match(name):
        raise UsageError(
            f"{name!r}: a story's name has small letters, digits and hyphens only.", "For example: spring-floods"
        )
    folder = root / "data" / "raw" / name
    if name in list_stories(root) or folder.exists():
        raise UsageError(f"data/raw/{name} is already there.", "Choose another name, or edit its story.yaml.")
    return folder


def _write(folder: Path, name: str, kept: list[tuple[Item, Received, Made]]) -> None:
    title = name.replace("-", " ").capitalize()
    about = {"title": title, "question": f"What does each outlet report about {title.lower()}?"}
    lines = [GUIDE.format(name=name), *(_line(key, value) for key, value in about.items()), "articles:\n"]
    try:
        folder.mkdir(parents=True)
        for item, received, made in kept:
            file = f"{item.article_id}{item.suffix}"
            (folder / file).write_bytes(item.content)
            lines += [f"  {_scalar(file)}:\n", *(f"    {line}" for line in _describe(item, received, made))]
        (folder / "story.yaml").write_text("".join(lines), encoding="utf8")
    except BaseException:  # half a story would be in the way of the next try
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _describe(item: Item, received: Received, made: Made) -> Iterator[str]:
    """An article's lines in ``story.yaml``: certain is only what an export's columns say."""
    certain, known = item.metadata.known(), received.metadata.known()
    if made.row.byline != known.get("byline"):  # the text names its author itself
        known.pop("byline", None)
    if "outlet" not in known:
        yield _line("outlet", _outlet(item.article_id), GUESSES[1])
    for key in ("outlet", "headline", "published", "published_basis", "byline", "url", "licence"):
        if key in known:
            yield _line(key, known[key], "" if key in certain or key == "published_basis" else GUESSES[0])
    if made.row.published is None:
        why = (
            f"the file says {item.unread_day}; if that has two readings: --map published=COLUMN:DMY, or MDY"
            if item.unread_day
            else "not found"
        )
        yield f"# published: YYYY-MM-DD   ({why}; without it “on Wednesday” cannot be resolved)\n"


def _line(key: str, value: Any, comment: str = "") -> str:
    return f"{key}: {_scalar(value)}{f'  # {comment}' if comment else ''}\n"


def _scalar(value: Any) -> str:
    """A value as YAML writes it on one line, in quotation marks where it has to."""
    text: str = yaml.safe_dump([value], allow_unicode=True, width=10**9, default_flow_style=False)
    return text.removeprefix("- ").strip()


def _outlet(stem: str) -> str:
    """A first guess at the outlet from the file's name: ``daily-news`` → ``Daily News``."""
    return re.sub(r"[-_]+", " ", stem).strip().title() or stem


def count_guesses(story_file: Path) -> int:
    """How many values of a ``story.yaml`` are still marked as guesses."""
    lines = story_file.read_text(encoding="utf8").splitlines()
    return sum(line.rstrip().endswith(tuple(f"  # {guess}" for guess in GUESSES)) for line in lines)
