"""Missing numbers: an amount or a count of people that two outlets state and no word of another has."""

import re
from collections.abc import Collection

from onrecord.language.wording import capital, join_words
from onrecord.report.clippings import Clipping
from onrecord.report.evidence import quote_value
from onrecord.report.finding import Finding
from onrecord.report.material import Material
from onrecord.report.numbers import clip_figure, is_telling, outlet_of
from onrecord.tables.extracted import FigureRow

MOST = 3  # numbers
KINDS = frozenset(("money", "people"))  # of units; a share may be told in steps, or as a ratio
CONVERTED = re.compile(r"\(\Z|, or (?:about |some |roughly )?\Z")  # "€214 million ($251 million)"
LEADING = 20  # code points before a number in which a conversion is told
LOWEST = 0.6  # of the way down an article: what stands lower is background


def find_missing_numbers(material: Material, shown: Collection[Clipping]) -> list[Finding]:
    """A finding a sentence with such a number, those highest up first, without what ``shown`` clippings have."""
    lacking: dict[str, list[str]] = {}
    for row in material.left_out:
        if row.kind == "figure":
            lacking.setdefault(row.row_id, []).append(row.outlet)
    figures = [material.figures[key] for key in lacking if key in material.figures]
    found: dict[tuple[str, str], Finding] = {}
    for figure in sorted(figures, key=lambda row: _depth(material, row)):
        if figure.unit_kind in KINDS and _may_print(material, figure) and _depth(material, figure) <= LOWEST:
            told = _tell(material, figure, lacking[figure.figure_id])
            if told and not any(clipping.holds(figure) for clipping in shown):
                found.setdefault((figure.article_id, figure.sentence), told)
    return [*found.values()][:MOST]


def _tell(material: Material, figure: FigureRow, lacking: list[str]) -> Finding | None:
    """Null where only one outlet gives the very number, and another rounds it."""
    same = [row for row in material.figures.values() if (row.value, row.unit) == (figure.value, figure.unit)]
    stating = {outlet_of(material, row) for row in same}
    names = [name for name in material.outlets if name in stating]
    if len(names) < 2:
        return None
    text = f"{quote_value(figure)} in {join_words(names)}; no such number in {join_words(lacking)}."
    return Finding(
        kind="missing_number",
        text=capital(text),
        rows=(figure.figure_id,),
        clippings=(clip_figure(material, figure),),
        depth=_depth(material, figure),
    )


def _may_print(material: Material, figure: FigureRow) -> bool:
    """A telling number, and no other currency's of the one before."""
    body = material.articles[figure.article_id].body
    exact = figure.bound == "exact"  # "more than 140" beside 143 is no other number
    return (
        exact
        and is_telling(material, figure)
        and not CONVERTED.search(body, max(0, figure.start - LEADING), figure.start)
    )


def _depth(material: Material, figure: FigureRow) -> float:
    return figure.start / len(material.articles[figure.article_id].body)
