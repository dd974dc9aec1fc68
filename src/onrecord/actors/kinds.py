"""What a name names: a person, an organisation, a country, a group, or none of these.

No naming is judged alone: every naming of the same words votes, and so does the longer name that a short one is part
of. Places that are no country, works, events and laws are no actors.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable

from onrecord.actors.names import fold, is_part, read_first_names
from onrecord.actors.namings import Naming
from onrecord.actors.votes import votes_of
from onrecord.actors.words import Words, read_organisation_words

ACTORS = frozenset(("person", "organisation", "country", "group"))

TITLED = 3.0  # what a title before a name votes for a person

Key = tuple[str, ...]


def key_of(text: Words, start: int, end: int) -> Key:
    """The folded words of a name, hyphens and points left out."""
    return tuple(w for w in (fold(text.words[i]) for i in range(start, end)) if w and any(c.isalnum() for c in w))


def decide_kinds(text: Words, namings: Iterable[Naming]) -> dict[Key, str]:
    """The kind of every name, by the words of its body: one of :data:`ACTORS`, "place", "other"."""
    common = Counter(word for word in text.words if word.islower())
    votes: dict[Key, Counter] = defaultdict(Counter)
    for naming in namings:
        votes[key_of(text, naming.start, naming.end)].update(votes_of(text, naming, common))
    kinds = {key: _winner(votes[key]) for key in votes}
    longer = defaultdict(list)
    for key in votes:
        if len(key) > 1:
            for word in key:
                longer[word].append(key)
    for key in sorted(votes, key=len, reverse=True):
        if kinds[key] == "person" and _is_unbacked_body(key, votes[key]):
            kinds[key] = "organisation"
        elif kinds[key] == "person" and _is_only_labelled(key, votes[key]):
            kinds[key] = "other"
        elif kinds[key] == "organisation" and len(key) == 1 and _is_backed_person(votes[key]):
            kinds[key] = "person"
        kinds[key] = _kind_by_longer(key, votes[key], kinds, longer.get(key[0], ())) if key else "other"
    return kinds


def _is_backed_person(votes: Counter) -> bool:
    """Whether a title or the like speaks for a person, however often the parser says "organisation" ("Mr. Moss")."""
    person, body = (votes[kind] - votes[f"labelled as {kind}"] for kind in ("person", "organisation"))
    return person >= TITLED and person >= 2 * body


def _is_unbacked_body(key: Key, votes: Counter) -> bool:
    """Whether a person of one word, however often the parser says so, only acts, and has or is called what bodies are:
    "Delvo shares fell"."""
    person, body = (votes[kind] - votes[f"labelled as {kind}"] for kind in ("person", "organisation"))
    return len(key) == 1 and key[0] not in read_first_names() and body >= 1 and body >= 2 * person


def _is_town(key: Key, longer: Iterable[Key]) -> bool:
    """Whether another name is this one with a word for what every town has."""
    local = read_organisation_words("local")
    return any(is_part(key, other) == "start" and other[len(key)] in local for other in longer)


def _is_only_labelled(key: Key, votes: Counter) -> bool:
    """Whether nothing but the parser's label makes a person of one word ("Brexit")."""
    return len(key) == 1 and key[0] not in read_first_names() and votes["person"] <= votes["labelled as person"]


def _winner(votes: Counter) -> str:
    kind, weight = max(((k, v) for k, v in votes.items() if not k.startswith("labelled")), key=lambda v: (v[1], v[0]))
    return kind if weight > 0 else "other"


def _kind_by_longer(key: Key, votes: Counter, kinds: dict[Key, str], longer: Iterable[Key]) -> str:
    """A short name takes the kind of the longer one that it is part of, unless it is surely something else itself."""
    kind = kinds[key]
    if votes["group"] >= 2:
        return kind
    places = defaultdict(set)
    for other in longer:
        where = is_part(key, other)
        if where == "end" and kinds[other] == "other" and other[0] in read_organisation_words("thing"):
            return "other"  # "Karla" of "Hurricane Karla"
        if where:
            places[kinds[other], where].add(other)
    if key[-1] == "state" and len(key) > 1 and places["organisation", "start"]:
        return "organisation"  # "Morgan State" of "Morgan State University"
    backed = votes["organisation"] - votes["labelled as organisation"] >= 1  # by more than the parser's label
    labelled = kind == "person" and votes["person"] - votes["labelled as person"] < 1
    if _is_town(key, longer) and not backed and (labelled or kind in ("organisation", "other", "place")):
        return "place"  # "Delvo" beside "Delvo Police Department"
    sure = votes["country"] >= 4 or (backed and votes["organisation"] >= 4 * max(1.0, votes["person"]))
    if places["person", "end"] and (not sure or votes["person"]):
        return "person"
    if (
        (places["person", "start"] or places["person", "middle"])
        and kind in ("person", "other", "group", "organisation")
        and not sure
    ):
        return "person" if votes["person"] or kind != "organisation" else kind
    if (
        key[-1] not in read_organisation_words("work")
        and kind in ("other", "person", "group")
        and places["organisation", "start"] | places["organisation", "end"]
    ):
        told = votes["person"] - (votes["labelled as person"] if kind == "person" else 0.0)
        return "organisation" if told < 2 else kind
    return kind
