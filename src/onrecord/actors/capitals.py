"""Capitals: when a city's name stands for its country's government, and when it is a place.

"Ankara says", "Washington’s policy", "talks between Seoul and Pyongyang" are governments; "in Ankara", "London is
large", "ANKARA –" at the head of an article are places. What neither rule decides stays a place: it names no actor.
"""

from functools import cache

from onrecord.actors.words import Words
from onrecord.language import countries
from onrecord.lexicon import read_rows


@cache
def _context(part: str) -> frozenset[str]:
    return frozenset(row["word"] for row in read_rows("capital_contexts") if row["part"] == part)


def is_government(text: Words, first: int, stop: int) -> bool:
    """Whether the capital's name at tokens ``first``..``stop`` acts, owns a policy or is treated with as a state."""
    tree = text.tree
    if not tree.dep[first] or _in_address(text, first, stop):
        return False
    head = stop - 1
    dep, top = tree.dep[head], tree.head[head]
    for _ in range(4):  # "Washington and Ankara": the second acts as the first does
        if dep != "conj":
            break
        dep, head, top = tree.dep[top], top, tree.head[top]
    if dep in ("nsubj", "nsubjpass"):
        return _acts(text, top, dep)
    if dep in ("dobj", "dative"):
        return tree.lemma[top].lower() in _context("verb")
    if dep == "poss":
        return tree.lemma[top].lower() in _context("noun")
    if dep in ("compound", "nmod"):
        return False
    return dep == "pobj" and text.words[top].casefold() in _context("preposition") and not _place_phrase(text, top)


def _acts(text: Words, verb: int, dep: str) -> bool:
    tree = text.tree
    lemma = tree.lemma[verb].lower()
    if lemma == "be":
        adjective = tree.child(verb, "acomp")
        return adjective is not None and tree.child(adjective, "xcomp", "ccomp") is not None
    if dep == "nsubjpass":
        return lemma in _context("verb")
    return lemma not in _context("place_verb") and tree.tag[verb].startswith("V")


def _in_address(text: Words, first: int, stop: int) -> bool:
    """ "London, Ontario", "Camden, London": a place beside a place."""
    tree, words = text.tree, text.words
    after = (
        stop + 1 < tree.n
        and words[stop] == ","
        and tree.entity[stop + 1] == "GPE"
        and not countries.find_capital(words[stop + 1])
    )
    before = first > 1 and words[first - 1] == "," and tree.entity[first - 2] == "GPE" and tree.dep[stop - 1] == "appos"
    return after or before


def _place_phrase(text: Words, preposition: int) -> bool:
    """ "by London’s river", "towards Ankara, 40 km away": a distance or a motion makes it a place."""
    tree = text.tree
    return tree.lemma[tree.head[preposition]].lower() in (
        "travel",
        "fly",
        "drive",
        "road",
        "flight",
        "train",
        "move",
        "head",
        "march",
    )
