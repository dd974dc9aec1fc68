"""Claims and figures of a story that belong together: ``claim_pairs`` and ``figure_pairs``."""

from collections import defaultdict
from itertools import combinations
from math import floor, log10

import pandas as pd

from onrecord import tables
from onrecord.language.words import content_words, dice

QUOTED = ("direct", "mixed")
# Least Dice of content words. The same speaker is evidence by itself, so a repeated statement needs less of it.
SAME_QUOTE, SAME_CLAIM, DISPUTES = 0.5, 0.3, 0.3
UNAIMED = 0.4  # a denial that names nobody needs more words in common with what it may deny


def compare_claims(claims: pd.DataFrame) -> pd.DataFrame:
    """``claim_pairs``: claims of different articles with content words in common (only these are ever paired)."""
    rows = [row for row in claims[claims["act"] == "says"].itertuples() if row.review != "rejected"]
    words = [content_words(row.content) for row in rows]
    holders = defaultdict(list)
    for i, stems in enumerate(words):
        for stem in stems:
            holders[stem].append(i)
    shared = defaultdict(int)
    for numbers in holders.values():
        for i, j in combinations(numbers, 2):
            shared[i, j] += rows[i].article_id != rows[j].article_id
    found = []
    for (i, j), count in sorted(shared.items()):
        score = dice(words[i], words[j]) if count > 1 else 0.0
        if relation := _relate(rows[i], rows[j], score):
            found.append(_claim_pair(rows[i], rows[j], relation, score, words[i], words[j]))
    return tables.make_table("claim_pairs", found)


def _relate(a, b, score: float) -> str | None:
    """How two claims belong together; null when nothing but words speaks for it."""
    same_speaker = isinstance(a.actor_id, str) and a.actor_id == b.actor_id
    if same_speaker and a.quotation in QUOTED and b.quotation in QUOTED and score >= SAME_QUOTE:
        return "same_quote"
    for one, other in ((a, b), (b, a)):
        if one.stance != "denies" or other.stance == "denies" or one.actor_id == other.actor_id:
            continue
        aimed = isinstance(one.target_actor_id, str)
        if (aimed and one.target_actor_id == other.actor_id and score >= DISPUTES) or (not aimed and score >= UNAIMED):
            return "disputes"
    if same_speaker and (a.stance == "denies") == (b.stance == "denies") and score >= SAME_CLAIM:
        return "same_claim"
    return None


def _claim_pair(a, b, relation: str, score: float, words_a: dict[str, str], words_b: dict[str, str]) -> dict:
    def join(words: dict[str, str], stems: set[str]) -> str | None:
        return " | ".join(words[s] for s in words if s in stems) or None

    common = words_a.keys() & words_b.keys()
    return {
        "claim_a": a.claim_id,
        "claim_b": b.claim_id,
        "relation": relation,
        "score": round(score, 3),
        "shared": join(words_a, common),
        "only_a": join(words_a, words_a.keys() - common),
        "only_b": join(words_b, words_b.keys() - common),
    }


def compare_figures(figures: pd.DataFrame) -> pd.DataFrame:
    """``figure_pairs``: figures of one measure, party and unit, by different speakers or in different articles, whose
    periods do not exclude each other. Ranges have no single number and are left out."""
    groups = defaultdict(list)
    for row in figures.itertuples():
        party = row.iso3 if isinstance(row.iso3, str) else row.about
        if isinstance(row.measure, str) and isinstance(party, str) and not pd.isna(row.value):
            unit = row.unit if isinstance(row.unit, str) else ""
            groups[row.measure, party, unit].append(row)
    pairs = []
    for group in groups.values():
        for a, b in combinations(group, 2):
            speaks_again = a.article_id == b.article_id and (
                a.actor_id == b.actor_id or pd.isna([a.actor_id, b.actor_id]).all()
            )
            relation = relate_numbers(a.value, b.value)
            if relation == "conflict" and (_allows(a, b.value) or _allows(b, a.value)):
                continue  # "more than 9" and 11 neither agree nor differ
            if not speaks_again and _may_overlap(a, b):
                pair = {"figure_a": a.figure_id, "figure_b": b.figure_id, "relation": relation}
                pairs.append(pair | {"difference": b.value - a.value})
    return tables.make_table("figure_pairs", pairs)


def _allows(figure, value: float) -> bool:
    """Whether a figure with a bound leaves room for another number."""
    if figure.bound in ("more_than", "at_least"):
        return value > figure.value
    return figure.bound in ("less_than", "at_most") and value < figure.value


def _may_overlap(a, b) -> bool:
    """False only where both periods are known and lie apart."""
    if pd.isna(a.period_start) or pd.isna(b.period_end) or pd.isna(a.period_end) or pd.isna(b.period_start):
        return True
    return a.period_start <= b.period_end and b.period_start <= a.period_end


def relate_numbers(a: float, b: float) -> str:
    """``agree``: equal; ``agree_rounded``: equal once the finer is rounded to the coarser's significant digits."""
    if a == b:
        return "agree"
    digits = min(_significant_digits(a), _significant_digits(b))
    return "agree_rounded" if _round(a, digits) == _round(b, digits) else "conflict"


def _significant_digits(x: float) -> int:
    return max(1, len(f"{abs(x):.12g}".split("e")[0].replace(".", "").strip("0")))


def _round(x: float, digits: int) -> float:
    return round(x, digits - 1 - floor(log10(abs(x)))) if x else 0.0
