"""Findings on denials: who denies in one outlet what another has somebody say, and denials that one outlet carries."""

from collections import defaultdict

from onrecord.claims import class_of
from onrecord.language.words import count_words
from onrecord.report.clippings import Clipping, clip
from onrecord.report.finding import Finding
from onrecord.report.material import Material
from onrecord.tables.compared import ClaimPairRow
from onrecord.tables.extracted import ClaimRow

FEWEST = 4  # words of what is denied, to be told by themselves
NAMED = 0.97  # speaker_confidence of a denial that is told by itself


def find_answers(material: Material) -> list[Finding]:
    """One finding for each two speakers of whom one denies what the other is reported to say elsewhere."""
    groups: dict[tuple[str, str], list[ClaimPairRow]] = defaultdict(list)
    for pair in material.pairs:
        if pair.relation == "disputes":
            denial, denied = _sides(material, pair)
            if denial.stance == "denies" and material.has_speaker(denial) and material.has_speaker(denied):
                groups[str(denial.actor_id), str(denied.actor_id)].append(pair)
    return [_tell(material, pairs) for (one, other), pairs in groups.items() if one != other]


def _sides(material: Material, pair: ClaimPairRow) -> tuple[ClaimRow, ClaimRow]:
    a, b = material.claims[pair.claim_a], material.claims[pair.claim_b]
    return (a, b) if pair.denier == "a" else (b, a)


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


def find_denials(material: Material, told: set[str]) -> list[Finding]:
    """Denials of persons and bodies that no pair holds, each in its own words; ``told``: claims told already."""
    out = []
    for claim in material.claims.values():
        outer = claim.within_claim_id is None and claim.stance == "denies" and claim.claim_id not in told
        certain = (claim.speaker_confidence or 1.0) >= NAMED and material.has_speaker(claim)
        if not outer or not certain or not _is_denial(claim) or count_words(claim.content) < FEWEST:
            continue
        who, outlet = material.name(str(claim.actor_id)), material.outlet_of(claim.claim_id)
        out.append(
            Finding(
                kind="denial",
                text=f"{outlet} carries a denial by {who}.",
                rows=(claim.claim_id,),
                clippings=(_clip(material, claim),),
                certainty=claim.speaker_confidence or 1.0,
                depth=claim.start / len(material.articles[claim.article_id].body),
            )
        )
    return out


def _is_denial(claim: ClaimRow) -> bool:
    """Whether the claim's cue says that something is denied; who counters, rejects or dismisses may do less."""
    return bool(claim.cue_lemma) and class_of(str(claim.cue_lemma)) == "deny"
