"""Whose claim a denial denies.

The words may name the party ("Rossi's claim that"). Else a bare "the idea", "those charges" or "it" takes up what was
claimed in its own sentence, or in the sentence before; and a denial in full repeats what somebody else claims in the
article. Where two could be meant, nobody is.
"""

from collections.abc import Sequence

from onrecord.claims.attributions import SettledDraft
from onrecord.claims.sources import named_owner
from onrecord.claims.stances import class_of
from onrecord.language.documents import read_documents
from onrecord.language.noun_phrases import whole_phrase
from onrecord.language.spans import Tokens
from onrecord.language.trees import Tree
from onrecord.language.words import content_words

POINTING = frozenset(("the", "this", "that", "these", "those", "both", "such", "their", "his", "her", "its"))
PRONOUNS = frozenset(("it", "this", "that", "these", "those", "them", "which"))
ADDING = frozenset(("a", "an"))  # "…, a claim that she denied"
REPEATED = 0.6  # share of a denial's content words from which it repeats a claim
FEW = 3  # content words; of fewer all must be repeated


def find_target(
    tree: Tree, content: list[Tokens], quoted: bool, said_false: int | None = None
) -> tuple[int, Tokens | None]:
    """Of a denied content its head noun, and the words naming whose claim that is: "Rossi" of "Rossi's claim that".

    ``said_false``: the subject of a sentence that calls something false; then that is the head.
    """
    a, b = content[0]
    head = said_false
    if head is None:
        words = ("NOUN", "VERB", "AUX", "PROPN")
        head = next((i for i in range(a, b) if not a <= tree.head[i] < b and tree.pos[i] in words), a)
    if said_false is None and quoted and tree.pos[head] in ("VERB", "AUX"):
        head = next((k for k in tree.kids(head) if tree.dep[k] == "dobj" and k > head), head)
    if tree.pos[head] != "NOUN":
        return head, None
    if owner := named_owner(tree, head):
        return head, None if _is_list(tree, owner) else owner
    if tree.lemma[head] in read_documents():  # "a report in the Gazette"
        for k in tree.kids(head):
            if tree.dep[k] == "prep" and tree.word(k) == "in":
                printed = (o for o in tree.kids(k) if tree.dep[o] == "pobj" and tree.pos[o] == "PROPN")
                return head, next((whole_phrase(tree, o) for o in printed), None)
    for k in range(head + 1, b):  # "disputing accusations by X", the preposition hung on the verb
        if tree.word(k) == "by" and tree.head[k] == tree.head[head]:
            return head, next((whole_phrase(tree, o) for o in tree.kids(k) if tree.dep[o] == "pobj"), None)
    return head, None


def _is_list(tree: Tree, span: Tokens) -> bool:
    """Whether the words name several parties."""
    return any(tree.dep[i] == "conj" for i in range(*span))


def find_antecedent(tree: Tree, drafts: Sequence[SettledDraft], n: int, head: int) -> int | None:
    """The number of the claim that draft ``n`` denies, where it only points at it; ``head``: of what it denies."""
    if _is_added(tree, head) and drafts[n].within is not None:
        return drafts[n].within
    if not _points(tree, head):
        return None
    cue = drafts[n].cue
    start = head if cue is None else cue
    first = _sentence_start(tree, min(start, head))
    before = _sentence_start(tree, first - 1) if first > 0 else first
    found = _only_speaker(tree, drafts, n, first, max(start, head))
    return found if found is not None else _only_speaker(tree, drafts, n, before, first)


def _points(tree: Tree, head: int) -> bool:
    if tree.word(head) in PRONOUNS:
        return True
    if class_of(tree.lemma[head], "object") != "proposition":
        return False
    if _is_added(tree, head):
        return True
    full = any(tree.dep[k] in ("acl", "ccomp", "prep") for k in tree.kids(head))  # it says itself what is denied
    return not full and any(tree.word(k) in POINTING for k in tree.kids(head) if k < head)


def _is_added(tree: Tree, head: int) -> bool:
    """ "…, a claim that she denied": a noun for what has just been said."""
    first = tree.left(head)
    said = class_of(tree.lemma[head], "object") == "proposition"
    return said and first > 0 and tree.word(first) in ADDING and tree.word(first - 1) in (",", "-", "–", "—")


def _sentence_start(tree: Tree, i: int) -> int:
    while i > 0 and not tree.starts[i]:
        i -= 1
    return max(i, 0)


def _only_speaker(tree: Tree, drafts: Sequence[SettledDraft], n: int, start: int, stop: int) -> int | None:
    """The last claim that ends in a stretch of text, if all of the stretch's claims are one speaker's."""
    here = [
        m for m, d in enumerate(drafts) if m != n and d.source is not None and start < d.content.spans[-1][1] <= stop
    ]
    names = {_name(tree, drafts[m]) for m in here} - {_name(tree, drafts[n])}
    return here[-1] if here and len(names) == 1 and _name(tree, drafts[here[-1]]) in names else None


def _name(tree: Tree, d: SettledDraft) -> str:
    """The last word of a source, which a surname and a full name share."""
    return tree.word(d.source[1] - 1) if d.source else ""


def find_repeated(tree: Tree, drafts: Sequence[SettledDraft], n: int) -> int | None:
    """The claim of somebody else in the article whose words a denial in full repeats, and does not reject them too."""
    denied = _stems(tree, drafts[n])
    if len(denied) < 2:
        return None
    best, most = None, REPEATED * len(denied) if len(denied) >= FEW else len(denied)
    for m, d in enumerate(drafts):
        if m in (n, drafts[n].within) or d.source is None or _name(tree, d) == _name(tree, drafts[n]):
            continue
        shared = len(denied & _stems(tree, d))
        rejects = any(tree.dep[i] == "neg" for a, b in d.content.spans for i in range(a, b))
        if d.within != n and not rejects and shared >= most:
            best, most = m, shared + 1
    return best


def _stems(tree: Tree, d: SettledDraft) -> set[str]:
    return set(content_words(" ".join(tree.text[a:b] for a, b in d.content.parts)))
