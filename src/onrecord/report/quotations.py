"""Findings on one statement in two outlets: the verbs that introduce it, and words that are given to two speakers."""

import re
from collections.abc import Iterator

from onrecord.comparison import SURE
from onrecord.language.words import content_words, find_words
from onrecord.report.clippings import Clipping, clip
from onrecord.report.contexts import in_turn
from onrecord.report.finding import Finding
from onrecord.report.material import Material
from onrecord.tables.compared import ClaimPairRow
from onrecord.tables.extracted import ClaimRow

SAME_REPORT = 0.5  # Dice's coefficient of two reports whose verbs are set against each other
NEGATION = re.compile(r"\A(?:not?|never|none|nobody|nothing|neither|nor|without|.*n[’']t)\Z")
# Classes of verbs by which an outlet tells what it thinks of a statement: conceded, or kept at a distance.
TELLING = frozenset(("concession", "distance"))


def find_verbs(material: Material) -> list[Finding]:
    """For each speaker the first statement that one of two outlets introduces with a verb that says more than "say"."""
    found: dict[str | None, Finding] = {}
    for pair, a, b in _certain_pairs(material):
        row = material.verbs.get(pair.pair_id)
        same = pair.relation == "same_quote" or share_words(a.content, b.content)
        # Inside another claim the verb is its speaker's, not the outlet's.
        own = not (a.within_claim_id or b.within_claim_id)
        if row and own and same and len({row.class_a, row.class_b} & TELLING) == 1:
            found.setdefault(a.actor_id, _tell_verbs(material, pair, a, b))
    return list(found.values())


def _certain_pairs(material: Material) -> Iterator[tuple[ClaimPairRow, ClaimRow, ClaimRow]]:
    """The pairs that are surely one statement of one speaker who may be printed."""
    for pair in material.pairs:
        a, b = material.claims[pair.claim_a], material.claims[pair.claim_b]
        alike = a.stance == b.stance or {a.stance, b.stance} <= {"asserts", "supports"}
        one = a.actor_id == b.actor_id and alike and pair.relation != "disputes"
        if one and pair.score >= SURE and all(map(material.has_speaker, (a, b))):
            yield pair, a, b


def _tell_verbs(material: Material, pair: ClaimPairRow, a: ClaimRow, b: ClaimRow) -> Finding:
    one, other = (material.outlet_of(claim.claim_id) for claim in (a, b))
    speaker = material.name(str(a.actor_id))
    return Finding(
        kind="verbs",
        text=f"Of one statement by {speaker}, {one} writes “{a.cue}”, {other} “{b.cue}”.",
        rows=(a.claim_id, b.claim_id),
        clippings=tuple(in_turn(material, _clip(material, claim), str(claim.actor_id)) for claim in (a, b)),
        certainty=pair.score,
        depth=min(claim.start / len(material.articles[claim.article_id].body) for claim in (a, b)),
    )


def _clip(material: Material, claim: ClaimRow) -> Clipping:
    return clip(material, claim.article_id, claim.start, claim.end, claim.claim_id)


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
            found = Finding(
                "contested", text, (claim_id, other.claim_id), (_clip(material, one), _clip(material, other))
            )
            out.append(found.doubted("one of the two speakers is read wrongly, or one outlet errs"))
    return out


def share_words(one: str, other: str) -> bool:
    """Whether two reports have half of their words that say something in common, and both or neither say no, so that
    they report one statement."""
    a, b = (content_words(words).keys() for words in (one, other))
    no = [any(NEGATION.search(word.form) for word in find_words(words)) for words in (one, other)]
    return no[0] == no[1] and len(a & b) >= SAME_REPORT * (len(a) + len(b)) / 2
