"""A story's files → ``articles``; what is left out goes to ``exclusions``, by name."""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import pandas as pd

from onrecord import tables
from onrecord.errors import DataError, near
from onrecord.intake.copies import Copies
from onrecord.intake.formats import LANGUAGE, check_prose, read_text
from onrecord.intake.layout import Parts, split_article
from onrecord.language.words import count_words
from onrecord.story import NEVER_ARTICLES, ArticleEntry, Story
from onrecord.tables.extracted import ArticleRow, ExclusionRow


@dataclass
class Cleaned:
    """The result of 01-clean: the two tables, and what a reader should know though nothing was left out for it."""

    articles: pd.DataFrame
    exclusions: pd.DataFrame
    notices: list[str] = field(default_factory=list)


def read_articles(story: Story) -> Cleaned:
    """The story's files, cleaned, in ``story.yaml``'s order; a file that cannot be used is left out by name.

    Raises ``DataError`` when no article is left.
    """
    rows: dict[str, ArticleRow] = {}
    reasons: list[tuple[str, str]] = []
    notices: list[str] = []
    copies = Copies()
    present = sorted(p.name for p in story.raw.iterdir() if not p.name.startswith("."))
    for file, entry in story.about.articles.items():
        try:
            row, notice = _read_article(story, file, entry)
            notices += [f"{row.article_id}: {notice}."] if notice else []
            notices += _check_copies(row, rows, copies)
            rows[row.article_id] = row
            copies.add(row.article_id, row.body)
        except DataError as error:
            hint = "" if file in present else near(file, [name for name in present if name not in NEVER_ARTICLES])
            reasons.append((Path(file).stem, error.what + hint))
    extra = [name for name in present if name not in {*story.about.articles, *NEVER_ARTICLES}]
    reasons += [(Path(name).stem, f"{name} is not listed in story.yaml") for name in extra]
    if not rows:
        told = "; ".join(f"{article}: {reason}" for article, reason in reasons)
        raise DataError(f"data/raw/{story.name}: no article can be used. {told}", "Mend the files or story.yaml.")
    return Cleaned(tables.make_table("articles", rows.values()), _exclusions(reasons, len(rows)), notices)


def _check_copies(row: ArticleRow, kept: dict[str, ArticleRow], copies: Copies) -> list[str]:
    """Notices of other outlets' articles that this one repeats: that is coverage too. Its own outlet's raise."""
    repeated = copies.find(row.body)
    for other, _ in repeated:
        if kept[other].outlet == row.outlet:
            raise DataError(f"the same words as {other}, by the same outlet", "Take one of them out.")
    return [f"{row.article_id} repeats {share:.0%} of {other}'s five-word runs." for other, share in repeated]


def _exclusions(reasons: list[tuple[str, str]], kept: int) -> pd.DataFrame:
    """One row an article left out; the counts run from all files down to those kept."""
    total = kept + len(reasons)
    return tables.make_table(
        "exclusions",
        [
            ExclusionRow(step="01-clean", article_id=a, reason=why, rows_before=total - i, rows_after=total - i - 1)
            for i, (a, why) in enumerate(reasons)
        ],
    )


def _read_article(story: Story, file: str, entry: ArticleEntry) -> tuple[ArticleRow, str | None]:
    """One row of ``articles`` and what to notice of it; raises ``DataError`` with the reason why it cannot be one."""
    path = story.raw / file
    read = read_text(path)
    parts = split_article(read.text, entry.headline)
    check_prose(parts.body)
    row = ArticleRow(
        article_id=path.stem,
        story=story.name,
        outlet=entry.outlet,
        headline=parts.headline,
        byline=parts.byline,
        dateline=parts.dateline,
        published=entry.published or parts.published,
        published_basis=_basis(entry, parts),
        url=entry.url,
        licence=entry.licence or parts.licence,
        language=LANGUAGE,
        source_file=file,
        source_sha256=hashlib.sha256(read.content).hexdigest(),
        words=count_words(parts.body),
        body=parts.body,
    )
    return row, read.notice


def _basis(entry: ArticleEntry, parts: Parts) -> Literal["stated", "metadata", "inferred"] | None:
    """Where the date comes from: ``story.yaml`` decides; a date line of the text counts as stated."""
    if entry.published:
        return entry.published_basis or "metadata"
    return "stated" if parts.published else None
