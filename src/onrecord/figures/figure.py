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

from onrecord.figures.changes import is_change
from onrecord.figures.clauses import Link
from onrecord.figures.dating import find_own_period, find_stretch, find_tense, is_time
from onrecord.figures.measures import find_link
from onrecord.figures.neighbours import Linked, carry
from onrecord.figures.owners import is_named
from onrecord.figures.quantities import Quantity, find_quantities
from onrecord.figures.ranges import join_ranges
from onrecord.figures.shares import find_whole
from onrecord.figures.story_measures import match_measure
from onrecord.language.countries import find_country
from onrecord.language.periods import find_periods, resolve_period
from onrecord.language.spans import Chars
from onrecord.language.trees import Tree, read_tree
from onrecord.language.words import stems
from onrecord.tables.extracted import CHANGE, REMAINDER, Bound

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
      ``about_named``: whether they are a name.
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
    about_named: bool
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
        link = find_stretch(tree, quantity) if is_time(text, quantity, near) else find_link(tree, quantity)
        others = [q for q in quantities if sentence[0] <= q.start < sentence[1] and q is not quantity]
        period = find_own_period(tree, quantity, link, near, others)
        fresh = Linked(quantity, link, period, (link.rule,))
        found.append(carry(tree, text, sentence, found, fresh))
    return [_figure(tree, text, item, published) for item in found]


def _sentence(starts: list[int], at: int, end: int) -> Chars:
    i = bisect_right(starts, at)
    return Chars(starts[i - 1] if i else 0, starts[i] if i < len(starts) else end)


_REMAINDER = re.compile(r"\b(?:all|everyone|everything|everybody)\s(?:but|except)\s(?:for\s)?(?:about\s)?$", re.I)
_AGE_WORDS = re.compile(r"\b(?:age|life expectancy)\b", re.IGNORECASE)


def _figure(tree: Tree, text: str, item: Linked, published: date | None) -> Figure:
    quantity, link, rules = item.quantity, item.link, item.rules
    if quantity.unit is None and _is_age(tree, quantity, link):
        quantity = replace(quantity, unit="year of age", unit_kind="age", unit_stated=False)
    link = _with_thing(tree, link)
    if quantity.unit_kind == "age":
        link = link._replace(measure=_name_age(tree, link))
    period_text = text[slice(*item.period)] if item.period else None
    if _REMAINDER.search(tree.text, max(0, quantity.start - 24), quantity.start):
        rules = (*rules, REMAINDER)
    if is_change(tree, quantity):
        rules = (*rules, CHANGE)
    days = resolve_period(period_text, published, find_tense(tree, link)) if period_text else None
    start, end = days or (None, None)
    kind = quantity.unit_kind or ("share" if quantity.style == "fraction" else None)
    return Figure(
        *(quantity.start, quantity.end, quantity.value, quantity.low, quantity.high, quantity.bound),  # type: ignore[arg-type]
        *(quantity.unit, kind, quantity.unit_stated, link.measure, link.about),
        link.about is not None and is_named(tree, link.about),
        *(item.period, period_text, start, end),
        of=find_whole(text, quantity.end) if kind == "share" and quantity.unit in (None, "percent") else None,
        rule="; ".join(dict.fromkeys(rules)),
    )


def _with_thing(tree: Tree, link: Link) -> Link:
    """The clause's subject put before the measure: a thing ("hunt lasts"), or who did it ("Delvo hired … pilots").

    A party whose number it is stands in ``about`` alone.
    """
    span = link.about or link.doer
    if span is None or tree.pos[tree.token_at(span[1] - 1)] == "PRON":
        return link
    words = " ".join(tree.text[slice(*span)].split())
    if link.about and (is_named(tree, span) or find_country(words)):
        return link
    if link.measure and stems(words) <= stems(link.measure):
        return link
    if not link.measure:
        return link._replace(measure=words)
    goes_on = tree.text.startswith(link.measure.split(" … ")[0], span[1] + 1)
    return link._replace(measure=f"{words}{' ' if goes_on else ' … '}{link.measure}")


def _name_age(tree: Tree, link: Link) -> str:
    """What an age measures: "age", of what a common noun names ("age of patron"), or what the text calls it."""
    if link.measure is None or link.rule not in (
        "modified noun",
        "of noun",
        "noun and preposition",
        "subject",
        "counted noun",
    ):
        return "age"
    if _AGE_WORDS.search(link.measure):
        return link.measure
    named = link.about is not None and tree.text[slice(*link.about)] in link.measure
    return "age" if named else f"age of {link.measure}"


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
