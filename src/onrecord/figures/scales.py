"""Scales: the thousand, million or billion that a number is written in, in words or in letters after its digits.

"m" is a metre as well, "t" a tonne: they are scales only beside money, before a plural or where people are counted.
"""

import re
from functools import cache

from onrecord.figures.units import find_money_before, find_unit_after
from onrecord.lexicon import read_rows

_LETTERS = re.compile(r" ?([A-Za-z]{1,3})\b\.?(?=\s|[^\w]|$)")


@cache
def _abbreviations() -> dict[str, tuple[float, bool]]:
    """Letters after digits → (scale, whether money must be near)."""
    rows = [row for row in read_rows("numerals") if row["kind"].endswith("abbreviation")]
    return {row["word"]: (float(row["value"]), row["kind"].startswith("money")) for row in rows}


@cache
def _scales() -> dict[str, float]:
    kinds = ("scale", "hundred", "abbreviation", "money abbreviation")
    return {row["word"]: float(row["value"]) for row in read_rows("numerals") if row["kind"] in kinds}


def scale_of(words: str) -> float:
    """The scale that ends a numeral ("33 billion"); 1 where it has none."""
    tail = re.search(r"[A-Za-z]+$", words)
    return _scales().get(tail.group().lower(), 1.0) if tail else 1.0


# "the toll could reach 2.2m": what is counted stands before; a wall of 2.2m is a length
_COUNTED_BEFORE = re.compile(
    r"\b(?:tolls?|deaths?|population|people|voters|users|views?|viewers|followers|jobs|downloads|visitors|members|cases"
    r"|subscribers|refugees|customers|households|homes|sales|copies|tickets|passengers|infections|casualties)\b"
    r"[^.;:\d]{0,40}$",
    re.I,
)


def find_scale_after(text: str, start: int, end: int) -> tuple[float, int] | None:
    """The abbreviated scale after digits and where it ends; "m", "b", "t" need money beside or a plural after them."""
    match = _LETTERS.match(text, end)
    if not match:
        return None
    letters, glued = match.group(1), match.start(1) == end
    known = _abbreviations().get(letters.lower())
    if not known or (not glued and len(letters) < 2):
        return None
    scale, money = known
    end = match.end(1)
    if not money or find_money_before(text, start):
        return (scale, end) if letters.islower() or len(letters) == 1 or glued else None
    if letters in ("M", "B") or (letters == "b" and "." in text[start:end]):
        return scale, end
    if letters in ("m", "b") and _COUNTED_BEFORE.search(text, max(0, start - 50), start):
        return scale, end
    after = find_unit_after(text, end, digits=False)
    if letters == "m" and after and after.kind != "ratio" and after.start > end:
        return scale, end
    if letters in ("m", "b") and re.match(
        r"\s(?:[a-z]+(?:-[a-z]+)?\s)?(?!was|is|has|across|this)[a-z]{2,}[^s\W]s\b|\speople\b|\sof\s(?:its|the|their|our|these)\b",
        text[end : end + 40],
    ):
        return scale, end
    return None
