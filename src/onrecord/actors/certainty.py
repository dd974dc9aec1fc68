"""Certainty: how likely the speaker of a claim is the right one, by what decided who it is.

The shares are counted on five news stories that two readers labelled (``lexicon/speaker_weights.csv``). A share of few
cases is drawn towards the share of all, and each counts one failure more than was seen: no speaker is certain. A
source called as the text calls it ("a lawyer for Moss") counts as right, whoever it was.
"""

from functools import cache

from onrecord.actors.parties import ISSUED, QUOTED, Parties
from onrecord.lexicon import read_rows

PRIOR = 10  # cases that the share of all counts for, beside those of one basis
LEAST = 0.6  # a speaker less certain is left open


def basis_of(parties: Parties, mention: int, party: int, *, cued: bool) -> str:
    """What decided that this mention is this party's: a row of ``speaker_weights.csv``.

    ``words``: nobody is named, the source is called as the text calls it; ``carried``: no cue names the source
    (``cued``), a quotation goes on from the one before.
    """
    m, reason = parties.mentions[mention], parties.reasons[mention]
    if not cued:
        return "carried"
    if reason == ISSUED:
        return "issuer"
    if m.form == "pronoun":
        return "first_person" if reason == QUOTED else "pronoun"
    if m.form == "name":
        return "surname" if reason.startswith(("the surname", "the first name", "part of")) else "name"
    if not parties.all[party].names and parties.all[party].kind in ("unnamed", "group", "person"):
        return "words"
    return "title" if m.form == "title" else "description"


def speaker_confidence(basis: str) -> float:
    """The probability that a speaker found on this basis is right."""
    return _shares()[basis]


@cache
def _shares() -> dict[str, float]:
    counts = {row["basis"]: (int(row["right"]), int(row["of"])) for row in read_rows("speaker_weights")}
    overall = sum(right for right, _ in counts.values()) / sum(of for _, of in counts.values())
    return {basis: round((right + PRIOR * overall) / (of + PRIOR + 1), 2) for basis, (right, of) in counts.items()}
