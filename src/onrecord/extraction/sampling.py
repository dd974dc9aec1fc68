"""A random sample of a story's rows for people to review, so that a newsroom can state its own error rate.

Which rows are drawn is decided by a hash of their ids: nobody chooses them, and drawing again draws the same.
"""

import hashlib
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

import pandas as pd

from onrecord.errors import StoryError, UsageError
from onrecord.language.wording import count
from onrecord.story import Story
from onrecord.tables import Tables, read_rows
from onrecord.tables.extracted import ClaimRow, FigureRow
from onrecord.tables.handmade import append_rows, read_handmade, shown

COLUMNS = ("row_id", "words", "article_id")
Z = 1.959964  # 95 %


@dataclass(frozen=True)
class Sample:
    """What people found in a drawn sample: ``reviewed`` rows of ``drawn`` have a decision, ``wrong`` of them were
    rejected or corrected; ``gone`` are no longer in the tables."""

    drawn: int
    reviewed: int
    wrong: int
    gone: int

    @property
    def is_whole(self) -> bool:
        """Whether every row that is still there was looked at: only then is the rate one of the story."""
        return 0 < self.reviewed == self.drawn - self.gone

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval of the share of wrong rows (Wilson 1927)."""
        n, p = self.reviewed, self.wrong / self.reviewed
        middle, spread = p + Z * Z / (2 * n), Z * sqrt(p * (1 - p) / n + Z * Z / (4 * n * n))
        whole = 1 + Z * Z / n
        return max(0.0, (middle - spread) / whole), min(1.0, (middle + spread) / whole)


def draw_sample(found: Tables, story: Story, size: int) -> Path:
    """Write ``sample.csv`` with so many of the story's claims and figures; all of them where there are fewer.

    Raises ``UsageError`` for a size below 1, and where a sample was drawn before: a second one would be a choice.
    """
    path = story.raw / "sample.csv"
    if size < 1:
        raise UsageError(f"review: a sample of {size} rows is none.", "Write --sample 50, or another number.")
    if path.is_file():
        raise UsageError(
            f"{shown(path)}: a sample was drawn before.", "Review that one, or delete the file to draw a new one."
        )
    rows = [(row.claim_id, row.content, row.article_id) for row in read_rows(found.claims, ClaimRow)]
    rows += [(row.figure_id, row.text, row.article_id) for row in read_rows(found.figures, FigureRow)]
    if not rows:
        raise UsageError(f"{story.name}: there are no rows to draw from.", "Run onrecord run first.")
    drawn = sorted(rows, key=lambda row: hashlib.sha256(f"{story.name}\0{row[0]}".encode()).digest())[:size]
    append_rows(path, COLUMNS, [dict(zip(COLUMNS, row, strict=True)) for row in drawn])
    return path


def read_sample(story: Story) -> dict[str, str]:
    """The drawn rows: each one's article by its id; none where no sample was drawn."""
    path = story.raw / "sample.csv"
    rows = read_handmade(path, COLUMNS, error=StoryError) if path.is_file() else []
    return {row.get("row_id"): row.get("article_id") for row in rows}


def count_sample(found: Tables, drawn: dict[str, str]) -> Sample:
    """What the decisions on drawn rows come to, as far as these tables have their articles."""
    drawn = {row: article for row, article in drawn.items() if article in set(found.articles["article_id"])}
    review = pd.concat(
        [found.claims.set_index("claim_id")["review"], found.figures.set_index("figure_id")["review"]]
    ).to_dict()
    verdicts = [review[row] for row in drawn if row in review]
    reviewed = [verdict for verdict in verdicts if verdict != "unreviewed"]
    wrong = sum(verdict in ("rejected", "corrected") for verdict in reviewed)
    return Sample(len(drawn), len(reviewed), wrong, len(drawn) - len(verdicts))


def tell_sample(sample: Sample) -> str:
    """The sample in a sentence; the rate only where the whole of it was looked at."""
    drawn = f"A random sample of {count(sample.drawn, 'row')}"
    if not sample.is_whole:
        return f"{drawn} was drawn for review; {sample.reviewed} of them have been looked at so far."
    low, high = sample.interval
    share = sample.wrong / sample.reviewed
    gone = f" ({count(sample.gone, 'row')} of it no longer there)" if sample.gone else ""
    wrong = f"{sample.wrong} {'was' if sample.wrong == 1 else 'were'} wrong, {share:.0%}"
    return (
        f"{drawn}{gone} was reviewed: {wrong}; of all rows between {low:.0%} and {high:.0%}, with a confidence of 95 %."
    )
