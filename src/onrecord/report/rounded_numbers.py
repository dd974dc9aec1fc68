"""Rounded numbers: one number that an outlet gives exactly and another rounded, or both rounded in two ways."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from math import isclose

from onrecord.comparison import count_digits
from onrecord.language.wording import capital, join_words
from onrecord.report.clippings import Clipping
from onrecord.report.contexts import in_context
from onrecord.report.evidence import quote_value
from onrecord.report.finding import Finding
from onrecord.report.material import Material
from onrecord.report.numbers import clip_figure, is_telling, outlet_of
from onrecord.tables.extracted import FigureRow

MOST = 2  # numbers
CLOSE = 0.03  # of the larger: "41.2 million" and "more than 41 million" tell a reader one thing
LOWEST = 0.6  # of the way down all its articles: what stands lower is background
PERSONAL = frozenset(("age", "duration"))  # kinds of units: how old somebody is, how long somebody served
LATER_CHANGED = re.compile(r"\b(?:initial|revis|earlier|previous|original|preliminar)", re.I)
JOINED = re.compile(r"\s{1,3}(?:and|or) [a-z]")  # "12,000 scientists and students": the unit is half of what is counted
Value = tuple[float | None, str | None]  # and the kind of its unit


def find_rounded_numbers(material: Material, shown: Collection[Clipping]) -> list[Finding]:
    """A finding for each such number, in most outlets first, without what ``shown`` clippings have."""
    told, out = list(shown), list[Finding]()
    for figures in sorted(_find_groups(material), key=lambda group: (-len(group), _depth(material, group))):
        fresh = [figure for figure in figures if not any(clipping.holds(figure) for clipping in told)]
        if len(fresh) > 1 and len(out) < MOST:
            out.append(_tell(material, figures))
            told += out[-1].clippings
    return out


def _find_groups(material: Material) -> Iterator[list[FigureRow]]:
    """For each number given in several ways, the finest figure of each outlet."""
    for values in _find_values(material):
        by_outlet: dict[str, list[FigureRow]] = defaultdict(list)
        rest: set[str] = set()  # outlets that have such a number, perhaps of something else
        for figure in sorted(material.figures.values(), key=lambda row: (row.article_id, row.start)):
            if (figure.value, figure.unit_kind) in values and _may_print(material, figure):
                by_outlet[outlet_of(material, figure)].append(figure)
            elif any(isclose(figure.value or 0.0, value or 0.0) for value, _ in values):
                rest.add(outlet_of(material, figure))
        figures = [max(by_outlet[name], key=_fineness) for name in material.outlets if name in by_outlet]
        differ = _spread([figure.value or 0.0 for figure in figures]) > CLOSE
        if differ and not rest - by_outlet.keys() and _depth(material, figures) <= LOWEST:
            yield figures


def _spread(values: Sequence[float]) -> float:
    return (max(values) - min(values)) / (max(values) or 1.0) if values else 0.0


def _find_values(material: Material) -> Iterable[set[Value]]:
    """The values that are one number, by the pairs of figures that agree when one is rounded."""
    groups: dict[Value, set[Value]] = {}
    for pair in material.figure_pairs:
        a, b = (material.figures.get(key) for key in (pair.figure_a, pair.figure_b))
        if pair.relation != "agree_rounded" or a is None or b is None or a.unit_kind != b.unit_kind:
            continue
        across = outlet_of(material, a) != outlet_of(material, b)
        if across and _may_print(material, a) and _may_print(material, b):
            one, other = ((row.value, row.unit_kind) for row in (a, b))
            joined = groups.get(one, {one}) | groups.get(other, {other})
            groups |= dict.fromkeys(joined, joined)
    return {id(group): group for group in groups.values()}.values()


def _fineness(figure: FigureRow) -> tuple[int, int]:
    return count_digits(figure.value or 0.0), -figure.start


def _tell(material: Material, figures: list[FigureRow]) -> Finding:
    alike: dict[tuple[float | None, str | None], list[FigureRow]] = defaultdict(list)
    for figure in figures:
        alike[figure.value, figure.bound].append(figure)
    names = ((quote_value(rows[0]), [outlet_of(material, row) for row in rows]) for rows in alike.values())
    told = ", ".join(f"{value} in {join_words(outlets)}" for value, outlets in names)
    return Finding(
        kind="rounded_number",
        text=f"{capital(told)}.",
        rows=tuple(figure.figure_id for figure in figures),
        clippings=tuple(in_context(material, clip_figure(material, figure)) for figure in figures),
        depth=_depth(material, figures),
    )


def _may_print(material: Material, figure: FigureRow) -> bool:
    """A telling number that counts what its unit says, and that its sentence does not take back."""
    body = material.articles[figure.article_id].body
    start, end = material.hull(figure.article_id, figure.start, figure.end)
    changed = LATER_CHANGED.search(body, start, end) or JOINED.match(body, figure.end)
    counts = figure.unit is not None and figure.unit_kind not in PERSONAL
    return counts and not changed and is_telling(material, figure)


def _depth(material: Material, figures: list[FigureRow]) -> float:
    """How far down its article the first of these figures stands."""
    return min(figure.start / len(material.articles[figure.article_id].body) for figure in figures)
