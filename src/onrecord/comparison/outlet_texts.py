"""The whole texts of a story's outlets: what an outlet has, and what nothing in it comes near."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.comparison.numbers import ROUNDED
from onrecord.language.quotations import find_quotations
from onrecord.language.surnames import without_accents
from onrecord.language.wording import join_words
from onrecord.language.words import find_words, stems
from onrecord.tables.extracted import ActorRow, ArticleRow, ClaimRow, FigureRow, SentenceRow

PRESENT = 0.35  # share of a statement's weight in one sentence or headline from which an outlet may well have it
STATED = 5  # content words of a statement; what has fewer is a fragment
QUOTED = 4  # words in a row of a quotation that are of one statement
DIGITS = re.compile(r"\d[\d,.]*\d|\d")


@dataclass(frozen=True)
class Found:
    """The rows of a story that say what each outlet has."""

    articles: Sequence[ArticleRow]
    sentences: Sequence[SentenceRow]
    claims: Sequence[ClaimRow]
    actors: Mapping[str, ActorRow]
    figures: Sequence[FigureRow]


@dataclass(frozen=True)
class OutletText:
    """An outlet's whole text, its sentences and words by stem, the forms of what it has in quotation marks with a space
    around each, and the last day it is known to have published."""

    sentences: Sequence[frozenset[str]]
    words: frozenset[str]
    text: str
    quoted: Sequence[str]
    last: date | None


class Outlets:
    """The outlets of a story, and which of them lack what others carry."""

    def __init__(self, found: Found):
        self.of = {row.article_id: row.outlet for row in found.articles}
        self.published = {row.article_id: row.published for row in found.articles}
        bodies = {row.article_id: row.body for row in found.articles}
        sentences = defaultdict(list)
        for article in found.articles:
            sentences[article.outlet].append(stems(article.headline or ""))
        for row in found.sentences:
            sentences[self.of[row.article_id]].append(stems(bodies[row.article_id][row.start : row.end]))
        self.known = {name: _read(name, found.articles, sentences[name]) for name in dict.fromkeys(self.of.values())}

    def told_in(self, articles: Collection[str]) -> str:
        return join_words(list(dict.fromkeys(self.of[article] for article in articles)))

    def lacking(self, articles: Collection[str], least: int) -> Iterator[tuple[str, OutletText]]:
        """Outlets that could carry what these articles of enough others do, and are none of them.

        Who could is certain where it published on the day of one of them or later, or where no article has a day.
        """
        carried = {self.of[article] for article in articles}
        if len(carried) < max(least, (len(self.known) - 1) / 2):
            return
        told = min((day for article in articles if (day := self.published[article])), default=None)
        undated = not any(self.published.values())
        for name, outlet in self.known.items():
            knew = undated or (told is not None and outlet.last is not None and told <= outlet.last)
            if name not in carried and knew:
                yield name, outlet


def _read(name: str, articles: Sequence[ArticleRow], sentences: Sequence[frozenset[str]]) -> OutletText:
    its = [row for row in articles if row.outlet == name]
    text = "\n".join(part for row in its for part in (row.headline or "", row.body))
    marked = [text[slice(*part)] for quotation in find_quotations(text) for part in quotation.parts]
    return OutletText(
        sentences,
        stems(without_accents(text)),
        text,
        [f" {' '.join(_forms(part))} " for part in marked],
        max((row.published for row in its if row.published), default=None),
    )


def may_have(outlet: OutletText, words: Mapping[str, str], weights: Mapping[str, float], least: int = STATED) -> bool:
    """Whether an outlet may have a statement: one of fewer content words than ``least``, too short to be missed, or a
    sentence that is near it."""
    whole = sum(weights.get(stem, 0.0) for stem in words)
    if len(words) < least:
        return True
    nearest = max((sum(weights[s] for s in words if s in sentence) for sentence in outlet.sentences), default=0.0)
    return nearest >= PRESENT * whole


def quotes_some(outlet: OutletText, words: str) -> bool:
    """Whether an outlet prints some words in a row of a statement in quotation marks."""
    forms = _forms(words)
    runs = [f" {' '.join(forms[i : i + QUOTED])} " for i in range(len(forms) - QUOTED + 1)]
    return any(run in part for run in runs for part in outlet.quoted)


def _forms(text: str) -> list[str]:
    return [word.form for word in find_words(text)]


def has_number(outlet: OutletText, values: set[float | None], figure: FigureRow) -> bool:
    """Whether an outlet has a figure\'s digits anywhere, or a number of its value, rounded."""
    digits = DIGITS.search(figure.text)
    numeral = digits.group() if digits else figure.text.split()[0]
    return numeral in outlet.text or any(
        value is not None and figure.value is not None and abs(value - figure.value) <= ROUNDED * abs(figure.value)
        for value in values
    )
