"""Words of the text for a noun or a verb of the parse: "depth of its ports", "spent … on its schools"."""

from onrecord.figures.quantities import Quantity
from onrecord.language.noun_phrases import before_hyphen
from onrecord.language.trees import Tree

_RIGHT = frozenset(["of", "per", "for", "in", "on", "to", "against", "with", "from", "by", "between", "at"])
_NO_THING = frozenset(["DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "QUANTITY"])
_ON_WHAT = frozenset(["on", "for", "in", "into", "of", "to", "from"])
_EMPTY_VERBS = frozenset(["be", "have", "do", "say", "go"])


def phrase(tree: Tree, noun: int, quantity: Quantity) -> str:
    """A noun with its modifiers and the "of", "for", "in" after it, without article, number and clauses."""
    left, own = noun, quantity.number if quantity.noun is not None else (quantity.start, quantity.end)
    for child in reversed([k for k in tree.kids(noun) if k < noun]):
        first, end = tree.edges[child]
        modifies = tree.dep[child] in ("compound", "amod", "nmod", "poss")
        if not modifies or end != left or tree.numeric[child] or own[0] <= tree.idx[end - 1] < own[1]:
            break
        left = first
    left = before_hyphen(tree, left)
    number = max((i for i in range(left, noun) if own[0] <= tree.idx[i] < own[1]), default=left - 1)
    left = number + 1
    while left < noun and (tree.pos[left] == "DET" or tree.tag[left] == "PRP$" or tree.punctuation[left]):
        left += 1
    return text_of(tree, left, right_edge(tree, noun, quantity))


def right_edge(tree: Tree, token: int, quantity: Quantity | None = None) -> int:
    """The last token of a phrase: prepositional phrases on it are followed, clauses and lists are not."""
    edge = token
    for _ in range(3):
        found = None
        for child in tree.kids(edge):
            if child != edge + 1:
                continue
            if tree.dep[child] == "pobj" or (tree.dep[child] == "prep" and tree.word(child) in _RIGHT):
                found = child
        if found is None:
            break
        thing = found if tree.dep[found] == "pobj" else tree.child(found, "pobj")
        if thing is None or tree.entity[thing] in _NO_THING or any(tree.numeric[i] for i in range(edge + 1, thing + 1)):
            break
        if quantity and any(quantity.start <= tree.idx[i] < quantity.end for i in range(edge + 1, thing + 1)):
            break
        edge = thing
    if tree.dep[token] == "prep" and edge == token:
        thing = tree.child(token, "pobj")
        edge = thing if thing is not None else edge
    return edge


def after_of(tree: Tree, noun: int) -> int | None:
    """What stands after the "of" of a noun."""
    ofs = (k for k in tree.kids(noun) if tree.word(k) == "of")
    return next((thing for of in ofs if (thing := tree.child(of, "pobj")) is not None), None)


def text_of(tree: Tree, first: int, last: int) -> str:
    """The text from one token to another, white space made even."""
    return " ".join(tree.text[tree.idx[first] : tree.end[last]].split())


def verb_words(tree: Tree, verb: int, quantity: Quantity) -> str | None:
    """The verb and the phrase that says on what: "spent … on its schools"; "…" where the number stood between."""
    if tree.lemma[verb] in _EMPTY_VERBS:
        return None
    rest, word = complement(tree, verb, quantity), tree.spelt(verb)
    if rest is None:
        return word
    words = text_of(tree, rest, right_edge(tree, rest))
    return f"{word} … {words}" if rest > verb + 1 else f"{word} {words}"


def complement(tree: Tree, verb: int, quantity: Quantity) -> int | None:
    """The prepositional phrase after the number that names a thing, no time and no number."""
    for prep in [*tree.kids(verb), *tree.kids(quantity.token)]:
        if tree.dep[prep] != "prep" or tree.idx[prep] < quantity.end or tree.word(prep) not in _ON_WHAT:
            continue
        found = tree.child(prep, "pobj")
        if found is not None and tree.pos[found] in ("NOUN", "PROPN") and tree.entity[found] not in _NO_THING:
            return prep
    return None
