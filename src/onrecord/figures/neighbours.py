"""What a figure leaves out and a neighbour says: measure, party, period and unit, each carried by a rule that is named.

"Last year Peru spent 7 billion dollars on its schools. Chile spent 9 billion": the second is of the same measure,
period and currency. "210 boats were lost, compared with 40": the second counts boats too. Nothing is carried over a
paragraph's end, nor from one verb to another.
"""

import re
from dataclasses import dataclass, replace

from onrecord.figures.clauses import Link
from onrecord.figures.quantities import Quantity
from onrecord.figures.rates import read_rate
from onrecord.language.spans import Chars
from onrecord.language.trees import Tree

MOST_BACK = 30  # figures; no list of parallel sentences is longer
LEAST_CARRIED = 1000  # a bare smaller number takes no currency from the sentence before
_SELF_CONTAINED = ("share", "age", "duration")  # kinds of unit that a bare number does not take over


@dataclass(frozen=True, slots=True)
class Linked:
    """A quantity with its links while a text is read from left to right; ``rules``: how they came about."""

    quantity: Quantity
    link: Link
    period: Chars | None
    rules: tuple[str, ...]


def carry(tree: Tree, text: str, sentence: Chars, before: list[Linked], item: Linked) -> Linked:
    """What the figure leaves out and a neighbour says: measure, party, period and unit, each with its rule."""
    last = before[-1] if before else None
    if last and _goes_on(text, last.quantity, item.quantity):
        item = _from_neighbour(text, last, item)
    item = _from_list(tree, text, before, item)
    item = _unit_from_comparison(text, sentence, before, item)
    item = _unit_from_parallel(text, sentence, before, item)
    item = _unit_from_ellipsis(tree, text, sentence, before, item)
    if item.link.rule == "counted subject" and item.link.about is None:
        item = _about_from_coordination(tree, item)
    return item


def _goes_on(text: str, last: Quantity, quantity: Quantity) -> bool:
    """Whether nothing but a link word or a bracket parts the two, or a comma inside one bracket."""
    gap = text[last.end : quantity.start].strip()
    if gap == ",":
        lead = text[max(0, last.start - 60) : last.start]
        return lead.rfind("(") > lead.rfind(")")
    return gap in ("(", ") (", ", or", "or", "at", "to", ", to", ", or about")


def _from_neighbour(text: str, last: Linked, item: Linked) -> Linked:
    """The same amount in other units: "5 miles (8 kilometres) of cable"."""
    if item.link.measure and item.link.own and item.quantity.noun is not None:
        return item
    measure = (
        item.link.measure if item.link.rule in ("share of", "amount of") else last.link.measure or item.link.measure
    )
    link = item.link._replace(measure=measure, about=last.link.about or item.link.about)
    if (
        text[last.quantity.end : item.quantity.start].strip() == "("
        and item.quantity.bound == "exact" != last.quantity.bound != "range"
    ):
        item = replace(item, quantity=replace(item.quantity, bound=last.quantity.bound))
    return replace(item, link=link, period=item.period or last.period, rules=("same as the number before",))


def _from_list(tree: Tree, text: str, before: list[Linked], item: Linked) -> Linked:
    """Sentences in parallel: the same verb again, without on what; measure, period and unit are the earlier one's."""
    verb = item.link.verb
    if verb is None or item.link.own or item.quantity.noun is not None:
        return item
    lemma = tree.lemma[verb].lower()
    for earlier in reversed(before[-MOST_BACK:]):
        if "\n" in text[earlier.quantity.end : item.quantity.start]:
            break
        if earlier.link.verb is None or tree.lemma[earlier.link.verb].lower() != lemma or not earlier.link.measure:
            continue
        if not _same_unit(earlier.quantity, item.quantity):
            continue
        if not earlier.link.own:
            break
        rules = [*item.rules, "measure carried"]
        quantity = item.quantity
        if quantity.unit is None:
            quantity = replace(
                quantity, unit=earlier.quantity.unit, unit_kind=earlier.quantity.unit_kind, unit_stated=False
            )
            rules.append("unit carried")
        period = item.period
        if period is None and earlier.period is not None:
            period = earlier.period
            rules.append("period carried")
        return Linked(quantity, item.link._replace(measure=earlier.link.measure, own=True), period, tuple(rules))
    return item


def _same_unit(a: Quantity, b: Quantity) -> bool:
    """Whether the second may go on in the first's unit: it has the same, or none and a size that needs one."""
    if b.unit is None:
        return a.unit_kind == "money" and (b.value or b.low or 0) >= LEAST_CARRIED and b.style != "fraction"
    return a.unit == b.unit


_COMPARED = re.compile(
    r"(?:compared\s+(?:with|to)|against|versus|vs\.?|(?:up|down)\s+from|\sfrom|(?<!more\s)(?<!less\s)(?<!fewer\s)than|an\saverage\sof|or\seven|or|\sto)\s(?:about\s|around\s|just\s)?$",
    re.I,
)


def _unit_from_comparison(text: str, sentence: Chars, before: list[Linked], item: Linked) -> Linked:
    """ "210 boats were lost, compared with 40": the second counts boats too."""
    quantity = item.quantity
    if quantity.unit or not before or quantity.style == "fraction":
        return item
    last = before[-1].quantity
    if last.unit is None or last.start < sentence[0] or last.style == "fraction" or last.unit_kind in _SELF_CONTAINED:
        return item
    lead = _COMPARED.search(text, max(0, quantity.start - 24), quantity.start)
    if not lead or (lead.group().split()[-1].lower() in ("to", "from", "or") and quantity.start - last.end > 12):
        return item
    quantity = replace(quantity, unit=last.unit, unit_kind=last.unit_kind, unit_stated=False)
    name, end = read_rate(text, last.unit, quantity.unit_kind, quantity.end)
    quantity = replace(quantity, unit=name, end=end)
    link, rules = item.link, (*item.rules, "unit carried")
    if lead.group().split()[-1].lower() in ("with", "to", "against", "versus", "than") and before[-1].link.measure:
        link, rules = (
            link._replace(measure=before[-1].link.measure, about=before[-1].link.about),
            (*rules, "measure carried"),
        )
    return replace(item, quantity=quantity, link=link, rules=rules)


_LEVEL = re.compile(r"\b(?:to|at|of)\s(?:a\s(?:close|record|level|high|low)\sof\s)?$")


def _unit_from_parallel(text: str, sentence: Chars, before: list[Linked], item: Linked) -> Linked:
    """ "gained 3 % to 2,050 points, and the other 4 % to 1,910": a level in the unit of a level before it."""
    quantity = item.quantity
    if (
        quantity.unit
        or quantity.style == "fraction"
        or not _LEVEL.search(text, max(0, quantity.start - 30), quantity.start)
    ):
        return item
    for earlier in reversed(before):
        other = earlier.quantity
        if other.start < sentence[0]:
            break
        if not _LEVEL.search(text, max(0, other.start - 30), other.start):
            continue
        if (
            other.unit_kind in ("count", "money")
            and other.value
            and quantity.value
            and 0.01 < quantity.value / other.value < 100
        ):
            quantity = replace(quantity, unit=other.unit, unit_kind=other.unit_kind, unit_stated=False)
            return replace(item, quantity=quantity, rules=(*item.rules, "unit carried"))
    return item


_OF_THEM = re.compile(r"\sof\s(?:them|whom|which|those|these)\b")
_OTHERS = ("other", "others", "another")


def _unit_from_ellipsis(tree: Tree, text: str, sentence: Chars, before: list[Linked], item: Linked) -> Linked:
    """ "One person died and nine were hurt", "four others", "six of them": more of what was counted before."""
    quantity = item.quantity
    others = quantity.noun is not None and tree.lemma[quantity.noun].lower() in _OTHERS
    alone = quantity.unit is None and quantity.style in ("digits", "words") and item.link.rule == "number as subject"
    of_them = quantity.unit is None and _OF_THEM.match(text, quantity.end)
    if not (others or alone or of_them):
        return item
    reach = len(before) if of_them or others else sum(e.quantity.start >= sentence[0] for e in before)
    counted = (
        e.quantity
        for e in reversed(before[len(before) - reach :][-MOST_BACK:])
        if "\n" not in text[e.quantity.end : quantity.start]
    )
    other = next((q for q in counted if q.unit_kind in ("people", "count") and q.unit not in _OTHERS), None)
    if other is None:
        return item
    quantity = replace(quantity, unit=other.unit, unit_kind=other.unit_kind, unit_stated=False)
    return replace(item, quantity=quantity, rules=(*item.rules, "unit carried"))


def _about_from_coordination(tree: Tree, item: Linked) -> Linked:
    """ "Half a million people are nurses and we lost …": of the "we" of the clause joined to the one that counts."""
    verb = item.link.verb
    if verb is None:
        return item
    clauses = [k for k in tree.kids(verb) if tree.dep[k] == "conj"]
    for clause in clauses + ([tree.head[verb]] if tree.dep[verb] == "conj" else []):
        for child in tree.kids(clause):
            if tree.dep[child] in ("nsubj", "nsubjpass") and tree.word(child) == "we":
                link = item.link._replace(about=Chars(tree.idx[child], tree.end[child]))
                return replace(item, link=link, rules=(*item.rules, "about from coordinated clause"))
    return item
