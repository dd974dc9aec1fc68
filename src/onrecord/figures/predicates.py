"""What a text says of the things it counts: "bills *passed the house*", "*arrested* … protesters", "voters *who left*".

A counted noun alone tells little (two bills, 40 people): the measure is the noun with the clause on it, else with the
verb that it is subject or object of and what completes that verb. A verb of saying or thinking adds nothing.
"""

from functools import cache

from onrecord.figures.phrases import phrase, right_edge, text_of
from onrecord.figures.quantities import Quantity
from onrecord.language.trees import Tree
from onrecord.lexicon import read_rows

MOST = 9  # tokens of a clause that are quoted; a longer one is cut after its verb
# Verbs that say of a thing only that it is there, or whose it is.
_EMPTY = frozenset(
    ["be", "have", "do", "go", "get", "include", "see", "involve", "become", "make", "take", "own", "say"]
)
_COMPLETING = frozenset(["dobj", "attr", "acomp", "oprd", "prt", "xcomp", "prep", "agent", "dative", "advmod", "neg"])
_MARKS = frozenset([",", ";", ":", "(", ")", "–", "—", "--", "“", "”", '"'])


STEPS_OF_A_SCALE = frozenset(["point", "unit", "time", "spot", "notch"])  # what rises by them is measured, not they


@cache
def _speech_verbs() -> frozenset[str]:
    """Lemmas of verbs of saying and thinking: who says does nothing that is counted."""
    kinds = ("state", "tell", "predict", "admit", "deny")
    said = {row["lemma"] for row in read_rows("reporting") if row["part"] == "speech"}
    return frozenset(said | {row["lemma"] for row in read_rows("verb_kinds") if row["kind"] in kinds})


def said_of(tree: Tree, quantity: Quantity, noun: int) -> str | None:
    """The counted noun with its clause or verb, in the text's own words; null where the text says nothing of it."""
    words = phrase(tree, noun, quantity)
    if tree.lemma[noun].lower() in STEPS_OF_A_SCALE:
        return None
    if clause := _clause_on(tree, noun):
        return f"{words} {clause}"
    place = place_of(tree, quantity, noun)
    verb, dep = tree.head[place], tree.dep[place]
    if tree.dep[verb] != "agent" and (tree.pos[verb] not in ("VERB", "AUX") or says(tree, verb)):
        return None
    if dep in ("nsubj", "nsubjpass"):
        said = predicate(tree, verb)
        return f"{words} {said}" if said else None
    if dep == "pobj" and tree.dep[verb] == "agent":
        return f"{tree.spelt(tree.head[verb])} by … {words}"
    if dep == "dobj" and tree.lemma[verb].lower() not in _EMPTY:
        return f"{tree.spelt(verb)} … {words}"
    return None


def place_of(tree: Tree, quantity: Quantity, noun: int) -> int:
    """The token that stands for the counted things in the clause: the number of "two *of its clinics*"."""
    of = tree.head[noun]
    number = tree.head[of]
    part = tree.dep[noun] == "pobj" and tree.word(of) == "of"
    return number if part and quantity.number[0] <= tree.idx[number] < quantity.number[1] else noun


def says(tree: Tree, verb: int) -> bool:
    """Whether the verb is one of saying or thinking, or has a clause for its object."""
    return tree.lemma[verb].lower() in _speech_verbs() or tree.child(verb, "ccomp") is not None


def _clause_on(tree: Tree, noun: int) -> str | None:
    """The relative clause or participle right after a noun: "who have been unemployed", "stationed in Delvo"."""
    for k in tree.kids(noun):
        if k > noun and tree.dep[k] in ("relcl", "acl") and tree.left(k) - right_edge(tree, noun) <= 1:
            last = _last(tree, k)
            if last - tree.left(k) < MOST and not _marked(tree, tree.left(k), last):
                return text_of(tree, tree.left(k), last)
    return None


def predicate(tree: Tree, verb: int) -> str | None:
    """The verb with what completes it, and its negation; null for a bare "be", "have" or "do"."""
    first, last = min([verb, *(k for k in tree.kids(verb) if tree.dep[k] == "neg")]), _last(tree, verb)
    if tree.lemma[verb] == "be":  # "five boats are new": new; "are not new": not new
        first = next((k for k in tree.kids(verb) if tree.dep[k] == "neg"), verb + 1)
    elif last == verb and tree.lemma[verb] in _EMPTY:
        return None
    return text_of(tree, first, last) if first <= last else None


def _last(tree: Tree, verb: int) -> int:
    """The last token of the verb's object, complement or first adjunct, without times, marks and further clauses."""
    last = verb
    for k in tree.kids(verb):
        if k < verb:
            continue
        if tree.entity[k] in ("DATE", "TIME") or _marked(tree, last + 1, k):
            break
        if tree.dep[k] not in _COMPLETING:
            continue
        end = _end_of(tree, k)
        if end is None or tree.entity[end] in ("DATE", "TIME") or end - verb > MOST:
            break
        if any(tree.numeric[i] for i in range(last + 1, end + 1)):
            break
        last = max(last, end)
        if tree.dep[k] in ("prep", "agent", "xcomp"):
            break
    return last


def _end_of(tree: Tree, word: int) -> int | None:
    """The last token of an object, a complement or a prepositional phrase; null for a preposition without its noun."""
    if tree.dep[word] == "xcomp":
        return _last(tree, word)
    if tree.dep[word] in ("prep", "agent") or (tree.dep[word] == "dative" and tree.pos[word] == "ADP"):
        thing = tree.child(word, "pobj")
        return None if thing is None else right_edge(tree, thing)
    return right_edge(tree, word) if tree.dep[word] in ("dobj", "attr", "oprd", "dative") else word


def _marked(tree: Tree, first: int, last: int) -> bool:
    return any(tree.spelt(i) in _MARKS for i in range(first, last + 1))
