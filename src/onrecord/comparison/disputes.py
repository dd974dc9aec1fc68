"""Denials in one article of what somebody says in another: the rows ``disputes`` of ``claim_pairs``.

Words in common with opposite signs are no dispute by themselves: two can deny the same, or speak of two things. A
denial disputes the claims of the one whom it is aimed at that have enough in common with it, claims of anybody that
have more, and every other telling of what it denies. Whoever quotes another's words behind a "not" disputes them too.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from onrecord.comparison.alignment import Weighed, compare_passages, probability
from onrecord.comparison.candidates import Overlaps
from onrecord.comparison.same_statements import Match, is_one_speaker
from onrecord.language.documents import read_documents
from onrecord.language.quotations import find_quotations
from onrecord.language.surnames import surname_of
from onrecord.language.words import NEGATORS, content_words, find_words, stems
from onrecord.tables.compared import Side
from onrecord.tables.extracted import ActorRow, ClaimRow

AIMED, UNAIMED = 0.35, 0.45  # least of the words in common: of a denial that names the other's speaker, of any other
FEW_AIMED, FEW_UNAIMED = 2, 3  # content words in common that go with it
# What says that the other side rejects it too: two who reject one thing do not dispute it.
REJECTING = NEGATORS | frozenset(
    ("deny", "denies", "denied", "denial", "reject", "rejects", "rejected", "false", "untrue")
)
RESTATED = 0.3  # probability from which a speaker says the same thing again in one article
BEHIND = 4  # words between a negation and the quotation that it negates
OPENING = 6  # words of a denial in which the document stands that it denies
ECHO = 3  # words of a quotation that can only be another's


def find_disputes(overlaps: Overlaps, matches: Sequence[Match], actors: Mapping[str, ActorRow]) -> list[Match]:
    """Every claim of another article that a denial disputes, one pair of passages each."""
    tellings = _Tellings(overlaps, matches)
    found: dict[tuple[int, int], float] = {}
    for i, denial in enumerate(overlaps.sides):
        claim = denial.passage.claim
        if claim.actor_id is None or (claim.stance != "denies" and not _negated_quotations(denial.passage.text)):
            continue
        denied = set(tellings.of(claim.target_claim_id)) if claim.stance == "denies" else set()
        for j in overlaps.others(i)[0]:
            said = overlaps.sides[j]
            if _may_dispute(claim, said.passage.claim) and _is_denied(denial, said, actors):
                denied |= {said.passage.claim.claim_id, *tellings.of(said.passage.claim.claim_id)}
        for other in denied:
            j = tellings.place[other]
            said = overlaps.sides[j]
            if said.passage.claim.article_id != claim.article_id and _may_dispute(claim, said.passage.claim):
                found[i, j] = _in_common(denial, said)
    best = _one_each(overlaps, found)
    return [_match(overlaps, i, j, found[i, j]) for i, j in best]


def _match(overlaps: Overlaps, i: int, j: int, score: float) -> Match:
    denier: Side = "a" if i < j else "b"
    return Match(overlaps.sides[min(i, j)], overlaps.sides[max(i, j)], "disputes", score, None, denier)


def _one_each(overlaps: Overlaps, found: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    """Of several passages of a denial and a claim the two that have most in common."""
    best: dict[tuple[str, str], tuple[int, int]] = {}
    for i, j in found:
        key = (overlaps.sides[i].passage.claim.claim_id, overlaps.sides[j].passage.claim.claim_id)
        if key not in best or found[i, j] > found[best[key]]:
            best[key] = (i, j)
    return list(best.values())


class _Tellings:
    """Which claims tell one statement: across articles as matched, and by one speaker of one article."""

    def __init__(self, overlaps: Overlaps, matches: Sequence[Match]):
        self.sides = overlaps.sides
        self.place: dict[str, int] = {}
        self.article: dict[str, list[int]] = defaultdict(list)
        for i, side in enumerate(overlaps.sides):
            self.place.setdefault(side.passage.claim.claim_id, i)
            self.article[side.passage.claim.article_id].append(i)
        self.matched: dict[str, set[str]] = defaultdict(set)
        for match in matches:
            one, other = match.a.passage.claim.claim_id, match.b.passage.claim.claim_id
            self.matched[one].add(other)
            self.matched[other].add(one)

    def of(self, claim: str | None) -> Iterator[str]:
        """The claims that tell the same as one, and itself."""
        if claim not in self.place:
            return
        here = [claim, *self._again(claim)]
        yield from dict.fromkeys([*here, *(other for one in here for other in sorted(self.matched[one]))])

    def _again(self, claim: str) -> list[str]:
        """Claims of the same speaker and article that tell it again."""
        side = self.sides[self.place[claim]]
        others = (self.sides[i] for i in self.article[side.passage.claim.article_id])
        same = (o for o in others if o.passage.claim.claim_id != claim and is_one_speaker(side, o))
        alike = (o for o in same if probability(compare_passages(side, o, same_speaker=True)) >= RESTATED)
        return [o.passage.claim.claim_id for o in alike]


def _may_dispute(denial: ClaimRow, said: ClaimRow) -> bool:
    """Whether two claims are of two speakers, of whom the one only asserts."""
    return said.stance == "asserts" and said.actor_id not in (None, denial.actor_id)


def _in_common(a: Weighed, b: Weighed) -> float:
    evidence = compare_passages(a, b, same_speaker=False)
    return (evidence.contained + evidence.letters) / 2


def _is_denied(denial: Weighed, said: Weighed, actors: Mapping[str, ActorRow]) -> bool:
    """Whether what a denial denies is what somebody else says, by the words in common or by an echo."""
    if any(_asserts(said, words) for words in _negated_quotations(denial.passage.text)):
        return True
    claim, shared = denial.passage.claim, len(denial.content & said.content)
    if claim.stance != "denies" or any(word.form in REJECTING for word in said.passage.words):
        return False
    if _is_of_denied_document(denial, said, actors):
        return True
    aimed = claim.target_actor_id == said.passage.claim.actor_id
    if claim.target_actor_id is None:
        aimed = _names(denial, said.passage.claim, actors)
    elif not aimed:
        return False
    least, few = (AIMED, FEW_AIMED) if aimed else (UNAIMED, FEW_UNAIMED)
    return shared >= few and _in_common(denial, said) >= least


def _is_of_denied_document(denial: Weighed, said: Weighed, actors: Mapping[str, ActorRow]) -> bool:
    """Whether a denial is of a body's report, and a claim of another article is what that body, or its report, says."""
    target, other = actors.get(denial.passage.claim.target_actor_id or ""), said.passage.claim
    opening = {word.stem for word in denial.passage.words[:OPENING]}
    if target is None or target.kind != "organisation" or not opening & _documents():
        return False
    source = stems(other.source or "")
    its_document = bool(source & _documents()) and stems(target.name.split()[0]) <= source
    return its_document or (other.actor_id == target.actor_id and len(denial.content & said.content) >= FEW_AIMED)


@cache
def _documents() -> frozenset[str]:
    return stems(" ".join(read_documents()))


def _names(side: Weighed, other: ClaimRow, actors: Mapping[str, ActorRow]) -> bool:
    """Whether a passage names the speaker of another claim."""
    actor = actors.get(other.actor_id or "")
    return actor is not None and bool(
        content_words(surname_of(actor.name) if actor.kind == "person" else actor.name.split()[-1]).keys()
        & side.content
    )


@cache
def _negated_quotations(text: str) -> tuple[tuple[str, ...], ...]:
    """Quotations inside a text that stand behind a "not": their words, by stem."""
    found = []
    for quotation in find_quotations(text):
        before = [word.form for word in find_words(text[: quotation.start])[-BEHIND:]]
        words = tuple(word.stem for a, b in quotation.parts for word in find_words(text[a:b]))
        if len(words) >= ECHO and NEGATORS & set(before):
            found.append(words)
    return tuple(found)


def _asserts(side: Weighed, words: tuple[str, ...]) -> bool:
    """Whether a passage has these words in a row, and no "not" before them."""
    for k in range(len(side.stems) - len(words) + 1):
        before = {word.form for word in side.passage.words[max(0, k - BEHIND) : k]}
        if side.stems[k : k + len(words)] == words and not before & NEGATORS:
            return True
    return False
