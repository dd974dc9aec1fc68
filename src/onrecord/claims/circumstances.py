"""What stands around a possible cue, as short names: its form, its subject, its content, the words that tell.

:mod:`onrecord.claims.frames` has a weight for each name (``lexicon/cue_weights.csv``); here is what the parse shows.
"""

from onrecord.claims.cues import WH, Proposal
from onrecord.claims.stances import class_of
from onrecord.language.pronouns import WE, I
from onrecord.language.trees import Tree

NAMED = frozenset(("you", "it", "that", "this", "there", "they", "he", "she"))
MODALS = frozenset(("will", "would", "could", "should", "may", "might", "must", "can"))
EMPTY = frozenset(
    ("it", "that", "this", "them", "him", "her", "me", "us", "you", "himself", "itself", "what", "which", "so")
)
KINDS = {
    "clause": "S",
    "wh": "S",
    "if": "S",
    "before": "S",
    "host": "S",
    "as": "S",
    "according": "S",
    "to": "I",
    "ing": "I",
}


def describe_cue(tree: Tree, i: int) -> list[str]:
    """The circumstances of a cue, the same for all its proposals."""
    pos, dep = tree.pos[i], tree.dep[i]
    out = [f"tag={tree.tag[i]}", f"dep={dep}"]
    h = tree.head[i]
    if dep in ("xcomp", "dobj", "attr", "acomp", "conj", "ccomp", "advcl") or (dep == "pobj" and pos == "NOUN"):
        out.append(f"{dep}-of={tree.lemma[tree.head[h] if dep == 'pobj' else h]}")
    if pos == "NOUN":
        out.append("owner=" + _owner(tree, i))
        out += ["noun-" + _plain(tree, k) for k in tree.kids(i) if tree.dep[k] in ("det", "amod")]
        return out
    subject = None
    for k in tree.kids(i if pos in ("VERB", "AUX") else h):
        d = tree.dep[k]
        if d in ("nsubj", "nsubjpass"):
            subject = k
        elif d == "neg":
            out.append("negated")
        elif d == "aux":
            word = tree.word(k)
            out.append(
                "modal" if word in MODALS else "to-infinitive" if tree.tag[k] == "TO" else "aux-" + tree.lemma[k]
            )
        elif d in ("agent", "auxpass", "dative"):
            out.append(d)
        elif d in ("mark", "advmod"):
            out.append(f"{d}={tree.word(k)}")
    out.append(f"{pos[0]}:subject=" + (_kind(tree, subject) if subject is not None else "none"))
    return out


def describe_content(tree: Tree, p: Proposal) -> list[str]:
    """The circumstances of one proposal's content."""
    a, b = p.content[-1] if p.shape.startswith("passive+") else p.content[0]
    n = sum(y - x for x, y in p.content)
    pos = tree.pos[p.head][0]
    kind = KINDS.get(p.shape, "N")
    out = [f"{pos}{kind}:size={1 if n == 1 else 2 if n < 4 else 4 if n < 9 else 9}"]
    out.append(f"{pos}{kind}:who={describe_subject(tree, p.head)}")
    if b - a == 1 and tree.word(a) in EMPTY:
        out.append("empty")
    if '"' in tree.text[tree.idx[a] : tree.end[b - 1]] or "“" in tree.text[max(0, tree.idx[a] - 1) : tree.end[b - 1]]:
        out.append(f"{kind}:quoted")
    if kind == "S":
        out.append(f"clause-tag={tree.tag[p.core]}")
        out.append("that=" + ("yes" if tree.word(a) == "that" and tree.dep[a] == "mark" else "no"))
    if p.shape.startswith(("object", "passive")) or p.also:
        if class_of(tree.lemma[p.core], "object"):
            out.append("statement")
        out.append("content=" + tree.pos[p.core])
        out.append("entity=" + tree.entity[p.core])
        out += ["det-" + _plain(tree, k) for k in tree.kids(p.core) if tree.dep[k] in ("det", "poss")][:1]
    return out


def telling_words(tree: Tree, p: Proposal) -> list[tuple[str, str]]:
    """(role, lemma) of the common nouns whose company a cue keeps: what it takes, and who does it."""
    out = []
    if tree.pos[p.core] in ("NOUN", "VERB") and tree.lemma[p.core].isalpha():
        out.append(("clause" if tree.pos[p.core] == "VERB" else "object", tree.lemma[p.core]))
    for k in tree.kids(p.head):
        if tree.dep[k] in ("nsubj", "poss") and tree.pos[k] == "NOUN" and tree.lemma[k].isalpha():
            out.append(("subject", tree.lemma[k]))
            break
    return out


def describe_subject(tree: Tree, i: int) -> str:
    """Who does it: first, a pronoun itself, an entity type, a part of speech, or none."""
    if tree.pos[i] == "NOUN":
        return _owner(tree, i)
    for k in tree.kids(i):
        if tree.dep[k] in ("nsubj", "nsubjpass"):
            return _kind(tree, k)
    return "none"


def _plain(tree: Tree, i: int) -> str:
    """A lemma, or "name" for what is written with a capital: no weight hangs on who it is."""
    return tree.lemma[i] if tree.lemma[i].islower() else "name"


def _kind(tree: Tree, i: int) -> str:
    if tree.pos[i] != "PRON":
        return tree.entity[i] or tree.pos[i]
    word = tree.word(i)
    if word in I | WE:
        return "first"
    if word in NAMED:
        return word
    return "wh" if tree.tag[i] in WH else "pronoun"


def _owner(tree: Tree, i: int) -> str:
    for k in tree.kids(i):
        if tree.dep[k] == "poss":
            return "poss-" + _kind(tree, k)
        if k > i and tree.dep[k] == "prep" and tree.word(k) in ("by", "from"):
            return "by"
    return tree.dep[i] if tree.dep[i] in ("dobj", "pobj") else "none"
