"""Estimates: who puts a number on something, in words that are otherwise no saying ("put the toll at 31").

Counts of corpora do not tell them from acts: people also put cups on tables and raise rents. What tells is a number in
its place: "put X at N", "gave a figure of N", "gave X as N", "spoke of N bodies", and "raised the toll to N", where the
object is itself a count.
"""

from onrecord.language.spans import Tokens
from onrecord.language.subjects import find_subject
from onrecord.language.trees import Tree

RULE = "verb: estimate"
VERBS = frozenset(("put", "give", "speak", "raise", "lower", "revise", "update", "increase"))
COUNTS = frozenset(("toll", "count", "tally", "estimate", "forecast", "figure", "total", "number"))
CHANGED = COUNTS - {"number", "total"}  # "raised the number of guards to 50" is no estimate
AMOUNTS = frozenset(("half", "third", "quarter", "dozen", "dozens", "hundreds", "thousands", "tens", "scores"))
HEDGES = frozenset(("about", "around", "some", "roughly", "nearly", "almost", "just", "over", "under", "more", "less",
                    "fewer", "than", "at", "least", "most", "up", "to", "between", "a", "an", "only", "the",
                    "close", "well", "approximately", "$", "£", "€"))  # fmt: skip
TIMES = frozenset(("a.m.", "p.m.", "am", "pm", "o'clock"))


def find_estimates(tree: Tree) -> list[tuple[int, Tokens]]:
    """Each verb by which somebody puts a number on something, with the tokens of what is estimated and the number."""
    out = []
    for v in range(tree.n):
        if tree.pos[v] == "VERB" and tree.lemma[v] in VERBS and (span := _estimated(tree, v)) is not None:
            out.append((v, span))
    return out


def _estimated(tree: Tree, v: int) -> Tokens | None:
    lemma, obj = tree.lemma[v], tree.child(v, "dobj")
    if find_subject(tree, v, passive=False) is None or any(tree.dep[k] == "neg" for k in tree.kids(v)):
        return None
    if lemma == "speak":
        return _behind(tree, v, "of", (v,))
    if obj is None or obj < v or (tree.tag[obj] == "PRP" and tree.word(obj) != "it"):
        return None
    noun = tree.lemma[obj].casefold()
    if lemma == "put":
        found = _behind(tree, v, "at", (v, obj))
    elif lemma == "give":
        found = _behind(tree, v, "of", (obj,)) if noun in COUNTS else None
        found = found or (_behind(tree, v, "as", (v, obj)) if noun in COUNTS else None)
    else:
        counted = noun in CHANGED or (noun == "it" and lemma in ("raise", "revise", "lower"))
        found = _behind(tree, v, "to", (v, obj), alone=noun == "it") if counted else None
    return None if found is None else Tokens(tree.left(obj), found[1])


def _behind(tree: Tree, v: int, preposition: str, heads: tuple[int, ...], alone: bool = False) -> Tokens | None:
    """What follows the preposition, to the end of the number there; ``alone``: nothing may be counted by it."""
    froms = [k for head in heads for k in tree.kids(head) if tree.word(k) == "from"]
    after = (*heads, *froms, *(k for p in froms for k in tree.kids(p)))  # "from five to four"
    for p in sorted(k for head in after for k in tree.kids(head) if k > v and tree.word(k) == preposition):
        number = next((k for k in range(p + 1, min(p + 8, tree.n)) if tree.word(k) not in HEDGES), None)
        if number is None or not (tree.numeric[number] or tree.word(number) in AMOUNTS):
            continue
        stop = max(number + 1, min(tree.right(p), number + 12))
        stop = next(
            (k for k in range(number + 1, stop) if tree.word(k) in (";", ":", "(") or tree.dep[k] == "relcl"), stop
        )
        timed = any(tree.word(k) in TIMES for k in range(number, min(number + 2, tree.n)))
        counted = number + 1 < stop and tree.tag[number + 1].startswith("NN")
        if not timed and not (alone and counted):
            return Tokens(p + 1, stop)
    return None
