"""When it was said: the time expression of the reporting clause, as words; ``language.periods`` resolves them."""

from onrecord.claims.sources import REFUSING
from onrecord.claims.stances import class_of
from onrecord.language.spans import Chars, Tokens
from onrecord.language.trees import Tree

THROUGH = frozenset(
    (
        *("npadvmod", "prep", "pobj", "advcl", "advmod", "nummod", "compound", "amod", "det", "appos", "pcomp"),
        *("dobj", "acl", "dative", "nmod", "poss"),
    )
)
INHERITING = frozenset(("conj", "advcl", "xcomp", "acl", "prep", "pcomp"))
MADE = frozenset(("dobj",))  # "made the claim on Friday"
FARTHEST = 8  # arcs from a date up to the cue
DATES = frozenset(("DATE", "TIME"))


def find_said(tree: Tree, cue: int, content: list[Tokens], source: Tokens | None) -> Chars | None:
    """Characters of the one date that hangs on the cue, or on the verb whose speaker it shares.

    Null when there is none, or two are equally near.
    """
    low, high = _sentence(tree, cue)
    dates = [d for d in _dates(tree, low, high) if not _within(d, content, source)]
    at = cue
    while dates:
        found = sorted((steps, d) for d in dates if (steps := _steps(tree, d, at)) is not None)
        if found:
            tie = len(found) > 1 and found[0][0] == found[1][0]
            return None if tie else tree.chars(found[0][1])
        if not _shares_time(tree, at):
            return None
        at = tree.head[at]
    return None


def _shares_time(tree: Tree, i: int) -> bool:
    """Does the cue happen when the verb above it does? Who rejects another's claim today has not heard it today."""
    if tree.pos[i] == "NOUN":
        made = tree.dep[i] in MADE and class_of(tree.key(tree.head[i])) not in REFUSING
        return made and tree.child(i, "poss") is None
    return tree.dep[i] in INHERITING and tree.subject(i) is None


def _dates(tree: Tree, low: int, high: int) -> list[Tokens]:
    """The date entities between two tokens, each with its preposition; an hour alone is none."""
    out, i = [], low
    while i < high:
        j = i + 1
        kind = tree.entity[i]
        if kind in DATES:
            while j < high and tree.entity[j] == kind:
                j += 1
            named = any(tree.pos[k] in ("PROPN", "NOUN", "ADV") or tree.end[k] - tree.idx[k] == 4 for k in range(i, j))
            if named and (kind == "DATE" or any(tree.pos[k] == "PROPN" for k in range(i, j))):
                before = i > low and tree.pos[i - 1] == "ADP" and tree.dep[i - 1] == "prep"
                out.append(Tokens(i - before, j))
        i = j
    return out


def _within(date: Tokens, content: list[Tokens], source: Tokens | None) -> bool:
    last = date[1] - 1
    return any(a <= last < b for a, b in content) or (source is not None and source[0] <= last < source[1])


def _steps(tree: Tree, date: Tokens, cue: int) -> int | None:
    """How many arcs lead from the date up to the cue through its own adjuncts; null when they lead elsewhere."""
    at = next((i for i in range(*date) if not date[0] <= tree.head[i] < date[1]), date[0])
    event = False  # "Friday's debate": the date of an event, not of what is said about it
    for steps in range(1, FARTHEST + 1):
        if tree.dep[at] not in THROUGH or (event and tree.dep[at] == "dobj"):
            return None
        if tree.word(at) == "according":
            return None
        event = event or tree.dep[at] == "poss"
        at = tree.head[at]
        if at == cue:
            return steps
    return None


def _sentence(tree: Tree, i: int) -> Tokens:
    while tree.head[i] != i:
        i = tree.head[i]
    return tree.span(i)
