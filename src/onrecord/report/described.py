"""Described speakers: whose words they are, which one outlet tells and another only describes ("a senior official").

Two outlets print one statement; the speaker is certain and named in one of them, and in the other somebody without a
name, whose surname occurs nowhere in that outlet's text.
"""

from onrecord.comparison import SURE, is_certain
from onrecord.language.pronouns import PERSONAL
from onrecord.report.clippings import Clipping, clip
from onrecord.report.finding import Finding
from onrecord.report.material import Material
from onrecord.tables.compared import ClaimPairRow
from onrecord.tables.extracted import ClaimRow

LONGEST = 14  # words of a description


def find_described(material: Material) -> list[Finding]:
    """A finding for each person and outlet that has their words from somebody without a name, by the surest pair."""
    found: dict[tuple[str, str], Finding] = {}
    for pair in sorted(material.pairs, key=lambda pair: -pair.score):
        a, b = material.claims[pair.claim_a], material.claims[pair.claim_b]
        for named, described in ((a, b), (b, a)):
            if _is_of_one(material, pair, named, described):
                key = str(named.actor_id), material.outlet_of(described.claim_id)
                found.setdefault(key, _tell(material, pair, named, described))
    return list(found.values())


def _is_of_one(material: Material, pair: ClaimPairRow, named: ClaimRow, described: ClaimRow) -> bool:
    """Whether a pair is of one statement, by a named person here and a described one there."""
    if (
        pair.score < SURE
        or pair.relation != "same_quote"
        or not material.has_speaker(named)
        or not is_certain(described)
    ):
        return False
    if named.within_claim_id or described.within_claim_id or not described.source:
        return False
    kinds = material.actors[str(named.actor_id)].kind, material.actors[str(described.actor_id)].kind
    told = described.source.casefold() not in PERSONAL and len(described.source.split()) <= LONGEST
    unnamed = kinds[0] == "person" and kinds[1] == "unnamed" and told
    return unnamed and material.naming.get((str(named.actor_id), material.outlet_of(described.claim_id))) == "not_named"


def _tell(material: Material, pair: ClaimPairRow, named: ClaimRow, described: ClaimRow) -> Finding:
    here, there = material.outlet_of(named.claim_id), material.outlet_of(described.claim_id)
    source = " ".join(described.source.split()) if described.source else ""
    text = f"{here} names {material.name(str(named.actor_id))}; {there} gives the same to “{source}”, without the name."
    return Finding(
        kind="described",
        text=text,
        rows=(named.claim_id, described.claim_id),
        clippings=tuple(_clip(material, claim) for claim in (named, described)),
        certainty=pair.score,
        depth=min(c.start / len(material.articles[c.article_id].body) for c in (named, described)),
    )


def _clip(material: Material, claim: ClaimRow) -> Clipping:
    return clip(material, claim.article_id, claim.start, claim.end, claim.claim_id)
