"""What other outlets carry and one does not, ``left_out``, and numbers that one alone gives, ``only_in``.

Absence needs evidence. So an outlet's whole text is looked at: a statement is left out where neither the headline nor
a sentence has a third of its words, weighed by rarity, a person where the surname does not occur, a figure where
neither the number nor its numeral does. Who may have published before all that carry a thing may not have known it,
and leaves nothing out.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from onrecord import tables
from onrecord.comparison.alignment import weigh_stems
from onrecord.comparison.numbers import ROUNDED
from onrecord.comparison.statements import SURE, is_certain
from onrecord.language.surnames import surname_of
from onrecord.language.wording import join_words
from onrecord.language.words import content_words, stems
from onrecord.tables.compared import ClaimPairRow, FigurePairRow, LeftOutRow, OnlyInRow
from onrecord.tables.extracted import ActorRow, ArticleRow, ClaimRow, FigureRow, SentenceRow

PRESENT = 0.35  # share of a statement's weight in one sentence or headline from which an outlet may well have it
WEIGHTY = frozenset(("money", "people", "share"))  # kinds of unit of a number that a story may turn on
DIGITS = re.compile(r"\d[\d,.]*\d|\d")
STATED = 5  # content words of a statement; what has fewer is a fragment


@dataclass(frozen=True)
class Found:
    """The rows of a story that say what each outlet has."""

    articles: Sequence[ArticleRow]
    sentences: Sequence[SentenceRow]
    claims: Sequence[ClaimRow]
    actors: Mapping[str, ActorRow]
    figures: Sequence[FigureRow]


@dataclass(frozen=True)
class _Outlet:
    """An outlet's whole text, its sentences and words by stem, and the last day it is known to have published."""

    sentences: Sequence[frozenset[str]]
    words: frozenset[str]
    text: str
    last: date | None


def compare_left_out(
    found: Found, claim_pairs: Sequence[ClaimPairRow], figure_pairs: Sequence[FigurePairRow]
) -> pd.DataFrame:
    """``left_out``: what an outlet lacks that two others carry (a speaker: one), and half of the others where there are
    many."""
    outlets = _Outlets(found)
    rows = [
        *_statements(found, claim_pairs, outlets),
        *_speakers(found, claim_pairs, outlets),
        *_figures(found, figure_pairs, outlets),
    ]
    order = {outlet: i for i, outlet in enumerate(outlets.known)}
    rows.sort(key=lambda row: order[row.outlet])
    return tables.make_table("left_out", rows)


class _Outlets:
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

    def lacking(self, articles: Collection[str], least: int) -> Iterator[tuple[str, _Outlet]]:
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


def _read(name: str, articles: Sequence[ArticleRow], sentences: Sequence[frozenset[str]]) -> _Outlet:
    its = [row for row in articles if row.outlet == name]
    text = "\n".join(part for row in its for part in (row.headline or "", row.body))
    return _Outlet(sentences, stems(text), text, max((row.published for row in its if row.published), default=None))


def _groups(pairs: Sequence[tuple[str, str]]) -> Iterator[list[str]]:
    """Ids that pairs join, in the order met."""
    root: dict[str, str] = {}

    def find(x: str) -> str:
        while root.setdefault(x, x) != x:
            x = root[x]
        return x

    for a, b in pairs:
        root[find(b)] = find(a)
    groups = defaultdict(list)
    for x in root:
        groups[find(x)].append(x)
    yield from groups.values()


def _statements(found: Found, pairs: Sequence[ClaimPairRow], outlets: _Outlets) -> Iterator[LeftOutRow]:
    claims = {row.claim_id: row for row in found.claims}
    body = {row.article_id: row.body for row in found.articles}
    same = [pair for pair in pairs if pair.relation != "disputes" and pair.score >= SURE]
    passages = {pair.claim_a: (pair.start_a, pair.end_a) for pair in reversed(same)}
    passages = {pair.claim_b: (pair.start_b, pair.end_b) for pair in reversed(same)} | passages
    weights = weigh_stems(body[row.article_id][row.start : row.end] for row in found.sentences)
    for group in _groups([(pair.claim_a, pair.claim_b) for pair in same]):
        if not any(is_certain(claims[claim]) for claim in group):
            continue
        articles = [claims[claim].article_id for claim in group]
        words = [content_words(body[claims[c].article_id][slice(*passages[c])]) for c in group]
        for name, outlet in outlets.lacking(articles, 2):
            if not any(_may_have(outlet, stated, weights) for stated in words):
                evidence = f"in {outlets.told_in(articles)}; no sentence has a third of its words, weighed by rarity"
                yield LeftOutRow(outlet=name, kind="statement", row_id=group[0], evidence=evidence)


def _may_have(outlet: _Outlet, words: Mapping[str, str], weights: Mapping[str, float]) -> bool:
    """Whether an outlet may have a statement: one that is too short to be missed, or a sentence that is near it."""
    whole = sum(weights.get(stem, 0.0) for stem in words)
    if len(words) < STATED:
        return True
    nearest = max((sum(weights[s] for s in words if s in sentence) for sentence in outlet.sentences), default=0.0)
    return nearest >= PRESENT * whole


def _speakers(found: Found, pairs: Sequence[ClaimPairRow], outlets: _Outlets) -> Iterator[LeftOutRow]:
    """Persons with a claim that is certainly theirs, whose surname does not occur in another outlet, whose claims that
    outlet has from nobody, and whose office no unnamed speaker there may hold."""
    said, speaking = defaultdict(list), defaultdict(set)
    near = {claim.claim_id: {outlets.of[claim.article_id]} for claim in found.claims}
    # who denies a statement does not say whose it is
    for group in _groups([(pair.claim_a, pair.claim_b) for pair in pairs if pair.relation != "disputes"]):
        known = set().union(*(near[claim] for claim in group))
        near |= dict.fromkeys(group, known)
    for claim in found.claims:
        speaking[outlets.of[claim.article_id]].add(claim.actor_id)
        if is_certain(claim) and claim.within_claim_id is None:
            said[str(claim.actor_id)].append(claim)
    for actor_id, claims in said.items():
        actor = found.actors[actor_id]
        if actor.kind != "person" or len(actor.name.split()) < 2:
            continue
        articles = [claim.article_id for claim in claims]
        surname = stems(surname_of(actor.name))
        for name, outlet in outlets.lacking(articles, 1):
            if surname & outlet.words or any(name in near[claim.claim_id] for claim in claims):
                continue
            unnamed = (found.actors[a] for a in speaking[name] if a and found.actors[a].kind in ("unnamed", "group"))
            if None in speaking[name] or any(_may_describe(other, actor) for other in unnamed):
                continue
            evidence = f"in {outlets.told_in(articles)}; the name does not occur"
            yield LeftOutRow(outlet=name, kind="speaker", row_id=actor_id, evidence=evidence)


def _may_describe(unnamed: ActorRow, actor: ActorRow) -> bool:
    """Whether an unnamed speaker's description may be of a named one's office."""
    return actor.role is None or bool(content_words(unnamed.name).keys() & content_words(actor.role).keys())


def _figures(found: Found, pairs: Sequence[FigurePairRow], outlets: _Outlets) -> Iterator[LeftOutRow]:
    figures = {row.figure_id: row for row in found.figures}
    values: dict[str, set[float | None]] = defaultdict(set)
    for row in found.figures:
        values[outlets.of[row.article_id]] |= {row.value, row.low, row.high}
    for group in _groups([(pair.figure_a, pair.figure_b) for pair in pairs if pair.relation != "conflict"]):
        rows = [figures[figure] for figure in group]
        articles = [row.article_id for row in rows]
        for name, outlet in outlets.lacking(articles, 2):
            if not any(_has(outlet, values[name], row) for row in rows):
                evidence = f"in {outlets.told_in(articles)}; no such number"
                yield LeftOutRow(outlet=name, kind="figure", row_id=group[0], evidence=evidence)


def compare_only_in(found: Found) -> pd.DataFrame:
    """``only_in``: numbers of money, people and shares that one outlet gives and no other has, in whatever form."""
    outlets = _Outlets(found)
    values: dict[str, set[float | None]] = defaultdict(set)
    for row in found.figures:
        values[outlets.of[row.article_id]] |= {row.value, row.low, row.high}
    rows = []
    for row in found.figures:
        own = outlets.of[row.article_id]
        others = [name for name in outlets.known if name != own]
        if not others or row.value is None or row.measure is None or row.unit_kind not in WEIGHTY:
            continue
        if not any(_has(outlets.known[name], values[name], row) for name in others):
            rows.append(OnlyInRow(outlet=own, figure_id=row.figure_id, others=join_words(others)))
    return tables.make_table("only_in", rows)


def _has(outlet: _Outlet, values: set[float | None], figure: FigureRow) -> bool:
    digits = DIGITS.search(figure.text)
    numeral = digits.group() if digits else figure.text.split()[0]
    return numeral in outlet.text or any(
        value is not None and figure.value is not None and abs(value - figure.value) <= ROUNDED * abs(figure.value)
        for value in values
    )
