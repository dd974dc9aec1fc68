"""Namings: runs of capitalised words, cut into names and the titles before them.

A name that spaCy missed, glued to a title or ended with a possessive is read from the words themselves.
"""

import re
from dataclasses import dataclass
from functools import cache

from onrecord.actors import roles
from onrecord.actors.names import read_first_names, read_honorifics
from onrecord.actors.parties import read_kin
from onrecord.actors.runs import APOSTROPHES, COMPLEMENTS, SMALL, find_runs, is_surname
from onrecord.actors.words import Words, is_organisation_word, read_capitalised, read_organisation_words
from onrecord.language import countries
from onrecord.language.spans import Tokens
from onrecord.language.words import read_stem_counts, stem
from onrecord.lexicon import read_rows

LONGEST_FIELD = 3  # words of what a minister is of
NAMES_TOO = frozenset(("Dean", "Duke", "Earl", "Marshal"))  # titles that are men's names too
ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)|1\d{3}")


@dataclass(slots=True)
class Naming:
    """A name in the text: tokens ``start``..``end`` without title, article and possessive.

    ``lead`` is where the name starts when a country before it belongs to it ("Peru’s Mission", "US Air Force"),
    ``title`` the tokens of a title before it, ``honorific`` its last honorific, ``label`` spaCy's for most tokens.
    """

    start: int
    end: int
    lead: int
    label: str
    title: Tokens | None = None
    honorific: str = ""


def find_seat(text: str) -> str | None:
    """ISO3 (or "") of the country whose institution a building stands for ("the Kremlin"); null for all else."""
    return _seats().get(text.removeprefix("the ").removeprefix("The "))


@cache
def _seats() -> dict[str, str]:
    return {row["name"]: row["iso3"] for row in read_rows("seats")}


def find_namings(text: Words) -> list[Naming]:
    """The names of an article with the titles before them, in reading order."""
    namings = [naming for span in find_runs(text) for naming in split_run(text, span)]
    for naming in namings:
        _take_owner(text, naming)
        _take_ordinal(text, naming)
    return namings


def split_run(text: Words, span: Tokens) -> list[Naming]:
    """The names in a run with the titles before them; a title with no name after it is left to ``descriptions``."""
    start, end = span
    words = text.words
    while end > start and (words[end - 1] in APOSTROPHES or words[end - 1] == "-"):
        end -= 1
    while start < end and (
        words[start].casefold() in ("the", "a", "an")
        or _only_begins(text, start, end)
        or _names_several(words, start, end)
    ):
        start += 1
    if start >= end:
        return []
    cut = _title_end(text, start, end)
    if cut is None and _person_at_end(text, start, end):
        return [_make_naming(text, start, end - 2), _make_naming(text, end - 2, end)]
    if cut is None and _is_behind_a_field(text, start, end):
        return [_make_naming(text, end - 2, end)]
    if cut is None:
        return [_make_naming(text, start, end)]
    title, name = cut
    before = _organisation_before(text, start, title[0]) if title[0] > start else None
    inside = _organisation_after(text, title[1], min(name, end))
    rest = split_run(text, Tokens(name, end)) if name < end else []
    if rest:
        first, honorifics = rest[0], [w for w in words[start:name] if w.casefold() in read_honorifics()]
        first.honorific = first.honorific or (honorifics[-1] if honorifics else "")
        first.title = Tokens(start, first.title[1] if first.title else name)
        first.lead = first.start
    return [naming for naming in (before, inside, *rest) if naming]


def _only_begins(text: Words, start: int, end: int) -> bool:
    """A word that is capital because a sentence begins with it: "Senior White House aides", "Brave Ana Roe"."""
    if not text.start[start]:
        return False
    if start + 1 >= end:  # "Shadow health secretary Ana Roe"
        return text.words[start] in read_capitalised("lead") and text.tree.head[start] > start
    return text.words[start] in read_capitalised("lead") or _is_epithet(text, start, end)


def _names_several(words: list[str], start: int, end: int) -> bool:
    """ "Ministers Ana Roe and Ivo Brandt", "Siblings Ana and Ivo": a plural before a first name is no part of it."""
    plural = words[start].casefold()
    people = plural in roles.read_plurals() or (plural.endswith("s") and plural[:-1] in read_kin())
    return people and start + 1 < end and words[start + 1].casefold() in read_first_names()


def _is_epithet(text: Words, start: int, end: int) -> bool:
    """An ordinary word before a first name and a surname, or before a name that the article has without it ("Shy
    Ilinca"); what is capital within a sentence too is a name."""
    words, first = text.words, text.words[start]
    low = first.casefold()
    if low in read_first_names() or roles.is_title_word(first) or first in text.inside or first.isupper():
        return False
    given = end - start == 3 and words[start + 1].casefold() in read_first_names()
    known = end - start == 2 and words[start + 1] in text.alone
    return (given or known) and stem(low) in read_stem_counts() and not is_organisation_word(words[end - 1])


def _person_at_end(text: Words, start: int, end: int) -> bool:
    """ "Secretary for Harbour Security Ana Roe": a person's name right behind an organisation's."""
    words = text.words
    if end - start < 4 or words[end - 2].casefold() not in read_first_names():
        return False
    before = words[end - 3]
    body = is_organisation_word(before) or before.casefold() in read_organisation_words("generic")
    return body and not is_organisation_word(words[end - 1])


def _is_behind_a_field(text: Words, start: int, end: int) -> bool:
    """ "Minister for Political Affairs Ana Roe": a person's name right behind what a minister is for."""
    if end - start < 3 or start == 0 or text.words[start - 1] != "for":
        return False
    field = text.words[end - 3].casefold() in read_organisation_words("portfolio")
    return field and not any(map(is_organisation_word, text.words[end - 2 : end]))


def _title_end(text: Words, start: int, end: int) -> tuple[Tokens, int] | None:
    """The first title of the run (its noun's tokens) and where the name after it starts; null when there is none."""
    words = text.words
    for i in range(start, end):
        if not roles.is_title_word(words[i]) or _is_in_name(text, start, i, end):
            continue
        found = roles.find_noun(words, i)
        first, stop = (found[1], found[2]) if found and start <= found[1] and found[2] <= end else (i, i + 1)
        if stop < end and words[stop].casefold() in ("of", "for"):
            return Tokens(first, stop), _name_after_complement(text, stop + 1, end)
        return Tokens(first, stop), min(stop, end)
    return None


def _is_in_name(text: Words, start: int, i: int, end: int) -> bool:
    """A title word that is part of a name: a surname ("Julia Bishop"), or an organisation's ("General Motors")."""
    tree, words = text.tree, text.words
    if i == end - 1 and i > start and words[i - 1].casefold() in COMPLEMENTS and is_organisation_word(words[i - 2]):
        return True  # "American Association for Justice"
    if i == end - 1 and words[i] == "Executive" and not {"and", "&"}.isdisjoint(words[start:i]):
        return True  # "Harbour and Safety Executive"
    if words[start : start + 3] == ["Office", "of", "the"]:
        return i == end - 1  # "Office of the Information Commissioner"
    if i == end - 1 and i > start and words[i].casefold() not in read_honorifics():
        return is_surname(text, i)
    if words[i] == "General" and i + 1 < end and is_organisation_word(words[i + 1]):
        return True  # "Delvo General Hospital"
    if _is_first_name(words, i, end):
        return True
    if i + 1 >= end or text.iob[i + 1] != 1:
        return False
    following = words[i + 1].casefold()
    organisation = is_organisation_word(words[end - 1])
    if words[i].isupper():
        return organisation  # "Delvo MEP Ana Roe"
    if tree.entity[i] == "ORG" == tree.entity[i + 1] and following not in read_first_names() and following != "of":
        if words[end - 1] in text.surnames:  # "Sheriff Roe" is no body where somebody is called Roe
            return organisation
        return words[i].casefold() not in read_honorifics() or organisation
    return organisation


def _is_first_name(words: list[str], i: int, end: int) -> bool:
    """ "Sheriff Dean Roe": a name that is a title too, behind a title and before a surname alone."""
    titled = i > 0 and words[i] in NAMES_TOO and roles.is_title_word(words[i - 1])
    return titled and i + 2 == end and words[i + 1].casefold() not in read_first_names()


def _name_after_complement(text: Words, start: int, end: int) -> int:
    """Where a person's name starts after "Secretary of State", "Leader of the Revolution"; ``end`` when none does."""
    for i in range(start + 1, end):
        if (text.iob[i] == 3 and text.tree.entity[i] == "PERSON") or roles.is_title_word(text.words[i]):
            return i
        given = i + 1 < end and text.words[i].casefold() in read_first_names()
        if given and is_organisation_word(text.words[i - 1]):
            return i  # "Chairman of the House Harbour Committee Ana Roe"
        two = i + 2 == end and not any(map(is_organisation_word, text.words[i:end]))
        if two and text.words[i - 1].casefold() in read_organisation_words("portfolio"):
            return i  # "Minister of Foreign Affairs Ana Roe"
    return end


def _organisation_before(text: Words, start: int, end: int) -> Naming | None:
    """The organisation in front of a title: "Muslim Student Association" of "… Association President X"."""
    while end > start and (text.words[end - 1] in APOSTROPHES or text.words[end - 1].casefold() in SMALL):
        end -= 1
    of_minister = text.words[end].casefold() in ("secretary", "minister") if end < len(text.words) else False
    field = text.words[end - 1].casefold() in read_organisation_words("portfolio") | {"state"}
    if of_minister and field and end - start <= LONGEST_FIELD:
        return None  # "Public Works Minister Ana Roe"
    if end > start and (is_organisation_word(text.words[end - 1]) or text.tree.entity[end - 1] == "ORG"):
        return _make_naming(text, start, end)
    return None


def _organisation_after(text: Words, start: int, end: int) -> Naming | None:
    """The organisation or country in a title's "of …": NASA of "Director of NASA", but no "State" of its secretary."""
    words = text.words
    if end - start < 2 or words[start].casefold() not in ("of", "for"):
        return None
    start += 2 if words[start + 1].casefold() == "the" else 1
    whole = " ".join(words[start:end])
    named = any(is_organisation_word(w) for w in words[start:end]) or (len(whole) > 1 and whole.isupper())
    entity = end - start > 1 and text.tree.entity[start] == "ORG" and text.iob[start] == 3
    return _make_naming(text, start, end) if named or entity or countries.find_country(whole) else None


def _make_naming(text: Words, start: int, end: int) -> Naming:
    if find_seat(" ".join(text.words[end - 2 : end])) is not None and end - start > 2:
        start = end - 2  # "the Obama White House"
    body = start
    named = text.tree.entity[start] == "PERSON" and text.words[start].casefold() in read_first_names()
    for width in () if named else (2, 1):
        prefix = " ".join(text.words[start : start + width])
        if start + width < end and (countries.find_country(prefix) or countries.find_adjective(prefix)):
            body = start + width
            break
    while body > start and body < end - 1 and text.words[body] in APOSTROPHES:
        body += 1
    labels = [text.tree.entity[i] for i in range(start, end)]
    return Naming(body, end, start, max(set(labels), key=lambda x: (labels.count(x), x)))


def _take_ordinal(text: Words, naming: Naming) -> None:
    """ "9th Circuit", "the 1922 Committee": a number before an organisation's word is part of its name."""
    i = naming.lead - 1
    numbered = i >= 0 and ORDINAL.fullmatch(text.words[i]) and naming.lead <= text.tree.head[i] < naming.end
    bodied = any(is_organisation_word(w) or w == "Circuit" for w in text.words[naming.start : naming.end])
    if numbered and bodied and naming.title is None:
        naming.start = naming.lead = i


def _take_owner(text: Words, naming: Naming) -> None:
    """ "Peru’s Mission to …", "Israel’s Supreme Court": the country's possessive is part of an organisation's name."""
    if naming.start != naming.lead or naming.start < 2 or text.words[naming.start - 1] not in ("'s", "’s"):
        return
    if not is_organisation_word(text.words[naming.end - 1]) and not is_organisation_word(text.words[naming.start]):
        return
    for width in (3, 2, 1):
        first = naming.start - 1 - width
        if first >= 0 and countries.find_country(" ".join(text.words[first : naming.start - 1])):
            naming.lead = first
            return
