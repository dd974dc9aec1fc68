"""Passages that belong together, across articles: ``claim_pairs``, and the wordings of one quotation: ``wordings``."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

from onrecord import tables
from onrecord.comparison.alignment import Weighed, place, weigh, weigh_stems
from onrecord.comparison.candidates import Overlaps
from onrecord.comparison.disputes import find_disputes
from onrecord.comparison.passages import find_passages
from onrecord.comparison.same_statements import Match, match_claims
from onrecord.comparison.wordings import Printed, Wording, compare_wording
from onrecord.language.spans import Chars
from onrecord.language.words import content_words, stems
from onrecord.tables.compared import ClaimPairRow
from onrecord.tables.extracted import ActorRow, ClaimRow, SentenceRow, SpanRow

Paired = tuple[ClaimPairRow, Wording]


def pair_claims(
    claims: Sequence[ClaimRow],
    spans: Sequence[SpanRow],
    sentences: Sequence[SentenceRow],
    actors: Mapping[str, ActorRow],
    bodies: Mapping[str, str],
) -> list[Paired]:
    """Rows of ``claim_pairs`` with their wordings, in the story's order; ``claims``: what was said.

    ``bodies``, the articles' texts, are looked at for one thing: whether an outlet prints elsewhere what it seems to
    have left off.
    """
    weights = weigh_stems({(row.article_id, row.sentence): row.sentence for row in claims}.values())
    overlaps = Overlaps([weigh(passage, weights) for passage in find_passages(claims, spans)])
    matches = match_claims(overlaps, actors)
    places = _Places(sentences)
    printed = defaultdict(list)
    for row in sentences:
        printed[row.article_id].append(stems(bodies[row.article_id][row.start : row.end]))
    disputes = find_disputes(overlaps, matches, actors)
    disputed = {_claims(match) for match in disputes}
    one = [match for match in matches if _claims(match) not in disputed]  # what is denied is not said together
    rows = [_pair(match, printed, places) for match in (*one, *disputes)]
    order = {claim.claim_id: i for i, claim in enumerate(claims)}
    return sorted(rows, key=lambda pair: (order[pair[0].claim_a], order[pair[0].claim_b], pair[0].start_a))


def _claims(match: Match) -> frozenset[str]:
    return frozenset((match.a.passage.claim.claim_id, match.b.passage.claim.claim_id))


class _Places:
    """Which sentence and paragraph of its article an offset stands in."""

    def __init__(self, sentences: Sequence[SentenceRow]):
        self.rows = defaultdict(list)
        for row in sentences:
            self.rows[row.article_id].append(row)

    def sentence(self, article: str, offset: int) -> SentenceRow:
        rows = self.rows[article]
        return rows[max(0, bisect_right(rows, offset, key=lambda row: row.start) - 1)]

    def widen(self, side: Weighed, stretch: Chars) -> Chars:
        """A stretch of a passage with the rest of its sentences, as far as they are the passage's."""
        article = side.passage.claim.article_id
        first, last = self.sentence(article, stretch[0]), self.sentence(article, stretch[1] - 1)
        return Chars(max(side.passage.start, first.start), min(side.passage.end, last.end))


def _pair(match: Match, printed: Printed, places: _Places) -> Paired:
    a, b, stretch = match.a.passage, match.b.passage, match.stretch
    one, other = Chars(a.start, a.end), Chars(b.start, b.end)
    wording = Wording((), (), ())
    if stretch:
        wording = compare_wording(a, b, stretch, printed)
        one, other = place(match.a, stretch.a), place(match.b, stretch.b)
        if match.relation == "same_claim":
            one, other = places.widen(match.a, one), places.widen(match.b, other)
    words_a = content_words(a.text[one[0] - a.start : one[1] - a.start])
    words_b = content_words(b.text[other[0] - b.start : other[1] - b.start])
    row = ClaimPairRow(
        pair_id=tables.row_id("pairs", f"{a.claim.claim_id}\0{b.claim.claim_id}", *one, f"{other}{match.denier or ''}"),
        claim_a=a.claim.claim_id,
        claim_b=b.claim.claim_id,
        relation=match.relation,
        score=round(match.score, 3),
        start_a=one[0],
        end_a=one[1],
        start_b=other[0],
        end_b=other[1],
        paragraph_a=places.sentence(a.claim.article_id, one[0]).paragraph,
        paragraph_b=places.sentence(b.claim.article_id, other[0]).paragraph,
        change=wording.change if stretch else None,
        denier=match.denier,
        shared=_join(words_a, words_a.keys() & words_b.keys()),
        only_a=_join(words_a, words_a.keys() - words_b.keys()),
        only_b=_join(words_b, words_b.keys() - words_a.keys()),
    )
    return row, wording


def _join(words: Mapping[str, str], stems: set[str]) -> str | None:
    return " | ".join(words[stem] for stem in words if stem in stems) or None
