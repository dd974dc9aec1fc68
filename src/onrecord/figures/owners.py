"""Whose a number is, as a span of words: the subject of its clause, the owner of a noun, the receiver of a gift.

A span may be a pronoun or a demonym; which party it means is decided where the actors of the article are known.
"""

from functools import cache

from spacy.tokens import Token

from onrecord.figures.phrases import right_edge
from onrecord.lexicon import read_rows

Span = tuple[int, int]

NAMED = frozenset(["PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "PRODUCT", "EVENT"])
SUBJECTS = frozenset(["nsubj", "nsubjpass", "csubj"])
STEPS = 12  # links climbed at most; no clause is deeper
_COMPLETES = frozenset(["conj", "xcomp", "advcl", "pcomp", "ccomp", "prep", "advmod"])
_PARTS = frozenset(
    [
        "each",
        "most",
        "all",
        "some",
        "both",
        "rest",
        "many",
        "none",
        "majority",
        "either",
        "percent",
        "cent",
        "%",
        "third",
        "quarter",
        "half",
        "dozen",
        "hundred",
        "thousand",
        "million",
    ]
)


def _before_relative(word: Token) -> Token:
    """The noun right before "who" or "which", where the parse has not hung the clause on it; else the word itself."""
    i = word.i - 1
    while i > 0 and word.doc[i].text == ",":
        i -= 1
    return word.doc[i] if i >= 0 and word.doc[i].pos_ in ("NOUN", "PROPN") else word


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb, of the clause it is coordinated with or that it completes; of "each of them", them."""
    for _ in range(STEPS):
        found = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
        if found is not None:
            if found.tag_ in ("WDT", "WP"):
                return verb.head if verb.dep_ == "relcl" else _before_relative(found)
            if found.lemma_.lower() in _PARTS or found.like_num:
                whole = next(
                    (g for c in found.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"), None
                )
                return found if whole is None else whole
            return found
        if verb.dep_ in ("acl", "relcl") and verb.head.pos_ in ("NOUN", "PROPN"):
            if not any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children):
                return verb.head
            verb = verb.head.head  # "Acme announced plans to build": Acme builds
            continue
        if verb.dep_ not in _COMPLETES or verb.head == verb:
            return None
        verb = verb.head
    return None


def subject_span(verb: Token) -> Span | None:
    """The subject's words; "it" in what a body says is that body ("the company said it has …")."""
    subject = subject_of(verb)
    if subject is None or subject.like_num or subject.lemma_.lower() in _PARTS:
        return None
    if subject.lower_ in ("it", "they") and subject.head.dep_ == "ccomp" and subject.head.lemma_ != "be":
        speaker = subject_of(subject.head.head)
        if speaker is not None and speaker.pos_ in ("NOUN", "PROPN") and speaker.ent_type_ != "PERSON":
            return span_of(speaker)
    return span_of(subject)


def near_owner(noun: Token) -> Span | None:
    """Whose, before the noun: "Peru's ports", "our population", "Peruvian ports"."""
    for child in noun.children:
        if child.dep_ == "poss" or (
            child.ent_type_ in NAMED and child.i < noun.i and child.dep_ in ("amod", "compound", "nmod")
        ):
            return span_of(child)
    return None


def held(noun: Token) -> Span | None:
    """The owner before the noun, or the possessive pronoun of a noun after it: "the depth of its ports"."""
    return near_owner(noun) or next(
        (span_of(t) for t in noun.subtree if t.tag_ == "PRP$" and noun.i < t.i <= noun.i + 3), None
    )


def owner(noun: Token) -> Span | None:
    """Whose: before the noun, else after it ("the ports of Peru", "shares in Acme")."""
    if found := near_owner(noun):
        return found
    for prep in noun.children:
        if prep.dep_ == "prep" and prep.lower_ in ("of", "in", "at", "by", "for", "from"):
            for thing in prep.children:
                if thing.dep_ == "pobj":
                    if thing.pos_ == "PROPN":
                        return span_of(thing)
                    if found := owner(thing):
                        return found
    return None


def span_of(token: Token, wide: bool = False) -> Span:
    """The words of a party: its name or noun with modifiers, without what follows (``wide``: with it)."""
    if token.pos_ == "PRON" or (token.dep_ == "poss" and token.tag_ == "PRP$"):
        return token.idx, token.idx + len(token)
    left = token.i
    for child in token.lefts:
        if child.dep_ in ("compound", "amod", "nmod", "poss", "det") and all(
            not t.is_punct or t.text in "-’'" for t in token.doc[child.left_edge.i : token.i]
        ):
            left = min(left, child.left_edge.i)
    if token.doc[left].pos_ == "DET" and left < token.i:
        left += 1
    right = right_edge(token) if wide else token.i
    if not wide and token.ent_type_ and token.pos_ == "PROPN":
        while (
            right + 1 < len(token.doc) and token.doc[right + 1].ent_iob_ == "I" and token.doc[right + 1].pos_ == "PROPN"
        ):
            right += 1
    last = token.doc[right]
    return token.doc[left].idx, last.idx + len(last)


def receiver(verb: Token) -> Span | None:
    """ "lent to coastal towns": the towns."""
    if verb.lemma_.lower() not in _gifts():
        return None
    for prep in verb.children:
        if prep.lower_ == "to" and prep.i > verb.i:
            found = next((c for c in prep.children if c.dep_ == "pobj"), None)
            return None if found is None else span_of(found, wide=True)
    return None


def having(token: Token) -> Span | None:
    """ "Malta with half a million people": who has it, whatever the parse makes of the rest."""
    left = min(token.left_edge.i, token.i)
    for i in range(left, max(left - 4, 0), -1):
        if token.doc[i].lower_ == "with" and i > 0:
            before = token.doc[i - 1]
            return span_of(before) if before.pos_ in ("PROPN", "NOUN", "PRON") else None
    head = token.head
    if token.dep_ == "dobj" and head.lemma_ in ("have", "possess", "own"):
        return subject_span(head)
    return None


def agent(verb: Token) -> Span | None:
    """The subject as a party; the "it" of "it is easy to extend" is none."""
    subject, span = subject_of(verb), subject_span(verb)
    empty = subject is not None and subject.lower_ in ("it", "there", "that", "this") and span == span_of(subject)
    return None if empty else span


def is_party(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.ent_type_ in NAMED


@cache
def _gifts() -> frozenset[str]:
    """Verbs of handing over: without a giver the figure is about the one who receives."""
    return frozenset(row["lemma"] for row in read_rows("measure_verbs") if row["kind"] == "transfer")
