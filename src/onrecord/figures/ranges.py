"""Neighbouring numbers that are one figure, or two that belong together.

"6 to 9 years" and "between 5 % and 6 %" are one interval; "5 feet 2 inches" is one length; "rose from 3 % to 5 %" is
two figures, before and after, that share the unit.
"""

import re
from dataclasses import replace

from onrecord.figures.ages import is_aged
from onrecord.figures.changes import follows_change, is_under_change
from onrecord.figures.quantities import Quantity
from onrecord.figures.scales import scale_of
from onrecord.language.trees import Tree

_ABOUT = r"(?:(?:about|around|roughly|nearly|almost|perhaps|maybe|even)\s)?"
_GAP = re.compile(
    rf"(?P<hung>-)?\s?(?:(?P<dash>[-–—‑])|-?(?P<word>to|through|or|and|up\s+to)-?|- (?P<to>to))\s?{_ABOUT}", re.I
)
_FROM = re.compile(
    r"\b(?P<word>from|between|range[sd]?\s+(?:from|between))\s"
    r"(?P<level>(?:(?:its|their|his|her|our|the|an?|today['’]s)\s)?(?:current|present|previous|original|earlier|initial|average)\s)?"
    rf"{_ABOUT}$",
    re.I,
)


def join_ranges(tree: Tree, text: str, found: list[Quantity]) -> list[Quantity]:
    """ "6 to 9 years", "between 5 % and 6 %": one figure; "rose from 3 % to 5 %": two, and both get the unit."""
    out: list[Quantity] = []
    for quantity in found:
        last = out[-1] if out else None
        if last and _counts_beyond(tree, text, last, quantity):
            last = out[-1] = _without_noun(last)
        if last and quantity.start < last.end:
            continue
        joint = last and _joint(tree, text, last, quantity)
        if last and (merged := _merge(text, last, quantity)):
            out[-1] = merged
        elif not joint:
            out.append(quantity)
        elif joint in ("pair", "shared"):
            first, second = ("from", "to") if joint == "pair" else (None, None)
            out[-1] = replace(_with_unit(_with_scale(text, last, quantity), quantity), pair=first)
            out.append(replace(_with_unit(quantity, last), pair=second))
        else:
            out[-1] = _range(text, last, quantity)
    return out


def _counts_beyond(tree: Tree, text: str, a: Quantity, b: Quantity) -> bool:
    """Whether what the first number seemed to count comes after the second: "two to three years", "0-to-60-mph run"."""
    if a.noun is None or tree.idx[a.noun] < b.start:
        return False
    between = text[a.number[1] : b.start]
    return bool(_GAP.fullmatch(between)) or len(between) < 5 or (b.start < a.end and between.strip().isalpha())


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
    """How two neighbours belong together: range, pair (before and after), shared (a unit only), or null."""
    if _limits(text, a, b):
        return "range"
    if "tally" in (a.pair, b.pair) or a.value is None or b.value is None or b.start - a.end > 14 or b.start < a.end:
        return None
    if a.unit and b.unit and a.unit not in (b.unit, b.unit.split(" per ")[0]):
        return None
    gap = _GAP.fullmatch(text, a.end, b.start)
    return _connect(tree, text, a, b, gap) if gap else None


def _connect(tree: Tree, text: str, a: Quantity, b: Quantity, gap: re.Match[str]) -> str | None:
    lead = _FROM.search(text, max(0, a.start - 40), a.start)
    word = " ".join((gap["word"] or gap["to"] or "").lower().split())
    rises, after = a.value < b.value, lead["word"].lower() if lead else ""
    if word == "and":
        return "range" if after.endswith("between") else "shared" if gap["hung"] else None
    if word == "or":  # "three or four officers", "8 or $9": one number, not known more exactly
        return "range" if rises and not a.unit and a.noun is None and b.unit else None
    if word == "up to":
        return "range" if after.endswith("from") and rises else None
    if gap["dash"]:
        return None if not rises and not lead and not (a.unit and b.unit) else "range"
    if after == "from":
        return "pair" if lead["level"] or is_under_change(tree, a) else "range"
    return "range" if after or _is_span(tree, a, b) else None


def _is_span(tree: Tree, a: Quantity, b: Quantity) -> bool:
    """ "5 to 10 percent", "aged 20 to 35"; not "won by 46 to 42 percent", "up 5 % to 20 %", "rose 3 % to 500"."""
    if a.unit_kind == "age":
        return a.value < b.value
    falls = a.value > b.value and a.unit_kind in (None, "share", "count")
    return not falls and not (a.unit and (not b.unit or follows_change(tree, a)))


def _with_unit(quantity: Quantity, other: Quantity) -> Quantity:
    if quantity.unit or not other.unit:
        return quantity
    return replace(quantity, unit=other.unit, unit_kind=other.unit_kind, unit_stated=False)


def _with_scale(text: str, a: Quantity, b: Quantity) -> Quantity:
    """A scale that only the second names holds for both: "5 to 10 million", "from 24 to 33 billion dollars"."""
    scale = scale_of(text[slice(*b.number)])
    shared = scale > 1 and not (a.unit and a.unit_stated and a.unit_kind != "money")
    if shared and scale_of(text[slice(*a.number)]) == 1 and a.value < b.value / scale < 1000:
        return replace(a, value=a.value * scale)
    return a


def _range(text: str, a: Quantity, b: Quantity) -> Quantity:
    """One interval from the first number's start to the second's end."""
    first, second = _with_scale(text, a, b).value, b.value
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
