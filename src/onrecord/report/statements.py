"""Statements: what several outlets print of one thing that somebody said, each as far as it prints it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from onrecord.comparison import SURE
from onrecord.language.quotations import find_quotations
from onrecord.language.words import content_words, count_words, find_words
from onrecord.processed import Mark
from onrecord.report.clippings import Clipping, clip, with_refutation
from onrecord.report.contexts import in_turn
from onrecord.report.material import Material
from onrecord.tables.compared import ClaimPairRow, StatementRow

FEWEST = 6  # words of a statement that is told, as many as make one of another outlet's
RUN = 3  # words in a row of one speaker, by which an outlet has some of a statement
SHARED = 2  # words that say something, of one speaker, by which an outlet has some of a statement
MOSTLY = 0.7  # of a clipping's words; of fewer that are meant they are marked

Pairs = list[tuple[ClaimPairRow, StatementRow, StatementRow]]


@dataclass(frozen=True)
class Statement:
    """The tellings of one statement: ``rows``, one a telling."""

    material: Material
    rows: Sequence[StatementRow]

    @property
    def speaker(self) -> str:
        return self.material.name(self.rows[0].actor_id)

    def body(self, row: StatementRow) -> str:
        return self.material.articles[row.article_id].body

    def words(self, row: StatementRow) -> str:
        return self.body(row)[row.start : row.end]

    def is_long(self, row: StatementRow) -> bool:
        return row.form == "quoted" and count_words(self.words(row)) >= FEWEST

    def clip(self, row: StatementRow, marks: Sequence[Mark] = ()) -> Clipping:
        clipping = clip(self.material, row.article_id, row.start, row.end, row.claim_id, marks)
        clipping = with_refutation(self.material, clipping)
        words = self.body(row)[clipping.start : clipping.end]
        few = count_words(self.words(row)) < MOSTLY * count_words(words)
        if not marks and (few or _quotes_more(words, clipping.start, row)):
            return replace(clipping, marks=tuple(_quoted(words, clipping.start, row)))
        return clipping

    def turn(self, row: StatementRow, marks: Sequence[Mark] = ()) -> Clipping:
        """The telling with the quotations of the same speech around it, so that nothing looks left out that is only not
        shown."""
        return in_turn(self.material, self.clip(row, marks), row.actor_id)

    def like(self, shown: Clipping, rows: Sequence[StatementRow]) -> tuple[tuple[str, ...], tuple[Clipping, ...]]:
        """Outlets that print no more of the speech than is shown, and what the others print, each as it goes on."""
        least = count_words(self.material.articles[shown.article_id].body[shown.start : shown.end])
        turns = [self.turn(row) for row in rows if row.outlet != shown.outlet]
        more = [
            t for t in turns if count_words(self.material.articles[t.article_id].body[t.start : t.end]) > least + FEWEST
        ]
        return tuple(t.outlet for t in turns if t not in more), tuple(more)

    def reports_some(self, outlet: str, words: str) -> bool:
        """Whether an outlet reports of anybody two words in a row of a stretch that both say something, or of the same
        speaker two at all."""
        claims = [claim for claim in self.material.claims.values() if self.material.outlet_of(claim.claim_id) == outlet]
        pairs, stems = set(_content_pairs(words)), content_words(words).keys()
        own = [claim for claim in claims if claim.actor_id == self.rows[0].actor_id]
        if any(len(stems & content_words(claim.content).keys()) >= SHARED for claim in own):
            return True
        runs = set(_runs(words))  # "did not lie"
        if any(runs & set(_runs(claim.content)) for claim in own):
            return True
        return any(pairs & set(_content_pairs(claim.content)) for claim in claims)

    def pairs(self, *, reported: bool = False) -> Pairs:
        """The pairs of quotations that lie inside two of the tellings; ``reported``: those of reports too."""
        found = []
        for pair in self.material.pairs:
            a = self._holding(pair.claim_a, pair.start_a, pair.end_a)
            b = self._holding(pair.claim_b, pair.start_b, pair.end_b)
            sides = [self.material.claims[claim] for claim in (pair.claim_a, pair.claim_b)]
            if pair.score < SURE or not all(map(self.material.has_speaker, sides)):
                continue
            if (reported or pair.relation == "same_quote") and pair.relation != "disputes" and a and b:
                found.append((pair, a, b))
        return found

    def _holding(self, claim_id: str, start: int, end: int) -> StatementRow | None:
        article = self.material.claims[claim_id].article_id
        return next((r for r in self.rows if r.article_id == article and r.start <= start and end <= r.end), None)


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    """Every few words in a row of which one says something."""
    words = find_words(text)
    for i in range(len(words) - RUN + 1):
        if any(word.is_content for word in words[i : i + RUN]):
            yield tuple(word.form for word in words[i : i + RUN])


def _content_pairs(text: str) -> Iterator[tuple[str, str]]:
    words = find_words(text)
    yield from ((a.stem, b.stem) for a, b in pairwise(words) if a.is_content and b.is_content)


def _quoted(words: str, start: int, row: StatementRow) -> Iterator[Mark]:
    """Marks on what of a telling stands in quotation marks: what is between them are the outlet's own words."""
    for quotation in find_quotations(words):
        for part in quotation.parts if quotation.depth == 0 else ():
            first, last = max(row.start, start + part.start), min(row.end, start + part.end)
            if first < last:
                yield Mark(first, last, "same")


def _quotes_more(words: str, start: int, row: StatementRow) -> bool:
    """Whether other words than a telling's stand in quotation marks with it."""
    parts = [part for quotation in find_quotations(words) if quotation.depth == 0 for part in quotation.parts]
    return any(start + part.end <= row.start or row.end <= start + part.start for part in parts)
