"""Which time expression dates a figure: the one of its own clause, or of the noun that it belongs to; else none.

"It spent £182bn, up from £176bn last year": last year is the second's. A time inside another clause, another quotation
or right behind another figure is a neighbour's, and a figure that several could date has none.
"""

import re

from onrecord.figures.clauses import Link
from onrecord.figures.phrases import right_edge, text_of
from onrecord.figures.quantities import Quantity
from onrecord.language.spans import Chars
from onrecord.language.trees import Tree

STRETCH = "stretch of time"  # the rule of a figure that says when
# Kinds of unit in which things have what they have whenever something is done to them.
PROPERTIES = frozenset(("duration", "length", "age", "mass", "area", "volume"))
NEAR = 2  # characters between a figure and the time expression right behind it
DEEPEST = 20  # links climbed from a word to its verb
_LATER = re.compile(r"\s(?:later|earlier|before|after)\b")
_MARKS = re.compile(r"[“”\"]")
_SHARED = ("xcomp", "conj")


def is_time(text: str, quantity: Quantity, periods: list[Chars]) -> bool:
    """ "in the last three months", "two years later": a figure that says when, and measures nothing else."""
    if quantity.unit_kind != "duration":
        return False
    return bool(_LATER.match(text, quantity.end)) or any(a < quantity.start and quantity.end <= b for a, b in periods)


def find_stretch(tree: Tree, quantity: Quantity) -> Link:
    """The link of a figure that says when: it measures the time before or after what follows ("*after the attack*")."""
    prep = tree.first_from(quantity.end)
    thing = tree.child(prep, "pobj") if prep < tree.n and tree.word(prep) in ("after", "before", "since") else None
    words = None if thing is None else text_of(tree, prep, right_edge(tree, thing))
    return Link(words, None, None, STRETCH, own=False)


def find_own_period(
    tree: Tree, quantity: Quantity, link: Link, periods: list[Chars], others: list[Quantity]
) -> Chars | None:
    """The time expression of a figure among those of its sentence; ``others`` are the sentence's other figures."""
    if right := next((p for p in periods if 0 <= p[0] - quantity.end <= NEAR), None):
        return right
    apart = [p for p in periods if p[1] <= quantity.start or quantity.end <= p[0]]
    apart = [p for p in apart if not _is_another_s(tree, quantity, p, others) and _same_quotation(tree, quantity, p)]
    if link.rule == STRETCH:
        return None
    nouns, verb = _above(tree, quantity.noun if quantity.noun is not None else quantity.token)
    verb = link.verb if verb is None else verb
    found = [p for p in apart if _of_noun(tree, p, nouns)]
    if not found and not (link.rule in ("modified noun", "apposition") and quantity.unit_kind in PROPERTIES):
        found = [p for p in apart if _of_clause(tree, p, verb)]
    return found[0] if len(found) == 1 else None


def _above(tree: Tree, word: int) -> tuple[list[int], int | None]:
    """The nouns from a word upwards, itself among them, and the verb that they hang on (null in a fragment)."""
    nouns = [word]
    for _ in range(DEEPEST):
        head = tree.head[word]
        if head == word:
            return nouns, word if tree.pos[word] in ("VERB", "AUX") else None
        if tree.pos[head] in ("VERB", "AUX"):
            return nouns, head
        nouns.append(head)
        word = head
    return nouns, None


def _of_noun(tree: Tree, period: Chars, nouns: list[int]) -> bool:
    """Whether the time hangs on a noun of the figure's: "last year's budget of 4 million"."""
    root = find_root(tree, period)
    above = tree.head[root]
    return above != root and tree.pos[above] in ("NOUN", "PROPN", "NUM", "SYM") and above in nouns


def _of_clause(tree: Tree, period: Chars, verb: int | None) -> bool:
    """Whether the time hangs on the figure's own verb, or stands before one that shares its subject with it."""
    root = find_root(tree, period)
    above, governs = _above(tree, root)
    if verb is None:
        return governs is None
    if governs is None or any(tree.pos[i] in ("NOUN", "PROPN", "NUM") for i in above[1:]):
        return False
    at = verb
    while at != governs and tree.dep[at] in _SHARED and tree.subject(at) is None:
        if tree.dep[at] == "conj" and not period[1] <= tree.idx[tree.head[at]]:
            return False  # "sold 40 in May and bought 20": only a time before both verbs is of both
        at = tree.head[at]
    return at == governs


def _is_another_s(tree: Tree, quantity: Quantity, period: Chars, others: list[Quantity]) -> bool:
    """Whether the time stands right behind another figure, and the two are no list ("40 boats and 20 cars in May")."""
    owner = next((q for q in others if 0 <= period[0] - q.end <= NEAR), None)
    if owner is None:
        return False
    at = owner.noun if owner.noun is not None else owner.token
    mine = {quantity.token, quantity.noun}
    for _ in range(DEEPEST):
        if tree.dep[at] != "conj":
            return True
        at = tree.head[at]
        if at in mine:
            return False
    return True


def _same_quotation(tree: Tree, quantity: Quantity, period: Chars) -> bool:
    """Whether no single quotation mark parts the two."""
    first, last = min(quantity.end, period[1]), max(quantity.start, period[0])
    return len(_MARKS.findall(tree.text[first:last])) % 2 == 0


def find_root(tree: Tree, span: Chars) -> int:
    """The highest token of a stretch of text, the first of several; a lone mark or space only where nothing else is."""
    first, last = tree.token_at(span[0]), tree.token_at(span[1] - 1)
    words = range(first + (span[0] == tree.end[first]), last + 1)
    tops = [i for i in words if tree.head[i] == i][:1] or [i for i in words if tree.head[i] not in words]
    return min(tops, key=lambda i: _depth(tree, i))


def _depth(tree: Tree, i: int) -> int:
    if not tree.kids(i) and (tree.punctuation[i] or tree.spelt(i).isspace()):
        return tree.n - 1
    depth = 0
    while tree.head[i] != i:
        i, depth = tree.head[i], depth + 1
    return depth


def find_tense(tree: Tree, link: Link) -> bool | None:
    """True in a clause about the future, false in the past, null when the verb does not tell."""
    if link.verb is None:
        return None
    helpers = {tree.word(k) for k in tree.kids(link.verb) if tree.dep[k] in ("aux", "auxpass")}
    if helpers & {"will", "'ll", "’ll", "shall"}:
        return True
    return False if tree.tag[link.verb] == "VBD" or helpers & {"was", "were", "had"} else None
