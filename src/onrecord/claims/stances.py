"""What the source does with the content: asserts, denies, supports, refuses, questions, no_comment or not_said.

The cue's class comes from ``lexicon/stances.csv``; for words of rejection the object decides: one rejects a claim
(denies) or an offer (refuses). A negated cue is the outlet's remark that nothing was said; a first-person verb that
opens a quotation says what the speaker does.
"""

from functools import cache

from onrecord.language.pronouns import WE, I
from onrecord.language.spans import Tokens
from onrecord.language.trees import Tree
from onrecord.lexicon import read_rows

OPENING = 12  # words from the start of a quotation in which a performative can stand
PROPOSITION_SHAPES = frozenset(("clause", "wh", "if", "before", "host", "ing"))
PEOPLE = frozenset(("PERSON", "NORP", "ORG", "GPE"))
STANCES = {"support": "supports", "question": "questions", "doubt": "questions", "refuse": "refuses", "deny": "denies"}


@cache
def _classes() -> dict[tuple[str, str], str]:
    return {(r["lemma"], r["role"]): r["class"] for r in read_rows("stances")}


def class_of(lemma: str, role: str = "cue") -> str:
    """The class of a lemma in a role (``lexicon/stances.csv``); empty when it has none."""
    return _classes().get((lemma, role), "")


def is_stance_cue(tree: Tree, cue: int, shape: str, content: list[Tokens]) -> bool:
    """Does this cue say by itself that somebody takes a stance to something said, asked or offered?

    "Denies the allegation", "pushed back on those charges", "refused to attend", "did not respond to a request"; not
    "denied them visas", "shot down a bomber".
    """
    if not content:  # quotations alone
        return False
    if _is_unsaid(tree, cue):
        return True
    kind, head = class_of(tree.key(cue)), head_of(tree, content[0])
    said, asked = (bool(class_of(tree.lemma[head], role)) for role in ("object", "request"))
    if kind == "refuse":
        return asked or (shape == "to" and any(tree.dep[k] == "xcomp" for k in tree.kids(cue)))
    if kind not in ("deny", "reject", "support", "side") or tree.child(cue, "dative") is not None:
        return False
    if kind == "deny":
        return said or shape in ("clause", "ing", "object+ing") or tree.word(head) in ("it", "that", "this")
    return said or (kind == "reject" and asked) or (kind == "support" and shape in PROPOSITION_SHAPES)


def find_stance(tree: Tree, cue: int | None, shape: str, content: list[Tokens], quoted: bool) -> str:
    """The stance of the source of a claim with this cue and content (token spans)."""
    if quoted and (performed := _performative(tree, content[0])):
        return performed
    if cue is None:
        return "asserts"
    kind = class_of(tree.key(cue))
    if is_negated(tree, cue):
        return _unsaid(tree, cue)
    if cue > 1 and (tree.word(cue - 2), tree.word(cue - 1)) == ("short", "of"):
        return "not_said"  # "stopped short of saying"
    if kind == "refuse":
        return _refused(tree, cue)
    if tree.key(cue) == "rule out" and shape == "ing":
        return "refuses"
    if kind in ("deny", "reject"):
        return _denied(tree, cue, kind, shape, content)
    if kind == "support":
        # to agree to do something, or to endorse somebody, confirms nothing
        return (
            "asserts" if shape == "to" or (not quoted and _is_person(tree, head_of(tree, content[0]))) else "supports"
        )
    if kind == "side":
        return "supports" if class_of(tree.lemma[head_of(tree, content[0])], "object") else "asserts"
    if kind == "question":
        return "questions" if tree.lemma[cue] != "ask" or _is_question(tree, shape, content) else "asserts"
    if _is_called_false(tree, cue, shape, content):
        return "denies"
    return STANCES.get(kind, "asserts")


def _refused(tree: Tree, cue: int) -> str:
    """ "declined to comment" says nothing; "declined to attend" refuses an act."""
    done = next((c for c in tree.kids(cue) if tree.dep[c] == "xcomp"), None)
    if done is None:
        obj = tree.child(cue, "dobj")
        return "no_comment" if obj is not None and class_of(tree.lemma[obj], "answering") else "refuses"
    told = class_of(tree.lemma[done], "telling")
    if told == "telling" or tree.lemma[done] == "interview":
        return "no_comment"
    if told == "giving":  # give, provide: a comment or a visa
        return "no_comment" if any(class_of(tree.lemma[k], "information") for k in tree.kids(done)) else "refuses"
    return "refuses"


def _is_unsaid(tree: Tree, cue: int) -> bool:
    """Is it reported that something was not said: "would not say", "did not respond", "declined to comment"?"""
    if class_of(tree.lemma[cue]) == "refuse":
        return _refused(tree, cue) == "no_comment"
    return tree.pos[cue] == "VERB" and is_negated(tree, cue) and _unsaid(tree, cue) != "asserts"


def _unsaid(tree: Tree, cue: int) -> str:
    """A negated cue: the outlet's remark that nothing was said. "Did not deny" neither denies nor supports."""
    lemma, noun = tree.lemma[cue], tree.pos[cue] == "NOUN"
    did_not = any(tree.dep[k] == "aux" and tree.lemma[k] in ("do", "have", "will", "would") for k in tree.kids(cue))
    if class_of(lemma, "answering") and (did_not or noun):
        return "no_comment"
    obj = tree.child(cue, "dobj")
    giving = class_of(lemma, "telling") == "giving" and obj is not None and class_of(tree.lemma[obj], "information")
    told = class_of(lemma, "telling") == "telling" and class_of(tree.key(cue)) not in ("deny", "support")
    spoken = giving or told
    if not spoken or not did_not or noun:
        return "asserts"
    would_not = any(tree.dep[k] == "aux" and tree.lemma[k] in ("will", "would") for k in tree.kids(cue))
    return "no_comment" if would_not else "not_said"


def _denied(tree: Tree, cue: int, kind: str, shape: str, content: list[Tokens]) -> str:
    """One denies or rejects something stated (denies), or a request, an offer, a person (refuses)."""
    obj = tree.child(cue, "dobj", "nsubjpass") if "quote" in shape else None
    span = tree.span(obj) if obj is not None else content[0]
    if "quote" in shape and obj is None:
        return "denies"
    head = head_of(tree, span)
    if kind == "deny":
        return "refuses" if class_of(tree.lemma[head], "request") or tree.child(cue, "dative") is not None else "denies"
    if shape == "object+as":
        return "asserts" if _is_person(tree, head) else "denies"
    return "denies" if is_proposition(tree, shape, [span]) else "refuses"


def is_negated(tree: Tree, cue: int) -> bool:
    """Is the cue itself negated: did not, never, neither … nor, no comment?"""
    kids = tree.kids(cue)
    for k in kids:
        word = tree.word(k)
        if tree.dep[k] == "neg" or word in ("never", "neither", "nor") or (word == "no" and tree.dep[k] == "det"):
            return True
    h = tree.head[cue]
    joined = tree.dep[cue] == "conj" and any(tree.word(k) in ("nor", "or") for k in tree.kids(h) if h < k < cue)
    return joined and tree.subject(cue) is None and is_negated(tree, h)


def is_proposition(tree: Tree, shape: str, content: list[Tokens]) -> bool:
    """Is what is rejected something said (a claim, an idea, an accusation) rather than an offer, a bill or a person?"""
    if shape in PROPOSITION_SHAPES:
        return True
    head = head_of(tree, content[0])
    if class_of(tree.lemma[head], "object") == "proposition":
        return True
    return any(
        tree.dep[k] in ("acl", "ccomp") and any(tree.dep[m] == "mark" for m in tree.kids(k)) for k in tree.kids(head)
    )


def _is_person(tree: Tree, i: int) -> bool:
    return tree.entity[i] in PEOPLE or (tree.pos[i] == "PRON" and tree.word(i) in ("him", "her", "them", "me", "us"))


def _is_question(tree: Tree, shape: str, content: list[Tokens]) -> bool:
    """Asking whether, about or "…?" questions; asking somebody to do something demands."""
    if shape in ("wh", "if", "about", "object+if", "object+wh", "object+about", "fronted"):
        return True
    last = content[-1][1]
    return "?" in tree.text[tree.idx[content[0][0]] : tree.end[min(last, tree.n - 1)]]


def _is_called_false(tree: Tree, cue: int, shape: str, content: list[Tokens]) -> bool:
    """ "called the report false", "described it as a fabrication": the complement denies."""
    if shape not in ("object+small", "object+as", "oprd", "object+clause", "clause", "small"):
        return False
    if class_of(tree.lemma[cue], "naming") == "":
        return False
    a, b = content[-1]
    if any(tree.pos[k] == "AUX" for k in range(a, b)):
        return False
    return any(class_of(tree.lemma[k], "complement") == "false" for k in range(a + 1, b))


def head_of(tree: Tree, span: Tokens) -> int:
    """The token of a span whose parent lies outside it."""
    a, b = span
    for i in range(a, b):
        if (not a <= tree.head[i] < b or tree.head[i] == i) and tree.pos[i] not in ("PUNCT", "SPACE"):
            return i
    return a


def _performative(tree: Tree, span: Tokens) -> str | None:
    """ "We firmly deny …" at the start of a quotation: what the speaker does by saying it."""
    a, b = span
    for i in range(a, min(b, a + OPENING)):
        if tree.tag[i] == ".":
            return None
        if tree.tag[i] in ("VBP", "VBZ", "VB", "VBG") and (kind := class_of(tree.lemma[i])):
            subject = next((k for k in tree.kids(i) if tree.dep[k] == "nsubj"), None)
            if (
                subject is None
                or tree.word(subject) not in I | WE
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
