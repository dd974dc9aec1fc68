"""Figures of a story that say the same thing, and whether their numbers agree: ``figure_pairs``."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from math import floor, log10

import pandas as pd

from onrecord import tables
from onrecord.tables.compared import FigurePairRow, NumberRelation
from onrecord.tables.extracted import FigureRow


def compare_figures(figures: Sequence[FigureRow]) -> pd.DataFrame:
    """``figure_pairs``: figures of one measure, party and unit, by different speakers or in different articles, whose
    periods do not exclude each other. Ranges have no single number and are left out."""
    groups = defaultdict(list)
    for row in figures:
        party = row.iso3 or row.about
        if row.measure and party and row.value is not None:
            groups[row.measure, party, row.unit or ""].append((row, row.value))
    pairs = []
    for group in groups.values():
        for (a, x), (b, y) in combinations(group, 2):
            relation = relate_numbers(x, y)
            if relation == "conflict" and (_allows(a, x, y) or _allows(b, y, x)):
                continue  # "more than 9" and 11 neither agree nor differ
            speaks_again = a.article_id == b.article_id and a.actor_id == b.actor_id
            if not speaks_again and _may_overlap(a, b):
                pairs.append(
                    FigurePairRow(figure_a=a.figure_id, figure_b=b.figure_id, relation=relation, difference=y - x)
                )
    return tables.make_table("figure_pairs", pairs)


def _allows(figure: FigureRow, own: float, value: float) -> bool:
    """Whether a figure with a bound leaves room for another number."""
    if figure.bound in ("more_than", "at_least"):
        return value > own
    return figure.bound in ("less_than", "at_most") and value < own


def _may_overlap(a: FigureRow, b: FigureRow) -> bool:
    """False only where both periods are known and lie apart."""
    if a.period_start is None or b.period_end is None or a.period_end is None or b.period_start is None:
        return True
    return a.period_start <= b.period_end and b.period_start <= a.period_end


def relate_numbers(a: float, b: float) -> NumberRelation:
    """``agree``: equal; ``agree_rounded``: equal once the finer is rounded to the coarser's significant digits."""
    if a == b:
        return "agree"
    digits = min(_significant_digits(a), _significant_digits(b))
    return "agree_rounded" if _round(a, digits) == _round(b, digits) else "conflict"


def _significant_digits(x: float) -> int:
    return max(1, len(f"{abs(x):.12g}".split("e")[0].replace(".", "").strip("0")))


def _round(x: float, digits: int) -> float:
    return round(x, digits - 1 - floor(log10(abs(x)))) if x else 0.0
