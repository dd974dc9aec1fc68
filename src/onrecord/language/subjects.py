"""Who does what a verb says: the subject of its clause, or the one that it shares with the clause it belongs to."""

from typing import Literal, NamedTuple

from onrecord.language.trees import Tree

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
SHARING = frozenset(
    ("conj", "xcomp", "advcl", "ccomp", "pcomp", "prep", "dep", "acomp", "attr", "oprd", "appos", "advmod")
)
DEPTH = 6  # clauses climbed at most
SUBJECT_CONTROL = frozenset(("promise", "have", "use", "take"))  # "promised him to say": who promised says
AMOUNTS = frozenset(("PERCENT", "MONEY", "QUANTITY", "DATE", "TIME"))
RELATIVE = frozenset(("WDT", "WP"))


class Subject(NamedTuple):
    """``word``: its token; ``verb``: the one that it was found at, in the clause asked for or one above it.

    ``tie``: subject (grammatical: it may be "who" or "there"), described (the noun that the clause says more of: "a
    plan *to build* …", "the ministry *accused of hiding* …"), controller (the object above: "asked *him* to say").
    """

    word: int
    verb: int
    tie: Literal["subject", "described", "controller"]


def find_subject(tree: Tree, verb: int, passive: bool = True) -> Subject | None:
    """The subject of a verb: its own, or the one that a participle, infinitive or coordinated verb shares.

    Null where the clause has none to share: a finite clause that depends on another has a subject of its own, which
    the parse has lost. ``passive``: whether the subject of the verb itself may be that of a passive.
    """
    at = verb
    for _ in range(DEPTH):
        own = [k for k in tree.kids(at) if tree.dep[k] in SUBJECTS]
        if not passive and at == verb:
            own = [k for k in own if tree.dep[k] != "nsubjpass"]
        if own:
            return Subject(_choose(tree, own, at), at, "subject")
        above, label = tree.head[at], tree.dep[at]
        if label in ("acl", "relcl"):
            return Subject(above, at, "described")
        if (controller := _controller(tree, at)) is not None:
            return Subject(controller, at, "controller")
        if above == at or label not in SHARING or (label == "ccomp" and tree.tag[at] not in ("VBG", "VBN", "VB")):
            return None
        at = above
    return None


def _choose(tree: Tree, subjects: list[int], verb: int) -> int:
    """Of several the nearest before the verb: "they" of "which they say was".

    A noun after a preposition is none beside one before it: of "the Emirates with a million population spent …" the
    parse makes two subjects.
    """
    before = [k for k in subjects if k < verb] or subjects[:1]
    free = [k for k in before if tree.pos[tree.left(k) - 1] != "ADP" or tree.left(k) == 0]
    return (free or before)[-1]


def _controller(tree: Tree, v: int) -> int | None:
    """The object above that a clause without subject is about: "asked *him* to say", "praised *him* for saying"."""
    h = tree.head[v]
    if tree.dep[v] == "pcomp" and tree.word(h) == "for":
        return tree.child(tree.head[h], "dobj")
    if tree.dep[v] != "xcomp" or tree.lemma[h] in SUBJECT_CONTROL:
        return None
    between = (k for k in tree.kids(h) if h < k < v and tree.dep[k] in ("dobj", "dative") and tree.pos[k] != "ADP")
    return next((k for k in between if not _is_amount(tree, k)), None)


def _is_amount(tree: Tree, noun: int) -> bool:
    """ "Gained *1 percent* to close at …", "needs *five days* to decide": an amount does nothing."""
    return tree.numeric[noun] or tree.entity[noun] in AMOUNTS


def is_added(tree: Tree, clause: int) -> bool:
    """A clause on a noun that says what its owner does: "a chance *to show*", "…, *declaring*"."""
    return tree.dep[clause] == "acl" and (tree.tag[clause] == "VB" or tree.word(tree.left(clause) - 1) == ",")
