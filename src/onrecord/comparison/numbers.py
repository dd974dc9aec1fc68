"""Whether two numbers of one thing agree."""

from math import floor, log10, trunc

from onrecord.tables.compared_figures import NumberRelation

COUNTED = 100  # whole numbers below are counted, not rounded
ROUNDED = 0.05  # by how much of itself rounding changes a number at most


def relate_numbers(a: float, b: float) -> NumberRelation:
    """``agree``: equal; ``agree_rounded``: equal once the finer is rounded, or cut, to the coarser's digits, and that
    changes it by 5 % at most. Whole numbers below 100 are counted, so they are equal or in conflict."""
    if a == b:
        return "agree"
    if a % 1 == b % 1 == 0 and max(abs(a), abs(b)) < COUNTED:
        return "conflict"
    digits = min(count_digits(a), count_digits(b))
    close = abs(a - b) <= ROUNDED * max(abs(a), abs(b))
    same = _round(a, digits) == _round(b, digits) or _cut(a, digits) == _cut(b, digits)
    return "agree_rounded" if close and same else "conflict"


def count_digits(x: float) -> int:
    """The significant digits of a number: 3 of 146,000."""
    return max(1, len(f"{abs(x):.12g}".split("e")[0].replace(".", "").strip("0")))


def _round(x: float, digits: int) -> float:
    return round(x, digits - 1 - floor(log10(abs(x)))) if x else 0.0


def _cut(x: float, digits: int) -> float:
    size = 10.0 ** (floor(log10(abs(x))) - digits + 1) if x else 1.0
    return trunc(round(x / size, 9)) * size
