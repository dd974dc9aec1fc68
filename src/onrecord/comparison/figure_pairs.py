"""Figures of two articles that are of one thing, and whether their numbers agree: ``figure_pairs``.

Two articles seldom name a measure in the same words. What ties two figures is what stands around them: words in common
beside equal numbers, or a place in passages that are one statement. Numbers that differ are a conflict only where the
words around them are so much alike that nothing else can be meant: a false conflict is worse than a missed one.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import pandas as pd

from onrecord import tables
from onrecord.comparison.numbers import ROUNDED, count_digits, relate_numbers
from onrecord.language.words import content_words
from onrecord.tables.compared import ClaimPairRow
from onrecord.tables.compared_figures import FigurePairRow, NumberRelation
from onrecord.tables.extracted import CHANGE, FigureRow, SentenceRow

AROUND = 45  # code points before and after a figure that are its surroundings
NEAR = {"agree": 2, "agree_rounded": 2, "conflict": 4}  # content words that two figures share there
FAR = 3  # content words that the sentences of two share whose numbers agree
INSIDE = 2  # content words that two share there whose numbers differ inside passages that are one statement
TELLING = 3  # significant digits from which an equal number is hardly chance, so that one word in common will do
SMALL = 20  # counts up to here are so common that they must be of one unit

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Stated:
    """A figure with one number, and the content words around it by stem: near, and in its sentence."""

    row: FigureRow
    value: float
    near: dict[str, str]
    sentence: dict[str, str]


def compare_figures(
    figures: Sequence[FigureRow], sentences: Sequence[SentenceRow], pairs: Sequence[ClaimPairRow]
) -> pd.DataFrame:
    """``figure_pairs`` of the figures of different articles, and of two speakers of one article who agree on a measure,
    in their order. A range has no single number and is left out. ``pairs``: passages that are one statement."""
    starts = defaultdict(list)
    for row in sentences:
        starts[row.article_id].append(row.start)
    stated = [_read(row, row.value, starts[row.article_id]) for row in figures if row.value is not None]
    inside = _find_inside(stated, pairs)
    ties: dict[Pair, tuple[NumberRelation, list[str]]] = {}
    for i, j in sorted({*_find_near(stated), *inside}):
        if _may_be_one(stated[i], stated[j]):
            relation = relate_numbers(stated[i].value, stated[j].value)
            shared = _tie(stated[i], stated[j], relation, inside=(i, j) in inside)
            if shared is not None:
                ties[i, j] = relation, shared
    rows = [
        FigurePairRow(
            figure_a=stated[i].row.figure_id,
            figure_b=stated[j].row.figure_id,
            relation=relation,
            difference=stated[j].value - stated[i].value,
            shared=" | ".join(shared) or None,
        )
        for (i, j), (relation, shared) in ties.items()
        if relation != "conflict" or not _agrees_too(stated[i], stated[j], stated)
    ]
    return tables.make_table("figure_pairs", rows)


def _read(row: FigureRow, value: float, starts: Sequence[int]) -> _Stated:
    """A figure with the words around it; its own numeral and unit are none of them."""
    first = starts[max(0, bisect_right(starts, row.start) - 1)] if starts else row.start
    before, after = row.sentence[: row.start - first], row.sentence[row.end - first :]
    near = content_words(f"{_last_words(before)} {_first_words(after)}")
    return _Stated(row, value, near, content_words(f"{before} {after}"))


def _last_words(text: str) -> str:
    return text if len(text) <= AROUND else text[-AROUND:].partition(" ")[2]


def _first_words(text: str) -> str:
    return text if len(text) <= AROUND else text[:AROUND].rpartition(" ")[0]


def _find_near(stated: Sequence[_Stated]) -> set[Pair]:
    """Figures of two articles whose values lie near each other, and those of one unit, both exact, whose surroundings
    share as many words as a conflict needs."""
    found: set[Pair] = set()
    ranked = sorted(range(len(stated)), key=lambda i: stated[i].value)
    for n, i in enumerate(ranked):
        for j in ranked[n + 1 :]:
            if stated[j].value - stated[i].value > ROUNDED * abs(stated[j].value):
                break
            found.add((i, j))
    units = defaultdict(list)
    for i, figure in enumerate(stated):
        if figure.row.unit and figure.row.bound == "exact" and len(figure.near) >= NEAR["conflict"]:
            units[figure.row.unit].append(i)
    for numbers in units.values():
        found |= {
            (i, j)
            for i, j in combinations(numbers, 2)
            if len(stated[i].near.keys() & stated[j].near.keys()) >= NEAR["conflict"]
        }
    return {(min(i, j), max(i, j)) for i, j in found}


def _find_inside(stated: Sequence[_Stated], pairs: Sequence[ClaimPairRow]) -> set[Pair]:
    """Figures of one unit inside two passages that are one statement, where each is the only one of its unit."""
    claims = defaultdict(list)
    found = set()
    for i, figure in enumerate(stated):
        claims[figure.row.claim_id].append(i)
    for pair in pairs:
        if pair.relation == "disputes":
            continue
        one = _by_unit(stated, claims[pair.claim_a], pair.start_a, pair.end_a)
        other = _by_unit(stated, claims[pair.claim_b], pair.start_b, pair.end_b)
        for unit in one.keys() & other.keys():
            if len(one[unit]) == len(other[unit]) == 1:
                found.add((one[unit][0], other[unit][0]))
    return {(min(i, j), max(i, j)) for i, j in found}


def _by_unit(stated: Sequence[_Stated], numbers: Sequence[int], start: int, end: int) -> dict[str | None, list[int]]:
    found = defaultdict(list)
    for i in numbers:
        if start <= stated[i].row.start and stated[i].row.end <= end:
            found[stated[i].row.unit].append(i)
    return found


def _may_be_one(a: _Stated, b: _Stated) -> bool:
    """Whether article, kind of number, unit, party and period leave room for one quantity."""
    one, other = a.row, b.row
    if one.article_id == other.article_id and not _is_told_twice(one, other):
        return False
    if (CHANGE in one.rule) != (CHANGE in other.rule) and not _is_telling(a, b):
        return False
    parties = {one.about_actor_id, other.about_actor_id} - {None}
    countries = {one.iso3, other.iso3} - {None}
    return len(parties) < 2 and len(countries) < 2 and _may_overlap(one, other) and _one_unit(a, b)


def _is_told_twice(one: FigureRow, other: FigureRow) -> bool:
    """Whether two speakers of one article state one measure of one party."""
    speakers = {one.actor_id, other.actor_id}
    told = one.measure is not None and one.about is not None and None not in speakers
    return told and len(speakers) == 2 and (one.measure, one.about) == (other.measure, other.about)


def _one_unit(a: _Stated, b: _Stated) -> bool:
    """Whether the units leave room for one: equal, one left open, or both of persons; small counts never left open."""
    one, other = a.row, b.row
    if one.unit == other.unit or (one.unit_kind == other.unit_kind == "people"):
        return True
    return None in (one.unit, other.unit) and min(a.value, b.value) > SMALL


def _may_overlap(a: FigureRow, b: FigureRow) -> bool:
    """False only where both periods are known and lie apart."""
    if a.period_start is None or b.period_end is None or a.period_end is None or b.period_start is None:
        return True
    return a.period_start <= b.period_end and b.period_start <= a.period_end


def _tie(a: _Stated, b: _Stated, relation: NumberRelation, *, inside: bool) -> list[str] | None:
    """The words that make two figures figures of one thing; null where they do not suffice."""
    near = [a.near[stem] for stem in a.near if stem in b.near]
    if a.row.article_id == b.row.article_id:
        return None if relation == "conflict" else near
    if not _of_one_thing(a, b):
        return None
    if relation == "conflict":
        exact = a.row.bound == b.row.bound == "exact" and a.row.unit is not None and a.row.unit == b.row.unit
        return near if exact and len(near) >= (INSIDE if inside else NEAR[relation]) else None
    far = [a.sentence[stem] for stem in a.sentence if stem in b.sentence]
    persons = {a.row.unit_kind, b.row.unit_kind} <= {"people", "age"}  # of whom _of_one_thing has asked more
    if inside or len(near) >= (1 if persons else NEAR[relation]):
        return near or far
    return far if len(far) >= (1 if _is_telling(a, b) else FAR) else None


def _of_one_thing(a: _Stated, b: _Stated) -> bool:
    """Whether an age is of one person, and what few are counted is told alike: "four killed" are not "four wounded"."""
    if a.row.unit_kind == b.row.unit_kind == "age":
        return _is_named(a, b) or _is_named(b, a)
    if min(a.value, b.value) > SMALL or {a.row.unit_kind, b.row.unit_kind} <= {"share", "money", "duration"}:
        return True
    told = [
        content_words(s.row.measure or "").keys() - content_words(f"{s.row.unit} {s.row.text}").keys() for s in (a, b)
    ]
    return bool(told[0] & told[1]) or not all(told)


def _is_named(a: _Stated, b: _Stated) -> bool:
    """Whether the one whose age is told stands near the other age."""
    return a.row.about is not None and bool(content_words(a.row.about.split()[-1]).keys() & b.near.keys())


def _is_telling(a: _Stated, b: _Stated) -> bool:
    """Whether two equal numbers are so exact that they are hardly equal by chance."""
    return a.value == b.value and count_digits(a.value) >= TELLING


def _agrees_too(a: _Stated, b: _Stated, stated: Sequence[_Stated]) -> bool:
    """Whether either article states the other's number too: then the two are of two things, or of two times."""

    def states(article: str, other: _Stated) -> bool:
        mine = (figure for figure in stated if figure.row.article_id == article)
        return any(figure.value == other.value and _one_unit(figure, other) for figure in mine)

    return states(a.row.article_id, b) or states(b.row.article_id, a)
