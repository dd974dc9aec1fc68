"""Claims of a story that belong together: ``claim_pairs``."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

import pandas as pd

from onrecord import tables
from onrecord.language.words import content_words, dice
from onrecord.tables.compared import ClaimPairRow, PairRelation
from onrecord.tables.extracted import ClaimRow

QUOTED = ("direct", "mixed")
# Least Dice of content words, set by hand on the first story. The same speaker is evidence by itself, so a repeated
# statement needs less of it.
SAME_QUOTE, SAME_CLAIM, DISPUTES = 0.5, 0.3, 0.3
UNAIMED = 0.4  # a denial that names nobody needs more words in common with what it may deny


def compare_claims(claims: Sequence[ClaimRow]) -> pd.DataFrame:
    """``claim_pairs``: of what was said, claims of different articles with content words in common, and no others."""
    words = [content_words(row.content) for row in claims]
    holders = defaultdict(list)
    for i, stems in enumerate(words):
        for stem in stems:
            holders[stem].append(i)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for numbers in holders.values():
        for i, j in combinations(numbers, 2):
            shared[i, j] += claims[i].article_id != claims[j].article_id
    found = []
    for (i, j), count in sorted(shared.items()):
        score = dice(words[i], words[j]) if count > 1 else 0.0
        if relation := _relate(claims[i], claims[j], score):
            found.append(_claim_pair(claims[i], claims[j], relation, score, words[i], words[j]))
    return tables.make_table("claim_pairs", found)


def _relate(a: ClaimRow, b: ClaimRow, score: float) -> PairRelation | None:
    """How two claims belong together; null when nothing but words speaks for it."""
    same_speaker = a.actor_id is not None and a.actor_id == b.actor_id
    if same_speaker and a.quotation in QUOTED and b.quotation in QUOTED and score >= SAME_QUOTE:
        return "same_quote"
    for one, other in ((a, b), (b, a)):
        if one.stance != "denies" or other.stance == "denies" or same_speaker:
            continue
        aimed = one.target_actor_id is not None
        if (aimed and one.target_actor_id == other.actor_id and score >= DISPUTES) or (not aimed and score >= UNAIMED):
            return "disputes"
    if same_speaker and (a.stance == "denies") == (b.stance == "denies") and score >= SAME_CLAIM:
        return "same_claim"
    return None


def _claim_pair(
    a: ClaimRow, b: ClaimRow, relation: PairRelation, score: float, words_a: dict[str, str], words_b: dict[str, str]
) -> ClaimPairRow:
    def join(words: dict[str, str], stems: set[str]) -> str | None:
        return " | ".join(words[s] for s in words if s in stems) or None

    common = words_a.keys() & words_b.keys()
    return ClaimPairRow(
        claim_a=a.claim_id,
        claim_b=b.claim_id,
        relation=relation,
        score=round(score, 3),
        shared=join(words_a, common),
        only_a=join(words_a, words_a.keys() - common),
        only_b=join(words_b, words_b.keys() - common),
    )
