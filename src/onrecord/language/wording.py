"""Numbers and lists as a sentence writes them."""

import re
from math import floor, log10

from onrecord.language.plurals import plural as plural_of

VINTAGES = {"then": "as known then", "later": "as first known later", "now": "as known now"}
CURRENCIES = {"USD": "US dollars", "EUR": "euros", "GBP": "pounds"}
SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
SHARES = {0.5: "half", 1 / 3: "a third", 0.25: "a quarter", 0.1: "a tenth"}
ROUGHLY = 0.06  # a share in words may be off by so much of itself
NEAR = 0.01  # within 1 % two numbers are told as close


def count(n: int, noun: str, plural: str | None = None) -> str:
    """``1 claim``, ``3 claims``."""
    return f"{n:,} {noun if n == 1 else plural or noun + 's'}"


def in_sentence(name: str) -> str:
    """A name as it stands inside a sentence: ``A spokesman for the mayor`` → ``a spokesman for the mayor``."""
    first, space, rest = name.partition(" ")
    return f"{first.lower()}{space}{rest}" if first in ("A", "An", "The") else name


def join_words(words: list[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""


def number(x: float) -> str:
    """``16 billion``, ``82 million``, ``2,000``, with at most four significant digits above a million."""
    for size, name in SCALES:
        if abs(x) >= size:
            return f"{float(f'{x / size:.4g}'):,g} {name}"
    if float(x).is_integer() or abs(x) >= 1000:
        return f"{x:,.0f}"
    places = 1 if abs(x) >= 100 else 2 if abs(x) >= 0.01 else 1 - floor(log10(abs(x)))  # small ones keep two digits
    return f"{x:,.{places}f}".rstrip("0").rstrip(".")


def amount(x: float, unit: str | None) -> str:
    """A number with its unit in words; null units are left out."""
    if not isinstance(unit, str):
        return number(x)
    if unit == "percent":
        return f"{number(x)} %"
    head, per, rest = unit.partition(" per ")
    name = CURRENCIES.get(head, head)
    if name == head and not head.isupper() and head != "people" and x != 1:
        name = plural_of(name)
    return f"{number(x)} {name}{per}{rest}"


def bounded(bound: str) -> str:
    """The words before a number that say how it limits the quantity; none for an exact one."""
    return "" if bound in ("exact", "range") else bound.replace("_", " ") + " "


def times(ratio: float) -> str:
    """A ratio in words that rate nothing: ``within 1 % of``, ``1.2 times``, ``about a tenth of``."""
    if abs(ratio - 1) <= NEAR:
        return "within 1 % of"
    for share, words in SHARES.items():
        if abs(ratio - share) <= ROUGHLY * share:
            return f"about {words} of"
    if abs(ratio) < 0.001:
        return f"{number(ratio)} times"
    return f"{ratio:.3g} times" if ratio < 10 else f"{ratio:,.0f} times"


def slug(text: str) -> str:
    """A text as part of a file's name: ``GDP growth`` → ``GDP-growth``, ``debt/GDP`` → ``debt-GDP``."""
    return re.sub(r"[^\w.]+", "-", text).strip("-.")[:80]


def capital(text: str) -> str:
    """The first letter a capital, the others as they are: ``GDP of Norway``."""
    return text[:1].upper() + text[1:]
