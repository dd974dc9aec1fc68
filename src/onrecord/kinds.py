"""What a name names: a person, an organisation, a country, a group, or none of these.

No naming is judged alone: every naming of the same words votes, and so does the longer name that a short one is part of.
Places that are no country, works, events and laws are no actors.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from onrecord import countries, roles
from onrecord.lexicon import read_rows
from onrecord.names import fold, is_part, read_first_names
from onrecord.namings import Naming, Words, is_organisation_word, read_organisation_words

ACTORS = frozenset(("person", "organisation", "country", "group"))
LABELS = {"PERSON": ("person", 1.0), "ORG": ("organisation", 1.0), "GPE": ("place", 1.0), "NORP": ("group", 0.7),
          "FAC": ("place", 1.0), "LOC": ("place", 1.0), "LANGUAGE": ("other", 0.3), "": ("other", 0.3)}  # fmt: skip
ACRONYM = re.compile(r"[A-Z][A-Z&.]{1,6}|[A-Z][a-z]?[A-Z]{2,5}")
AGE = re.compile(r"\d\d?")

Key = tuple[str, ...]


def find_seat(text: str) -> str | None:
    """ISO3 (or "") of the country whose institution a building stands for ("the Kremlin"); null for all else."""
    return _seats().get(text.removeprefix("the ").removeprefix("The "))


def _seats() -> dict[str, str]:
    return {row["name"]: row["iso3"] for row in read_rows("seats")}


def key_of(text: Words, start: int, end: int) -> Key:
    """The folded words of a name, hyphens and points left out."""
    return tuple(w for w in (fold(text.words[i]) for i in range(start, end)) if w and any(c.isalnum() for c in w))


def decide_kinds(text: Words, runs: Iterable[Naming]) -> dict[Key, str]:
    """The kind of every name, by the words of its body: one of :data:`ACTORS`, "place", "other"."""
    votes: dict[Key, Counter] = defaultdict(Counter)
    for run in runs:
        votes[key_of(text, run.start, run.end)].update(_votes(text, run))
    kinds = {key: _winner(votes[key]) for key in votes}
    longer = defaultdict(list)
    for key in votes:
        if len(key) > 1:
            for word in key:
                longer[word].append(key)
    for key in sorted(votes, key=len, reverse=True):
        kinds[key] = _kind_by_longer(key, votes[key], kinds, longer.get(key[0], ())) if key else "other"
    return kinds


def _winner(votes: Counter) -> str:
    kind, weight = max(votes.items(), key=lambda v: (v[1], v[0]))
    return kind if weight > 0 else "other"


def _kind_by_longer(key: Key, votes: Counter, kinds: dict[Key, str], longer: Iterable[Key]) -> str:
    """A short name takes the kind of the longer one that it is part of, unless it is surely something else itself."""
    kind = kinds[key]
    places = defaultdict(set)
    for other in longer:
        where = is_part(key, other)
        if where:
            places[kinds[other], where].add(other)
    sure = votes["country"] >= 4 or votes["organisation"] >= 4 * max(1.0, votes["person"])
    if places["person", "end"] and (not sure or votes["person"]):
        return "person"
    if (
        (places["person", "start"] or places["person", "middle"])
        and kind in ("person", "other", "group", "organisation")
        and not sure
    ):
        return "person" if votes["person"] or kind != "organisation" else kind
    if kind in ("other", "person", "group") and places["organisation", "start"] | places["organisation", "end"]:
        return "organisation" if votes["person"] < 2 else kind
    return kind


def _votes(text: Words, run: Naming) -> Counter:
    tree, words = text.tree, text.words
    out = Counter()
    whole = tree.text[tree.idx[run.lead] : tree.end[run.end - 1]]
    body = tree.text[tree.idx[run.start] : tree.end[run.end - 1]]
    kind, weight = LABELS.get(run.label, ("other", 0.7))
    out[kind] += weight
    single = run.end - run.start == 1
    if countries.find_country(whole):
        out["country"] += 5 if run.label != "PERSON" else 2
    elif countries.find_demonym(whole):
        out["group" if tree.tag[run.end - 1] in ("NNPS", "NNS") or run.label == "NORP" else "other"] += 2
    if find_seat(whole) is not None:
        out["organisation"] += 5
    organisation = _organisation_votes(text, run)
    out["organisation"] += organisation
    if single and ACRONYM.fullmatch(body) and body not in read_organisation_words("not_acronym"):
        out["organisation"] += 1.5
    if run.title is not None:
        out["person"] += 3
    first = words[run.start].casefold()
    if not single and not organisation and first in read_first_names() and run.end - run.start <= 4:
        out["person"] += 2
    before = words[run.lead - 1].casefold() if run.lead else ""
    if before == "the" and run.title is None and not countries.find_country(body):
        out["organisation"] += 1
        out["person"] -= 1.5
    out["person"] += _person_votes(text, run)
    return out


def _organisation_votes(text: Words, run: Naming) -> float:
    words = text.words
    last = words[run.end - 1].casefold()
    if last in read_organisation_words("suffix") and run.end - run.start > 1:
        return 5.0
    if is_organisation_word(last):
        return 3.0 if run.end - run.lead > 1 else 1.5
    for i in range(run.start, run.end - 1):
        if is_organisation_word(words[i]) and words[i + 1].casefold() in ("of", "for", "on", "to", "de"):
            return 3.0
    return 0.0


def _person_votes(text: Words, run: Naming) -> float:
    """What stands around the name: "who", an age, a role in apposition or before it."""
    tree, words = text.tree, text.words
    head = run.end - 1
    total = 0.0
    for child in tree.kids(head):
        dep = tree.dep[child]
        if dep == "appos" and roles.is_role_word(words[child]):
            total += 2
        elif dep == "relcl" and any(words[k].casefold() in ("who", "whose", "whom") for k in tree.kids(child)):
            total += 1.5
        elif (
            child < run.start
            and dep in ("compound", "amod", "nmod")
            and words[child].islower()
            and roles.is_role_word(words[child])
        ):
            total += 2
    if tree.dep[head] == "appos" and roles.is_role_word(words[tree.head[head]]):
        total += 2
    if run.end + 1 < tree.n and words[run.end] in (",", "(") and AGE.fullmatch(words[run.end + 1]):
        total += 2
    return total
