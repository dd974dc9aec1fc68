"""When it was said: the time expression of the reporting clause, as words; :mod:`onrecord.periods` resolves them."""

from onrecord.trees import Span, Tree

THROUGH = frozenset(
    (
        "npadvmod",
        "prep",
        "pobj",
        "advcl",
        "advmod",
        "nummod",
        "compound",
        "amod",
        "det",
        "appos",
        "pcomp",
        "dobj",
        "acl",
        "dative",
        "nmod",
        "tmod",
    )
)


def find_said(tree: Tree, cue: int, content: list[Span], source: Span | None) -> Span | None:
    """Characters of the one date that hangs on the cue; null when there is none, or two equally near."""
    best: tuple[int, int] | None = None
    tie = False
    low, high = _sentence(tree, cue)
    i = low
    while i < high:
        if tree.entity[i] != "DATE":
            i += 1
            continue
        j = i
        while j < high and tree.entity[j] == "DATE":
            j += 1
        if not any(a <= i < b for a, b in content) and not (source and source[0] <= i < source[1]):
            steps = _steps(tree, i, j, cue)
            if steps is not None:
                if best is None or steps < best[0]:
                    best, tie = (steps, i, j), False
                elif steps == best[0]:
                    tie = True
        i = j
    if best is None or tie:
        return None
    _, a, b = best
    if a > low and tree.pos[a - 1] == "ADP" and tree.dep[a - 1] == "prep":
        a -= 1
    return tree.chars((a, b))


def _steps(tree: Tree, a: int, b: int, cue: int) -> int | None:
    """How many arcs lead from the date up to the cue through its own adjuncts; null when they lead elsewhere."""
    at = next((i for i in range(a, b) if not a <= tree.head[i] < b), a)
    for steps in range(1, 9):
        if tree.dep[at] not in THROUGH:
            return None
        at = tree.head[at]
        if at == cue:
            return steps
    return None


def _sentence(tree: Tree, i: int) -> Span:
    while tree.head[i] != i:
        i = tree.head[i]
    return tree.span(i)
