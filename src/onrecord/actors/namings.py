"""Namings: runs of capitalised words, cut into names and the titles before them.

spaCy's entities are evidence, not the answer: their borders split a run, their labels vote on its kind, but a name they
missed, glued to a title or ended with a possessive is read from the words themselves.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.actors import roles
from onrecord.actors.names import read_first_names, read_honorifics, read_parts
from onrecord.actors.words import PROPER, Words, is_organisation_word, read_capitalised, read_organisation_words
from onrecord.language import countries
from onrecord.language.spans import Tokens

SMALL = frozenset(["of", "for", "and", "the", "on", "in", "to", "at", "de", "du", "des", "del", "&", "with"])
COMPLEMENTS = frozenset(("of", "for", "on", "to"))  # that join an organisation's word with what follows it
QUOTES = frozenset(('"', "“", "”", "'", "‘", "’", "``", "''"))
APOSTROPHES = frozenset(("'s", "’s", "'", "’"))


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


def find_namings(text: Words) -> list[Naming]:
    """The names of an article with the titles before them, in reading order."""
    namings = [naming for span in find_runs(text) for naming in split_run(text, span)]
    for naming in namings:
        _take_owner(text, naming)
    return namings


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
        return 0 if new and not text.glued(i) and not _same_name(text, start, i) and not text.is_surname(i) else 1
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
    if (low in SMALL or word in APOSTROPHES) and text.iob[i] == 1:
        return _entity_tail(text, start, i)
    return _complement(text, start, i) if low in COMPLEMENTS else 0


def _complement(text: Words, start: int, i: int) -> int:
    """ "Ministry of Defence", "Leader of the Revolution": an organisation's or a title's word takes what follows it."""
    tree, words, n = text.tree, text.words, text.tree.n
    low = words[i].casefold()
    titled = low == "of" and words[i - 1][0].isupper() and roles.is_role_word(words[i - 1])
    titled = titled and not (i > 1 and _is_surname(text, i - 1))
    if (
        not titled
        and not is_organisation_word(words[i - 1])
        and not (low == "of" and is_organisation_word(words[start]))
    ):
        return 0
    k = i + 2 if words[i + 1].casefold() == "the" else i + 1
    if titled and k + 1 < n and words[k] in read_capitalised("seldom") and text.is_name(k + 1):
        k += 1
    counted = k < n and tree.tag[k] == "CD" and words[k].isalpha()  # "Gang of Eight"
    return k + 1 - i if k < n and tree.dep[k] and (counted or text.is_name(k)) and words[k][0].isupper() else 0


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
    if text.words[i] in APOSTROPHES:
        owner = " ".join(text.words[start:i])
        if i - start > 1:
            return 0  # "Sotheby’s International" is one name, "Alphabet Inc’s Google" is two
        if tree.entity[i] != "ORG" or countries.find_country(owner) or roles.is_role_word(text.words[i - 1]):
            return 0
    low = text.words[i].casefold()
    if low == "and" and tree.entity[i] == "PERSON":
        return 0
    if low in ("of", "for", "on", "in", "to", "at", "with", "the"):
        organised = any(is_organisation_word(text.words[j]) for j in range(start, i))
        if not organised and (low != "of" or text.words[start].casefold() in read_first_names()):
            return 0
    return k + 1 - i


def split_run(text: Words, span: Tokens) -> list[Naming]:
    """The names in a run with the titles before them; a title with no name after it is left to ``descriptions``."""
    start, end = span
    words = text.words
    while end > start and (words[end - 1] in APOSTROPHES or words[end - 1] == "-"):
        end -= 1
    while start < end and words[start].casefold() in ("the", "a", "an"):
        start += 1
    if start >= end:
        return []
    cut = _title_end(text, start, end)
    if cut is None and _person_at_end(text, start, end):
        return [_make_naming(text, start, end - 2), _make_naming(text, end - 2, end)]
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


def _person_at_end(text: Words, start: int, end: int) -> bool:
    """ "Secretary for Harbour Security Ana Roe": a person's name right behind an organisation's."""
    words = text.words
    if end - start < 4 or words[end - 2].casefold() not in read_first_names():
        return False
    before = words[end - 3]
    body = is_organisation_word(before) or before.casefold() in read_organisation_words("generic")
    return body and not is_organisation_word(words[end - 1])


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
    if i == end - 1 and i > start and words[i].casefold() not in read_honorifics():
        return _is_surname(text, i)
    if i + 1 >= end or text.iob[i + 1] != 1:
        return False
    following = words[i + 1].casefold()
    organisation = is_organisation_word(words[end - 1])
    if tree.entity[i] == "ORG" == tree.entity[i + 1] and following not in read_first_names() and following != "of":
        if words[end - 1] in text.surnames:  # "Sheriff Roe" is no body where somebody is called Roe
            return organisation
        return words[i].casefold() not in read_honorifics() or organisation
    return organisation


def _is_surname(text: Words, i: int) -> bool:
    """Whether a title word ends a person's name ("Julia Bishop", "Ana King of Delvo")."""
    inside = text.iob[i] == 1 and text.tree.entity[i] == "PERSON"
    first_name = text.words[i - 1].casefold() in read_first_names()
    return inside and first_name and not roles.is_title_word(text.words[i - 1])


def _name_after_complement(text: Words, start: int, end: int) -> int:
    """Where a person's name starts after "Secretary of State", "Leader of the Revolution"; ``end`` when none does."""
    for i in range(start + 1, end):
        if (text.iob[i] == 3 and text.tree.entity[i] == "PERSON") or roles.is_title_word(text.words[i]):
            return i
    return end


def _organisation_before(text: Words, start: int, end: int) -> Naming | None:
    """The organisation in front of a title: "Muslim Student Association" of "… Association President X"."""
    while end > start and (text.words[end - 1] in APOSTROPHES or text.words[end - 1].casefold() in SMALL):
        end -= 1
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
