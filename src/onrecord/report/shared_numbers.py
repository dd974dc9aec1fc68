"""One number as several outlets give it: the sentence of each side by side, so that a reader sees what each lets it
count.
"""

import re
from collections.abc import Collection
from math import isclose

from onrecord.language.wording import capital, join_words
from onrecord.language.words import content_words, find_words
from onrecord.report.clippings import Clipping
from onrecord.report.contexts import in_context
from onrecord.report.evidence import quote_value, tell_value
from onrecord.report.finding import Finding
from onrecord.report.material import Material
from onrecord.report.numbers import clip_figure, is_telling, outlet_of
from onrecord.tables.extracted import FigureRow

MOST = 2  # numbers
LOWEST = 0.6  # of the way down all its articles: what stands lower is background
CLOSE = 0.05  # share by which two counts of one thing may differ
ALIKE = 2  # content words of two sentences that count one thing in other words
PERSONAL = frozenset(("age", "duration"))  # kinds of units: how old somebody is, how long somebody served
LATER_CHANGED = re.compile(r"\b(?:initial|revis|earlier|previous|original|preliminar)", re.I)
Key = tuple[float | None, str | None, str | None]  # value, kind of unit, bound
WITH_UNIT = re.compile(r"[^\W\d_]{2}|[$£€¥%]")  # "300 boats", no bare "300"
JOINED = re.compile(r"\s{1,3}(?:and|or) [a-z]")  # "12,000 scientists and students": the unit is half of what is counted


def find_shared_numbers(material: Material, shown: Collection[Clipping]) -> list[Finding]:
    """Numbers of one thing that some outlets give alike, in most outlets first, without the words of ``shown``."""
    told, out = list(shown), list[Finding]()
    for firsts in sorted(_find_firsts(material), key=lambda firsts: (-len(firsts), depth_of(material, firsts))):
        figures = [figure for figure in firsts if not any(clipping.holds(figure) for clipping in told)]
        if len({_words_around(material, figure) for figure in figures}) > 1 and len(out) < MOST:
            out.append(_tell(material, firsts))  # all of them: of an outlet left out a reader thinks that it lacks it
            told += out[-1].clippings
    return out


def _find_firsts(material: Material) -> list[list[FigureRow]]:
    """For each number given alike, the first figure of each outlet: a later one may be of something else."""
    found: dict[Key, dict[str, FigureRow]] = {}
    for pair in material.figure_pairs:
        for figure in map(material.figures.get, (pair.figure_a, pair.figure_b)):
            if pair.relation == "agree" and figure is not None and may_print(material, figure):
                firsts, outlet = found.setdefault(_key(figure), {}), outlet_of(material, figure)
                known = firsts.setdefault(outlet, figure)
                firsts[outlet] = min(known, figure, key=lambda one: (one.article_id, one.start))
    several = (list(firsts.values()) for firsts in found.values() if len(firsts) > 1)
    high = (firsts for firsts in several if depth_of(material, firsts) <= LOWEST)
    every = (_with_the_rest(material, firsts) for firsts in high)
    most = len(material.outlets) - (len(material.outlets) > 2)  # of three, what all have alike sets nothing apart
    return [firsts for firsts in every if firsts is not None and len(firsts) <= most]


def _with_the_rest(material: Material, firsts: list[FigureRow]) -> list[FigureRow] | None:
    """With the first such number of outlets that count it in other words; null where one has the same number and may
    count something else: a reader would take it to lack the number."""
    rest: dict[str, list[FigureRow]] = {}
    for figure in sorted(material.figures.values(), key=lambda row: (row.article_id, row.start)):
        if figure.value is not None and isclose(figure.value, firsts[0].value or 0.0):
            rest.setdefault(outlet_of(material, figure), []).append(figure)
    named = {outlet_of(material, figure) for figure in firsts}
    words = [content_words(" ".join(_words_around(material, figure))).keys() for figure in firsts]
    for outlet in rest.keys() - named:
        alike = (
            figure
            for figure in rest[outlet]
            if figure.unit_kind in (None, firsts[0].unit_kind)
            and any(
                len(own & content_words(" ".join(_words_around(material, figure))).keys()) >= ALIKE for own in words
            )
        )
        other = next(alike, None)
        if other is None:
            return None
        firsts.append(other)
    if _is_nearly_given(material, firsts):
        return None
    return sorted(firsts, key=lambda figure: material.outlets.index(outlet_of(material, figure)))


def _is_nearly_given(material: Material, firsts: list[FigureRow]) -> bool:
    """Whether an outlet without the number has one of that unit that differs a little: perhaps another count of it."""
    named, value = {outlet_of(material, figure) for figure in firsts}, firsts[0].value or 0.0
    others = (row for row in material.figures.values() if outlet_of(material, row) not in named)
    kind = firsts[0].unit_kind
    return any(row.unit_kind in (None, kind) and isclose(row.value or 0.0, value, rel_tol=CLOSE) for row in others)


def _key(figure: FigureRow) -> Key:
    """What two figures must have alike: "at least 50" is not 50; "about" may stand in one and not in the other."""
    bound = "exact" if figure.bound == "about" else figure.bound
    return figure.value, figure.unit_kind, bound


def may_print(material: Material, figure: FigureRow) -> bool:
    """A telling number that counts what its unit says, and that its sentence does not take back."""
    body = material.articles[figure.article_id].body
    start, end = material.hull(figure.article_id, figure.start, figure.end)
    changed = LATER_CHANGED.search(body, start, end) or JOINED.match(body, figure.end)
    counts = figure.unit is not None and figure.unit_kind not in PERSONAL
    return counts and not changed and is_telling(material, figure)


def _words_around(material: Material, figure: FigureRow) -> tuple[str, ...]:
    """The words of a figure's sentence: outlets that print one text or one quotation put nothing in their own words."""
    start, end = material.hull(figure.article_id, figure.start, figure.end)
    return tuple(word.form for word in find_words(material.articles[figure.article_id].body[start:end]))


def _tell(material: Material, figures: list[FigureRow]) -> Finding:
    """What all give is the number itself: "at least" or "about" is in the words of each."""
    names = list(dict.fromkeys(outlet_of(material, figure) for figure in figures))
    whole = (quote_value(figure) for figure in figures if figure.unit_stated and WITH_UNIT.search(figure.text))
    value = min(whole, key=len, default="") or min((tell_value(figure) for figure in figures), key=len)
    return Finding(
        kind="shared_number",
        text=f"{capital(value)}: in {join_words(names)}.",
        rows=tuple(figure.figure_id for figure in figures),
        clippings=tuple(in_context(material, clip_figure(material, figure)) for figure in figures),
        depth=depth_of(material, figures),
    )


def depth_of(material: Material, figures: list[FigureRow]) -> float:
    """How far down its article the first of these figures stands."""
    return min(figure.start / len(material.articles[figure.article_id].body) for figure in figures)
