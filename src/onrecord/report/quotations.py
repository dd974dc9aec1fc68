"""Findings on what several outlets print of one statement: who prints more, whose words differ, who has none of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.language.wording import join_words
from onrecord.language.words import content_words, count_words, find_words
from onrecord.report.clippings import Clipping, clip, mark_words
from onrecord.report.cuts import Told, find_cut
from onrecord.report.finding import Finding
from onrecord.report.material import Material
from onrecord.report.statements import Statement
from onrecord.tables.compared import StatementRow

SAME = 1.0  # of its words, in order, that an outlet prints which is said to print them
ALMOST = 0.85  # and with small differences
SOME = 0.3  # and some of them
SAME_REPORT = 0.5  # Dice's coefficient of two reports whose verbs are set against each other
NEGATION = re.compile(r"\A(?:not?|never|none|nobody|nothing|neither|nor|without|.*n[’']t)\Z")
# Classes of verbs by which an outlet tells what it thinks of a statement: conceded, or kept at a distance.
TELLING = frozenset(("concession", "distance"))


def find_quotations(material: Material) -> list[Finding]:
    """A finding for each statement that can be told, by its sharpest contrast; the same words are told once."""
    found: dict[str, Finding] = {}
    for rows in material.statements.values():
        finding = _Telling(material, rows).tell()
        if finding is not None:
            _, _, words = finding.text.partition(": “")
            found.setdefault(f"{finding.kind} {words.casefold()}" if words else finding.finding_id, finding)
    return list(found.values())


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
class _Telling(Statement):
    """How a statement can be told: by its sharpest contrast."""

    def tell(self) -> Finding | None:
        told = self._verbs() or find_cut(self) or self._same(SAME) or self._reworded() or self._same(ALMOST)
        if told is None:
            return None
        kind, text, clippings = told
        return Finding(
            kind=kind,
            text=text,
            rows=tuple(row.claim_id for row in self.rows if row.claim_id),
            clippings=clippings,
            certainty=self.rows[0].score,
            depth=min(row.start / len(self.body(row)) for row in self.rows),
        )

    def _verbs(self) -> Told | None:
        """The first two outlets that introduce the statement with verbs of different classes."""
        for pair, a, b in self.pairs(reported=True):
            claims = [self.material.claims[claim] for claim in (pair.claim_a, pair.claim_b)]
            row = self.material.verbs.get(pair.pair_id)
            # inside another claim the verb is its speaker's, not the outlet's
            own = not any(claim.within_claim_id for claim in claims)
            same = pair.relation == "same_quote" or share_words(*(claim.content for claim in claims))
            if row and own and same and len({row.class_a, row.class_b} & TELLING) == 1:
                one, other = (claim.cue for claim in claims)
                text = f"Of one statement by {self.speaker}, {a.outlet} writes “{one}”, {b.outlet} “{other}”."
                return "verbs", text, (self.turn(a), self.turn(b))
        return None

    def _same(self, least: float) -> Told | None:
        """Outlets that print the same words, with those that print a part and those that have nothing near."""
        same = [row for row in self.rows if (row.shared or 0.0) >= least]
        small = any((row.shared or 0.0) < SAME for row in same)
        whole = (row for row in same if row.shared == 1 and self.is_long(row))  # the one that the shares are of
        base = min(whole, key=lambda row: count_words(self.words(row)), default=None)
        if len(same) < 2 or base is None:
            return None
        names = list(dict.fromkeys(row.outlet for row in same))
        part = [row.outlet for row in self.rows if row.form == "part" and SOME <= (row.shared or 0.0) < least]
        lacking = self._lacking()
        if not part and not lacking and (len(names) < len(self.material.outlets) or len(names) > 2):
            return None  # nothing is known of the others; or, of three and more, what all print sets nothing apart
        text = f"{self._who(names)} these words of {self.speaker}{', with small differences' if small else ''}"
        text += f"; {join_words(part)} {_verb(part, 'print')} some of them" if part else ""
        text += self._without(lacking) if lacking else ""
        shown = self.turn(base)
        others, more = self.like(shown, same)
        rows = tuple(row.claim_id for row in (base, *same) if row.claim_id)
        clipping = replace(shown, rows=tuple(dict.fromkeys(rows)), also=others, alike=small)
        return ("left_out" if lacking else "shared"), f"{text}.", (clipping, *more)

    def _without(self, lacking: list[str]) -> str:
        """Who does not print the words, or does not even name who said them."""
        naming = {self.material.naming.get((self.rows[0].actor_id, name)) for name in lacking}
        if naming == {"not_named"}:
            return f"; {join_words(lacking)} {_verb(lacking, 'have')} neither them nor the name"
        return f"; {join_words(lacking)} {_verb(lacking, 'do')} not"

    def _who(self, names: list[str]) -> str:
        return "Both outlets print" if len(names) == len(self.material.outlets) else f"{join_words(names)} print"

    def _lacking(self) -> list[str]:
        """Outlets without a sentence that is near what the others print."""
        claims = {row.claim_id for row in self.rows}
        claims |= {claim for pair, _, _ in self.pairs() for claim in (pair.claim_a, pair.claim_b)}
        have = {row.outlet for row in self.rows}
        rows = (row for row in self.material.left_out if row.kind == "statement" and row.row_id in claims)
        names = [name for name in dict.fromkeys(row.outlet for row in rows) if name not in have]
        return [name for name in names if not self._speaks_in(name)]

    def _speaks_in(self, outlet: str) -> bool:
        """Whether an outlet has anything from the speaker, or something of the statement from anybody."""
        own = (claim for claim in self.material.claims.values() if claim.actor_id == self.rows[0].actor_id)
        speaks = any(self.material.outlet_of(claim.claim_id) == outlet for claim in own)
        return speaks or any(self.reports_some(outlet, self.words(row)) for row in self.rows)

    def _reworded(self) -> Told | None:
        """Two wordings of one quotation, where words that say something differ, not their spelling."""
        for pair, a, b in self.pairs():
            row = self.material.wordings.get(pair.pair_id)
            differing = [words.partition(" → ")[::2] for words in (row.words or "").split(" | ")] if row else []
            differing = [(one, other) for one, other in differing if _says_something_else(one, other)]
            if differing and self.is_long(a) and self.is_long(b):
                text = f"{a.outlet} and {b.outlet} quote {self.speaker} in different words."
                return (
                    "reworded",
                    text,
                    (self._marked(a, [w for w, _ in differing]), self._marked(b, [w for _, w in differing])),
                )
        return None

    def _marked(self, row: StatementRow, words: Sequence[str]) -> Clipping:
        return self.clip(row, [m for w in words for m in mark_words(self.body(row), row.start, row.end, w, "only")])


def share_words(one: str, other: str) -> bool:
    """Whether two reports have half of their words that say something in common, and both or neither say no, so that
    they report one statement."""
    a, b = (content_words(words).keys() for words in (one, other))
    no = [any(NEGATION.search(word.form) for word in find_words(words)) for words in (one, other)]
    return no[0] == no[1] and len(a & b) >= SAME_REPORT * (len(a) + len(b)) / 2


def _verb(names: Sequence[str], verb: str) -> str:
    one = {"print": "prints", "do": "does", "have": "has"}
    return one[verb] if len(names) == 1 else verb


def _says_something_else(one: str, other: str) -> bool:
    a, b = ({word.stem for word in find_words(part) if word.is_content} for part in (one, other))
    letters = ["".join(c for c in part.casefold() if c.isalnum()) for part in (one, other)]
    return a != b and letters[0] != letters[1]
