"""Neighbouring numbers that are one figure, or two that belong together.

"6 to 9 years" and "between 5 % and 6 %" are one interval; "5 feet 2 inches" is one length; "rose from 3 % to 5 %" is
two figures, before and after, that share the unit.
"""

import re
from dataclasses import replace
from functools import cache

from onrecord.figures.ages import is_aged
from onrecord.figures.quantities import Quantity
from onrecord.language.trees import Tree
from onrecord.lexicon import read_rows


@cache
def change_verbs() -> frozenset[str]:
    """Lemmas of verbs (and their nouns) that say a level moved."""
    return frozenset(row["lemma"] for row in read_rows("change_verbs"))


_TO = re.compile(
    r"\s?(?:-|–|—|‑|-?to-?|through|- to)\s?(?:about\s|around\s|nearly\s|almost\s)?|\s?(?:-\s)(?:to|and)\s", re.I
)
_AND = re.compile(r"\s(?:and|to)\s(?:about\s|around\s)?", re.I)
_FROM = re.compile(r"\b(from|between|range[sd]?\s+(?:from|between))\s(?:about\s|around\s|roughly\s|nearly\s)?$", re.I)


def join_ranges(tree: Tree, text: str, found: list[Quantity]) -> list[Quantity]:
    """ "6 to 9 years", "between 5 % and 6 %": one figure; "rose from 3 % to 5 %": two, and both get the unit."""
    out: list[Quantity] = []
    for quantity in found:
        last = out[-1] if out else None
        if last and quantity.start < last.end:
            if (
                text[last.number[1] : quantity.start].strip().isalpha()
                or len(text[last.number[1] : quantity.start]) < 5
            ):
                last = out[-1] = _without_noun(last)
            else:
                continue
        joint = last and _joint(tree, text, last, quantity)
        if last and (merged := _merge(text, last, quantity)):
            out[-1] = merged
        elif not joint:
            out.append(quantity)
        elif joint == "pair":
            out[-1] = replace(_with_unit(last, quantity), pair="from")
            out.append(replace(_with_unit(quantity, last), pair="to"))
        else:
            out[-1] = _range(text, last, quantity)
    return out


def _without_noun(quantity: Quantity) -> Quantity:
    """The bare number, when what it seemed to count comes after the next number ("two to three years")."""
    return replace(quantity, start=quantity.number[0], end=quantity.number[1], unit=None, unit_kind=None, noun=None)


def _merge(text: str, a: Quantity, b: Quantity) -> Quantity | None:
    """ "5 feet 2 inches" and "4 dollars and 20 cents" are one figure, in the larger unit."""
    if a.value is None or b.value is None or not re.fullmatch(r",?\s(?:and\s)?|", text[a.end : b.start]):
        return None
    size = (
        12
        if (a.unit, b.unit) == ("foot", "inch")
        else 100
        if a.unit_kind == "money" and b.unit in ("cent", "penny")
        else 0
    )
    if not size or a.unit == b.unit or not 0 < b.value < size or a.value % 1:
        return None
    return replace(a, end=b.end, value=a.value + b.value / size, number=(a.number[0], b.number[1]))


_LIMITS = re.compile(r"\s(?:[a-z]+\s)?(?:and|but)\s(?:[a-z]+\s){1,5}")


def _limits(text: str, a: Quantity, b: Quantity) -> bool:
    """ "more than 70 and less than 90": one interval."""
    if (
        a.bound not in ("more_than", "at_least")
        or b.bound not in ("less_than", "at_most")
        or a.value is None
        or b.value is None
    ):
        return False
    return a.value < b.value and (a.unit in (None, b.unit)) and bool(_LIMITS.fullmatch(text[a.end : b.start]))


def _joint(tree: Tree, text: str, a: Quantity, b: Quantity) -> str | None:
    """How two neighbours belong together: range, pair (before and after), or null."""
    if _limits(text, a, b):
        return "range"
    if a.value is None or b.value is None or b.start - a.end > 14 or b.start < a.end:
        return None
    if a.unit and b.unit and a.unit != b.unit and not (a.unit_kind == b.unit_kind == "money"):
        return None
    return _connect(tree, text, a, b)


def _connect(tree: Tree, text: str, a: Quantity, b: Quantity) -> str | None:
    gap, lead = text[a.end : b.start], _FROM.search(text, max(0, a.start - 30), a.start)
    word = lead.group(1).lower() if lead else ""
    if word == "between":
        return "range" if _AND.fullmatch(gap) or _TO.fullmatch(gap) else None
    if not _TO.fullmatch(gap):
        return None
    if gap.strip() in ("-", "–", "—", "‑") and a.unit is None and b.unit is None and not lead and a.value > b.value:
        return None
    falls = a.value > b.value and a.unit_kind in (None, "share", "count")  # "won by 46 percent to 42 percent"
    if "to" in gap and not word and (falls or (a.unit and (not b.unit or _after_change(tree, a)))):
        return None
    return "pair" if "to" in gap and word == "from" and _change_before(tree, a) else "range"


def _after_change(tree: Tree, a: Quantity) -> bool:
    """Whether a verb of change stands right before: in "rose 5 % to 20 %" the first is by how much."""
    i = a.token
    while i > 0 and tree.idx[i] >= a.start:
        i -= 1
    words = [tree.lemma[j].lower() for j in range(max(0, i - 1), i + 1)]
    return words[-1:] != ["to"] and any(w in change_verbs() and tree.pos[i] in ("VERB", "ADV", "ADP") for w in words)


def _change_before(tree: Tree, a: Quantity) -> bool:
    """Whether a verb or noun of change governs: "rose from", "an increase from"."""
    token = a.token
    for _ in range(4):
        token = tree.head[token]
        if tree.lemma[token].lower() in change_verbs():
            return True
    return False


def _with_unit(quantity: Quantity, other: Quantity) -> Quantity:
    if quantity.unit or not other.unit:
        return quantity
    return replace(quantity, unit=other.unit, unit_kind=other.unit_kind, unit_stated=False)


@cache
def _scales() -> dict[str, float]:
    kinds = ("scale", "hundred", "abbreviation", "money abbreviation")
    return {row["word"]: float(row["value"]) for row in read_rows("numerals") if row["kind"] in kinds}


def _scale(words: str) -> float:
    tail = re.search(r"[A-Za-z]+$", words)
    return _scales().get(tail.group().lower(), 1.0) if tail else 1.0


def _range(text: str, a: Quantity, b: Quantity) -> Quantity:
    """One interval; a scale that only the second names holds for both ("5 to 10 million")."""
    first, second = a.value, b.value
    scale = _scale(text[slice(*b.number)])
    if scale > 1 and _scale(text[slice(*a.number)]) == 1 and first < second / scale < 1000:
        first *= scale
    unit = b if b.unit else a
    if unit.unit_kind == "duration" and is_aged(text, a.start):
        unit = replace(unit, unit=f"{unit.unit} of age", unit_kind="age")
    return replace(
        b,
        start=a.start,
        value=None,
        low=min(first, second),
        high=max(first, second),
        bound="range",
        unit=unit.unit,
        unit_kind=unit.unit_kind,
        noun=unit.noun,
        number=(a.number[0], b.number[1]),
    )
