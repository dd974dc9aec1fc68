"""Votes for a body: what only a company or an institution has, is called, or has done to it.

"Delvo, the manufacturer", "Delvo's shareholders", "the acquisition of Delvo", "Lisbon-based Delvo". A parser that has
only a capital to go by takes such a name for a person's or a place's.
"""

from onrecord.actors.names import initials_of, read_first_names
from onrecord.actors.namings import Naming
from onrecord.actors.words import Words, read_organisation_words

POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
OFFICERS = frozenset(("officer", "counsel"))  # "chief medical officer", "general counsel"
HIGH = frozenset(("chief", "general", "executive"))
PLACES = frozenset(("GPE", "FAC", "LOC"))  # labels of the parser
WITHIN = frozenset(("in", "near", "across"))
OWNED, DEALT, CALLED, BASED, ABBREVIATED = 1.5, 2.0, 2.5, 2.5, 5.0  # votes
WIDEST = 9  # words of a name in full


def body_votes(text: Words, naming: Naming) -> float:
    """What stands around a name for a body; none for a name with a title or a first name."""
    if naming.title is not None or text.words[naming.start].casefold() in read_first_names():
        return 0.0
    head = naming.end - 1
    total = CALLED if _is_explained(text, naming.lead, head) else 0.0
    total += OWNED if _has_what_bodies_have(text, naming) else 0.0
    total += DEALT if _is_dealt_with(text, head) else 0.0
    based = (
        naming.lead > 1 and text.words[naming.lead - 1] in ("based", "listed") and text.words[naming.lead - 2] in "-‑–"
    )
    total += ABBREVIATED if _is_abbreviation(text, naming) else 0.0
    return total + (BASED if based else 0.0)


def _is_abbreviation(text: Words, naming: Naming) -> bool:
    """ "The Health and Safety Office (HSO)": letters in brackets right behind the words that they begin."""
    words, start = text.words, naming.start
    short = words[start]
    alone = naming.end - start == 1 and len(short) > 2 and short.isupper()
    if not alone or start < 3 or words[start - 1] != "(" or words[naming.end : naming.end + 1] != [")"]:
        return False
    before = words[max(0, start - 1 - WIDEST) : start - 1]
    runs = (before[k:] for k in range(len(before) - 1) if before[k][0].isupper() and before[-1][0].isupper())
    return any(short in initials_of(" ".join(run)) for run in runs)


def _is_explained(text: Words, first: int, head: int) -> bool:
    """ "Delvo, the manufacturer", "Delvo, a subsidiary of …": a noun for a body in apposition."""
    tree = text.tree
    nouns = {text.words[child].casefold() for child in tree.kids(head) if tree.dep[child] == "appos"}
    if tree.dep[head] == "appos":  # "the firm that makes it, Delvo"
        nouns.add(text.words[tree.head[head]])
    if first and text.words[first - 1].islower():  # "the Dutch parent Delvo"
        nouns.add(text.words[first - 1])
    return not read_organisation_words("explains").isdisjoint(nouns) or _is_which(text, head)


def _is_which(text: Words, head: int) -> bool:
    """ "Delvo, which is privately held": no person is a "which"."""
    clauses = (child for child in text.tree.kids(head) if text.tree.dep[child] == "relcl")
    return any(text.words[k] == "which" for clause in clauses for k in text.tree.kids(clause))


def _has_what_bodies_have(text: Words, naming: Naming) -> bool:
    """ "Delvo's shareholders", "the Delvo plant", "Delvo's chief medical officer"."""
    tree, words, head = text.tree, text.words, naming.end - 1
    top = tree.head[head]
    owns = tree.dep[head] == "poss" and not POSSESSIVES.isdisjoint(words[naming.end : naming.end + 1])
    if not owns and not (tree.dep[head] in ("compound", "nmod") and top >= naming.end):
        return False
    if naming.label in PLACES and words[top].casefold() in read_organisation_words("anywhere"):
        return False  # "the Delvo plant" may be the one in Delvo
    if words[top].casefold() in OFFICERS:
        return not HIGH.isdisjoint(word.casefold() for word in words[naming.end : top])
    return words[top].casefold() in read_organisation_words("owned")


def _is_dealt_with(text: Words, head: int) -> bool:
    """ "The acquisition of Delvo", "shares in Delvo", "to buy Delvo": what is done to companies."""
    tree = text.tree
    above = tree.head[head]
    if tree.dep[head] == "pobj":
        noun = tree.head[above]
        told, within = text.words[noun].casefold(), text.words[above].casefold() in WITHIN
        return tree.dep[above] == "prep" and told in read_organisation_words("invested" if within else "dealt")
    return tree.dep[head] == "dobj" and tree.lemma[above] in ("acquire", "buy")
