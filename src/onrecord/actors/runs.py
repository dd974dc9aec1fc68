"""Runs: capitalised words in a row, with the small words that hold them together; what ``namings`` cuts into names.

spaCy's entities are evidence, not the answer: their borders split a run, but a name that they missed is still in one.
"""

import re
from collections.abc import Iterator

from onrecord.actors import roles
from onrecord.actors.names import read_first_names, read_parts
from onrecord.actors.speaking_nouns import AGENT, is_cause, names_people
from onrecord.actors.words import PROPER, Words, is_organisation_word, read_capitalised, read_organisation_words
from onrecord.language import countries
from onrecord.language.plurals import singular
from onrecord.language.spans import Tokens

SMALL = frozenset(["of", "for", "and", "the", "on", "in", "to", "at", "de", "du", "des", "del", "&", "with"])
COMPLEMENTS = frozenset(("of", "for", "on", "to", "against"))  # that join an organisation's word with what follows it
QUOTES = frozenset(('"', "“", "”", "'", "‘", "’", "``", "''"))
INITIAL = re.compile(r"[A-Z]\.?")
# Bodies that are called after whose they are ("King's College", "Patrolman's Association").
OWN_NAMED = frozenset(("Association", "College", "Federation", "Guild", "League", "Society", "Union"))
APOSTROPHES = frozenset(("'s", "’s", "'", "’"))


def find_runs(text: Words) -> Iterator[Tokens]:
    """Token spans of runs: capitalised words and the small words that hold them together, in reading order."""
    tree = text.tree
    candidates = [
        k for k, (tag, entity) in enumerate(zip(tree.tag, tree.entity, strict=True)) if tag in PROPER or entity
    ]
    after = 0
    for i in candidates:
        if i < after or not tree.dep[i] or not text.is_name(i):
            continue
        after = _run_end(text, i)
        yield Tokens(i, after)


def _run_end(text: Words, start: int) -> int:
    tree, end = text.tree, start + 1
    while end < tree.n and tree.dep[end] and not text.start[end]:
        step = _joined(text, start, end)
        if not step:
            break
        end += step
    return end


def _joined(text: Words, start: int, i: int) -> int:
    """How many tokens from ``i`` on belong to the run that began at ``start``: 0 ends it."""
    tree, words, n = text.tree, text.words, text.tree.n
    word = words[i]
    if text.is_name(i):
        if word.islower() or (len(word) == 1 and i + 1 < n and words[i + 1] == "-" and text.glued(i + 1)):
            return 0
        new = text.iob[i] == 3 and tree.entity[i - 1] and text.iob[i - 1] in (1, 3)
        one = text.glued(i) or _same_name(text, start, i) or text.is_surname(i) or text.is_given_name(i - 1)
        return 0 if new and not one else 1
    if not (i + 1 < n and tree.dep[i + 1] and not text.start[i + 1]):
        return 0
    if word in ("-", "‑", "–") and text.glued(i) and text.glued(i + 1):
        if words[i + 1][0].isupper() or (tree.entity[i - 1] in ("PERSON", "ORG") and text.iob[i + 1] == 1):
            return 2
        return 0
    if word == "," and words[i + 1] in ("Jr.", "Jr", "Sr.", "Sr", "Inc.", "Inc", "Ltd.", "Ltd"):
        return 2
    if word in QUOTES and i + 3 < n and words[i + 2] in QUOTES and text.is_name(i + 1) and text.is_name(i + 3):
        return 4  # Robert "Bobby" Scott
    if word == "&" and text.is_name(i + 1):
        return 2
    if word == "]" and start and words[start - 1] == "[" and text.is_name(i + 1):
        return 2  # "[George] Bush": a name that an editor has filled in
    low = word.casefold()
    if low in read_parts("particle") and low not in ("y", "e", "la", "le"):
        if text.is_name(i + 1):
            return 2
        if (
            words[i + 1] in ("-", "‑")
            and i + 2 < n
            and text.glued(i + 1)
            and text.glued(i + 2)
            and words[i + 2][0].isupper()
        ):
            return 3
    if word in APOSTROPHES and _is_joint_owner(text, i - 1):
        return 2
    if low == "and" and (stop := _joined_body_end(text, i)):
        return stop - i
    if (low in SMALL or word in APOSTROPHES) and text.iob[i] == 1:
        return _entity_tail(text, start, i)
    return _complement(text, start, i) if low in COMPLEMENTS else 0


def _is_joint_owner(text: Words, owner: int) -> bool:
    """Whether a possessive is part of a body's name: many people's ("Citizens' Watch", "Women's Trust"), no party's."""
    word, mark = text.words[owner], text.words[owner + 1]
    noun = singular(word.casefold())
    plural = word.endswith("s") == (mark in ("'", "’")) and noun != word.casefold()
    behind = text.words[owner + 2]
    if roles.is_role_word(word) and word[0].isupper() and behind == "Office":
        return True  # "Governor's Office of Harbour Safety"
    told = behind[0].isupper() and not roles.is_role_word(behind)
    people = names_people(noun) or noun in ("person", "child", "man", "woman")
    people = people or (noun.endswith(AGENT) and is_organisation_word(behind))  # "Cheesemakers' Guild"
    return plural and told and people and word not in read_capitalised("party") | read_capitalised("group")


def _joined_body_end(text: Words, i: int) -> int:
    """One past the last word of "the Port *and* Waterways Administration", 0 where "and" joins two bodies."""
    tree, words, before = text.tree, text.words, i - 1
    if (last := _agreeing(text, before)) is not None and all(text.is_name(k) for k in range(i + 1, last + 1)):
        return 0 if countries.find_country(words[before]) else last + 1
    top = tree.head[before]
    small = top if words[top].islower() and top < tree.head[top] else None  # "Medicines and Health products Agency"
    top = tree.head[top] if small is not None else top
    one = top > i + 1 and tree.dep[before] in ("nmod", "compound", "amod") and is_organisation_word(words[top])
    if not one or not all(text.is_name(k) for k in range(i + 1, top + 1) if k != small):
        return 0
    other = words[before].casefold() in read_organisation_words("chamber")
    whole = tree.entity[before] in ("", tree.entity[top]) and not countries.find_country(words[before])
    return top + 1 if whole and not other else 0


def _agreeing(text: Words, before: int) -> int | None:
    """The last word of "the Port Workers and Pilots Union says": two bodies would say."""
    tree = text.tree
    if tree.dep[before] != "nsubj" or tree.tag[tree.head[before]] != "VBZ":
        return None
    joined = [k for k in tree.kids(before) if tree.dep[k] == "conj" and k > before]
    return joined[0] if len(joined) == 1 and is_organisation_word(text.words[joined[0]]) else None


def _complement(text: Words, start: int, i: int) -> int:
    """ "Ministry of Defence", "Leader of the Revolution": an organisation's or a title's word takes what follows it."""
    tree, words, n = text.tree, text.words, text.tree.n
    low = words[i].casefold()
    if is_cause(words, i - 1, i):
        return 2
    titled = low == "of" and words[i - 1][0].isupper() and roles.is_role_word(words[i - 1])
    titled = titled and not (i > 1 and is_surname(text, i - 1))
    if not titled and tree.entity[i - 1] == "PERSON" and not is_organisation_word(words[i - 1]):
        return 0  # "Senate Leader Ana Roe of New Delvo"
    if (
        not titled
        and not is_organisation_word(words[i - 1])
        and not (low == "of" and is_organisation_word(words[start]))
    ):
        return 0
    if not titled and not _takes(words[i - 1], low):
        return 0
    k = i + 2 if words[i + 1].casefold() == "the" else i + 1
    if titled and k + 1 < n and words[k] in read_capitalised("seldom") and text.is_name(k + 1):
        k += 1
    counted = k < n and tree.numeric[k] and words[k].isalpha()  # "Gang of Eight"
    return k + 1 - i if k < n and tree.dep[k] and (counted or text.is_name(k)) and words[k][0].isupper() else 0


def _takes(word: str, preposition: str) -> bool:
    """Whether a body's name goes on with this word: a chamber's does with "of" only ("the Senate for the first time"),
    and few do with "on" ("Moss Elementary School on the East Side")."""
    low = word.casefold()
    if preposition == "on":
        return low in read_organisation_words("takes_on")
    return preposition == "of" or low not in read_organisation_words("chamber")


def _same_name(text: Words, start: int, i: int) -> bool:
    """Whether a new entity at ``i`` goes on the name before it: after a title, or as the second half of a person's."""
    tree, words = text.tree, text.words
    if roles.is_title_word(words[i - 1]) or words[i - 1].casefold().rstrip(".") in ("st", "ft", "mt"):
        return True
    if any(roles.is_role_word(words[k]) and words[k + 1] == "of" for k in range(start, i - 1)):
        return True  # "Secretary of State" | "Ana Duarte"
    both = tree.entity[i - 1] == tree.entity[i] == "PERSON"
    return both and text.iob[i - 1] == 3 and tree.head[i - 1] == tree.head[i]


def _entity_tail(text: Words, start: int, i: int) -> int:
    """A small word inside an entity joins it when more of its name follows; a possessive only in an organisation's."""
    tree, k, n = text.tree, i + 1, text.tree.n
    while k < n and text.iob[k] == 1 and not text.is_name(k) and text.words[k] in SMALL:
        k += 1
    if k >= n or text.iob[k] != 1 or not text.is_name(k):
        return 0
    if text.words[i] in APOSTROPHES and text.words[i + 1] not in OWN_NAMED:
        owner = " ".join(text.words[start:i])
        if i - start > 1 or text.words[start] in text.surnames:
            return 0  # "Sotheby’s International" is one name, "Alphabet Inc’s Google" is two
        if tree.entity[i] != "ORG" or countries.find_country(owner) or roles.is_role_word(text.words[i - 1]):
            return 0
    low = text.words[i].casefold()
    if low == "and" and tree.entity[i] == "PERSON":
        return 0
    if low in ("of", "for", "on", "in", "to", "at", "with", "the"):
        organised = any(is_organisation_word(text.words[j]) for j in range(start, i))
        if low == "of" and i > 1 and text.words[i - 2].casefold() in read_first_names():
            return 0  # "Senate Leader Ana Roe of New Delvo", read as one entity
        if low != "the" and is_organisation_word(text.words[i - 1]) and not _takes(text.words[i - 1], low):
            return 0
        if not organised and (low != "of" or text.words[start].casefold() in read_first_names()):
            return 0
    return k + 1 - i


def is_surname(text: Words, i: int) -> bool:
    """Whether a title word ends a person's name ("Julia Bishop", "Ana King of Delvo")."""
    inside = text.iob[i] == 1 and text.tree.entity[i] == "PERSON"
    before = i - 2 if i > 1 and INITIAL.fullmatch(text.words[i - 1]) else i - 1  # "Ana T. King"
    first_name = text.words[before].casefold() in read_first_names()
    return inside and first_name and not roles.is_title_word(text.words[before])
