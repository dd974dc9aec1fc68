"""Numerals with what they count: unit or noun, rate and bound. What they measure and of whom is for ``measures``."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from onrecord.figures.ages import read_age
from onrecord.figures.bounds import find_bound, is_during
from onrecord.figures.counts import find_counted_noun, name_noun
from onrecord.figures.labels import find_codes, is_label
from onrecord.figures.numerals import Numeral, find_numerals
from onrecord.figures.rates import read_rate
from onrecord.figures.scores import find_scores, find_tallies
from onrecord.figures.units import Unit, find_money_before, find_unit_after
from onrecord.language.spans import Chars
from onrecord.language.trees import Tree

LAST_CENTURY = 1900  # "of 1820 pupils" counts, "of 1920 settlers" may date


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and what it counts; ``text[start:end]`` is numeral and unit words.

    ``token``: the one that stands for it in the parse (its unit's, its noun's, else the number's own); ``noun``: the
    counted noun's token, or null; ``number``: the numeral's own span; ``pair``: "from" or "to" of a before and after,
    or "tally" of a vote.
    """

    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    style: str
    bound: str
    unit: str | None
    unit_kind: str | None
    token: int
    noun: int | None
    number: Chars
    unit_stated: bool = True
    pair: str | None = None


def find_quantities(tree: Tree, text: str, periods: list[Chars]) -> list[Quantity]:
    """Every number of ``text`` (the tree's) that counts or measures something, in reading order.

    ``periods`` are the spans of its time expressions: a number inside one is no figure, unless it counts the years.
    Neighbours may still share a noun ("two to three years"); ``ranges`` joins them.
    """
    tallies = find_tallies(text)
    barred = sorted(find_codes(text) + find_scores(text, tallies))
    found: list[Quantity] = []
    named = -9
    for numeral in find_numerals(text):
        if _inside(numeral.start, numeral.end, barred):
            continue
        token = tree.token_at(numeral.end - 1)
        if numeral.value is not None and _inside(numeral.start, numeral.end, tallies):
            found.append(_vote(text, numeral, token))
            continue
        counted = _read_counted(tree, text, numeral, token, periods, found[-1].end if found else 0)
        if counted is None:
            named = numeral.end
            continue
        quantity = _quantity(tree, text, numeral, token, *counted)
        if not _is_model(text, found, quantity) and not _goes_on_naming(text, named, quantity):
            found.append(quantity)
    return found


def _vote(text: str, numeral: Numeral, token: int) -> Quantity:
    """One side of a tally; the word "vote" may stand behind the second number."""
    word = re.compile(r"\svotes?\b").match(text, numeral.end)
    return Quantity(
        *(numeral.start, word.end() if word else numeral.end, numeral.value, None, None, numeral.style, "exact"),
        *("vote", "count", token, None, Chars(numeral.start, numeral.end)),
        unit_stated=bool(word),
        pair="tally",
    )


def _goes_on_naming(text: str, named: int, quantity: Quantity) -> bool:
    """ "posts 12 and 13", "pages 3, 4": a bare number coordinated with one that is a name."""
    if quantity.unit or quantity.start - named > 6 or quantity.style != "digits":
        return False
    return text[named : quantity.start].strip() in ("and", "or", "to", "&", ",", "–", "-")


def _is_model(text: str, found: list[Quantity], quantity: Quantity) -> bool:
    """ "two new 320 Neo jets": a second bare number before the same noun is part of its name."""
    last = found[-1] if found else None
    if last is None or quantity.noun is None or last.noun != quantity.noun or quantity.number[0] - last.number[1] > 12:
        return False
    gap = text[last.number[1] : quantity.number[0]]
    return bool(re.fullmatch(r"\s(?:(?!to\b|and\b|or\b|of\b|through\b)[a-z]+\s)*", gap))


def _inside(start: int, end: int, spans: list[Chars]) -> Chars | None:
    i = bisect_right(spans, (end, end)) - 1
    for span in spans[max(0, i - 1) : i + 2]:
        if span[0] < end and start < span[1]:
            return span
    return None


def _read_counted(
    tree: Tree, text: str, numeral: Numeral, token: int, periods: list[Chars], reached: int
) -> tuple[Unit | None, Unit | None, int | None] | None:
    """Currency before, unit after and counted noun of a numeral; null when it only names or dates."""
    money = find_money_before(text, numeral.start)
    money = None if money and money.start < reached else money
    unit = find_unit_after(text, numeral.end, text[numeral.end - 1].isdigit())
    if numeral.style == "fraction" and unit is None:
        unit = _unit_of_part(text, numeral)
    if unit and unit.name == "pound":
        unit = _pound(text, numeral, unit)
    noun = None if money or unit else find_counted_noun(tree, token, numeral.style == "vague")
    period = _inside(numeral.start, numeral.end, periods)
    if period and _is_dated(tree, text, numeral, token, money or unit, noun, period):
        return None
    if not (money or unit) and noun is None and text[numeral.start : numeral.end].lower() in ("zero", "nought"):
        return None
    if noun is not None and _inside(tree.idx[noun], tree.end[noun], periods):
        noun = None
    if not money and is_label(tree, text, numeral, token, unit, noun):
        return None
    return money, unit, noun


def _quantity(
    tree: Tree,
    text: str,
    numeral: Numeral,
    token: int,
    money: Unit | None,
    unit: Unit | None,
    noun: int | None,
) -> Quantity:
    if numeral.style in ("fold", "fraction"):
        noun = None
    if numeral.style == "fold":
        unit = Unit("time", "ratio", numeral.end, numeral.end)
    start, end, name, kind = _extent(text, numeral, money, unit)
    if noun is not None:
        name, kind = name_noun(tree, token, noun)
        beside = token < noun <= token + 4 and (numeral.style == "vague" or tree.word(token + 1) != "of")
        if beside and tree.lemma[noun].lower() != "population":
            end = max(end, tree.end[noun])
    name, kind, end = read_age(tree, text, numeral, token, name, kind, end)
    if name is None and numeral.style != "fraction" and _WHO.match(text, end):
        name, kind = "people", "people"
    if name and kind != "ratio":
        name, end = read_rate(text, name, kind, end)
    value, below = numeral.value, _BELOW_ZERO.match(text, end) if kind in ("temperature", "angle") else None
    if below and value is not None:
        value, end = -value, below.end()
    bound = "range" if value is None else find_bound(text, start, end, (numeral.end,))
    if bound == "more_than" and kind == "duration" and is_during(text, start):
        bound = "exact"
    last = unit.end if unit and kind == "share" else end  # of "5 % a year" the %
    head = noun if noun is not None else tree.token_at(last - 1) if name and unit else token
    return Quantity(
        *(start, end, value, numeral.low, numeral.high, numeral.style, bound, name, kind or None, head),
        noun=noun,
        number=Chars(numeral.start, numeral.end),
    )


_WHO = re.compile(r"\s(?:who|injured|wounded|dead|killed|missing|arrested|detained)\b")
_PART = re.compile(r"(?:\s{1,3}of)?\s{1,3}an?(?=\s)|[-‑](?=[a-z])|(?=\s)")
_WEIGHT = re.compile(r"\b(?:weigh|weight|heav|light|overweight|lift)", re.IGNORECASE)


def _unit_of_part(text: str, numeral: Numeral) -> Unit | None:
    """ "half an hour", "half-litre", "a quarter of a mile"."""
    match = _PART.match(text, numeral.end)
    return find_unit_after(text, match.end(), digits=False) if match else None


def _pound(text: str, numeral: Numeral, unit: Unit) -> Unit:
    """Pounds are sterling when the number is large or a £ is near, a weight beside words of weight, else undecided."""
    near = text[max(0, numeral.start - 60) : unit.end + 40]
    if _WEIGHT.search(near):
        return unit._replace(name="pound-mass", kind="mass")
    if (numeral.value or numeral.low or 0) >= 1000 or "£" in near:
        return unit._replace(name="GBP")
    return unit._replace(kind="")


def _extent(
    text: str, numeral: Numeral, money: Unit | None, unit: Unit | None
) -> tuple[int, int, str | None, str | None]:
    """Where numeral and unit words begin and end, and the unit's name and kind."""
    if not money:
        return (numeral.start, unit.end, unit.name, unit.kind) if unit else (numeral.start, numeral.end, None, None)
    end = unit.end if unit and unit.kind == "money" else numeral.end
    name = unit.name if unit and unit.kind == "money" and money.name == "USD" and len(unit.name) == 3 else money.name
    country = re.match(r"\s(?:US|U\.S\.?)(?=[\s,.;)]|$)", text[end : end + 8]) if name == "USD" else None
    return money.start, end + (country.end() if country else 0), name, "money"


def _is_dated(
    tree: Tree, text: str, numeral: Numeral, token: int, unit: Unit | None, noun: int | None, period: Chars
) -> bool:
    """Whether the numeral belongs to a date: not "2000 km", not the "two" of "last two years", not "of 1820 pupils"."""
    if unit is None:
        near = noun is not None and tree.tag[noun] == "NNS" and noun - token <= 2
        plural = near and (tree.entity[token] != "DATE" or ((numeral.value or 0) < LAST_CENTURY and noun == token + 1))
        return not (
            plural and period[1] == numeral.end and text[period[0] : numeral.start].strip().lower() in ("of", "", "by")
        )
    if unit.kind == "duration" and text[period[0] : period[1]].endswith(" ago"):
        return True
    return unit.kind == "duration" and not (period[0] <= unit.start and unit.end <= period[1] + 1)


_BELOW_ZERO = re.compile(r"\sbelow\s(?:zero|freezing)\b", re.IGNORECASE)
