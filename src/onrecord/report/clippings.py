"""The exact words that a printed sentence rests on: whole sentences of an article, with what matters marked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.language.words import count_words
from onrecord.processed import Mark
from onrecord.report.material import Material
from onrecord.tables.compared import ParallelRow
from onrecord.tables.extracted import ClaimRow, FigureRow, SentenceRow

LONGEST = 75  # words of a clipping; of longer sentences only the part that matters is shown
# Code points of a clipping with what stands around it, and of one that the sentence before it goes along with; lengths
# and not words, since a page that is verified has gaps for what it does not show.
WIDEST, SHORT = 420, 160
ENOUGH = 120  # code points above a denial, with which a reader knows what is denied
# What points back at a sentence that is not shown; so do, before words in context, somebody's words and "his".
BACKWARD = re.compile(
    r"(?:That|This|These|Those|It|He|She|They|However|But|And|Instead|Meanwhile|Then|In (?:response|reply|return))"
    r"(?:['’]s)?\b"
)
CUT_OFF = re.compile(rf"[“\"‘']|{BACKWARD.pattern}|(?:His|Her|Their|Its|So)\b")
ELLIPSIS = " … "


@dataclass(frozen=True)
class Clipping:
    """Words of one article's body, ``body[start:end]``; ``rows``: the claims or figures that they show.

    ``label``: what stands above the words, the outlet where it is empty. ``also``: other outlets that print the same
    words, spelling apart, or, where ``alike``, nearly the same. ``marks`` are spans of the same body. ``cut_before``
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
    alike: bool = False
    label: str = ""

    def holds(self, row: ClaimRow | FigureRow | ParallelRow) -> bool:
        """Whether any of the row's own words stand in the clipping."""
        return self.article_id == row.article_id and row.start < self.end and self.start < row.end

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


def in_context(material: Material, clipping: Clipping, *, answers: bool = False) -> Clipping:
    """The clipping with the rest of its paragraph where that is not too long; a short one that begins a paragraph, and
    one that ``answers``, goes with the sentence before. What it was stays marked."""
    rows, body = material.sentences[clipping.article_id], material.articles[clipping.article_id].body
    own = [k for k, row in enumerate(rows) if row.start < clipping.end and clipping.start < row.end]
    if not own:
        return clipping
    first, last = _go_back(rows, own[0], own[-1], answers=answers), own[-1]
    while first and CUT_OFF.match(body, rows[first].start) and _fits(rows, first - 1, last):
        first -= 1
    while first < own[0] and CUT_OFF.match(body, rows[first].start):
        first += 1  # somebody's words whose name would be cut off
    while last + 1 < len(rows) and rows[last + 1].paragraph == rows[last].paragraph and _fits(rows, first, last + 1):
        last += 1
    start, end = min(rows[first].start, clipping.start), max(rows[last].end, clipping.end)
    if end - start > WIDEST:
        return clipping
    marks = clipping.marks or (Mark(clipping.start, clipping.end, "content"),)
    return replace(clipping, start=start, end=end, marks=marks, cut_before=False, cut_after=False)


def _go_back(rows: Sequence[SentenceRow], first: int, last: int, *, answers: bool) -> int:
    """The first sentence to be shown: of the paragraph, or where it begins with the clipping, of what is above."""
    begun, paragraph = rows[first].start, rows[first].paragraph
    while first and rows[first - 1].paragraph == paragraph and _fits(rows, first - 1, last):
        first -= 1
    above = answers or (rows[first].start == begun and rows[last].end - begun <= SHORT)
    while above and first and begun - rows[first].start < ENOUGH and _fits(rows, first - 1, last):
        first -= 1
        above = answers  # a denial may need more than one short sentence
    return first


def _fits(rows: Sequence[SentenceRow], first: int, last: int) -> bool:
    return rows[last].end - rows[first].start <= WIDEST


def mark_words(body: str, start: int, end: int, words: str, kind: str) -> list[Mark]:
    """Marks on each part of ``words`` (joined by an ellipsis) inside ``body[start:end]``; parts not found get none."""
    marks = []
    for part in words.split(ELLIPSIS):
        found = re.search(r"(?<!\w)" + r"\s+".join(map(re.escape, part.split())) + r"(?!\w)", body[start:end])
        if any(c.isalnum() for c in part) and found:
            marks.append(Mark(start + found.start(), start + found.end(), kind))
    return marks


def is_whole(words: str) -> bool:
    """Whether a sentence is none that was split: it begins with no small letter, and its marks are in pairs."""
    paired = words.count("“") == words.count("”") and words.count('"') % 2 == 0
    return not words[0].islower() and paired
