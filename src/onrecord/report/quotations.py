"""Findings on what several outlets print of one statement: who prints more, whose words differ, who has none of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from onrecord.comparison import SURE
from onrecord.language.quotations import find_quotations as find_quotations_in
from onrecord.language.wording import join_words
from onrecord.language.words import content_words, count_words, find_words
from onrecord.processed import Mark
from onrecord.report.clippings import Clipping, clip, mark_words
from onrecord.report.finding import Finding, Kind
from onrecord.report.material import Material
from onrecord.tables.compared import ClaimPairRow, StatementRow

FEWEST = 6  # words of a statement that is told, as many as make one of another outlet's
SAME = 1.0  # of its words, in order, that an outlet prints which is said to print them
ALMOST = 0.85  # and with small differences
SOME = 0.3  # and some of them
MOSTLY = 0.7  # of a clipping's words; of fewer that are meant they are marked
FEWEST_CUT = 6  # words that an outlet leaves off, of which
FEWEST_CONTENT = 3  # say something
SAME_REPORT = 0.5  # Dice's coefficient of two reports whose verbs are set against each other
NEGATION = re.compile(r"\A(?:not?|never|none|nobody|nothing|neither|nor|without|.*n[’']t)\Z")
# Classes of verbs by which an outlet tells what it thinks of a statement: conceded, or kept at a distance.
TELLING = frozenset(("concession", "distance"))

Pairs = list[tuple[ClaimPairRow, StatementRow, StatementRow]]
Told = tuple[Kind, str, tuple[Clipping, ...]]


def find_quotations(material: Material) -> list[Finding]:
    """A finding for each statement that can be told, by its sharpest contrast."""
    return [found for rows in material.statements.values() if (found := _Statement(material, rows).tell())]


def find_contested(material: Material) -> list[Finding]:
    """Quotations that two outlets give to two speakers, for a person to look at; never printed."""
    out, told = [], set()
    for claim_id, others in material.contested.items():
        one = material.claims[claim_id]
        for other in (material.claims[other] for other in sorted(others)):
            pair = frozenset((claim_id, other.claim_id))
            outlets = [material.outlet_of(claim.claim_id) for claim in (one, other)]
            if pair in told or one.actor_id == other.actor_id or outlets[0] == outlets[1]:
                continue
            told.add(pair)
            names = [material.name(str(claim.actor_id)) for claim in (one, other)]
            text = f"{outlets[0]} gives these words to {names[0]}, {outlets[1]} to {names[1]}."
            clippings = tuple(clip(material, c.article_id, c.start, c.end, c.claim_id) for c in (one, other))
            found = Finding("shared", text, (claim_id, other.claim_id), clippings)
            out.append(found.doubted("one of the two speakers is read wrongly, or one outlet errs"))
    return out


@dataclass(frozen=True)
class _Statement:
    """The tellings of one statement, and how they can be told."""

    material: Material
    rows: Sequence[StatementRow]

    def tell(self) -> Finding | None:
        told = self._verbs() or self._cut() or self._same(SAME) or self._reworded() or self._same(ALMOST)
        if told is None:
            return None
        kind, text, clippings = told
        return Finding(
            kind=kind,
            text=text,
            rows=tuple(row.claim_id for row in self.rows if row.claim_id),
            clippings=clippings,
            certainty=self.rows[0].score,
            depth=min(row.start / len(self._body(row)) for row in self.rows),
        )

    @property
    def speaker(self) -> str:
        return self.material.name(self.rows[0].actor_id)

    def _body(self, row: StatementRow) -> str:
        return self.material.articles[row.article_id].body

    def _words(self, row: StatementRow) -> str:
        return self._body(row)[row.start : row.end]

    def _is_long(self, row: StatementRow) -> bool:
        return row.form == "quoted" and count_words(self._words(row)) >= FEWEST

    def _clip(self, row: StatementRow, marks: Sequence[Mark] = ()) -> Clipping:
        clipping = clip(self.material, row.article_id, row.start, row.end, row.claim_id, marks)
        words = self._body(row)[clipping.start : clipping.end]
        few = count_words(self._words(row)) < MOSTLY * count_words(words)
        if not marks and (few or _quotes_more(words, clipping.start, row)):
            return replace(clipping, marks=tuple(_quoted(words, clipping.start, row)))
        return clipping

    def _pairs(self, *, reported: bool = False) -> Pairs:
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

    def _verbs(self) -> Told | None:
        """The first two outlets that introduce the statement with verbs of different classes."""
        for pair, a, b in self._pairs(reported=True):
            claims = [self.material.claims[claim] for claim in (pair.claim_a, pair.claim_b)]
            row = self.material.verbs.get(pair.pair_id)
            # inside another claim the verb is its speaker's, not the outlet's
            own = not any(claim.within_claim_id for claim in claims)
            same = pair.relation == "same_quote" or share_words(*(claim.content for claim in claims))
            if row and own and same and len({row.class_a, row.class_b} & TELLING) == 1:
                one, other = (claim.cue for claim in claims)
                text = f"Of one statement by {self.speaker}, {a.outlet} writes “{one}”, {b.outlet} “{other}”."
                return "verbs", text, (self._clip(a), self._clip(b))
        return None

    def _cut(self) -> Told | None:
        """The longest stretch that one outlet prints of a quotation and another does not print at all."""
        cuts = max(self._cuts(), key=lambda cut: len(cut[2]), default=None)
        if cuts is None:
            return None
        more, less, words = cuts
        claim = self.material.claims.get(str(more.claim_id))
        if claim is None:
            return None
        start, end = min(more.start, claim.start), max(more.end, claim.end)
        marks = mark_words(self._body(more), start, end, words, "only")
        if not marks:
            return None
        whole = replace(more, start=min(more.start, marks[0].start), end=max(more.end, marks[-1].end))
        text = f"{more.outlet} prints words of {self.speaker} that {less.outlet} does not: “{words}”."
        return "cut", text, (self._clip(whole, marks), self._clip(less))

    def _cuts(self) -> Iterator[tuple[StatementRow, StatementRow, str]]:
        for pair, a, b in self._pairs():
            row = self.material.wordings.get(pair.pair_id)
            for more, less, words in ((b, a, row.cut_a), (a, b, row.cut_b)) if row else ():
                if words and _is_cut(words) and not self._has_some(less, words):
                    yield more, less, words

    def _has_some(self, row: StatementRow, words: str) -> bool:
        """Whether an outlet prints, as the same person's, two words of a stretch in a row that both say something."""
        own = (c for c in self.material.claims.values() if self.material.outlet_of(c.claim_id) == row.outlet)
        said = {pair for claim in own if claim.actor_id == row.actor_id for pair in _content_pairs(claim.content)}
        return bool(said & set(_content_pairs(words)))

    def _same(self, least: float) -> Told | None:
        """Outlets that print the same words, with those that print a part and those that have nothing near."""
        same = [row for row in self.rows if (row.shared or 0.0) >= least]
        small = any((row.shared or 0.0) < SAME for row in same)
        whole = (row for row in same if row.shared == 1 and self._is_long(row))  # the one that the shares are of
        base = min(whole, key=lambda row: count_words(self._words(row)), default=None)
        if len(same) < 2 or base is None:
            return None
        names = list(dict.fromkeys(row.outlet for row in same))
        part = [row.outlet for row in self.rows if row.form == "part" and SOME <= (row.shared or 0.0) < least]
        lacking = self._lacking()
        if not part and not lacking and len(names) < len(self.material.outlets):
            return None  # nothing is known of the others, and a reader would take them to lack the words
        text = f"{self._who(names)} these words of {self.speaker}{', with small differences' if small else ''}"
        text += f"; {join_words(part)} {_verb(part, 'print')} some of them" if part else ""
        text += f"; {join_words(lacking)} {_verb(lacking, 'do')} not" if lacking else ""
        others = tuple(row.outlet for row in same if row is not base)
        rows = tuple(row.claim_id for row in (base, *same) if row.claim_id)
        clipping = replace(self._clip(base), rows=tuple(dict.fromkeys(rows)), also=others, alike=small)
        return ("left_out" if lacking else "shared"), f"{text}.", (clipping,)

    def _who(self, names: list[str]) -> str:
        if len(names) < len(self.material.outlets):
            return f"{join_words(names)} print"
        return {2: "Both outlets print", 3: "All three outlets print"}.get(
            len(names), f"All {len(names)} outlets print"
        )

    def _lacking(self) -> list[str]:
        """Outlets without a sentence that is near what the others print."""
        claims = {row.claim_id for row in self.rows}
        claims |= {claim for pair, _, _ in self._pairs() for claim in (pair.claim_a, pair.claim_b)}
        have = {row.outlet for row in self.rows}
        rows = (row for row in self.material.left_out if row.kind == "statement" and row.row_id in claims)
        return [name for name in dict.fromkeys(row.outlet for row in rows) if name not in have]

    def _reworded(self) -> Told | None:
        """Two wordings of one quotation, where words that say something differ, not their spelling."""
        for pair, a, b in self._pairs():
            row = self.material.wordings.get(pair.pair_id)
            differing = [words.partition(" → ")[::2] for words in (row.words or "").split(" | ")] if row else []
            differing = [(one, other) for one, other in differing if _says_something_else(one, other)]
            if differing and self._is_long(a) and self._is_long(b):
                text = f"{a.outlet} and {b.outlet} quote {self.speaker} in different words."
                return (
                    "reworded",
                    text,
                    (self._marked(a, [w for w, _ in differing]), self._marked(b, [w for _, w in differing])),
                )
        return None

    def _marked(self, row: StatementRow, words: Sequence[str]) -> Clipping:
        return self._clip(row, [m for w in words for m in mark_words(self._body(row), row.start, row.end, w, "only")])


def _quoted(words: str, start: int, row: StatementRow) -> Iterator[Mark]:
    """Marks on what of a telling stands in quotation marks: what is between them are the outlet's own words."""
    for quotation in find_quotations_in(words):
        for part in quotation.parts if quotation.depth == 0 else ():
            first, last = max(row.start, start + part.start), min(row.end, start + part.end)
            if first < last:
                yield Mark(first, last, "same")


def _quotes_more(words: str, start: int, row: StatementRow) -> bool:
    """Whether other words than a telling's stand in quotation marks with it."""
    parts = [part for quotation in find_quotations_in(words) if quotation.depth == 0 for part in quotation.parts]
    return any(start + part.end <= row.start or row.end <= start + part.start for part in parts)


def share_words(one: str, other: str) -> bool:
    """Whether two reports have half of their words that say something in common, and both or neither say no, so that
    they report one statement."""
    a, b = (content_words(words).keys() for words in (one, other))
    no = [any(NEGATION.search(word.form) for word in find_words(words)) for words in (one, other)]
    return no[0] == no[1] and len(a & b) >= SAME_REPORT * (len(a) + len(b)) / 2


def _content_pairs(text: str) -> Iterator[tuple[str, str]]:
    words = find_words(text)
    yield from ((a.stem, b.stem) for a, b in pairwise(words) if a.is_content and b.is_content)


def _verb(names: Sequence[str], verb: str) -> str:
    one = {"print": "prints", "do": "does"}
    return one[verb] if len(names) == 1 else verb


def _is_cut(words: str) -> bool:
    found = find_words(words)
    content = [word for word in found if word.is_content]
    ends = bool(found) and found[-1].is_content  # no "because we know that"
    return ends and len(found) >= FEWEST_CUT and len(content) >= FEWEST_CONTENT


def _says_something_else(one: str, other: str) -> bool:
    a, b = ({word.stem for word in find_words(part) if word.is_content} for part in (one, other))
    letters = ["".join(c for c in part.casefold() if c.isalnum()) for part in (one, other)]
    return a != b and letters[0] != letters[1]
