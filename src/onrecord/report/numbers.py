"""The numbers of a story where there is something to set beside them: another outlet's, or public statistics."""

import re
from dataclasses import dataclass
from typing import Any

import pandas as pd

from onrecord.language.wording import amount, capital, join_words, times
from onrecord.language.words import find_words
from onrecord.processed import Mark
from onrecord.report.clippings import Clipping, clip, is_whole
from onrecord.report.evidence import tell_value
from onrecord.report.finding import Finding
from onrecord.report.material import Material
from onrecord.report.quoted import POINTING
from onrecord.tables.compared_figures import FigurePairRow
from onrecord.tables.extracted import FigureRow

ROUNDED = 1.1  # times a number that a bound or an "about" may round
WHOLE = 100  # per cent: most often a figure of speech
MANY = 20  # people
DEAR = 1000  # units of money
SIZE = re.compile(r"\d[\d,]{0,20}-[a-z]")
FIRST = 3  # words of a sentence in which it may point at the one before


def find_numbers(material: Material) -> list[Finding]:
    """Numbers of one thing that two outlets give differently, each in the words around it."""
    out, told = [], set()
    for pair in material.figure_pairs:
        a, b = material.figures.get(pair.figure_a), material.figures.get(pair.figure_b)
        if a is None or b is None or not _may_print(material, pair, a, b):
            continue
        key = frozenset((outlet_of(material, row), tell_value(row)) for row in (a, b))
        if key not in told:
            told.add(key)
            found = _tell(material, a, b)
            near = _point_of(material, a) & _point_of(material, b)
            out.append(found if near else found.doubted("what they count may be two things"))
    return out


def _point_of(material: Material, figure: FigureRow) -> set[str]:
    """The parallels in whose sentences a figure stands."""
    rows = material.parallels
    return {r.parallel_id for r in rows if r.article_id == figure.article_id and r.start <= figure.start < r.end}


def _may_print(material: Material, pair: FigurePairRow, a: FigureRow, b: FigureRow) -> bool:
    across = outlet_of(material, a) != outlet_of(material, b)
    differ = a.unit == b.unit and tell_value(a) != tell_value(b) and not (_may_be(a, b) or _may_be(b, a))
    return across and pair.relation == "conflict" and differ


def _may_be(bound: FigureRow, exact: FigureRow) -> bool:
    """Whether "more than 58,000" is what another outlet gives as 58,200."""
    a, b = bound.value or 0, exact.value or 0
    over = bound.bound in ("more_than", "at_least") and a <= b <= ROUNDED * a
    under = bound.bound in ("less_than", "at_most") and b <= a <= ROUNDED * b
    return over or under or (bound.bound == "about" and a <= ROUNDED * b and b <= ROUNDED * a)


def is_telling(material: Material, figure: FigureRow) -> bool:
    """A number in digits, no handful of people, no small change, no size of something ("the 100-member council"), in a
    sentence that points at nothing before it."""
    start, end = material.hull(figure.article_id, figure.start, figure.end)
    body = material.articles[figure.article_id].body
    forms = [word.form for word in find_words(body[start:end])[:FIRST]]
    first = {form for k, form in enumerate(forms) if form != "that" or not k}  # "They claim that 400 …"
    few = (figure.value or 0) < {"people": MANY, "money": DEAR}.get(str(figure.unit_kind), 0)
    is_size = SIZE.match(body, figure.start) is not None
    is_all = figure.unit_kind == "share" and figure.value == WHOLE
    digits = any(c.isdigit() for c in figure.text) and is_whole(body[start:end])
    return digits and not (few or is_size or is_all or first & POINTING)


def outlet_of(material: Material, figure: FigureRow) -> str:
    """The outlet in whose article a figure stands."""
    return material.articles[figure.article_id].outlet


def _tell(material: Material, a: FigureRow, b: FigureRow) -> Finding:
    one, other = (f"{outlet_of(material, row)} has {tell_value(row)}" for row in (a, b))
    return Finding(
        kind="number",
        text=f"{one}, {other}.",
        rows=(a.figure_id, b.figure_id),
        clippings=(clip_figure(material, a), clip_figure(material, b)),
        depth=min(row.start / len(material.articles[row.article_id].body) for row in (a, b)),
    )


def clip_figure(material: Material, figure: FigureRow) -> Clipping:
    """The sentence of a figure, with the figure marked."""
    mark = Mark(figure.start, figure.end, "figure")
    return clip(material, figure.article_id, figure.start, figure.end, figure.figure_id, [mark])


@dataclass(frozen=True)
class Standing:
    """One stated figure beside public statistics: what is measured, what is said by whom, and what was known."""

    figure_id: str
    what: str
    stated: str
    speaker: str
    then: str
    now: str


def list_standings(material: Material) -> list[Standing]:
    """A line a checked figure, in reading order; the same number of one speaker once."""
    checks = material.story.compared.figure_checks
    by_figure = dict(iter(checks.groupby("figure_id", sort=False)))
    out, told = [], set()
    for figure in material.figures.values():
        key: tuple[object, ...] = (
            tell_speaker(material, figure),
            figure.measure,
            figure.iso3,
            tell_value(figure),
            figure.period_text,
        )
        if figure.figure_id not in by_figure or key in told:
            continue
        told.add(key)
        rows = list(by_figure[figure.figure_id].itertuples())
        then = [row for row in rows if row.vintage in ("then", "later")]
        now = [row for row in rows if row.vintage == "now"]
        period = f" ({figure.period_text})" if figure.period_text else ""
        out.append(
            Standing(
                figure_id=figure.figure_id,
                what=f"{capital(str(figure.measure))} of {figure.about}",
                stated=f"{tell_value(figure)}{period}",
                speaker=tell_speaker(material, figure),
                then=join_words([_beside(row) for row in then]) or "–",
                now=join_words([_beside(row) for row in now]) or "–",
            )
        )
    return out


def tell_speaker(material: Material, figure: FigureRow) -> str:
    """Who states a figure: its speaker, else the outlet, or, inside a claim, a speaker left open."""
    if figure.actor_id:
        return material.name(figure.actor_id)
    return "a speaker left open" if figure.claim_id else outlet_of(material, figure)


def _beside(row: Any) -> str:
    """A reference value with its year and the ratio, or why there is none."""
    if pd.isna(row.reference_value):
        return str(row.note) if str(row.note).startswith("no value") else f"no value: {row.note}"
    known = f", first known in {row.known_from}" if row.vintage == "later" else ""
    units = next((part for part in str(row.note).split("; ") if part.startswith("units differ")), None)
    ratio = "" if pd.isna(row.ratio) else f"; stated is {times(row.ratio)} that"
    return f"{amount(row.reference_value, None)} in {row.year}{known}{f'; {units}' if units else ratio}"
