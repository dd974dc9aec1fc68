"""Words of the text for a noun or a verb of the parse: "depth of its ports", "spent … on its schools"."""

from spacy.tokens import Doc, Token

from onrecord.figures.quantities import Quantity

_RIGHT = frozenset(["of", "per", "for", "in", "on", "to", "against", "with", "from", "by", "between", "at"])
_NO_THING = frozenset(["DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "QUANTITY"])
_ON_WHAT = frozenset(["on", "for", "in", "into", "of", "to", "from"])
_EMPTY_VERBS = frozenset(["be", "have", "do", "say", "go"])


def phrase(doc: Doc, noun: Token, quantity: Quantity) -> str:
    """A noun with its modifiers and the "of", "for", "in" after it, without article, number and clauses."""
    left = noun.i
    for child in reversed(list(noun.lefts)):
        if child.dep_ not in ("compound", "amod", "nmod", "poss") or child.right_edge.i + 1 != left or child.like_num:
            break
        left = child.left_edge.i
    if doc[left].dep_ == "poss" and doc[left].tag_ == "PRP$" and left < noun.i:
        left += 1
    while left < noun.i and (
        (doc[left].idx < quantity.end and quantity.start <= doc[left].idx) or doc[left].pos_ == "DET"
    ):
        left += 1
    return text_of(doc, left, right_edge(noun, quantity))


def right_edge(token: Token, quantity: Quantity | None = None) -> int:
    """The last token of a phrase: prepositional phrases on it are followed, clauses and lists are not."""
    edge = token.i
    for _ in range(3):
        found = None
        for child in token.doc[edge].rights if edge != token.i else token.rights:
            if child.i != edge + 1:
                continue
            if child.dep_ == "pobj" or (child.dep_ == "prep" and child.lower_ in _RIGHT):
                found = child
        if found is None:
            break
        thing = found if found.dep_ == "pobj" else next((c for c in found.children if c.dep_ == "pobj"), None)
        if thing is None or thing.like_num or thing.ent_type_ in _NO_THING:
            break
        if quantity and any(quantity.start <= t.idx < quantity.end for t in token.doc[edge + 1 : thing.i + 1]):
            break
        edge = thing.i
    if token.dep_ == "prep" and edge == token.i:
        thing = next((c for c in token.children if c.dep_ == "pobj"), None)
        edge = thing.i if thing is not None else edge
    return edge


def text_of(doc: Doc, first: int, last: int) -> str:
    """The text from one token to another, white space made even."""
    return " ".join(doc[first : last + 1].text.split())


def verb_words(doc: Doc, verb: Token, quantity: Quantity) -> str | None:
    """The verb and the phrase that says on what: "spent … on its schools"; "…" where the number stood between."""
    if verb.lemma_ in _EMPTY_VERBS:
        return None
    rest = complement(verb, quantity)
    if rest is None:
        return verb.text
    words = text_of(doc, rest.i, right_edge(rest))
    return f"{verb.text} … {words}" if rest.i > verb.i + 1 else f"{verb.text} {words}"


def complement(verb: Token, quantity: Quantity) -> Token | None:
    """The prepositional phrase after the number that names a thing, no time and no number."""
    for prep in [*verb.children, *verb.doc[quantity.token].children]:
        if prep.dep_ != "prep" or prep.idx < quantity.end or prep.lower_ not in _ON_WHAT:
            continue
        found = next((c for c in prep.children if c.dep_ == "pobj"), None)
        if found is not None and found.pos_ in ("NOUN", "PROPN") and found.ent_type_ not in _NO_THING:
            return prep
    return None
