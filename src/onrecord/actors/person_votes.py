"""Votes for a person: a title, a first name, what happens to it, and what stands around."""

import re
from functools import cache

from onrecord.actors import roles
from onrecord.actors.names import read_first_names
from onrecord.actors.namings import Naming
from onrecord.actors.parties import read_kin
from onrecord.actors.speaking_nouns import is_cause, names_people
from onrecord.actors.words import Words, is_organisation_word, read_organisation_words
from onrecord.lexicon import read_rows

HEADED = frozenset(("administration", "presidency"))  # that are called by who heads them
PLACES = {"nsubj": "subject", "dobj": "object", "nsubjpass": "object"}  # of a name to its verb, in the active
BUSINESS = frozenset(("partner", "partners", "parent", "parents"))
HIS = frozenset(("his", "her", "their", "my", "'s", "’s"))
HYPHENS = frozenset(("-", "‑", "–"))
LEARNED = frozenset(("College", "University", "Hospital", "School", "Institute"))
EITHER = frozenset(("rival", "competitor", "partner", "supplier", "customer", "owner", "developer"))  # or a body
AGE = re.compile(r"\d\d?")


def person_votes(text: Words, naming: Naming) -> float:
    """What speaks for a person: a title, a first name, what happens to it, "who", an age, a role beside it."""
    tree, words = text.tree, text.words
    head = naming.end - 1
    total = 3.0 if naming.title is not None else 0.0
    joined = naming.end - naming.start == 3 and words[naming.start + 1] in HYPHENS  # "Delvo-Moss", one word
    if 1 < naming.end - naming.start <= 4 and words[naming.start].casefold() in read_first_names() and not joined:
        placed = naming.label in ("GPE", "LOC", "FAC") and not text.is_surname(head)
        total += 0.0 if word_votes(words, naming) else 0.8 if placed else 1.8
    if tree.dep[head] in ("compound", "nmod") and words[tree.head[head]].casefold() in HEADED:
        total += 2.5  # "the Roe administration"
    if naming.title is None and naming.lead and words[naming.lead - 1].casefold() == "the":
        total -= 1.5
    if tree.dep[head] == "nsubj" and tree.lemma[tree.head[head]] in read_agent_verbs():
        total += 0.5
    first = tree.head[head] if tree.dep[head] == "conj" else head  # "killing X and Y"
    if (tree.lemma[tree.head[first]], PLACES.get(tree.dep[first])) in _person_verbs():
        total += 1.5  # "cleared of killing X", "X died"
    for child in tree.kids(head):
        dep, word = tree.dep[child], words[child]
        before = child < naming.start and dep in ("compound", "amod", "nmod") and word.islower()
        told = roles.is_role_word(word) and not is_told_by_size(text, child) and not _may_be_body(words, naming, word)
        if (dep == "appos" or before) and told:
            total += 2.0
        elif dep == "conj" and tree.entity[child] == "PERSON":
            total += 0.7
        elif dep == "relcl" and any(words[k].casefold() in ("who", "whose", "whom") for k in tree.kids(child)):
            total += 1.5
    if tree.dep[head] == "conj" and tree.entity[tree.head[head]] == "PERSON":
        total += 0.7
    noun = tree.lemma[tree.head[head]].casefold()
    if tree.dep[head] == "appos" and names_people(noun) and not _may_be_body(words, naming, noun):
        total += 2.0
    beside = naming.lead - (2 if naming.lead > 1 and words[naming.lead - 1] == "," else 1)
    if beside >= 0 and words[beside] in read_kin() and not _is_business(words, beside):  # "his wife, Karla"
        total += 3.0
    owned = tree.head[head]
    if tree.dep[head] == "poss" and words[owned] in read_kin() and words[owned] not in BUSINESS and owned > head:
        total += 2.0  # "Karla's mother"
    if naming.lead and words[naming.lead - 1] == "old" and words[naming.lead - 2] == "-":
        total += 2.0  # "seven-year-old X"
    if naming.end + 1 < tree.n and words[naming.end] in (",", "(") and AGE.fullmatch(words[naming.end + 1]):
        total += 2.0
    return total


def _may_be_body(words: list[str], naming: Naming, noun: str) -> bool:
    """Whether a noun holds for bodies as well, of a name without a first name: "its rival Delvo"."""
    return noun in EITHER and words[naming.start].casefold() not in read_first_names()


def _is_business(words: list[str], noun: int) -> bool:
    """ "Delvo's U.S. partner, Norden": a partner of whom it is not said right before is a company's."""
    return noun > 0 and words[noun].casefold() in BUSINESS and words[noun - 1].casefold() not in HIS


def is_told_by_size(text: Words, noun: int) -> bool:
    """Whether a noun says how large something is beside others ("the second-largest grower")."""
    return any(text.words[i] in ("largest", "biggest") for i in range(text.tree.left(noun), noun))


def word_votes(words: list[str], naming: Naming) -> float:
    """What the words of a name alone say for an organisation."""
    last = words[naming.end - 1].casefold()
    if last in read_organisation_words("suffix") and naming.end - naming.start > 1:
        return 5.0
    if last in read_organisation_words("brand") and naming.end - naming.start > 1:
        return 3.0
    if is_organisation_word(last):
        return 3.0 if naming.end - naming.lead > 1 else 1.5
    if naming.end > naming.start + 2 and is_cause(words, naming.start, naming.start + 1):
        return 5.0
    if not LEARNED.isdisjoint(words[naming.start + 1 : naming.end - 1]):
        return 3.0  # "King's College Delvo"
    for i in range(naming.start, naming.end - 1):
        if is_organisation_word(words[i]) and words[i + 1].casefold() in ("of", "for", "on", "to", "de"):
            return 3.0
    return 0.0


@cache
def read_agent_verbs() -> frozenset[str]:
    """Verbs whose subject acts as a person or an organisation."""
    return frozenset(row["lemma"] for row in read_rows("agent_verbs"))


@cache
def _person_verbs() -> frozenset[tuple[str, str]]:
    return frozenset((row["lemma"], row["place"]) for row in read_rows("person_verbs"))
