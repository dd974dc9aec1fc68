"""What a clause says is measured: its subject, its object, or its verb with what follows, and whose it is."""

from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc, Token

from onrecord.figures.owners import SUBJECTS, Span, agent, held, is_party, owner, receiver, subject_of, subject_span
from onrecord.figures.phrases import complement, phrase, verb_words
from onrecord.figures.quantities import Quantity
from onrecord.figures.ranges import change_verbs
from onrecord.lexicon import read_rows


class Link(NamedTuple):
    """``measure``: words, null for none; ``about``: span of the party's words; ``verb``: token of the governing verb.

    ``own``: whether the measure names something itself, and is not only the verb ("spent", without on what).
    """

    measure: str | None
    about: Span | None
    verb: int | None
    rule: str
    own: bool = True


EMPTY_NOUNS = frozenset(
    ["total", "sum", "number", "amount", "maximum", "minimum", "record", "most", "rest", "estimate", "percent", "%"]
)


@cache
def _states() -> frozenset[str]:
    """Verbs that say how much their subject is: the subject is the measure."""
    return frozenset(row["lemma"] for row in read_rows("measure_verbs") if row["kind"] == "state")


def is_inside(token: Token, quantity: Quantity) -> bool:
    return quantity.start <= token.idx < quantity.end


def of_verb(
    doc: Doc, quantity: Quantity, child: Token, verb: Token, words: str | None, about: Span | None, rule: str
) -> Link:
    """The measure that the verb's clause gives: its subject, its object, or the verb with what follows it."""
    subject = subject_of(verb)
    subject = None if subject is not None and is_inside(subject, quantity) else subject
    lemma = verb.lemma_.lower()
    if words is not None:
        if child == subject or child.dep_ in SUBJECTS:
            return Link(words, about, verb.i, rule)
        return Link(words, about or agent(verb), verb.i, rule)
    if child.i == quantity.token and child.dep_ in SUBJECTS:
        return Link(None, None, verb.i, "number as subject", own=False)
    if (
        quantity.unit_kind == "duration"
        and child.dep_ in ("pobj", "npadvmod")
        and verb.lemma_ not in ("be", "have", "do")
    ):
        return Link(_verb_and_object(doc, verb, quantity), subject_span(verb), verb.i, "duration of verb", own=False)
    thing = next((c for c in verb.children if c.dep_ in ("dobj", "obj") and c.pos_ in ("NOUN", "PROPN")), None)
    if thing is not None and (thing == child or is_inside(thing, quantity) or thing.lemma_ in EMPTY_NOUNS):
        thing = None
    if thing is not None and thing.i != quantity.token:
        return Link(phrase(doc, thing, quantity), held(thing) or agent(verb) or owner(thing), verb.i, "object")
    if subject is None:
        words = verb_words(doc, verb, quantity) if child.dep_ == "dobj" else None
        return Link(words, receiver(verb), verb.i, "verb" if words else "none", own=False)
    if lemma in _states() or lemma in change_verbs() or child.dep_ in ("attr", "acomp", "npadvmod", "advmod", "oprd"):
        if subject.pos_ in ("NOUN", "PROPN") and not is_party(subject):
            return Link(phrase(doc, subject, quantity), owner(subject), verb.i, "subject")
        return Link(None, subject_span(verb), verb.i, "subject is party", own=False)
    own = complement(verb, quantity) is not None
    words = verb_words(doc, verb, quantity) if own or child.dep_ == "dobj" else None
    return Link(words, subject_span(verb), verb.i, "verb and object", own)


def _verb_and_object(doc: Doc, verb: Token, quantity: Quantity) -> str:
    """What lasts: "test robot" in "an hour to test their robot"."""
    thing = next((c for c in verb.children if c.dep_ == "dobj" and c.pos_ in ("NOUN", "PROPN")), None)
    return verb.text if thing is None or is_inside(thing, quantity) else f"{verb.text} {phrase(doc, thing, quantity)}"
