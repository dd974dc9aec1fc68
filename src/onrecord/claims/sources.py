"""The words that name who said it, found from the cue over the parse."""

from onrecord.claims.cues import WH
from onrecord.claims.frames import joined_to
from onrecord.claims.stances import class_of
from onrecord.language.documents import read_documents
from onrecord.language.noun_phrases import whole_phrase
from onrecord.language.spans import Tokens
from onrecord.language.subjects import find_subject, is_added
from onrecord.language.trees import Tree

FINITE = frozenset(("VBD", "VBZ", "VBP", "VBN"))
REFUSING = frozenset(("deny", "reject", "doubt", "question"))
PARTIES = frozenset(("PERSON", "ORG", "GPE", "NORP"))
HEARERS = frozenset(
    (
        "court",
        "jury",
        "juror",
        "inquiry",
        "inquest",
        "tribunal",
        "hearing",
        "trial",
        "panel",
        "judge",
        "committee",
        "parliament",
        "commission",
    )
)  # before which others speak
BELONGING = frozenset(("for", "at", "of", "with"))
MAKERS = frozenset(("by", "from"))


def find_source(tree: Tree, i: int, shape: str = "", inside: list[int] | None = None) -> Tokens | None:
    """Token span of the source of cue ``i``; null when the sentence names none.

    ``inside`` numbers the utterance that each token stands in (-1: none): nobody inside the quotation says it.
    """
    source = _find(tree, i, shape)
    if inside is not None and source is not None and inside[source[0]] not in (-1, inside[i]):
        source = None
    if source is None and tree.tag[i] in FINITE and not is_passive(tree, i) and not class_of(tree.lemma[i], "raising"):
        source = _find_beside(tree, i, shape, inside)
    return source


def subject_over(tree: Tree, cue: int, source: Tokens | None) -> Tokens | None:
    """ "Spokesmen for Ana Roe declined": the phrase of the cue's subject, where the source has only whose they are."""
    subject = tree.child(cue, "nsubj")
    if source is None or subject is None or source[0] <= subject or tree.tag[subject] not in ("NN", "NNS"):
        return None
    top = next((i for i in range(*source) if not source[0] <= tree.head[i] < source[1]), source[0])
    for _ in range(6):
        above = tree.head[top]
        if tree.head[above] == subject and tree.dep[above] == "prep" and tree.word(above) in BELONGING:
            return whole_phrase(tree, subject)
        top = above
    return None


def only_hears(tree: Tree, cue: int, source: Tokens) -> bool:
    """ "The court heard that …": the source is told, and who told it is not said."""
    return tree.lemma[cue] == "hear" and any(tree.lemma[k].casefold() in HEARERS for k in range(*source))


def _find(tree: Tree, i: int, shape: str) -> Tokens | None:
    if tree.word(i) == "according":
        return _object_of(tree, i, ("to",))
    if class_of(tree.lemma[i], "raising"):  # "it seems to work": the outlet's own hedge
        return None
    if tree.pos[i] == "NOUN":
        return _owner_of(tree, i)
    if tree.tag[i] == "VBN" and is_passive(tree, i):
        if class_of(tree.lemma[i], "feeling") and not shape.startswith("passive"):  # "they are concerned that"
            subject = tree.child(i, "nsubjpass")
            return whole_phrase(tree, subject) if subject is not None else _subject_of(tree, i)
        return _agent_of(tree, i)
    return _subject_of(tree, i)


def _find_beside(tree: Tree, i: int, shape: str, inside: list[int] | None) -> Tokens | None:
    """Where the parse has lost the subject of a finite verb: the noun phrase that touches it."""
    if shape == "<quote":
        j = i + 1
        while j < tree.n and tree.pos[j] in ("ADV", "SPACE"):
            j += 1
        if j < tree.n and tree.pos[j] in ("PROPN", "NOUN", "PRON", "DET", "ADJ") and tree.dep[j]:
            while i < tree.head[j] and tree.head[j] != j and tree.pos[tree.head[j]] in ("NOUN", "PROPN"):
                j = tree.head[j]
            a, b = whole_phrase(tree, j)
            return Tokens(a, b) if a == i + 1 or tree.pos[i + 1] == "ADV" else None
    return _find_before(tree, i, inside)


def _find_before(tree: Tree, i: int, inside: list[int] | None) -> Tokens | None:
    """The noun phrase that ends directly before a verb, or before the ", 44," in front of it."""
    j = i - 1
    while j > 0 and tree.pos[j] in ("ADV", "AUX") and tree.dep[j] and not tree.text[tree.idx[j]].isupper():
        j -= 1
    if j > 2 and tree.word(j) == ",":
        opening = next((k for k in range(j - 1, max(0, j - 20), -1) if tree.word(k) == ","), 0)
        if opening and tree.pos[opening - 1] in ("PROPN", "NOUN"):
            return Tokens(tree.left(opening - 1), j)
    if j < 0 or (inside is not None and inside[j] not in (-1, inside[i])):
        return None
    if j == i - 1 and tree.pos[j] in ("ADV", "ADJ", "X") and tree.text[tree.idx[j]].isupper():
        return Tokens(j, j + 1)  # a surname read as another word
    if tree.pos[j] not in ("PROPN", "PRON", "NOUN"):
        return None
    return Tokens(j if tree.left(j) > j or tree.pos[j] == "PRON" else tree.left(j), j + 1)


def is_passive(tree: Tree, v: int) -> bool:
    """Is this participle passive? Bare ones are, unless they share a perfect's "has" or stand alone with a subject."""
    for k in tree.kids(v):
        if tree.dep[k] in ("auxpass", "agent", "nsubjpass"):
            return True
        if tree.dep[k] == "aux" and tree.lemma[k] == "have":
            return False
    if tree.tag[v] != "VBN":
        return False
    if tree.dep[v] == "acl":
        return True
    if tree.child(v, "nsubj") is None and tree.dep[v] == "advcl":
        return True  # "Asked about the price, she …"
    if tree.child(v, "nsubj") is not None:
        return tree.dep[v] in ("advcl", "pcomp")  # "with X expected to"
    h = tree.head[v]
    return tree.dep[v] == "conj" and tree.tag[h] == "VBN" and is_passive(tree, h)


def _agent_of(tree: Tree, v: int) -> Tokens | None:
    for k in tree.kids(v):
        if tree.dep[k] == "agent" or (k > v and tree.dep[k] == "prep" and tree.word(k) == "by"):
            for o in tree.kids(k):
                if tree.dep[o] in ("pobj", "pcomp"):
                    return whole_phrase(tree, o)
    if tree.dep[v] == "conj":  # "was mocked and dismissed by X" hangs the agent on either verb
        h = tree.head[v]
        return _agent_of(tree, h) if h != v and tree.tag[h] == "VBN" else None
    for k in tree.kids(v):
        if tree.dep[k] == "conj" and tree.tag[k] == "VBN":
            for a in tree.kids(k):
                if tree.dep[a] == "agent":
                    return _agent_of(tree, k)
    return None


def _subject_of(tree: Tree, v: int) -> Tokens | None:
    """The words of the verb's subject; of a clause on a noun, whose that noun is, or the noun."""
    top = joined_to(tree, v)
    found = None if top is None else find_subject(tree, top, passive=False)
    found = find_subject(tree, v, passive=False) if found is None else found
    if found is None:
        return None
    h = found.word
    if found.tie == "subject":
        return _resolve_relative(tree, found.verb, h)
    if found.tie == "controller":
        return whole_phrase(tree, h)
    of_verb = is_added(tree, found.verb) and tree.dep[h] in ("dobj", "attr", "pobj")
    document = tree.pos[h] == "NOUN" and tree.lemma[h] in read_documents()
    if (of_verb or document) and (owner := _owner_of(tree, h)):
        return owner
    return whole_phrase(tree, h) if tree.pos[h] in ("NOUN", "PROPN", "PRON") else None


def _resolve_relative(tree: Tree, v: int, subject: int) -> Tokens | None:
    """A relative pronoun stands for the noun before it: the span takes both in."""
    if tree.word(subject) in ("there",):
        return None
    if tree.tag[subject] in WH and tree.dep[v] == "relcl" and tree.head[v] < subject:
        start = tree.left(tree.head[v])
        return Tokens(start if subject - start < 25 else subject, subject + 1)
    return whole_phrase(tree, subject)


def named_owner(tree: Tree, n: int) -> Tokens | None:
    """Whose it is by the noun phrase itself: "his claim", "the claim (put forward) by X", "Israeli claims"."""
    for k in tree.kids(n):
        if tree.dep[k] == "poss" and tree.tag[k] != "WP$":
            a, b = tree.span(k)
            while b - a > 1 and tree.tag[b - 1] in ("POS", "_SP"):
                b -= 1
            return Tokens(a, b)
    if made := _object_of(tree, n, MAKERS):
        return made
    for k in tree.kids(n):
        if k > n and tree.dep[k] == "acl" and tree.tag[k] == "VBN" and (agent := _agent_of(tree, k)):
            return agent
        if k < n and tree.dep[k] in ("amod", "compound", "nmod") and tree.entity[k] in PARTIES:
            return Tokens(tree.left(k), k + 1) if class_of(tree.lemma[n], "object") else None
    return None


def _owner_of(tree: Tree, n: int) -> Tokens | None:
    """Whose claim, statement, plan it is, or who makes it: "X issued a statement"."""
    if owner := named_owner(tree, n):
        return owner
    before = n - 1
    if before >= 0 and tree.pos[before] == "PROPN" and tree.head[before] == n and tree.tag[n] == "NNS":
        return Tokens(tree.left(before), n)  # "X claims that", read as a plural
    h, d = tree.head[n], tree.dep[n]
    if d == "conj" and tree.pos[h] == "NOUN":
        return _owner_of(tree, h)
    if d in ("dobj", "pobj", "attr", "oprd"):
        if d == "pobj":
            h = tree.head[h] if tree.pos[tree.head[h]] in ("VERB", "AUX") else h
        if class_of(tree.key(h)) in REFUSING or class_of(tree.lemma[h], "receiving"):
            return None  # who rejects a claim, or faces a question, is not who made it
        if tree.pos[h] in ("VERB", "AUX"):
            return _agent_of(tree, h) if tree.tag[h] == "VBN" and is_passive(tree, h) else _subject_of(tree, h)
    if d == "nsubjpass" and class_of(tree.key(h)) not in REFUSING:
        return _agent_of(tree, h)
    return None


def _object_of(tree: Tree, i: int, prepositions: tuple[str, ...] | frozenset[str]) -> Tokens | None:
    for k in tree.kids(i):
        if k > i and tree.dep[k] in ("prep", "agent", "pcomp") and tree.word(k) in prepositions:
            for o in tree.kids(k):
                if tree.dep[o] in ("pobj", "pcomp"):
                    return whole_phrase(tree, o)
    return None
