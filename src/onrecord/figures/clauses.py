"""What a clause says is measured: its subject, its object, or its verb with what follows, and whose it is."""

from functools import cache
from typing import NamedTuple

from onrecord.figures.changes import change_verbs
from onrecord.figures.owners import HAVING, agent, held, is_party, owner, receiver, subject_of, subject_span
from onrecord.figures.phrases import complement, phrase, verb_words
from onrecord.figures.predicates import predicate, says
from onrecord.figures.quantities import Quantity
from onrecord.language.spans import Chars
from onrecord.language.subjects import SUBJECTS
from onrecord.language.trees import Tree
from onrecord.lexicon import read_rows


class Link(NamedTuple):
    """``measure``: words, null for none; ``about``: span of the party's words; ``verb``: token of the governing verb.

    ``own``: whether the measure names something itself, and is not only the verb ("spent", without on what).
    ``doer``: span of what the clause speaks of, where the number need not be its own ("Delvo hired 20 pilots").
    """

    measure: str | None
    about: Chars | None
    verb: int | None
    rule: str
    own: bool = True
    doer: Chars | None = None


EMPTY_NOUNS = frozenset(
    ["total", "sum", "number", "amount", "maximum", "minimum", "record", "most", "rest", "estimate", "percent", "%"]
)


@cache
def _states() -> frozenset[str]:
    """Verbs that say how much their subject is: the subject is the measure."""
    return frozenset(row["lemma"] for row in read_rows("measure_verbs") if row["kind"] == "state")


def is_inside(tree: Tree, token: int, quantity: Quantity) -> bool:
    return quantity.start <= tree.idx[token] < quantity.end


def of_verb(
    tree: Tree, quantity: Quantity, child: int, verb: int, words: str | None, about: Chars | None, rule: str
) -> Link:
    """The measure that the verb's clause gives: its subject, its object, or the verb with what follows it."""
    subject, dep = subject_of(tree, verb), tree.dep[child]
    subject = None if subject is not None and is_inside(tree, subject, quantity) else subject
    lemma = tree.lemma[verb].lower()
    if words is not None:
        if child == subject or dep in SUBJECTS:
            return Link(words, about, verb, rule)
        party = None if says(tree, verb) else agent(tree, verb)
        with_it = dep == "pobj" and tree.word(tree.head[child]) == "with"
        has = rule == "of noun" if with_it else lemma in HAVING  # "with a budget of $5", not "with help from five"
        return Link(words, about or (party if has else None), verb, rule, doer=None if about else party)
    if child == quantity.token and dep in SUBJECTS:
        return Link(None if says(tree, verb) else predicate(tree, verb), None, verb, "number as subject", own=False)
    if (
        quantity.unit_kind == "duration"
        and dep in ("pobj", "npadvmod")
        and (
            tree.lemma[verb] not in ("be", "have", "do")
            or (tree.lemma[verb] == "be" and _is_somewhere(tree, verb, child))
        )
    ):
        words = _verb_and_object(tree, verb, quantity)
        return Link(words, None, verb, "duration of verb", own=False, doer=subject_span(tree, verb))
    thing = _object(tree, verb, "dobj", "obj")
    if thing is not None and (thing == child or is_inside(tree, thing, quantity) or tree.lemma[thing] in EMPTY_NOUNS):
        thing = None
    if thing is not None and thing != quantity.token:
        holder = held(tree, thing) or agent(tree, verb) or owner(tree, thing)
        return Link(phrase(tree, thing, quantity), holder, verb, "object")
    if subject is None:
        words = verb_words(tree, verb, quantity) if dep == "dobj" else None
        return Link(words, receiver(tree, verb), verb, "verb" if words else "none", own=False)
    if lemma in _states() or lemma in change_verbs() or dep in ("attr", "acomp", "npadvmod", "advmod", "oprd"):
        if tree.pos[subject] in ("NOUN", "PROPN") and not is_party(tree, subject):
            return Link(phrase(tree, subject, quantity), owner(tree, subject), verb, "subject")
        party = None if says(tree, verb) else subject_span(tree, verb)
        return Link(None, party, verb, "subject is party", own=False)
    own = complement(tree, verb, quantity) is not None
    words = verb_words(tree, verb, quantity) if own or dep == "dobj" else None
    party = None if says(tree, verb) else subject_span(tree, verb)
    return Link(words, party, verb, "verb and object", own)


def _is_somewhere(tree: Tree, verb: int, child: int) -> bool:
    """Whether "be" has a complement before the duration: "has been by her side for 19 years"."""
    return (
        any(tree.dep[k] in ("prep", "acomp", "attr") and verb < k < child for k in tree.kids(verb))
        and tree.word(tree.head[child]) == "for"
    )


def _object(tree: Tree, verb: int, *deps: str) -> int | None:
    """The first noun that is an object of the verb."""
    return next((k for k in tree.kids(verb) if tree.dep[k] in deps and tree.pos[k] in ("NOUN", "PROPN")), None)


def _verb_and_object(tree: Tree, verb: int, quantity: Quantity) -> str:
    """What lasts: "test robot" in "an hour to test their robot"."""
    if tree.lemma[verb] == "be":
        return predicate(tree, verb) or tree.spelt(verb)
    thing, word = _object(tree, verb, "dobj"), tree.spelt(verb)
    return word if thing is None or is_inside(tree, thing, quantity) else f"{word} {phrase(tree, thing, quantity)}"
