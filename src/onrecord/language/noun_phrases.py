"""How far a noun phrase goes: its modifiers before the head, and after it as much as its use asks for.

One beginning (`phrase_start`) and three ends: the head alone, the head with what completes it ("director *of the
board*"), and the whole with its appositions and clauses, which is how a source is quoted.
"""

from onrecord.language.spans import Tokens
from onrecord.language.subjects import is_added
from onrecord.language.trees import Tree

MODIFIERS = frozenset(("det", "amod", "compound", "poss", "nmod", "nummod", "predet"))
COMPLETING = frozenset(("of", "for", "to", "at", "in"))
BELONGING = frozenset(("with", "from"))  # complete it where a certain body or place follows: not "with a cold"
MARKS = frozenset((",", "(", "–", "—", ";"))
PARTING = frozenset((",", ";", ":", "(", ")", "–", "—", "|", "•"))
LONGEST = 8  # words of a phrase with the clause that tells who is meant
BRACKETS = ("(", "[", ")", "]")


def phrase_start(tree: Tree, head: int) -> int:
    """First token: the determiner, possessor, number or other modifier that stands farthest before the head.

    A modifier across a dash or a bracket belongs to another phrase, and so does one before a comma behind which the
    phrase begins anew: "at 1:30 p.m. ET, *Moss's spokesman*", but "*the tired, hungry mayor*".
    """
    first = head
    for k in tree.kids(head):
        if k < head and tree.dep[k] in MODIFIERS and not _is_parted(tree, tree.left(k), head):
            first = min(first, k if _is_clause(tree, k) else tree.left(k))
    return before_hyphen(tree, first)


def _is_clause(tree: Tree, k: int) -> bool:
    """Whether what the parse hangs on a noun as a modifier has an auxiliary of its own: “were disciplined voters”."""
    return tree.child(k, "aux", "auxpass") is not None


def before_hyphen(tree: Tree, first: int) -> int:
    """Where the word before a hyphen begins, and what hangs on it: half of "higher-ups" is no phrase."""
    while first > 1 and tree.spelt(first - 1) == "-" and tree.end[first - 2] + 1 == tree.idx[first]:
        first = tree.left(first - 2)
    return first


def _is_parted(tree: Tree, start: int, head: int) -> bool:
    marks = [i for i in range(start, head) if tree.spelt(i) in PARTING]
    if not marks:
        return False
    anew = any(k > marks[-1] and tree.dep[k] in ("det", "poss") for k in tree.kids(head) if k < head)
    return anew or any(tree.spelt(i) != "," for i in marks)


def complement_end(tree: Tree, head: int, stop: int) -> int:
    """One past the last token of "of …", "for …", "to …", when that follows the name or noun that ends at ``stop``."""
    for k in tree.kids(head):
        completing = k == stop and tree.dep[k] == "prep" and (tree.word(k) in COMPLETING or _belongs(tree, k))
        if completing and tree.child(k, "pcomp") is None:  # not in "accused the mayor of stealing"
            stop = max(stop, find_border(tree, head, k, tree.right(k)))
    return stop


def _belongs(tree: Tree, preposition: int) -> bool:
    """ "An investigator *with the board*", "a delegate *from Peru*"."""
    to = tree.child(preposition, "pobj") if tree.word(preposition) in BELONGING else None
    det = None if to is None else tree.child(to, "det")
    return to is not None and (tree.pos[to] == "PROPN" or (det is not None and tree.word(det) == "the"))


def find_border(tree: Tree, head: int, start: int, stop: int) -> int:
    """Where between two tokens a mark, a relative clause or what is joined to the head begins; else ``stop``.

    "The owner of the ferry *that sank*"; "businesses *and towns*" are two, "a coalition of farmers and towns" is one.
    """
    for j in range(start, stop):
        if tree.spelt(j) in MARKS or (tree.dep[j] == "cc" and tree.head[j] == head):
            return j
        if tree.dep[j] == "relcl":
            return max(start, tree.left(j))
    return stop


def telling_end(tree: Tree, head: int, first: int, stop: int) -> int:
    """One past a short clause behind ``stop`` by which a noun tells who is meant: "people *who were there*"."""
    if stop >= tree.n or tree.tag[stop] != "WP" or tree.dep[tree.head[stop]] != "relcl":
        return stop
    clause = tree.head[stop]
    end = next((j for j in range(stop + 1, tree.right(clause)) if tree.spelt(j) in MARKS), tree.right(clause))
    return end if tree.head[clause] == head and end - first <= LONGEST else stop


def whole_phrase(tree: Tree, head: int) -> Tokens:
    """With apposition and clauses, but without a clause that ends the sentence or says what somebody does."""
    a, b = tree.span(head)
    last = b < tree.n and tree.tag[b] == "."
    for k in tree.kids(head):
        if k <= head:
            continue
        if is_added(tree, k) or tree.dep[k] in ("advcl", "ccomp", "parataxis") or (last and tree.dep[k] == "relcl"):
            b = min(b, max(head + 1, tree.left(k)))
    while b - a > 1 and tree.pos[b - 1] in ("PUNCT", "SPACE", "CCONJ") and tree.word(b - 1) not in BRACKETS:
        b -= 1
    while b - a > 1 and a < head and tree.pos[a] in ("PUNCT", "SPACE", "CCONJ", "ADV") and tree.word(a) not in BRACKETS:
        a += 1
    return Tokens(a, b)
