"""Roles: what a person is called beside a name ("Chilean Trade Minister", "the director of X until May 3").

A role is read from the words before a name, an apposition or a relative clause; the same reading of "the foreign
minister" finds whose role it is. Two readings fit when the head nouns agree and no modifier speaks against it.
"""

from dataclasses import dataclass
from functools import cache

from onrecord.actors.names import fold, read_honorifics
from onrecord.actors.words import read_capitalised
from onrecord.language import countries
from onrecord.language.plurals import plural
from onrecord.language.spans import Tokens
from onrecord.language.trees import Tree
from onrecord.lexicon import read_rows

LESSER = frozenset(("vice", "deputy", "assistant", "associate", "under"))  # "the president" is not the vice president
LONGEST = 4  # words in a role of the table

UNTITLED = frozenset(("the", "a", "an", "and", "his", "her", "their", "its", "our", "my", "then"))  # begin no role
BREAKS = frozenset('”")];:–—|•')  # behind which, and a space, a role begins anew: somebody's words, a bracket
FORMER = frozenset(("former", "ex", "ex-", "then", "then-"))


@cache
def _empty() -> frozenset[str]:
    """Words that tell nothing of a role: articles, prepositions, "former"."""
    return frozenset(row["word"] for row in read_rows("role_words") if not row["noun"])


@cache
def _adjectives() -> dict[str, str]:
    """Adjective → the noun that it stands for ("presidential" → "president")."""
    return {row["word"]: row["noun"] for row in read_rows("role_words") if row["noun"]}


@cache
def read_general_nouns(kind: str) -> frozenset[str]:
    """Nouns that stand for any person, or any organisation, named shortly before."""
    return frozenset(row["noun"] for row in read_rows("general_nouns") if row["kind"] == kind)


@dataclass(frozen=True, slots=True)
class Role:
    """``noun``: the head as the table has it; ``modifiers``: folded words, countries as ISO3; ``iso3``: of whom."""

    text: str
    noun: str
    modifiers: frozenset[str]
    iso3: str | None = None
    former: bool = False


@cache
def read_nouns() -> dict[str, str]:
    """Role noun or its abbreviation (casefolded) → the noun."""
    nouns = {row["noun"]: row["noun"] for row in read_rows("roles")}
    for row in read_rows("roles"):
        for short in filter(None, row["abbreviations"].casefold().split(" | ")):
            nouns |= {short: row["noun"], short.rstrip("."): row["noun"]}
    return nouns


@cache
def _abbreviations() -> frozenset[str]:
    """Abbreviations of roles in small letters, in which none is written."""
    return frozenset(low for low, noun in read_nouns().items() if low != noun)


@cache
def read_plurals() -> dict[str, str]:
    """Plural of a role's last word → the word, for groups ("officials", "spokesmen")."""
    return {plural(word): word for word in {noun.split(" in ")[0].split()[-1] for noun in read_nouns().values()}}


@cache
def read_genders() -> dict[str, str]:
    return {row["noun"]: row["gender"] for row in read_rows("roles") if row["gender"]}


@cache
def read_broader() -> dict[str, frozenset[str]]:
    """Role noun → the nouns that may be used for it ("senator" → "lawmaker")."""
    return {row["noun"]: frozenset(row["broader"].split(" | ")) - {""} for row in read_rows("roles")}


@cache
def read_sole_nouns() -> frozenset[str]:
    """Nouns of offices that one person holds at a time, so that a story's one holder is meant ("the president")."""
    return frozenset(row["noun"] for row in read_rows("roles") if row["sole"])


@cache
def read_wide_nouns() -> frozenset[str]:
    """Nouns that stand for several others ("official", "leader"): no office that one holds."""
    return frozenset().union(*read_broader().values())


@cache
def _last_words() -> frozenset[str]:
    return frozenset(noun.split(" of ")[0].split(" in ")[0].split()[-1] for noun in read_nouns())


def is_role_word(word: str) -> bool:
    """Whether this is the head word of a role ("Minister", "Sen.", "chief" of "chief of staff")."""
    return word.casefold() in _last_words() or word == "Charge"  # "Special Agent in Charge", but no charge


def is_employee(word: str) -> bool:
    """Whether this word is a role, of one or of several: what stands after an employer's name."""
    low = word.casefold()
    return low in _last_words() or low in read_plurals()


def is_title_word(word: str) -> bool:
    """Role words and honorifics: what stands before a name without being part of it."""
    return is_role_word(word) or word.casefold() in read_honorifics()


def find_noun(words: list[str], at: int) -> tuple[str, int, int] | None:
    """The longest role of the table that has the word at ``at`` in it: (noun, first, one past the last)."""
    nouns = read_nouns()
    if words[at].islower() and words[at] in _abbreviations():
        return None  # "8 pm"
    low = [w.casefold() for w in words[max(0, at - LONGEST + 1) : at + LONGEST]]
    low = [read_plurals().get(w, w) for w in low]
    here = at - max(0, at - LONGEST + 1)
    best = None
    for first in range(here + 1):
        for stop in range(here + 1, min(first + LONGEST, len(low)) + 1):
            noun = nouns.get(" ".join(low[first:stop]))
            if noun and (best is None or stop - first > best[2] - best[1]):
                best = (noun, at - here + first, at - here + stop)
    return best


def read_role(tree: Tree, words: list[str], span: Tokens, head: int, former: bool = False) -> Role | None:
    """The role that these tokens spell, null when the head is no noun of the table.

    Modifiers are taken to both sides of the noun, without relative clauses and what follows a comma.
    """
    found = find_noun(words, head)
    if found is None or not found[1] <= head < found[2]:
        return None
    noun, first, stop = found
    start, end = min(span[0], first), span[1]  # "Special Agent in Charge", of which the name's title is the last word
    ends = (i for i in range(start, first) if words[i] in BREAKS and tree.text[tree.end[i] : tree.end[i] + 1].isspace())
    start = max([start, *(i + 1 for i in ends)])
    for i in range(stop, end):
        if words[i] in (",", ";", "(", "–", "—") or tree.tag[i] in ("WP", "WDT", "VBD", "VBZ"):
            end = i
            break
    modifiers, iso3 = set(), None
    i = start
    while i < end:
        code, width = _country_at(words, i, end)
        if code:
            modifiers.add(code)
            iso3 = iso3 or code
            i += width
            continue
        word = fold(words[i])
        if not first <= i < stop and word and word not in _empty() and words[i].casefold() not in read_honorifics():
            modifiers.add(_adjectives().get(word, word))
        i += 1
    while start < end and (words[start].casefold() in UNTITLED or tree.pos[start] in ("PUNCT", "ADV")):
        start += 1
    while end > stop and (words[end - 1].casefold() in read_honorifics() or words[end - 1].casefold() in ("and", ",")):
        end -= 1
    text = tree.text[tree.idx[start] : tree.end[end - 1]] if start < end else words[head]
    former = former or any(w.casefold() in FORMER for w in words[max(0, start - 2) : first])
    return Role(text, noun, frozenset(modifiers), iso3, former)


def _country_at(words: list[str], i: int, end: int) -> tuple[str | None, int]:
    """ISO3 and number of tokens of a country's name or adjective that starts here."""
    if not words[i][:1].isupper():
        return None, 0
    for width in (4, 3, 2, 1):
        if i + width <= end:
            text = " ".join(words[i : i + width])
            if code := countries.find_country(text) or countries.find_adjective(text):
                return code, width
    return None, 0


def fits(title: Role, role: Role, country: str | None = None) -> int:
    """How well a title names a role's holder: 0 not at all, 1 by a broader noun, 2 by the noun, more by modifiers."""
    if role.former and not title.former:
        return 0  # "then-Minister Roe" is not the minister of today
    if title.noun == role.noun:
        score = 2
    elif title.noun in read_broader().get(role.noun, ()):
        score = 1
    else:
        return 0
    if title.iso3 and (role.iso3 or country) and title.iso3 != (role.iso3 or country):
        return 0
    wanted = {m for m in title.modifiers if not m.isupper()}
    if title.noun in read_sole_nouns():  # "the Democratic governor": there is one, of whatever party
        wanted -= {word.casefold() for word in read_capitalised("of_party")}
    have = {m for m in role.modifiers if not m.isupper()} | set(role.noun.split())
    if not wanted <= have or (have & LESSER) - wanted - set(title.noun.split()):
        return 0
    return score + 2 * len(wanted)
