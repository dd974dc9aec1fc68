"""Whose a number is, as a span of words: the subject of its clause, the owner of a noun, the receiver of a gift.

A span may be a pronoun or a demonym; which party it means is decided where the actors of the article are known.
"""

from collections.abc import Iterator
from functools import cache

from onrecord.figures.phrases import after_of, right_edge
from onrecord.language.countries import find_country
from onrecord.language.noun_phrases import phrase_start
from onrecord.language.persons import read_person_nouns
from onrecord.language.spans import Chars
from onrecord.language.subjects import RELATIVE, find_subject
from onrecord.language.trees import Tree
from onrecord.lexicon import read_rows

NAMED = frozenset(["PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "PRODUCT", "EVENT"])
STEPS = 12  # links climbed at most; no clause is deeper
_LANDS = {"country", "nation", "state", "government", "city", "town", "people"}
_SOLDIERS = {"troop", "soldier", "sailor"}
HAVING = frozenset(["have", "possess", "own"])  # verbs whose subject the thing belongs to
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


def _before_relative(tree: Tree, word: int) -> int:
    """The noun right before "who" or "which", where the parse has not hung the clause on it; else the word itself."""
    i = word - 1
    while i > 0 and tree.spelt(i) == ",":
        i -= 1
    return i if i >= 0 and tree.pos[i] in ("NOUN", "PROPN") else word


def subject_of(tree: Tree, verb: int) -> int | None:
    """Who or what a verb says something of; of "each of them", them; of "ports that", the ports."""
    found = find_subject(tree, verb)
    if found is None:
        return None
    word, at, tie = found
    if tie == "described":
        if tree.pos[word] not in ("NOUN", "PROPN"):
            return None
        to = any(tree.dep[k] == "aux" and tree.word(k) == "to" for k in tree.kids(at))
        return subject_of(tree, tree.head[word]) if to else word  # "Acme announced plans to build": Acme builds
    if tree.tag[word] in RELATIVE:
        return tree.head[at] if tree.dep[at] == "relcl" else _before_relative(tree, word)
    if tree.lemma[word].lower() in _PARTS or tree.numeric[word]:
        whole = after_of(tree, word)
        return word if whole is None else whole
    return word


def subject_span(tree: Tree, verb: int) -> Chars | None:
    """The subject's words; "it" in what a body says is that body ("the company said it has …")."""
    subject = subject_of(tree, verb)
    if subject is None or tree.numeric[subject] or tree.lemma[subject].lower() in _PARTS:
        return None
    head = tree.head[subject]
    if tree.word(subject) in ("it", "they") and tree.dep[head] == "ccomp" and tree.lemma[head] != "be":
        speaker = subject_of(tree, tree.head[head])
        if speaker is not None and _is_one_body(tree, speaker):
            return span_of(tree, speaker)
    if _may_be_wider(tree, verb, subject):
        top = tree.head[tree.head[subject]]
        return Chars(span_of(tree, top)[0], span_of(tree, subject)[1])
    return _holder(tree, subject)


def _may_be_wider(tree: Tree, verb: int, noun: int) -> bool:
    """Whether "which" may stand for the whole phrase that a noun ends: "the attack on the town, which"."""
    found = find_subject(tree, verb)
    which = found is not None and tree.tag[found.word] == "WDT"
    prep = tree.head[noun]
    top = tree.head[prep]
    on_a_noun = tree.dep[noun] == "pobj" and top < prep and tree.pos[top] in ("NOUN", "PROPN")
    return which and on_a_noun and not any(tree.spelt(i) == "," for i in range(top, noun))


def _is_one_body(tree: Tree, noun: int) -> bool:
    """Whether "it" can be who says so: no person, and not two."""
    named = tree.pos[noun] in ("NOUN", "PROPN") and tree.entity[noun] != "PERSON"
    return named and tree.child(noun, "conj") is None


def _holder(tree: Tree, noun: int) -> Chars:
    """Whose a thing is, where the words before it say so: of "Norway's ferries", Norway; else the words themselves."""
    lemma = tree.lemma[noun].lower()
    thing = tree.pos[noun] == "NOUN" and lemma not in read_person_nouns() and lemma not in _LANDS
    return (near_owner(tree, noun) if thing else None) or span_of(tree, noun)


def near_owner(tree: Tree, noun: int) -> Chars | None:
    """Whose, before the noun: "Peru's ports", "our population", "Peruvian ports"."""
    for child in tree.kids(noun):
        dep = tree.dep[child]
        named = tree.entity[child] in NAMED and child < noun and dep in ("amod", "compound", "nmod")
        if dep == "poss" or (named and not _is_only_origin(tree, child, noun)):
            return span_of(tree, child)
    return None


def _is_only_origin(tree: Tree, adjective: int, noun: int) -> bool:
    """Whether an adjective says where people are from, or of which party: "Norwegian voters", "Liberal voters".

    A country's soldiers are its own.
    """
    if tree.entity[adjective] != "NORP":
        return False
    lemma = tree.lemma[noun].lower()
    return (tree.tag[noun] == "NNPS" or lemma in read_person_nouns()) and lemma not in _SOLDIERS


def held(tree: Tree, noun: int) -> Chars | None:
    """The owner before the noun, or the possessive pronoun of a noun after it: "the depth of its ports"."""
    return near_owner(tree, noun) or next(
        (span_of(tree, i) for i in _subtree(tree, noun) if tree.tag[i] == "PRP$" and noun < i <= noun + 3), None
    )


def _subtree(tree: Tree, i: int) -> Iterator[int]:
    """The word and all that hangs on it, from left to right."""
    todo = [(i, False)]
    while todo:
        word, opened = todo.pop()
        if opened:
            yield word
            continue
        kids = tree.kids(word)[::-1]
        todo += [*((k, False) for k in kids if k > word), (word, True), *((k, False) for k in kids if k < word)]


def owner(tree: Tree, noun: int, token: int | None = None) -> Chars | None:
    """Whose: before the noun, else after it ("the ports of Peru", "deaths in Peru").

    A phrase that holds ``token`` (the number's) names no owner: "the deaths of Ana Roe and three others".
    """
    if found := near_owner(tree, noun):
        return found
    for prep in tree.kids(noun):
        thing = tree.child(prep, "pobj") if tree.dep[prep] == "prep" else None
        if thing is None or tree.word(prep) not in ("of", "in", "by"):
            continue
        if token is not None and tree.edges[prep][0] <= token < tree.edges[prep][1]:
            continue
        if tree.pos[thing] == "PROPN":
            return span_of(tree, thing)
        if found := owner(tree, thing, token):
            return found
    return None


def owner_of_counted(tree: Tree, noun: int, token: int) -> Chars | None:
    """The owner of counted things; the town they are in is none ("two agents in Delvo"), a country is."""
    found = owner(tree, noun, token)
    if found is None or find_country(tree.text[slice(*found)]):
        return found
    at = tree.token_at(found[0])
    return None if at and tree.word(at - 1) == "in" else found


def span_of(tree: Tree, token: int, wide: bool = False) -> Chars:
    """The words of a party: its name or noun with modifiers, without what follows (``wide``: with it)."""
    if tree.pos[token] == "PRON" or (tree.dep[token] == "poss" and tree.tag[token] == "PRP$"):
        return Chars(tree.idx[token], tree.end[token])
    left = phrase_start(tree, token)
    while left < token and (tree.pos[left] == "DET" or (tree.numeric[left] and tree.spelt(left + 1) != "-")):
        left += 1
    right = right_edge(tree, token) if wide else token
    if not wide and tree.entity[token] and tree.pos[token] == "PROPN":
        while right + 1 < tree.n and tree.goes_on[right + 1] and tree.pos[right + 1] == "PROPN":
            right += 1
    return Chars(tree.idx[left], tree.end[right])


def receiver(tree: Tree, verb: int) -> Chars | None:
    """ "lent to coastal towns": the towns."""
    if tree.lemma[verb].lower() not in _gifts():
        return None
    for prep in tree.kids(verb):
        if tree.word(prep) == "to" and prep > verb:
            found = tree.child(prep, "pobj")
            return None if found is None else span_of(tree, found, wide=True)
    return None


def having(tree: Tree, token: int) -> Chars | None:
    """ "Malta with half a million people": who has it, whatever the parse makes of the rest."""
    left = tree.edges[token][0]
    for i in range(left, max(left - 4, 0), -1):
        if tree.word(i) == "with" and i > 0:
            return span_of(tree, i - 1) if tree.pos[i - 1] in ("PROPN", "NOUN", "PRON") else None
    while tree.dep[token] == "conj":  # "has 12 ferries and 40 boats"
        token = tree.head[token]
    head = tree.head[token]
    if tree.dep[token] == "dobj" and tree.lemma[head] in HAVING:
        return subject_span(tree, head)
    return None


def agent(tree: Tree, verb: int) -> Chars | None:
    """The subject as a party; the "it" of "it is easy to extend" is none."""
    subject, span = subject_of(tree, verb), subject_span(tree, verb)
    if subject is not None and tree.word(subject) in ("it", "there", "that", "this"):
        return None if span == span_of(tree, subject) else span
    return span


def is_party(tree: Tree, token: int) -> bool:
    return tree.pos[token] == "PROPN" and tree.entity[token] in NAMED


def is_named(tree: Tree, span: Chars) -> bool:
    """Whether a party's span has a name: "Acme", "Peruvian farmers"; not "Monday", not "the figures"."""
    first, last = tree.token_at(span[0]), tree.token_at(span[1] - 1)
    if any(tree.pos[i] == "ADP" and not tree.entity[i] for i in range(first, last)):
        return False  # "the attack on Peru"
    if tree.entity[last] in NAMED and tree.spelt(last)[:1].isupper():
        return True
    return tree.tag[last] == "NNS" and any(tree.entity[i] in ("NORP", "GPE") for i in range(first, last))


@cache
def _gifts() -> frozenset[str]:
    """Verbs of handing over: without a giver the figure is about the one who receives."""
    return frozenset(row["lemma"] for row in read_rows("measure_verbs") if row["kind"] == "transfer")
