"""One text → its claims by rules alone, for the tests of everything that finds them."""

from onrecord import language
from onrecord.claims.claim import Claim, find_claims
from onrecord.language.quotations import find_quotations


def read(text: str) -> list[Claim]:
    blocks = list(_lines(text))
    doc = language.parse(text, blocks)
    return find_claims(doc, find_quotations(text, blocks))


def _lines(text):
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield at, at + len(line.rstrip())
        at += len(line)


def words(text: str, claim: Claim) -> tuple[str | None, str | None, str]:
    """Source, cue and content of a claim as words."""

    def cut(span):
        return text[span[0] : span[1]] if span else None

    return cut(claim.source), cut(claim.cue), " … ".join(cut(p) for p in claim.content)
