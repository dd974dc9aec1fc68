"""Tolls: how many dead, injured or arrested, and how many homes destroyed each outlet counts, each in its own sentence.

Two outlets that count otherwise need not contradict each other: one may be of a later hour, or count another force's
dead. So nothing is said but what each gives first.
"""

import re
from functools import cache

from onrecord.language.wording import join_words
from onrecord.lexicon import read_rows
from onrecord.report.evidence import quote_value
from onrecord.report.finding import Finding
from onrecord.report.material import Material
from onrecord.report.numbers import clip_figure, outlet_of
from onrecord.tables.extracted import CHANGE, REMAINDER, FigureRow

UNITS = {  # of what a fate can be told
    "": frozenset(("people", "person", "passenger", "civilian", "victim", "resident", "worker", "protester", "soldier",
                   "officer", "student", "child", "migrant")),
    "homes": frozenset(("home", "house", "building", "structure")),
    "area": frozenset(("hectare", "acre", "square kilometre", "square mile")),
}  # fmt: skip
LOWEST = 0.35  # of the way down its article: a toll stands high up, and what follows counts parts of it
AGE = re.compile(r"\A[,(] \w+[,)]")  # "a woman, 21, was arrested"
REACH = 60  # code points on either side of a number in which its fate is told
NEAR = 90  # and in which it is told that it is of another time
# Between a number and its fate: few words, no other number, no clause of its own.
BETWEEN = r"(?:(?!and\b|but\b|while\b|who\b|after\b|when\b)[^\W\d][\w’'-]*\s){0,5}"
BOUND = r"(?:\s(?:at|least|most|about|around|some|nearly|almost|more|than|as|many|over|up|to|another|a|total|of))*\s$"
TOLD = r"(?:\s[^\W\d][\w’'-]*){0,5}\s$"  # "the death toll had risen to"
# One of some that were counted before, or those of another time.
PART = re.compile(
    r"\b(?:among|of|including|with) (?:them|whom|those)\b|\bincluding\b|\b(?:of|in) the (?:dead|injured)\b", re.I
)
ELSEWHERE = re.compile(
    r"\b(?:last|previous|earlier) (?:year|month|week)\b|\bin (?:\w+ )?(?:19|20)\d\d\b|\b(?:years|months|decades) ago\b"
    r"|\bsince (?:\w+ )?(?:19|20)\d\d\b|\banother of\b|\bsister ship\b|\bwould\b|\bcould\b|\bmight\b",
    re.I,
)


def find_tolls(material: Material) -> list[Finding]:
    """One finding for each fate of which outlets give different numbers; the dead first, in the table's order."""
    found: dict[str, dict[str, FigureRow]] = {fate: {} for fate in _patterns()}
    for figure in sorted(material.figures.values(), key=lambda row: (row.article_id, row.start)):
        if (fate := _fate_of(material, figure)) is not None:
            found[fate].setdefault(outlet_of(material, figure), figure)
    differing = (fate for fate, firsts in found.items() if len({row.value for row in firsts.values()}) > 1)
    return [_tell(material, fate, found[fate]) for fate in differing]


def _fate_of(material: Material, figure: FigureRow) -> str | None:
    """What happened to whom or what a figure counts; null for other figures, parts, and other events."""
    of = next((of for of, units in UNITS.items() if figure.unit in units), "" if figure.unit_kind is None else None)
    if of is None or (figure.value or 0) <= 1 or figure.bound == "range":
        return None
    if {CHANGE, REMAINDER} & set((figure.rule or "").split("; ")):
        return None
    body = material.articles[figure.article_id].body
    start, end = material.hull(figure.article_id, figure.start, figure.end)
    if PART.search(body, start, figure.end) or ELSEWHERE.search(
        body, max(start, figure.start - NEAR), min(end, figure.end + NEAR)
    ):
        return None
    if start > LOWEST * len(body) or (figure.unit is None and AGE.search(body, figure.start - 2, figure.end + 1)):
        return None
    before, behind = (
        body[max(start, figure.start - REACH) : figure.start],
        body[figure.end : min(end, figure.end + REACH)],
    )
    patterns = ((fate, ahead, after) for fate, (what, ahead, after) in _patterns().items() if what == of)
    return next((fate for fate, ahead, after in patterns if ahead.search(before) or after.match(behind)), None)


@cache
def _patterns() -> dict[str, tuple[str, re.Pattern[str], re.Pattern[str]]]:
    """By fate: of what it is told, what ends the words before its number, and what begins those behind it."""
    words: dict[tuple[str, str], dict[str, list[str]]] = {}
    for row in read_rows("fates"):
        words.setdefault((row["fate"], row["of"]), {}).setdefault(row["place"], []).append(re.escape(row["words"]))
    out = {}
    for (fate, of), places in words.items():
        verbs, counts, behind = ("|".join(places.get(place, [r"(?!)"])) for place in ("before", "count", "behind"))
        ahead = re.compile(rf"\b(?:(?:{verbs}){BOUND}|(?:{counts}){TOLD})", re.I)
        out[fate] = of, ahead, re.compile(rf"\s{BETWEEN}(?:{behind})\b", re.I)
    return out


def _tell(material: Material, fate: str, firsts: dict[str, FigureRow]) -> Finding:
    firsts = {outlet: firsts[outlet] for outlet in material.outlets if outlet in firsts}
    of = _patterns()[fate][0]
    told = [f"{quote_value(figure)} in {outlet}" for outlet, figure in firsts.items()]
    return Finding(
        kind="toll",
        text=f"{fate}, as each outlet first counts {'it' if of == 'area' else 'them'}: {join_words(told)}.",
        rows=tuple(figure.figure_id for figure in firsts.values()),
        clippings=tuple(clip_figure(material, figure) for figure in firsts.values()),
        depth=min(f.start / len(material.articles[f.article_id].body) for f in firsts.values()),
    )
