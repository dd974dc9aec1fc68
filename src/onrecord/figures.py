"""Figures: the numbers stated in a text, each with its unit, what it measures, of whom and when.

A figure's number and unit come from the text alone (``numerals``, ``units``, ``quantities``), its measure and party from the
parse (``measures``). What a sentence leaves out because the one before said it is carried over, and ``rule`` says so: the
measure and the period of a list ("Iran spent 16 billion dollars on its military. The Emirates spent 22 billion"), a unit
from the number that it is compared with.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date

from spacy.tokens import Doc, Token

from onrecord.measures import Link, find_link, match_measure
from onrecord.periods import find_periods, resolve_period
from onrecord.quantities import Quantity, find_quantities

__all__ = ["Figure", "find_figures", "match_measure"]

Span = tuple[int, int]

LEAST_CARRIED = 1000  # a bare smaller number takes no unit of money from the sentence before


@dataclass(frozen=True, slots=True)
class Figure:
    """A number stated in a text; ``text[start:end]`` is numeral and unit words, without "about" or "only".

    ``value`` is null for a range, which has ``low`` and ``high``; ``unit`` is as stated, null for a share of something or
    where the text names none; ``unit_stated`` is false where the unit is a neighbour's. ``measure``: the text's own words,
    null where the sentence names nothing. ``about``: the span of the words naming of whom, perhaps a pronoun or a demonym,
    null where none does. ``period``: the span of the time expression, with the days it means (both ends included; null:
    open or undecided). ``rule``: how measure and party were found, and what was carried over.
    """

    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    bound: str
    unit: str | None
    unit_kind: str | None
    unit_stated: bool
    measure: str | None
    about: Span | None
    period: Span | None
    period_text: str | None
    period_start: date | None
    period_end: date | None
    rule: str


@dataclass(frozen=True, slots=True)
class _Found:
    """A quantity with its links, while the text is read from left to right."""

    quantity: Quantity
    link: Link
    period: Span | None
    rules: tuple[str, ...]


def find_figures(doc: Doc, published: date | None = None) -> list[Figure]:
    """Every figure of the text in reading order; ``published`` is the day that "last year" is counted from."""
    text = doc.text
    periods = find_periods(text)
    quantities = find_quantities(doc, periods)
    if not quantities:
        return []
    sentences = [token.idx for token in doc if token.is_sent_start] or [0]
    found: list[_Found] = []
    for quantity in quantities:
        link = find_link(doc, quantity)
        sentence = _sentence(sentences, quantity.start, len(text))
        period = _own_period(text, quantity, periods, sentence)
        fresh = _Found(quantity, link, period, (link.rule,))
        found.append(_carry(doc, text, sentence, found, fresh))
    return [_figure(doc, text, item, published) for item in found]


def _sentence(starts: list[int], at: int, end: int) -> Span:
    i = bisect_right(starts, at)
    return starts[i - 1] if i else 0, starts[i] if i < len(starts) else end


def _own_period(text: str, quantity: Quantity, periods: list[Span], sentence: Span) -> Span | None:
    """The time expression that goes with the figure: the one right after it, else the only one of its sentence."""
    inside = [p for p in periods if sentence[0] <= p[0] and p[1] <= sentence[1]]
    right = [p for p in inside if 0 <= p[0] - quantity.end <= 2]
    if right:
        return right[0]
    apart = [p for p in inside if p[1] <= quantity.start or quantity.end <= p[0]]
    return apart[0] if len(apart) == 1 else None


def _carry(doc: Doc, text: str, sentence: Span, before: list[_Found], item: _Found) -> _Found:
    """What the figure leaves out and a neighbour says: measure, party, period and unit, each with its rule."""
    last = before[-1] if before else None
    if last and _goes_on(text, last.quantity, item.quantity):
        item = _from_neighbour(text, last, item)
    item = _from_list(doc, text, before, item)
    item = _unit_from_comparison(text, sentence, before, item)
    item = _unit_from_parallel(text, sentence, before, item)
    if item.link.about is None and item.link.verb is not None:
        about = _coordinated_party(doc[item.link.verb])
        if about:
            item = replace(item, link=item.link._replace(about=about), rules=(*item.rules, "about from coordinated clause"))
    return item


def _goes_on(text: str, last: Quantity, quantity: Quantity) -> bool:
    """Whether nothing but a link word or a bracket parts the two, or a comma inside one bracket."""
    gap = text[last.end : quantity.start].strip()
    if gap == ",":
        lead = text[max(0, last.start - 60) : last.start]
        return lead.rfind("(") > lead.rfind(")")
    return gap in ("(", ") (", ", or", "or", "at", "to", ", to", ", or about")


def _from_neighbour(text: str, last: _Found, item: _Found) -> _Found:
    """The same amount in other units: "8 miles (13 kilometres) of tunnels"."""
    if item.link.measure and item.link.own and item.quantity.noun is not None:
        return item
    link = item.link._replace(measure=last.link.measure or item.link.measure, about=last.link.about or item.link.about)
    if text[last.quantity.end : item.quantity.start].strip() == "(" and item.quantity.bound == "exact" != last.quantity.bound != "range":
        item = replace(item, quantity=replace(item.quantity, bound=last.quantity.bound))
    return replace(item, link=link, period=item.period or last.period, rules=("same as the number before",))


def _from_list(doc: Doc, text: str, before: list[_Found], item: _Found) -> _Found:
    """Sentences in parallel: the same verb again, without on what; measure, period and unit are the earlier one's."""
    verb = item.link.verb
    if verb is None or item.link.own or item.quantity.noun is not None:
        return item
    lemma = doc[verb].lemma_.lower()
    for earlier in reversed(before):
        if "\n" in text[earlier.quantity.end : item.quantity.start]:
            break
        if earlier.link.verb is None or doc[earlier.link.verb].lemma_.lower() != lemma or not earlier.link.measure:
            continue
        if not _same_unit(earlier.quantity, item.quantity):
            continue
        if not earlier.link.own:
            break
        rules = [*item.rules, "measure carried"]
        quantity = item.quantity
        if quantity.unit is None:
            quantity = replace(quantity, unit=earlier.quantity.unit, unit_kind=earlier.quantity.unit_kind, unit_stated=False)
            rules.append("unit carried")
        period = item.period
        if period is None and earlier.period is not None:
            period = earlier.period
            rules.append("period carried")
        return _Found(quantity, item.link._replace(measure=earlier.link.measure, own=True), period, tuple(rules))
    return item


def _same_unit(a: Quantity, b: Quantity) -> bool:
    """Whether the second may go on in the first's unit: it has the same, or none and a size that needs one."""
    if b.unit is None:
        return a.unit_kind == "money" and (b.value or b.low or 0) >= LEAST_CARRIED and b.style != "fraction"
    return a.unit == b.unit


_COMPARED = re.compile(r"(?:compared\s+(?:with|to)|against|versus|vs\.?|(?:up|down)\s+from|\sfrom|than|or\seven|or|\sto)\s(?:about\s|around\s|just\s)?$", re.I)


def _unit_from_comparison(text: str, sentence: Span, before: list[_Found], item: _Found) -> _Found:
    """ "460 cars were stolen, compared with 63": the second counts cars too."""
    quantity = item.quantity
    if quantity.unit or not before or quantity.style == "fraction":
        return item
    last = before[-1].quantity
    if last.unit is None or last.start < sentence[0] or last.style == "fraction" or last.unit_kind in ("share", "age", "duration"):
        return item
    lead = _COMPARED.search(text, max(0, quantity.start - 24), quantity.start)
    if not lead or (lead.group().split()[-1].lower() in ("to", "from", "or") and quantity.start - last.end > 12):
        return item
    quantity = replace(quantity, unit=last.unit, unit_kind=last.unit_kind, unit_stated=False)
    return replace(item, quantity=quantity, rules=(*item.rules, "unit carried"))


_LEVEL = re.compile(r"\b(?:to|at|of)\s(?:a\s(?:close|record|level|high|low)\sof\s)?$")


def _unit_from_parallel(text: str, sentence: Span, before: list[_Found], item: _Found) -> _Found:
    """ "gained 1 % to 1,478 points, and the other 2 % to 1,333": a level in the unit of a level before it."""
    quantity = item.quantity
    if quantity.unit or quantity.style == "fraction" or not _LEVEL.search(text, max(0, quantity.start - 30), quantity.start):
        return item
    for earlier in reversed(before):
        other = earlier.quantity
        if other.start < sentence[0]:
            break
        if other.unit_kind in ("count", "money") and other.value and quantity.value and 0.01 < quantity.value / other.value < 100:
            quantity = replace(quantity, unit=other.unit, unit_kind=other.unit_kind, unit_stated=False)
            return replace(item, quantity=quantity, rules=(*item.rules, "unit carried"))
    return item


_WE = ("we", "they", "i")


def _coordinated_party(verb: Token) -> Span | None:
    """ "A million people are under arms and we spent …": the party that the coordinated clause speaks of."""
    for clause in [c for c in verb.children if c.dep_ == "conj"] + ([verb.head] if verb.dep_ == "conj" else []):
        for child in clause.children:
            if child.dep_ in ("nsubj", "nsubjpass") and child.lower_ in _WE:
                return child.idx, child.idx + len(child)
    return None


_AGE_WORDS = re.compile(r"\b(?:age|life expectancy)\b", re.IGNORECASE)


def _figure(doc: Doc, text: str, item: _Found, published: date | None) -> Figure:
    quantity, link, rules = item.quantity, item.link, item.rules
    if quantity.unit is None and _is_age(doc, quantity, link):
        quantity = replace(quantity, unit="year of age", unit_kind="age", unit_stated=False)
    period_text = text[slice(*item.period)] if item.period else None
    days = resolve_period(period_text, published, _tense(doc, link)) if period_text else None
    start, end = days or (None, None)
    kind = quantity.unit_kind or ("share" if quantity.style == "fraction" else None)
    return Figure(
        *(quantity.start, quantity.end, quantity.value, quantity.low, quantity.high, quantity.bound),
        *(quantity.unit, kind, quantity.unit_stated, link.measure, link.about),
        *(item.period, period_text, start, end, "; ".join(dict.fromkeys(rules))),
    )


def _is_age(doc: Doc, quantity: Quantity, link: Link) -> bool:
    """ "He will be 35", "life expectancy is 73"."""
    value = quantity.value
    if value is None or value % 1 or not 0 < value < 120 or quantity.style == "fraction":
        return False
    if link.measure and _AGE_WORDS.search(link.measure):
        return True
    token = doc[quantity.token]
    about = doc.text[slice(*link.about)].lower() if link.about else ""
    return about in ("he", "she") and token.dep_ in ("attr", "acomp") and token.head.lemma_ in ("be", "turn")


def _tense(doc: Doc, link: Link) -> bool | None:
    """True in a clause about the future, false in the past, null when the verb does not tell."""
    if link.verb is None:
        return None
    verb = doc[link.verb]
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if helpers & {"will", "'ll", "’ll", "shall"}:
        return True
    return False if verb.tag_ == "VBD" or helpers & {"was", "were", "had"} else None
