"""The exact words that a printed sentence rests on: whole sentences of an article, with what matters marked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.language.words import count_words
from onrecord.processed import Mark
from onrecord.report.material import Material
from onrecord.tables.compared import ParallelRow
from onrecord.tables.extracted import ClaimRow, FigureRow

LONGEST = 75  # words of a clipping; of longer sentences only the part that matters is shown
# What points back at a sentence that is not shown.
BACKWARD = re.compile(
    r"(?:(?:\w{1,20} ){0,2}(?:[Mm]inutes|[Hh]ours?|[Dd]ays?|[Ww]eeks?|[Mm]onths?|[Yy]ears?) (?:later|earlier)"
    r"|That|This|These|Those|It|He|She|They|However|But|And|Instead|Meanwhile|Then|In (?:response|reply|return))"
    r"(?:['’]s)?\b"
)


@dataclass(frozen=True)
class Clipping:
    """Words of one article's body, ``body[start:end]``; ``rows``: the claims or figures that they show.

    ``label``: what stands above the words, the outlet where it is empty. ``also``: other outlets that print the same
    words, spelling apart. ``marks`` are spans of the same body. ``cut_before``
    and ``cut_after`` say that the sentence goes on.
    """

    outlet: str
    article_id: str
    start: int
    end: int
    rows: tuple[str, ...]
    paragraph: int
    marks: tuple[Mark, ...] = ()
    cut_before: bool = False
    cut_after: bool = False
    also: tuple[str, ...] = ()
    label: str = ""

    def holds(self, row: ClaimRow | FigureRow | ParallelRow) -> bool:
        """Whether any of the row's own words stand in the clipping."""
        return self.article_id == row.article_id and row.start < self.end and self.start < row.end

    def holds_place(self, article_id: str, place: Mark) -> bool:
        """Whether some words of an article stand in the clipping whole."""
        return self.article_id == article_id and self.start <= place.start and place.end <= self.end

    def overlaps(self, other: "Clipping") -> bool:
        """Whether both show some of the same words of one article."""
        return self.article_id == other.article_id and self.start < other.end and other.start < self.end


def clip(
    material: Material, article_id: str, start: int, end: int, row_id: str | None, marks: Sequence[Mark] = ()
) -> Clipping:
    """The sentences around a span, or the span alone where they are too long."""
    body = material.articles[article_id].body
    first, last = whole = material.hull(article_id, start, end)
    if count_words(body[first:last]) > LONGEST:
        first, last = start, end
    return Clipping(
        outlet=material.articles[article_id].outlet,
        article_id=article_id,
        start=first,
        end=last,
        rows=(row_id,) if row_id else (),
        paragraph=material.paragraph_of(article_id, start),
        marks=tuple(marks),
        cut_before=first > whole[0],
        cut_after=last < whole[1],
    )


def is_whole(words: str) -> bool:
    """Whether a sentence is none that was split: it begins with no small letter, and its marks are in pairs."""
    paired = words.count("“") == words.count("”") and words.count('"') % 2 == 0
    return not words[0].islower() and paired
