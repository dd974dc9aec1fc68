"""Denials: who denies, rejects or disputes something in which outlet, in the sentence and what stands before it.

Whether the other outlets have the denial is not said: a text can tell it in words that nobody foresees.
"""

from collections.abc import Iterator

from onrecord.claims import class_of
from onrecord.language.pronouns import PERSONAL
from onrecord.language.wording import in_sentence, join_words
from onrecord.report.clippings import clip, in_context
from onrecord.report.finding import Finding
from onrecord.report.material import Material
from onrecord.report.quoted import PRONOUN
from onrecord.tables.extracted import ClaimRow

SURE = 0.6  # confidence from which what is denied is read rightly
DENIALS = frozenset(("deny", "reject"))  # classes of cues
DONE = {"dispute": "Disputed", "dismiss": "Dismissed"}  # other verbs are told by their class
LONGEST_SOURCE = 8  # words of somebody without a name


def find_denials(material: Material) -> list[Finding]:
    """A finding for each who denies something, with the first denial in each outlet; who is uncertain is left out.

    Somebody without a name is another one in each outlet.
    """
    found: dict[tuple[str, str], list[ClaimRow]] = {}
    for claim in material.claims.values():
        if _is_denial(material, claim) and (who := _who(material, claim)) is not None:
            one = "" if material.has_speaker(claim) else material.outlet_of(claim.claim_id)
            found.setdefault((who, one), []).append(claim)
    return [_tell(material, who, claims) for (who, _), claims in found.items()]


def _is_denial(material: Material, claim: ClaimRow) -> bool:
    """Told by the outlet itself in a verb that denies, and not one by a "not" before another verb."""
    verb = claim.cue_lemma is not None and class_of(claim.cue_lemma) in DENIALS
    own = claim.within_claim_id is None and claim.claim_id not in material.contested
    return claim.stance == "denies" and verb and own and (claim.confidence or 0.0) >= SURE


def _who(material: Material, claim: ClaimRow) -> str | None:
    """The name of who denies, else the article's words for them; null where a pronoun is not surely somebody's."""
    source = " ".join((claim.source or "").split()).strip(" ,;")
    pronoun = source.casefold() in PERSONAL
    if pronoun and (claim.speaker_confidence or 0.0) < PRONOUN:
        return None
    if pronoun and material.named_before(claim.article_id, claim.end) != {claim.actor_id}:
        return None
    if material.has_speaker(claim):
        return material.name(str(claim.actor_id))
    described = source and not pronoun and len(source.split()) <= LONGEST_SOURCE and "," not in source
    return in_sentence(source) if described else None


def _first_in_each(material: Material, claims: list[ClaimRow]) -> Iterator[ClaimRow]:
    seen = set[str]()
    for claim in sorted(claims, key=lambda claim: (claim.article_id, claim.start)):
        if (outlet := material.outlet_of(claim.claim_id)) not in seen:
            seen.add(outlet)
            yield claim


def _tell(material: Material, who: str, claims: list[ClaimRow]) -> Finding:
    firsts = list(_first_in_each(material, claims))
    outlets = join_words([material.outlet_of(claim.claim_id) for claim in firsts])
    verb = firsts[0].cue_lemma or ""
    done = DONE.get(verb) or ("Denied" if class_of(verb) == "deny" else "Rejected")
    return Finding(
        kind="denial",
        text=f"{done} by {who}, in {outlets}.",
        rows=tuple(claim.claim_id for claim in firsts),
        clippings=tuple(
            in_context(material, clip(material, c.article_id, c.start, c.end, c.claim_id), answers=True) for c in firsts
        ),
        certainty=min(claim.speaker_confidence or 1.0 for claim in firsts),
        depth=min(claim.start / len(material.articles[claim.article_id].body) for claim in firsts),
    )
