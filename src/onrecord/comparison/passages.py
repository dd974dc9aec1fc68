"""The passages of claims: the units that two outlets can have in common.

A claim may hold several stretches, of which another outlet prints one. A passage is each content part of a claim, and
each stretch in quotation marks inside a part that is not quoted as a whole. What a claim inside the claim says is that
one's, not the outer one's too.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.language.quotations import find_quotations
from onrecord.language.spans import Chars
from onrecord.language.words import Word, find_words
from onrecord.tables.extracted import ClaimRow, SpanRow

OWN = 0.5  # share of a passage's words that are its own, below which it is only a frame around another claim


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of what one claim says; ``start`` and ``end`` are into the article's body.

    ``part``: the content part that it is, or stands in. ``quoted``: its words stand in quotation marks. ``words``: its
    own words, with offsets into ``text``.
    """

    claim: ClaimRow
    start: int
    end: int
    part: Chars
    text: str
    quoted: bool
    words: tuple[Word, ...]


def shape_of(rule: str) -> str:
    """The shape in which a claim's rule found it: "clause" of "verb: clause, words by tagger"."""
    return rule.partition(",")[0].rpartition(": ")[2]


def find_passages(claims: Sequence[ClaimRow], spans: Sequence[SpanRow]) -> list[Passage]:
    """The passages of the claims, in their order; one without words of its own is none."""
    parts: dict[str, list[SpanRow]] = defaultdict(list)
    nested: dict[str, list[tuple[Chars, bool]]] = defaultdict(list)
    by_id = {claim.claim_id: claim for claim in claims}
    for span in spans:
        if span.role == "content":
            parts[span.claim_id].append(span)
    for claim in claims:
        if claim.within_claim_id is not None:
            outer = by_id.get(claim.within_claim_id)
            denied = outer is not None and outer.stance == "denies" and outer.target_claim_id == claim.claim_id
            foreign = not denied and (outer is None or claim.actor_id != outer.actor_id)
            nested[claim.within_claim_id] += [(Chars(part.start, part.end), foreign) for part in parts[claim.claim_id]]
    found = []
    for claim in claims:
        for part in parts[claim.claim_id]:
            for start, end, quoted in _stretches(claim, part):
                text = part.text[start - part.start : end - part.start]
                place = Chars(part.start, part.end)
                words = _own_words(find_words(text), start, nested[claim.claim_id], denies=claim.stance == "denies")
                if words:
                    found.append(Passage(claim, start, end, place, text, quoted, words))
    return found


def _own_words(
    words: tuple[Word, ...], start: int, nested: Sequence[tuple[Chars, bool]], *, denies: bool
) -> tuple[Word, ...]:
    """The words of a passage but for those of another speaker's claim inside it; none where claims inside have most.

    What a denial denies are its own words.
    """
    inside = [word for word in words if any(a <= start + word.start < b for (a, b), _ in nested)]
    if len(inside) > len(words) * (1 - OWN) and not denies:
        return ()
    foreign = [word for word in inside if any(a <= start + word.start < b for (a, b), other in nested if other)]
    return tuple(word for word in words if word not in foreign)


def _stretches(claim: ClaimRow, part: SpanRow) -> Iterator[tuple[int, int, bool]]:
    quoted = claim.quotation == "direct"
    yield part.start, part.end, quoted
    for quotation in () if quoted else find_quotations(part.text):
        if quotation.depth == 0:
            yield from ((part.start + a, part.start + b, True) for a, b in quotation.parts)
