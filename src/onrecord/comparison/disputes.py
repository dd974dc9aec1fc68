"""Denials in one article of what somebody says in another: the rows ``disputes`` of ``claim_pairs``.

Words in common with opposite signs are no dispute by themselves: two can deny the same, or speak of two things. A
denial disputes the claims of the one whom it is aimed at that have enough in common with it, any claim that has most of
its words, and every other telling of the claim that it denies in its own article.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from onrecord.comparison.alignment import Weighed, compare_passages
from onrecord.comparison.candidates import Overlaps
from onrecord.comparison.same_statements import Match
from onrecord.language.words import content_words
from onrecord.tables.extracted import ActorRow, ClaimRow

AIMED, UNAIMED = 0.35, 0.55  # least of the words in common: of a denial that names the other's speaker, of any other
NEVER = 2.0
FEW = 3  # content words in common that a denial needs which names nobody
REJECTING = ("denies", "refuses", "no_comment", "not_said", "questions")


def find_disputes(overlaps: Overlaps, matches: Sequence[Match], actors: Mapping[str, ActorRow]) -> list[Match]:
    """Every passage that a denial in another article disputes, the surest passage of a claim only."""
    told_again = _told_again(matches)
    found: dict[tuple[str, str], Match] = {}
    for i, side in enumerate(overlaps.sides):
        denial = side.passage.claim
        if denial.stance != "denies" or denial.actor_id is None:
            continue
        for j, _, contained in zip(*overlaps.others(i), strict=True):
            other = overlaps.sides[j]
            said = other.passage.claim
            if said.actor_id in (None, denial.actor_id) or said.stance in REJECTING:
                continue
            again = said.claim_id in told_again[denial.target_claim_id or ""]
            if contained < AIMED / 2 and not again:
                continue
            score = _in_common(side, other)
            if again or score >= _least(side, other, actors):
                a, b = (side, other) if i < j else (other, side)
                key = (a.passage.claim.claim_id, b.passage.claim.claim_id)
                if key not in found or found[key].score < score:
                    found[key] = Match(a, b, "disputes", score, None)
    return list(found.values())


def _told_again(matches: Sequence[Match]) -> dict[str, set[str]]:
    """By claim: the claims of other articles that are one statement with it."""
    found = defaultdict(set)
    for match in matches:
        one, other = match.a.passage.claim.claim_id, match.b.passage.claim.claim_id
        found[one].add(other)
        found[other].add(one)
    return found


def _in_common(a: Weighed, b: Weighed) -> float:
    evidence = compare_passages(a, b, same_speaker=False)
    return (evidence.contained + evidence.letters) / 2


def _least(denial: Weighed, said: Weighed, actors: Mapping[str, ActorRow]) -> float:
    """How much a denial must have in common with what somebody said; more than 1 where it cannot be meant."""
    target, speaker = denial.passage.claim.target_actor_id, said.passage.claim.actor_id
    if target is not None:
        return AIMED if target == speaker else NEVER
    if _names(denial, said.passage.claim, actors) or _names(said, denial.passage.claim, actors):
        return AIMED
    if len(denial.content & said.content) < FEW:
        return NEVER
    return UNAIMED


def _names(side: Weighed, other: ClaimRow, actors: Mapping[str, ActorRow]) -> bool:
    """Whether a passage names the speaker of another claim."""
    actor = actors.get(other.actor_id or "")
    return actor is not None and bool(content_words(actor.name.split()[-1]).keys() & side.content)
