"""Findings on denials: who denies in one outlet what another reports somebody as saying."""

from collections import defaultdict
from collections.abc import Iterator

from onrecord.language.surnames import surname_of
from onrecord.report.clippings import Clipping, clip
from onrecord.report.finding import Finding
from onrecord.report.material import Material
from onrecord.tables.compared import ClaimPairRow
from onrecord.tables.extracted import ClaimRow

NEAR = 0.4  # of the words in common from which a denial that names nobody answers a person


def find_answers(material: Material) -> list[Finding]:
    """One finding for each two speakers of whom one denies what the other is reported to say elsewhere; what is not
    certain with its doubts."""
    groups: dict[tuple[str | None, str | None], list[ClaimPairRow]] = defaultdict(list)
    for pair in material.pairs:
        if pair.relation == "disputes":
            denial, denied = _sides(material, pair)
            groups[denial.actor_id, denied.actor_id].append(pair)
    return [_tell(material, pairs) for (one, other), pairs in groups.items() if one != other]


def _doubts(material: Material, denial: ClaimRow, denied: ClaimRow, score: float) -> Iterator[str]:
    for claim, role in ((denial, "who denies"), (denied, "who is denied")):
        if not material.has_speaker(claim):
            yield f"{role} is not certain, or has no name"
    if denial.stance != "denies":
        yield "the denial is one by a quotation behind a “not”"
    kinds = {material.actors[claim.actor_id].kind for claim in (denial, denied) if claim.actor_id}
    named = denied.actor_id is not None and surname_of(material.name(denied.actor_id)) in denial.sentence
    if denial.target_actor_id not in (None, denied.actor_id):
        yield "the denial names somebody else"
    elif not named and (kinds != {"person"} or score < NEAR):
        # what a paper reports somebody denies often without denying the paper
        yield "the denial names nobody, and one of the two is no person, or they have little in common"


def _sides(material: Material, pair: ClaimPairRow) -> tuple[ClaimRow, ClaimRow]:
    a, b = material.claims[pair.claim_a], material.claims[pair.claim_b]
    return (a, b) if pair.denier == "a" else (b, a)


def _tell(material: Material, pairs: list[ClaimPairRow]) -> Finding:
    best = max(pairs, key=lambda pair: pair.score)
    denial, denied = _sides(material, best)
    who, whose = (material.name(c.actor_id) if c.actor_id else "somebody" for c in (denial, denied))
    here, there = material.outlet_of(denial.claim_id), material.outlet_of(denied.claim_id)
    return Finding(
        kind="answer",
        text=f"In {here}, {who} denies what {there} reports {whose} as saying.",
        rows=(denial.claim_id, denied.claim_id),
        clippings=(_clip(material, denial), _clip(material, denied)),
        certainty=min(denial.speaker_confidence or 1.0, denied.speaker_confidence or 1.0),
        depth=denial.start / len(material.articles[denial.article_id].body),
        doubts=tuple(_doubts(material, denial, denied, best.score)),
    )


def _clip(material: Material, claim: ClaimRow) -> Clipping:
    return clip(material, claim.article_id, claim.start, claim.end, claim.claim_id)
