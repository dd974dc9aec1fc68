"""Other voices: words of bodies, and of people without a name, that one outlet alone prints."""

from onrecord.comparison import is_certain
from onrecord.language.pronouns import PERSONAL
from onrecord.language.wording import capital, in_sentence
from onrecord.report.clippings import Clipping
from onrecord.report.contexts import in_context
from onrecord.report.finding import Finding
from onrecord.report.material import UNTOLD, Material
from onrecord.report.quoted import Quoted
from onrecord.tables.extracted import ClaimRow

MOST = 6  # findings
LONGEST = 12  # words that describe somebody
UNNAMED = ("unnamed", "group")
# Who tells what it was like: no source whom a reader asks about.
ANYBODY = frozenset(("man", "woman", "boy", "girl", "resident", "neighbor", "neighbour", "passenger", "customer", "fan",
                     "caller", "witness", "student", "driver", "tourist"))  # fmt: skip


def find_other_voices(quoted: Quoted, above: list[Clipping]) -> list[Finding]:
    """A finding for each body and outlet, and for each description, with the first quotation that no other outlet
    prints, as they come; without what is shown ``above``."""
    material, found = quoted.material, dict[tuple[str, str], Finding]()
    for claim in sorted(material.claims.values(), key=lambda row: (row.article_id, row.start)):
        outlet = material.outlet_of(claim.claim_id)
        who = _who(material, claim)
        if who is None or (who, outlet) in found:
            continue
        clipping = quoted.clip_alone(claim)
        if clipping and not any(clipping.overlaps(other) for other in above):
            found[who, outlet] = _tell(material, claim, clipping, f"{capital(who)}: in {outlet}.")
    return sorted(found.values(), key=lambda finding: (finding.depth, finding.text))[:MOST]


def _who(material: Material, claim: ClaimRow) -> str | None:
    """A body's name, or the article's words for somebody without one; null for persons, and for who is not certain."""
    actor = material.actors.get(str(claim.actor_id))
    if actor is None or not is_certain(claim) or claim.claim_id in material.contested:
        return None
    if (claim.source or "").casefold() in PERSONAL:
        return None  # "she" may be a person named further up
    if actor.kind == "organisation" and material.is_named(actor.actor_id):
        telling = " " in actor.name or actor.name.isupper()  # a name of one word may be a place's
        return material.name(actor.actor_id) if telling else None
    words = actor.name.split()  # as the article brings them in: "a diplomat", later "the diplomat"
    described = actor.kind in UNNAMED and words[0].casefold() in UNTOLD and len(words) <= LONGEST
    described = described and words[-1].casefold() not in PERSONAL  # "one of them"
    described = described and ANYBODY.isdisjoint(word.casefold() for word in words[1:3])
    return in_sentence(actor.name) if described else None


def _tell(material: Material, claim: ClaimRow, clipping: Clipping, text: str) -> Finding:
    return Finding(
        kind="words",
        text=text,
        rows=clipping.rows,
        clippings=(in_context(material, clipping, speaker=claim.actor_id, introduced=True),),
        certainty=claim.speaker_confidence or 0.0,
        depth=claim.start / len(material.articles[claim.article_id].body),
    )
