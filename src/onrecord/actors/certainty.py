"""Certainty: how likely the speaker of a claim is the right one, by what decided who it is.

The shares are counted on five news stories that two readers labelled (``lexicon/speaker_weights.csv``). A share of few
cases is drawn towards the share of all, and each counts one failure more than was seen: no speaker is certain. A
source called as the text calls it ("a lawyer for Moss") counts as right, whoever it was.
"""

from functools import cache

from onrecord.actors.parties import Parties
from onrecord.lexicon import read_rows

PRIOR = 10  # cases that the share of all counts for, beside those of one basis
LEAST = 0.6  # a speaker less certain is left open


def basis_of(parties: Parties, mention: int) -> str | None:
    """What decided whose mention this is: name, surname, title, description, pronoun, first_person, issuer or words.

    ``words``: nobody is named, the source is called as the text calls it. Null where nobody was found.
    """
    party, m, reason = parties.of[mention], parties.mentions[mention], parties.reasons[mention]
    if party is None:
        return None
    if reason == "who issued the document":
        return "issuer"
    if m.form == "pronoun":
        return "first_person" if reason == "the speaker of the quotation" else "pronoun"
    if m.form == "name":
        return "surname" if reason.startswith(("the surname", "the first name", "part of")) else "name"
    if not parties.all[party].names and parties.all[party].kind in ("unnamed", "group", "person"):
        return "words"
    return "title" if m.form == "title" else "description"


def speaker_confidence(basis: str | None, cued: bool) -> float | None:
    """The probability that a speaker found on this basis is right; ``cued``: by a cue, not carried on from before."""
    return None if basis is None else _shares().get((basis if cued else "carried"), _overall())


@cache
def _counts() -> dict[str, tuple[int, int]]:
    return {row["basis"]: (int(row["right"]), int(row["of"])) for row in read_rows("speaker_weights")}


@cache
def _overall() -> float:
    counts = _counts().values()
    return round(sum(right for right, _ in counts) / sum(of for _, of in counts), 2)


@cache
def _shares() -> dict[str, float]:
    return {b: round((right + PRIOR * _overall()) / (of + PRIOR + 1), 2) for b, (right, of) in _counts().items()}
