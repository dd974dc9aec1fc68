"""What the source does with the content: asserts, denies, supports, refuses, questions, no_comment or not_said.

The cue's class comes from ``lexicon/stances.csv``; for words of rejection the object decides: one rejects a claim
(denies) or an offer (refuses). A negated cue is the outlet's remark that nothing was said; a first-person verb that
opens a quotation says what the speaker does.
"""

from functools import cache

from onrecord.lexicon import read_rows
from onrecord.trees import Span, Tree

OPENING = 12  # words from the start of a quotation in which a performative can stand
PROPOSITION_SHAPES = frozenset(("clause", "wh", "if", "before", "host", "ing", "object+as", "quote>", "<quote"))
SAYING = frozenset(
    (
        *("say", "tell", "comment", "respond", "reply", "answer", "specify", "explain", "elaborate", "indicate"),
        *("mention", "disclose", "reveal", "clarify", "state", "give", "provide", "address", "discuss"),
    )
)


@cache
def _classes() -> dict[tuple[str, str], str]:
    return {(r["lemma"], r["role"]): r["class"] for r in read_rows("stances")}


def class_of(lemma: str, role: str = "cue") -> str:
    return _classes().get((lemma, role), "")


def find_stance(tree: Tree, cue: int | None, shape: str, content: list[Span], quoted: bool) -> str:
    """The stance of the source of a claim with this cue and content (token spans)."""
    if quoted and (performed := _performative(tree, content[0])):
        return performed
    if cue is None:
        return "asserts"
    lemma = tree.lemma[cue]
    negated = is_negated(tree, cue)
    kind = class_of(tree.key(cue))
    if lemma == "decline" or (kind == "refuse" and shape in ("to",)):
        inner = next((tree.lemma[c] for c in tree.kids(cue) if tree.dep[c] == "xcomp"), "")
        return "no_comment" if inner in SAYING else "refuses"
    if negated:
        if kind in ("deny", "reject", "doubt"):
            return "asserts"  # "did not deny" neither denies nor supports
        if kind == "support":
            return "asserts"
        return "not_said" if lemma in SAYING and _did_not(tree, cue) else "asserts"
    if kind == "deny":
        return "denies"
    if kind == "reject":
        return "denies" if is_proposition(tree, shape, content) else "refuses"
    return {"support": "supports", "question": "questions", "doubt": "questions", "refuse": "refuses"}.get(
        kind, "asserts"
    )


def is_negated(tree: Tree, cue: int) -> bool:
    kids = tree.kids(cue)
    return any(tree.dep[k] == "neg" or (tree.dep[k] == "advmod" and tree.word(k) == "never") for k in kids)


def _did_not(tree: Tree, cue: int) -> bool:
    """ "did not say", "has not said", "would not say": not "does not mean to say"."""
    return any(tree.dep[k] == "aux" and tree.lemma[k] in ("do", "have", "will", "would") for k in tree.kids(cue))


def is_proposition(tree: Tree, shape: str, content: list[Span]) -> bool:
    """Is what is rejected something said (a claim, an idea, an accusation) rather than an offer, a bill or a person?"""
    if shape in PROPOSITION_SHAPES:
        return True
    head = head_of(tree, content[0])
    if class_of(tree.lemma[head], "object") == "proposition":
        return True
    return any(
        tree.dep[k] in ("acl", "ccomp") and any(tree.dep[m] == "mark" for m in tree.kids(k)) for k in tree.kids(head)
    )


def head_of(tree: Tree, span: Span) -> int:
    """The token of a span whose parent lies outside it."""
    a, b = span
    for i in range(a, b):
        if (not a <= tree.head[i] < b or tree.head[i] == i) and tree.pos[i] not in ("PUNCT", "SPACE"):
            return i
    return a


def _performative(tree: Tree, span: Span) -> str | None:
    """ "We categorically reject …" at the start of a quotation: what the speaker does by saying it."""
    a, b = span
    for i in range(a, min(b, a + OPENING)):
        if tree.tag[i] == ".":
            return None
        if tree.tag[i] in ("VBP", "VBZ", "VB", "VBG") and (kind := class_of(tree.lemma[i])):
            subject = next((k for k in tree.kids(i) if tree.dep[k] == "nsubj"), None)
            if (
                subject is None
                or tree.word(subject) not in ("i", "we")
                or is_negated(tree, i)
                or tree.dep[i] not in ("ROOT", "ccomp", "conj")
            ):
                continue
            obj = next((k for k in tree.kids(i) if k > i and tree.dep[k] in ("dobj", "ccomp")), None)
            if kind == "deny":
                return "denies"
            if kind == "reject" and obj is not None:
                shape = "clause" if tree.dep[obj] == "ccomp" else "object"
                return "denies" if is_proposition(tree, shape, [tree.span(obj)]) else "refuses"
    return None
