"""Organisations: their names in one article, put together: acronyms, short forms, with and without their country."""

import re
from functools import cache

from onrecord.actors.mentions import Mention
from onrecord.actors.names import Name, fold, fold_words, initials_of, is_part, known_name
from onrecord.actors.parties import Parties
from onrecord.actors.runs import SMALL
from onrecord.actors.words import is_organisation_word, read_organisation_words
from onrecord.language import countries
from onrecord.language.plurals import singular

POSSESSIVE = re.compile(r"['’]s?(?=\s|$)")
HYPHEN = re.compile(r"\s?[-‑–]\s?")
SHORTENED = {"metro": "metropolitan", "dept": "department", "natl": "national", "intl": "international",
             "univ": "university", "assn": "association", "centre": "center"}  # fmt: skip
LONG = 3  # words that count, from which on a plural makes no other name ("Times" is not "Time")

Placed = dict[tuple[str | None, tuple[str, ...]], int]  # by country and words → the party


def place_organisations(parties: Parties, numbers: list[int]) -> None:
    """Give every name of an organisation in the article its party."""
    by_key: Placed = {}
    texts = {i: bare_name(parties.words(parties.mentions[i])) for i in numbers}
    order = sorted(numbers, key=lambda i: (-len(texts[i][1]), i))
    for i in order:
        lead, body = texts[i]
        key = (lead, body)
        if key not in by_key:
            party, reason = _known_organisation(parties, i, lead, body, by_key)
            if reason.startswith("open"):
                parties.reasons[i] = reason
                continue
            by_key[key] = parties.new("organisation") if party is None else party
            parties.put(i, by_key[key], reason)
        else:
            parties.put(i, by_key[key], "the same name")
        one = parties.all[by_key[key]]
        one.names[Name(body)] = one.names.get(Name(body), 0) + 1
        if lead:
            one.leads.add(lead)


@cache
def bare_name(text: str) -> tuple[str | None, tuple[str, ...]]:
    """ISO3 of the country in front of an organisation's name, and its folded words without "the" and "Inc."."""
    words = POSSESSIVE.sub(" ", HYPHEN.sub("", text)).split()
    if len(words) > 1 and words[0].casefold() == "the":
        words = words[1:]
    lead = None
    for width in (3, 2, 1):
        prefix = " ".join(words[:width])
        if width < len(words) and (lead := countries.find_country(prefix) or countries.find_adjective(prefix)):
            last = words[-1].casefold()
            stately = last in read_organisation_words("state")  # every country has one
            if width + 1 == len(words) and is_organisation_word(last) and not stately:
                lead = None  # "American Association": the country is all that tells it from others
            else:
                words = words[width:]
            break
    lead, words = _without_country_behind(lead, words)
    body = fold_words(words)
    while len(body) > 1 and body[-1] in _suffixes():
        body.pop()
    return lead, known_name(body)


def _without_country_behind(lead: str | None, words: list[str]) -> tuple[str | None, list[str]]:
    """ "Supreme Court of the United States" is the "US Supreme Court"; a "Bank of Delvo" has nothing else."""
    of = next((i for i, word in enumerate(words) if word.casefold() == "of"), 0)
    if lead or of < 2:
        return lead, words
    behind = words[of + 1 :]
    behind = behind[1:] if behind and behind[0].casefold() == "the" else behind
    iso3 = countries.find_country(" ".join(behind)) if behind else None
    return (iso3, words[:of]) if iso3 else (lead, words)


@cache
def words_that_count(body: tuple[str, ...]) -> frozenset[str]:
    """What two orders of one name have in common: "Department of the Treasury", "Treasury Department"."""
    found = [SHORTENED.get(word, word) for word in body if word not in SMALL]
    return frozenset(map(singular, found) if len(found) >= LONG else found)


def is_short_form(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether an organisation of the long name may be called by the short one.

    By its end ("Times"), its first word ("Aldgate"), or by leaving out an "of …" or its kind at the end; "Air Force" is
    not "Air Force Academy Fund", and of a chamber ("House", "Senate") only the "of …" may be missing.
    """
    where = is_part(short, long)
    rest = long[len(short) :]
    numbered = len(short) > 1 and short[0][0].isdigit()  # "9th Circuit"
    if _is_body_of_chamber(short, long) or ((numbered or "police" in short) and set(short) < set(long)):
        return True
    if " ".join(short) in read_organisation_words("chamber"):
        return where == "start" and rest[0] == "of"
    if where == "start" and len(short) == 1 and rest[0] in read_organisation_words("local"):
        return False  # a town is not its police
    if where == "start":
        plain = len(short) == 2 and len(rest) == 1 and not any(map(is_organisation_word, short))  # "Delvo Roe Federal"
        joined = rest[0] in ("of", "for", "in", "and")
        return len(short) == 1 or plain or joined or all(map(is_organisation_word, rest))
    return where == "end"


def _is_body_of_chamber(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """ "The Oversight Committee" beside "the House Committee on Oversight": only the chamber is left out."""
    few, all_words = words_that_count(short), words_that_count(long)
    left_out = all_words - few
    return len(few) > 1 and few < all_words and left_out <= read_organisation_words("chamber")


@cache
def _suffixes() -> frozenset[str]:
    kept = ("group", "company", "corporation")  # as likely a name's last word
    return frozenset(fold(w) for w in read_organisation_words("suffix") if w not in kept)


def _known_organisation(
    parties: Parties,
    i: int,
    lead: str | None,
    body: tuple[str, ...],
    by_key: Placed,
) -> tuple[int | None, str]:
    """The organisation already placed that these words also name, and why; null when there is none or more than one."""
    count = words_that_count(body)
    same = {
        p
        for (other, words), p in by_key.items()
        if words_that_count(words) == count and (not lead or not other or lead == other)
    }
    if len(same) == 1:
        return same.pop(), "the same name, with or without its country"
    mention = parties.mentions[i]
    text = parties.words(mention)
    if mention.stop - mention.first == 1 and text.replace(".", "").replace("&", "").isupper() and len(text) > 1:
        short = text.replace(".", "")
        meant = {
            p
            for p in set(by_key.values())
            if any(short in initials_of(parties.words(parties.mentions[k])) for k in parties.all[p].mentions)
        }
        if len(meant) == 1:
            return meant.pop(), "its initials"
        opened = _bracket_of(parties, mention)
        if opened is not None and opened in by_key.values():
            return opened, "the short name given in brackets"
        return None, "the name"
    opened = _bracket_of(parties, mention)
    if opened in by_key.values() and is_spoken_short(text, parties.words(_first_of(parties, opened))):
        return opened, "the short name given in brackets"
    longer = {
        p
        for (other, words), p in by_key.items()
        if is_short_form(body, words)
        and (not lead or not other or lead == other)
        # a bare name that comes first is none's short form: "Korland" before "the Korland Trade Board"
        and (len(body) > 1 or body[0] != words[0] or _first_of(parties, p).start < mention.start)
    }
    if len(longer) == 1:
        return longer.pop(), "the short form of its name"
    if len(longer) > 1 and len(body) == 1 and is_organisation_word(body[0]):
        return None, f"open: {len(longer)} organisations of this name"  # "the Bank" beside two banks
    if not longer and len(body) == 1 and is_general(text):
        return None, "open: a general word, of no organisation named"
    return None, "the name"


def _first_of(parties: Parties, party: int | None) -> Mention:
    return parties.mentions[parties.all[party or 0].mentions[0]]


def is_spoken_short(short: str, name: str) -> bool:
    """Whether a word is put together from how the words of a longer name begin, in their order ("Ofcom", "Escom")."""
    words = [word for word in name.casefold().split() if word not in SMALL]
    return len(short) > 2 and short.isalpha() and _is_made_of(short.casefold(), words)


def _is_made_of(rest: str, words: list[str]) -> bool:
    if not rest or not words:
        return not rest and not words
    ways = range(1, len(rest) + 1)
    return any(words[0].startswith(rest[:n]) and _is_made_of(rest[n:], words[1:]) for n in ways)


def is_general(name: str) -> bool:
    """Whether a word alone could be any organisation's ("Agency officials", "Groups"); not "Congress", "Treasury"."""
    low = name.casefold()
    known = name in read_organisation_words("known") or name.isupper()
    if known or low in read_organisation_words("state") or low in read_organisation_words("chamber"):
        return False
    return is_organisation_word(low) or low in read_organisation_words("generic")


def _bracket_of(parties: Parties, m: Mention) -> int | None:
    """The party whose name stands right before the bracket that holds this mention."""
    words = parties.text.words
    if m.first < 2 or words[m.first - 1] != "(":
        return None
    for k, other in enumerate(parties.mentions):
        if other.stop == m.first - 1 and other.form == "name" and parties.of[k] is not None:
            return parties.of[k]
    return None
