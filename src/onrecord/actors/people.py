"""People: the names of one article, put together when they are one person's.

Long names are placed first, short ones join the one long name that they are part of. Where two could be meant the
naming stays open, unless a title, an honorific or the text's own earlier use tells them apart.
"""

import re
from collections import defaultdict

from onrecord.actors import roles
from onrecord.actors.antecedents import read_reporting
from onrecord.actors.mentions import Mention
from onrecord.actors.names import (
    Name,
    could_be_one,
    gender_of,
    is_part,
    read_honorifics,
    read_name,
    read_nicknames,
    sound,
)
from onrecord.actors.parties import Parties, read_kin
from onrecord.actors.roles import Role
from onrecord.language.spans import Tokens
from onrecord.language.subjects import SUBJECTS

APART = re.compile(
    r"\bno relati(?:on|ve)\b|\b(?:not|un)\s?related\b"
    r"|\b(?:shared?s?|sharing|same)\b[^.;]{0,12}\b(?:surname|(?:last|family) name)\b"
)
SUFFIXES = {"younger": "jr", "junior": "jr", "elder": "sr"}
COMPARATIVES = frozenset(("younger", "junior", "elder", "older"))
REACH = 14  # words behind a name in which the text may say so
OWN = frozenset(("his", "her", "their"))
Bearers = dict[str, set[int]]  # a word of a name, as it sounds → the people who bear it


def place_people(parties: Parties, numbers: list[int]) -> None:
    """Give every name of a person in the article its party, or leave it open."""
    names = {i: read_name(parties.words(parties.mentions[i])) for i in numbers}
    whole = sorted((i for i in numbers if len(names[i].words) > 1), key=lambda i: (-len(names[i].words), i))
    bearers: Bearers = defaultdict(set)
    by_name: dict[Name, int] = {}
    for i in whole:
        name = names[i]
        if name not in by_name:
            fitting = [p for p in _bearers(bearers, name) if _fits_one(parties, p, name)]
            if len(fitting) > 1:
                continue
            by_name[name] = fitting[0] if fitting else parties.new("person")
        _add_name(parties, bearers, i, by_name[name], name, "the full name")
    short = sorted(set(numbers) - set(whole))
    for i in [*short, *(i for i in whole if parties.of[i] is None)]:
        _place_short(parties, bearers, i, names[i])


def _bearers(bearers: Bearers, name: Name) -> list[int]:
    """The people who have any word of this name in theirs, as it sounds."""
    return sorted(set().union(*(bearers.get(sound(word), ()) for word in name.words)))


def _fits_one(parties: Parties, party: int, name: Name) -> bool:
    return any(_one_person(name, other) for other in parties.all[party].names)


def _one_person(a: Name, b: Name) -> bool:
    """Within an article a Jr. is not the one without, and "Peña Nieto" may be the end of a longer name."""
    if a.suffix != b.suffix and (a.words == b.words):
        return False
    return could_be_one(a, b) or (len(a.words) > 1 and is_part(a.words, b.words) == "end")


def _add_name(parties: Parties, bearers: Bearers, i: int, party: int, name: Name, reason: str) -> None:
    m, one = parties.mentions[i], parties.all[party]
    for word in name.words:
        bearers[sound(word)].add(party)
    one.names[name] = one.names.get(name, 0) + 1
    gender = read_honorifics().get(m.honorific.casefold(), "") or gender_of(name.words)
    if gender:
        one.genders.add(gender)
    parties.put(i, party, reason)


def _place_short(parties: Parties, bearers: Bearers, i: int, name: Name) -> None:
    """A surname or first name alone: of the one person it can be, by title, honorific and earlier use if need be."""
    m = parties.mentions[i]
    people = _bearers(bearers, name)
    candidates: list[int] = []
    reason = "the name"
    for where, why in (("end", "the surname of"), ("start", "the first name of"), ("middle", "part of the name of")):
        candidates = [p for p in people if any(is_part(name.words, n.words) == where for n in parties.all[p].names)]
        if candidates:
            reason = why
            break
    else:
        candidates, reason = _called_so(parties, bearers, name), "a short form of the first name of"
    same = [
        p
        for p in people
        if name in parties.all[p].names and max(len(n.words) for n in parties.all[p].names) == len(name.words)
    ]
    if not name.suffix:
        candidates = [p for p in candidates if not _is_introduced_later(parties, m, p)]
        if len(candidates) == 1 and where == "end" and _is_told_apart(parties, candidates[0]):
            candidates = []
    candidates = list(dict.fromkeys([*candidates, *same]))
    if name.suffix:
        candidates = [p for p in candidates if any(n.suffix == name.suffix for n in parties.all[p].names)] or candidates
    gender = read_honorifics().get(m.honorific.casefold(), "")
    candidates = [p for p in candidates if not gender or parties.all[p].gender in ("", gender)]
    if len(candidates) > 1:
        candidates = _narrow(parties, m, candidates, name)
    if len(candidates) == 1:
        whose = "" if reason == "the name" else f" {_longest_spelling(parties, candidates[0])}"
        _add_name(parties, bearers, i, candidates[0], name, reason + whose)
    elif not candidates:
        _add_name(parties, bearers, i, parties.new("person"), name, "the name")
    else:
        parties.reasons[i] = f"open: {len(candidates)} people of this name"


def _called_so(parties: Parties, bearers: Bearers, name: Name) -> list[int]:
    """Those whose given name the one word is short for ("Mike" of Michael Roe)."""
    whole = read_nicknames().get(name.words[0], frozenset()) if len(name.words) == 1 else frozenset()
    people = sorted(set().union(*(bearers.get(sound(word), ()) for word in whole)))
    return [p for p in people if any(not whole.isdisjoint(n.words[:-1]) for n in parties.all[p].names)]


def _longest_spelling(parties: Parties, party: int) -> str:
    """The longest of a person's namings so far, as it is written."""
    namings = [parties.mentions[i] for i in parties.all[party].mentions]
    return max((parties.text.tree.text[m.start : m.end] for m in namings), key=len)


def _narrow(parties: Parties, m: Mention, candidates: list[int], name: Name) -> list[int]:
    gender = read_honorifics().get(m.honorific.casefold(), "")
    if gender:
        candidates = [p for p in candidates if parties.all[p].gender in ("", gender)]
        exact = [p for p in candidates if parties.all[p].gender == gender]
        candidates = exact or candidates
    if len(candidates) > 1 and m.title:
        role = roles.read_role(parties.text.tree, parties.text.words, m.title, m.title[1] - 1)
        nouns = role and {
            p: max((roles.fits(role, r) for r in _roles_beside(parties, p)), default=0) for p in candidates
        }
        if nouns and any(nouns.values()):
            best = max(nouns.values())
            candidates = [p for p in candidates if nouns[p] == best]
    if len(candidates) > 1 and (said := _comparative(parties, m)):
        suffixed = [p for p in candidates if any(n.suffix == SUFFIXES.get(said) for n in parties.all[p].names)]
        meant = suffixed or [p for p in candidates if p not in _earlier_use(parties, m, candidates, name)]
        return meant if len(meant) == 1 else candidates
    if len(candidates) > 1 and _speaks(parties, m):
        candidates = [p for p in candidates if not _has_died(parties, p)] or candidates
    if len(candidates) > 1:
        candidates = [p for p in candidates if not _is_kin(parties, p)] or candidates
    if len(candidates) > 1:
        candidates = _earlier_use(parties, m, candidates, name)
    if len(candidates) > 1:
        candidates = _most_named(parties, candidates)
    return candidates


def _speaks(parties: Parties, m: Mention) -> bool:
    tree = parties.text.tree
    return tree.dep[m.head] in SUBJECTS and tree.lemma[tree.head[m.head]] in read_reporting("speech")


def _has_died(parties: Parties, party: int) -> bool:
    """ "Ana Roe, 84, died in May. … “She ate it,” Ms. Roe said": who the article says has died is not who speaks."""
    tree = parties.text.tree
    for k in parties.all[party].mentions:
        head = parties.mentions[k].head
        verb, dep = tree.lemma[tree.head[head]], tree.dep[head]
        if (dep == "nsubj" and verb == "die") or (dep == "nsubjpass" and verb in ("kill", "murder")):
            return True
    return False


def _is_introduced_later(parties: Parties, m: Mention, party: int) -> bool:
    """ "Mr. Roe … with his son John Roe Jr.": a surname before somebody's kin is introduced is not the kin's."""
    first = parties.mentions[min(parties.all[party].mentions)]
    return m.start < first.start and _is_kin(parties, party)


def _is_told_apart(parties: Parties, party: int) -> bool:
    """ "Ana Roe, no relation to the judge": the text says that the bare surname is somebody else's."""
    tree = parties.text.tree
    for k in parties.all[party].mentions:
        stop = parties.mentions[k].stop
        end = next((i for i in range(stop, min(stop + REACH, tree.n)) if parties.text.start[i]), stop + REACH)
        if stop < tree.n and APART.search(tree.text, tree.idx[stop], tree.end[min(end, tree.n) - 1]):
            return True
    return False


def _is_kin(parties: Parties, party: int) -> bool:
    """Whether a person is introduced as somebody's kin: the bare surname is not theirs.

    "His daughter Ana Roe", "her father, Rev. Karl Roe", "Maria Roe, his wife".
    """
    m, words = parties.mentions[min(parties.all[party].mentions)], parties.text.words
    before, after = min(m.title[0] if m.title else m.first, m.first) - 1, m.stop
    if before > 0 and words[before] == ",":
        before -= 1
    if before >= 0 and words[before].casefold() in read_kin():
        return True
    own = after + 2 < len(words) and words[after] == "," and words[after + 1].casefold() in OWN
    return own and any(word.casefold() in read_kin() for word in words[after + 2 : after + 4])


def _most_named(parties: Parties, candidates: list[int]) -> list[int]:
    """The one whom the article calls by the full name far more often: it is about that person."""
    times = {p: sum(n for name, n in parties.all[p].names.items() if len(name.words) > 1) for p in candidates}
    best = max(candidates, key=times.__getitem__)
    return [best] if all(times[best] >= times[p] + 2 for p in candidates if p != best) else candidates


def _comparative(parties: Parties, m: Mention) -> str:
    """ "The younger Hale", "the elder Mr. Hale": the junior, else not the one whom the surname alone means."""
    at = m.first - (2 if m.honorific and m.first > 1 else 1)
    before = parties.text.words[at].casefold() if at >= 0 else ""
    return before if before in COMPARATIVES else ""


def _earlier_use(parties: Parties, m: Mention, candidates: list[int], name: Name) -> list[int]:
    """The short name stays with the one who bore it before the others were introduced."""
    first = {p: min(parties.mentions[k].start for k in parties.all[p].mentions) for p in candidates}
    earliest = min(candidates, key=first.__getitem__)
    others = min(first[p] for p in candidates if p != earliest)
    used = [k for k in parties.all[earliest].mentions if parties.mentions[k].start < others]
    names = [read_name(parties.words(parties.mentions[k])) for k in used]
    used_short = any(n.words == name.words for n in names) or (m.start < others)
    return [earliest] if used_short else candidates


def _roles_beside(parties: Parties, party: int) -> list[Role]:
    """Roles that stand before this party's full names as titles, or beside them in apposition."""
    tree, words = parties.text.tree, parties.text.words
    named = [parties.mentions[k] for k in parties.all[party].mentions]
    heads = {m.head for m in named}
    spans = [(m.title, m.title[1] - 1) for m in named if m.title]
    spans += [(Tokens(m.first, m.stop), m.head) for m in parties.mentions if m.form != "name" and m.anchor in heads]
    return [role for span, head in spans if (role := roles.read_role(tree, words, span, head))]
