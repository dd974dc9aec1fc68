"""Sentences that call something said false: "that is not true", "the report is a fabrication", "it never happened".

They deny whatever their cue is. What is called wrong must be something said, or a pronoun for it: "closing the pool is
wrong" is a verdict, and denies nothing.
"""

from onrecord.claims.stances import class_of, is_negated
from onrecord.language.spans import Tokens
from onrecord.language.trees import Tree

SHORT = 6  # words of an answer that needs no verb: "Nice try, not true"
ANAPHORA = frozenset(("it", "that", "this", "they", "these", "those", "all", "everything"))
NONE = frozenset(("none", "nothing"))
BELOW = frozenset(("ccomp", "acl", "relcl", "pcomp"))  # clauses that the words before them govern: "I hope it is a lie"
BEING = frozenset(("be", "sound", "seem", "remain"))


def find_falsity(tree: Tree, span: Tokens) -> int | None:
    """The subject of the sentence that opens a content and calls it false; the word itself where it has none."""
    a, b = span
    stop = next((i + 1 for i in range(a, b) if tree.tag[i] == "."), b)
    for i in range(a, stop):
        lemma, subject = tree.lemma[i], tree.child(i, "nsubj")
        if not _is_stated(tree, i, a):
            continue
        if lemma in BEING and tree.pos[i] in ("AUX", "VERB") and tree.dep[i] != "conj":
            if subject is None or not a <= subject < b or not _is_said(tree, subject):
                continue
            if _is_called_false(tree, i, subject):
                return subject
        elif lemma in ("happen", "occur") and subject is not None and a <= subject < b and _did_not(tree, i):
            return subject if tree.word(subject) in ANAPHORA else None
    words = [i for i in range(a, stop) if tree.pos[i] not in ("PUNCT", "SPACE")]
    if len(words) <= SHORT and not any(tree.pos[i] in ("VERB", "AUX") for i in words):
        return next((i for i in words if _is_false(tree, i, any(tree.word(k) == "not" for k in words), False)), None)
    return None


def _is_stated(tree: Tree, verb: int, start: int) -> bool:
    """Whether a verb states what is or was: no condition, no "may" or "must", and nothing that is hoped or asked."""
    if any(tree.tag[k] == "MD" or tree.word(k) in ("if", "whether") for k in tree.kids(verb)):
        return False
    return tree.dep[verb] != "advcl" and not (tree.dep[verb] in BELOW and start <= tree.head[verb] < verb)


def _did_not(tree: Tree, verb: int) -> bool:
    """ "Never happened", "did not happen", "has not happened"; not "does not happen"."""
    past = tree.tag[verb] == "VBD" or any(
        tree.dep[k] == "aux" and (tree.tag[k] == "VBD" or tree.lemma[k] == "have") for k in tree.kids(verb)
    )
    return past and is_negated(tree, verb)


def _is_said(tree: Tree, i: int) -> bool:
    return (
        tree.word(i) in ANAPHORA | NONE or class_of(tree.lemma[i], "object") == "proposition" or tree.lemma[i] == "fact"
    )


def _is_called_false(tree: Tree, verb: int, subject: int) -> bool:
    """Whether the complement of a verb of being calls its subject false: "is a lie", "was simply not true".

    Only of a named thing said does "wrong" say so: "that is wrong" may be a verdict.
    """
    negated = is_negated(tree, verb) or tree.word(subject) in NONE
    named = tree.word(subject) not in ANAPHORA
    for k in tree.kids(verb):
        if k > verb and tree.dep[k] in ("acomp", "attr", "oprd", "advmod", "xcomp"):
            no_infinitive = not any(tree.dep[m] in ("xcomp", "ccomp") for m in tree.kids(k))
            if no_infinitive and _is_false(tree, k, negated or is_negated(tree, k), named):
                return True
    return False


def _is_false(tree: Tree, i: int, negated: bool, named: bool) -> bool:
    kind = class_of(tree.lemma[i], "complement")
    return kind == "true" if negated else kind == "false" or (named and kind == "wrong")
