"""Numbers by which something moved: "rose 5 percent", "an increase of 3 million", "up 3 cents".

Such a number is no level: it is set beside no statistic that gives one. Verbs and nouns are in ``change_verbs.csv``.
"""

from functools import cache

from onrecord.figures.quantities import Quantity
from onrecord.language.trees import Tree
from onrecord.lexicon import read_rows

DIRECTIONS = ("up", "down", "off")
AMOUNTS = ("npadvmod", "dobj", "advmod", "dep", "nmod")  # how the amount of a change hangs on its verb


@cache
def change_verbs() -> frozenset[str]:
    """Lemmas of verbs (and their nouns) that say a level moved."""
    return frozenset(row["lemma"] for row in read_rows("change_verbs"))


def is_change(tree: Tree, quantity: Quantity) -> bool:
    """Whether a number says by how much something moved: "rose 5 %", "fell by 5 %", "a rise of 5 %", "a 5 % rise"."""
    first = tree.first_from(quantity.start)
    if first and tree.word(first - 1) in (*DIRECTIONS, "to"):
        return tree.word(first - 1) != "to"
    token = quantity.noun if quantity.noun is not None else quantity.token
    head, dep = tree.head[token], tree.dep[token]
    while dep in ("conj", "quantmod") and head != token:
        token, dep, head = head, tree.dep[head], tree.head[head]
    lemma = tree.lemma[head].lower()
    if dep == "pobj":
        return tree.word(head) in ("by", "of") and tree.lemma[tree.head[head]].lower() in change_verbs()
    if dep in AMOUNTS:
        return lemma in change_verbs()
    modifies = dep in ("nummod", "amod", "compound") and tree.pos[head] == "NOUN"
    return modifies and quantity.noun is None and lemma in change_verbs()


def follows_change(tree: Tree, quantity: Quantity) -> bool:
    """Whether a verb of change stands right before: in "rose 5 % to 20 %" the first is by how much."""
    before = tree.first_from(quantity.start) - 1
    if before < 0:
        return False
    if tree.word(before) in DIRECTIONS:
        return True
    words = range(max(0, before - 1), before + 1)
    moved = any(tree.lemma[i].lower() in change_verbs() and tree.pos[i] in ("VERB", "ADV", "ADP") for i in words)
    return moved and tree.word(before) != "to"


def is_under_change(tree: Tree, quantity: Quantity) -> bool:
    """Whether a verb or noun of change governs: "rose from", "an increase from"."""
    token = quantity.token
    for _ in range(4):
        token = tree.head[token]
        if tree.lemma[token].lower() in change_verbs():
            return True
    return False
