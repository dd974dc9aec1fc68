"""Passages of two articles that are one statement.

How much two passages have in common decides (:mod:`onrecord.comparison.alignment`); who says them, when, and whether
they say anything by themselves, decides which may be one at all.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from difflib import SequenceMatcher

from onrecord.comparison.alignment import LONG_RUN, Alignment, Evidence, Weighed, align, compare_passages, probability
from onrecord.comparison.candidates import Overlaps, find_candidates
from onrecord.comparison.passages import shape_of
from onrecord.language.spans import Tokens
from onrecord.language.surnames import surname_of
from onrecord.language.words import NEGATORS
from onrecord.tables.compared import PairRelation, Side
from onrecord.tables.extracted import ActorRow, ClaimRow

LEAST = 0.5  # probability from which two passages are one statement
FEW = 3  # content words: a quotation of fewer is one only where the other holds it whole, or
WHOLE_RUN = 5  # so many words in a row
TWO_NAMINGS = 6  # words in a row that two speakers with a name share, to be one speaker named in two ways
HALF = 0.5  # of the words of the shorter quotation that an alignment without so many in a row takes in
DENSE = 0.5  # share of the words of an alignment of two quotations that both have
ALIKE = 0.5  # and weight of the lighter of the two passages, by the other's: whoever quotes another says more
BEHIND, ALL_BUT = 3, 0.7  # words before an alignment that may negate it; share of the other words that both have
NIGHT = timedelta(days=1)  # one outlet's Monday night is another's Tuesday
NEAR_NAME = 0.8  # difflib's ratio from which two names may be one
# What is only spoken about ("praised the driver", "on the talks") is no statement.
TOPICS = frozenset(("object", "about", "of", "on", "at", "wh", "by"))


@dataclass(frozen=True, slots=True)
class Match:
    """Two passages that belong together, and how sure that is."""

    a: Weighed
    b: Weighed
    relation: PairRelation
    score: float
    stretch: Alignment | None  # which words match; null for disputes
    denier: Side | None = None  # of disputes, which side denies


def match_claims(overlaps: Overlaps, actors: Mapping[str, ActorRow]) -> list[Match]:
    """Every pair of passages of two articles that is one statement; of passages inside each other the surest only."""
    by_claims: dict[tuple[str, str], list[Match]] = defaultdict(list)
    for a, b in find_candidates(overlaps, LEAST):
        evidence = compare_passages(a, b, same_speaker=is_one_speaker(a, b))
        score = probability(evidence)
        if score >= LEAST and may_be_one(a, b, evidence, actors):
            stretch = align(a, b)
            whole = not _both_quoted(a, b) or _holds_together(a, b, stretch, evidence)
            if whole and not _contradict(a, b, stretch):
                match = Match(a, b, "same_quote" if _both_quoted(a, b) else "same_claim", score, stretch)
                by_claims[a.passage.claim.claim_id, b.passage.claim.claim_id].append(match)
    return [match for matches in by_claims.values() for match in _surest(matches)]


def _holds_together(a: Weighed, b: Weighed, stretch: Alignment, evidence: Evidence) -> bool:
    """Whether the words that two quotations share stand together, and are not strewn over both."""
    one, other = a.stems[slice(*stretch.a)], b.stems[slice(*stretch.b)]
    shared = set(one) & set(other)
    dense = all(sum(stem in shared for stem in stems) >= DENSE * len(stems) for stems in (one, other))
    long = evidence.run * LONG_RUN >= WHOLE_RUN
    few = min(FEW, len(a.content), len(b.content))
    part = min(len(one), len(other)) >= HALF * min(len(a.stems), len(b.stems))
    return dense and (long or (part and len(shared & a.content) >= few))


def _contradict(a: Weighed, b: Weighed, stretch: Alignment) -> bool:
    """Whether a "not" is all that parts them: a statement and its negation are two."""
    one, other = _forms(a, stretch.a), _forms(b, stretch.b)
    if sum(form in NEGATORS for form in one) == sum(form in NEGATORS for form in other):
        return False
    plain = set(one) - NEGATORS, set(other) - NEGATORS
    return len(plain[0] & plain[1]) >= ALL_BUT * max(map(len, plain))


def _forms(side: Weighed, stretch: Tokens) -> list[str]:
    """The words of a stretch, and of the few before it."""
    return [word.form for word in side.passage.words[max(0, stretch[0] - BEHIND) : stretch[1]]]


def is_one_speaker(a: Weighed, b: Weighed) -> bool:
    actor = a.passage.claim.actor_id
    return actor is not None and actor == b.passage.claim.actor_id


def _both_quoted(a: Weighed, b: Weighed) -> bool:
    return a.passage.quoted and b.passage.quoted


def may_be_one(a: Weighed, b: Weighed, evidence: Evidence, actors: Mapping[str, ActorRow]) -> bool:
    """Whether speakers, days, stances and size leave room for one statement: what one denies and another says is none.

    Speakers may be one where they are, where one is left open or has no name, where the names are near, and where both
    are quoted with several words in a row.
    """
    one, other = a.passage.claim, b.passage.claim
    if _lie_apart(one, other) or not (_tells(a) and _tells(b)):
        return False
    may_speak = _may_be_one_speaker(one, other, actors)
    if not _both_quoted(a, b):
        return may_speak and (one.stance == "denies") == (other.stance == "denies")
    if not _says_enough(a, b, evidence):
        return False
    alike = evidence.run * LONG_RUN >= TWO_NAMINGS and min(a.weight, b.weight) >= ALIKE * max(a.weight, b.weight)
    return may_speak or alike


def _lie_apart(one: ClaimRow, other: ClaimRow) -> bool:
    """Said on days that lie apart, by more than a night: a slogan repeated is not one statement."""
    if one.said_start is None or one.said_end is None or other.said_start is None or other.said_end is None:
        return False
    return one.said_end + NIGHT < other.said_start or other.said_end + NIGHT < one.said_start


def _tells(side: Weighed) -> bool:
    """Whether a passage says something by itself; who takes a stance to a thing does."""
    shape = shape_of(side.passage.claim.rule)
    taken = side.passage.claim.stance != "asserts"
    return taken or shape not in TOPICS or (side.passage.quoted and len(side.stems) >= FEW)


def _says_enough(a: Weighed, b: Weighed, evidence: Evidence) -> bool:
    """Whether what two quotations share can be told from chance: a short one is held whole, and of one speaker."""
    lighter = min(a, b, key=lambda side: len(side.content))
    whole = len(lighter.stems) if is_one_speaker(a, b) else max(len(lighter.stems), FEW)
    return len(lighter.content) >= FEW or evidence.run * LONG_RUN >= min(whole, WHOLE_RUN)


def _may_be_one_speaker(one: ClaimRow, other: ClaimRow, actors: Mapping[str, ActorRow]) -> bool:
    a, b = actors.get(one.actor_id or ""), actors.get(other.actor_id or "")
    if a is None or b is None or a == b or "unnamed" in (a.kind, b.kind) or "group" in (a.kind, b.kind):
        return True
    last = _last(a) == _last(b)
    return last or SequenceMatcher(None, a.name, b.name, autojunk=False).ratio() > NEAR_NAME


def _last(actor: ActorRow) -> str:
    """A person's surname, the last word of another name."""
    return (surname_of(actor.name) if actor.kind == "person" else actor.name.split()[-1]).casefold()


def _surest(matches: list[Match]) -> Iterator[Match]:
    """Of one pair of claims: quotations first, fragments last, then the likelier; none that overlaps one before it on
    both sides."""
    kept: list[Match] = []
    for match in sorted(matches, key=lambda m: (_rank(m), -m.score)):
        if not any(_overlap(match.a, other.a) and _overlap(match.b, other.b) for other in kept):
            kept.append(match)
    yield from sorted(kept, key=lambda m: (m.a.passage.start, m.b.passage.start))


def _rank(match: Match) -> int:
    fragment = min(len(match.a.stems), len(match.b.stems)) < FEW
    return 2 if fragment else int(match.relation != "same_quote")


def _overlap(a: Weighed, b: Weighed) -> bool:
    return a.passage.start < b.passage.end and b.passage.start < a.passage.end
