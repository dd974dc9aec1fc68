"""Figures: the numbers stated in a text, each with its unit, what it measures, of whom and when.

A figure's number and unit come from the text (``numerals``, ``units``, ``quantities``, ``ranges``), its measure and
party from the parse (``measures``), its days from the time expressions (``periods``). What a sentence leaves out,
because the one before said it, is carried over (``neighbours``), and ``rule`` says so.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from onrecord.figures.clauses import Link
from onrecord.figures.measures import find_link
from onrecord.figures.neighbours import Linked, carry
from onrecord.figures.quantities import Quantity, find_quantities
from onrecord.figures.ranges import join_ranges
from onrecord.figures.shares import find_whole
from onrecord.figures.story_measures import match_measure
from onrecord.language.periods import find_periods, resolve_period
from onrecord.language.spans import Chars
from onrecord.language.trees import Tree, read_tree
from onrecord.tables.extracted import Bound

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Figure", "find_figures", "match_measure"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number stated in a text; ``text[start:end]`` is numeral and unit words, without "about" or "only".

    - ``value`` is null for a range, which has ``low`` and ``high`` instead.
    - ``unit`` is as stated, null for a share of something or where the text names none; ``unit_stated`` is false where
      it is a neighbour's.
    - ``measure``: the text's own words for what is counted; null where the sentence names nothing but the unit.
    - ``about``: the span of the words naming of whom, perhaps a pronoun or a demonym; null where none does.
    - ``period``: the span of the time expression, with the days it means (both ends included; null: open or undecided).
    - ``of``: of a share, the span of the words naming whose measure it is set beside; null where none does.
    - ``rule``: how measure and party were found, and what was carried over.
    """

    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    bound: Bound
    unit: str | None
    unit_kind: str | None
    unit_stated: bool
    measure: str | None
    about: Chars | None
    period: Chars | None
    period_text: str | None
    period_start: date | None
    period_end: date | None
    of: Chars | None
    rule: str


def find_figures(doc: "Doc", published: date | None = None) -> list[Figure]:
    """Every figure of the text in reading order; ``published`` is the day that "last year" is counted from."""
    tree = read_tree(doc)
    text = tree.text
    periods = find_periods(text)
    quantities = join_ranges(tree, text, find_quantities(tree, text, periods))
    if not quantities:
        return []
    sentences = [tree.idx[i] for i in range(tree.n) if tree.starts[i]] or [0]
    found: list[Linked] = []
    for quantity in quantities:
        sentence = _sentence(sentences, quantity.start, len(text))
        near = periods[bisect_left(periods, (sentence[0], 0)) : bisect_right(periods, (sentence[1], 0))]
        link = _TIME if _is_time(text, quantity, near) else find_link(tree, quantity)
        period = _own_period(tree, quantity, link, near)
        fresh = Linked(quantity, link, period, (link.rule,))
        found.append(carry(tree, text, sentence, found, fresh))
    return [_figure(tree, text, item, published) for item in found]


_TIME = Link(None, None, None, "stretch of time", own=False)
_LATER = re.compile(r"\s(?:later|earlier|before|after)\b")


def _is_time(text: str, quantity: Quantity, periods: list[Chars]) -> bool:
    """ "in the last three months", "two years later": a figure that says when, and measures nothing else."""
    if quantity.unit_kind != "duration":
        return False
    return bool(_LATER.match(text, quantity.end)) or any(a < quantity.start and quantity.end <= b for a, b in periods)


def _sentence(starts: list[int], at: int, end: int) -> Chars:
    i = bisect_right(starts, at)
    return Chars(starts[i - 1] if i else 0, starts[i] if i < len(starts) else end)


def _own_period(tree: Tree, quantity: Quantity, link: Link, periods: list[Chars]) -> Chars | None:
    """The time expression of the figure: right after it, else of the nearest verb above it, else the only one."""
    right = [p for p in periods if 0 <= p[0] - quantity.end <= 2]
    if right:
        return right[0]
    apart = [p for p in periods if p[1] <= quantity.start or quantity.end <= p[0]]
    if len(apart) > 1 and link.verb is not None:
        apart = _of_nearest_verb(tree, link.verb, apart)
    return apart[0] if len(apart) == 1 else None


def _of_nearest_verb(tree: Tree, verb: int, periods: list[Chars]) -> list[Chars]:
    """The periods on the lowest verb above the figure: "led it until April, said in June that it is 20 km"."""
    heads: dict[int, list[Chars]] = {}
    for span in periods:
        above = tree.head[_root(tree, span)]
        if tree.pos[above] in ("VERB", "AUX"):
            heads.setdefault(above, []).append(span)
    i = verb
    while i not in heads and tree.head[i] != i:
        i = tree.head[i]
    return heads.get(i, [])


def _root(tree: Tree, span: Chars) -> int:
    """The highest token of a stretch of text, the first of several; a lone mark or space only where nothing else is."""
    first, last = tree.token_at(span[0]), tree.token_at(span[1] - 1)
    words = range(first + (span[0] == tree.end[first]), last + 1)
    tops = [i for i in words if tree.head[i] == i][:1] or [i for i in words if tree.head[i] not in words]
    return min(tops, key=lambda i: _depth(tree, i))


def _depth(tree: Tree, i: int) -> int:
    if not tree.kids(i) and (tree.punctuation[i] or tree.spelt(i).isspace()):
        return tree.n - 1
    depth = 0
    while tree.head[i] != i:
        i, depth = tree.head[i], depth + 1
    return depth


_AGE_WORDS = re.compile(r"\b(?:age|life expectancy)\b", re.IGNORECASE)


def _figure(tree: Tree, text: str, item: Linked, published: date | None) -> Figure:
    quantity, link, rules = item.quantity, item.link, item.rules
    if quantity.unit is None and _is_age(tree, quantity, link):
        quantity = replace(quantity, unit="year of age", unit_kind="age", unit_stated=False)
    period_text = text[slice(*item.period)] if item.period else None
    days = resolve_period(period_text, published, _tense(tree, link)) if period_text else None
    start, end = days or (None, None)
    kind = quantity.unit_kind or ("share" if quantity.style == "fraction" else None)
    return Figure(
        *(quantity.start, quantity.end, quantity.value, quantity.low, quantity.high, quantity.bound),  # type: ignore[arg-type]
        *(quantity.unit, kind, quantity.unit_stated, link.measure, link.about),
        *(item.period, period_text, start, end),
        of=find_whole(text, quantity.end) if kind == "share" and quantity.unit in (None, "percent") else None,
        rule="; ".join(dict.fromkeys(rules)),
    )


def _is_age(tree: Tree, quantity: Quantity, link: Link) -> bool:
    """ "He will be 35", "life expectancy is 68"."""
    value = quantity.value
    if value is None or value % 1 or not 0 < value < 120 or quantity.style == "fraction":
        return False
    if link.measure and _AGE_WORDS.search(link.measure):
        return True
    head = tree.head[quantity.token]
    if tree.dep[quantity.token] not in ("attr", "acomp", "dobj") or tree.lemma[head] not in ("be", "turn"):
        return False
    return any(tree.dep[k] == "nsubj" and tree.word(k) in ("he", "she", "who") for k in tree.kids(head))


def _tense(tree: Tree, link: Link) -> bool | None:
    """True in a clause about the future, false in the past, null when the verb does not tell."""
    if link.verb is None:
        return None
    helpers = {tree.word(k) for k in tree.kids(link.verb) if tree.dep[k] in ("aux", "auxpass")}
    if helpers & {"will", "'ll", "’ll", "shall"}:
        return True
    return False if tree.tag[link.verb] == "VBD" or helpers & {"was", "were", "had"} else None
