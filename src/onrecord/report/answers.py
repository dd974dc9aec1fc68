"""Findings on denials: who denies in one outlet what another reports somebody as saying."""

from collections import defaultdict

from onrecord.report.clippings import Clipping, clip
from onrecord.report.finding import Finding
from onrecord.report.material import Material
from onrecord.tables.compared import ClaimPairRow
from onrecord.tables.extracted import ClaimRow


def find_answers(material: Material) -> list[Finding]:
    """One finding for each two speakers of whom one denies what the other is reported to say elsewhere."""
    groups: dict[tuple[str, str], list[ClaimPairRow]] = defaultdict(list)
    for pair in material.pairs:
        if pair.relation == "disputes":
            denial, denied = _sides(material, pair)
            speakers = material.has_speaker(denial) and material.has_speaker(denied)
            if denial.stance == "denies" and speakers and _answers(material, denial, denied):
                groups[str(denial.actor_id), str(denied.actor_id)].append(pair)
    return [_tell(material, pairs) for (one, other), pairs in groups.items() if one != other]


def _sides(material: Material, pair: ClaimPairRow) -> tuple[ClaimRow, ClaimRow]:
    a, b = material.claims[pair.claim_a], material.claims[pair.claim_b]
    return (a, b) if pair.denier == "a" else (b, a)


def _answers(material: Material, denial: ClaimRow, denied: ClaimRow) -> bool:
    """Whether it is the other's word that is denied: the denial names that speaker, or a person denies what a person
    says. What a paper reports somebody denies often without denying the paper."""
    kinds = {material.actors[str(claim.actor_id)].kind for claim in (denial, denied)}
    return denial.target_actor_id == denied.actor_id or kinds == {"person"}


def _tell(material: Material, pairs: list[ClaimPairRow]) -> Finding:
    best = max(pairs, key=lambda pair: pair.score)
    denial, denied = _sides(material, best)
    who, whose = material.name(str(denial.actor_id)), material.name(str(denied.actor_id))
    here, there = material.outlet_of(denial.claim_id), material.outlet_of(denied.claim_id)
    return Finding(
        kind="answer",
        text=f"In {here}, {who} denies what {there} reports {whose} as saying.",
        rows=(denial.claim_id, denied.claim_id),
        clippings=(_clip(material, denial), _clip(material, denied)),
        certainty=min(denial.speaker_confidence or 1.0, denied.speaker_confidence or 1.0),
        depth=denial.start / len(material.articles[denial.article_id].body),
    )


def _clip(material: Material, claim: ClaimRow) -> Clipping:
    return clip(material, claim.article_id, claim.start, claim.end, claim.claim_id)
