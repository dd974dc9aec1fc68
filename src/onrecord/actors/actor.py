"""Actors: who is who in an article, who speaks in it, and who they are across the articles of a story.

``find_mentions`` reads the namings, ``resolve_actors`` puts those of one actor together, ``resolve_speakers`` answers
whose each claim is. What two actors could be stays open.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.actors.acting_groups import resolve_acting_groups
from onrecord.actors.certainty import speaker_confidence
from onrecord.actors.descriptions import find_descriptions
from onrecord.actors.interviews import resolve_interview
from onrecord.actors.mentions import Mention, find_pronouns
from onrecord.actors.names import fold_words, fullest
from onrecord.actors.organisations import is_general, place_organisations
from onrecord.actors.parties import Parties, Party, place_countries, place_groups
from onrecord.actors.people import place_people
from onrecord.actors.pronouns import PronounResolver
from onrecord.actors.roles import Role
from onrecord.actors.sightings import find_names
from onrecord.actors.speakers import Sources
from onrecord.actors.titles import find_roles, resolve_titles
from onrecord.actors.words import ACRONYM, read_words
from onrecord.language import countries
from onrecord.language.pronouns import FEMALE, MALE
from onrecord.tables.extracted import ActorKind, MergeBasis

__all__ = ["Actor", "Mention", "Resolution", "find_mentions", "resolve_actors", "resolve_speakers", "with_outlet"]

BRACKETS = re.compile(r"\(@\S*|[\[\]()]")  # an editor's "[Ana] Roe", a handle

MARKS = re.compile(r"[“”\"\[\]]|\A[Tt]hen-")  # in a role

PLACES = {
    "country": place_countries,
    "organisation": place_organisations,
    "person": place_people,
    "group": place_groups,
}


@dataclass(frozen=True, slots=True)
class Actor:
    """A party of one article. ``name`` as the dictionary of tables has it; ``iso3`` for countries only.

    ``country`` is the ISO3 of the country that a person or body acts for ("Iranian Foreign Minister" → IRN), null when
    the text names none or several; ``names`` and ``titles`` are its namings, ``roles`` what the text says that it is.
    ``merge_basis``: across articles, why they are one.
    """

    name: str
    kind: ActorKind
    role: str | None = None
    iso3: str | None = None
    country: str | None = None
    gender: str = ""
    names: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    merge_basis: MergeBasis | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who each mention of an article is: ``actor_of[i]`` and ``reasons[i]`` belong to ``mentions[i]``.

    ``speakers[k]`` are the actors of claim ``k``'s source, empty when it stays open; ``bases[k]`` is what decided the
    first of them (a row of ``speaker_weights.csv``), null with it.
    """

    actors: list[Actor]
    mentions: list[Mention]
    actor_of: list[int | None]
    reasons: list[str]
    speakers: list[list[int]]
    bases: list[str | None]

    @property
    def confidences(self) -> list[float | None]:
        """The probability that the first speaker of each claim is right."""
        return [None if basis is None else speaker_confidence(basis) for basis in self.bases]


def find_mentions(doc) -> list[Mention]:
    """Every name, title and pronoun of an article, in reading order; names that may be nobody's are left out."""
    text = read_words(doc)
    names, titled = find_names(text)
    found = names + find_descriptions(text, names, titled) + find_pronouns(text)
    return sorted(found, key=lambda m: (m.start, -m.end))


def resolve_actors(doc, mentions: Sequence[Mention], quotations: Sequence = (), claims: Sequence = ()) -> Resolution:
    """Put the mentions of one article together into actors; the sources of ``claims`` are actors of their own."""
    text = read_words(doc)
    sources = Sources(text, list(mentions), claims)
    parties = Parties(text, sources.mentions)
    for kind, place in PLACES.items():
        place(parties, [i for i, m in enumerate(parties.mentions) if m.form == "name" and m.kind == kind])
    find_roles(parties)
    resolve_titles(parties, sources.heads)
    sources.resolve_documents(parties)
    pronouns = PronounResolver(parties, list(quotations), sources.find_speakers(parties, quotations), sources.heads)
    pronouns.resolve()
    pronouns.resolve_first_persons(sources.find_speakers(parties, quotations))
    resolve_interview(parties, pronouns.quotation_at)
    sources.resolve_rest(parties)
    resolve_acting_groups(parties, quotations)
    return _make_resolution(parties, sources)


def resolve_speakers(claims: Sequence, resolution: Resolution) -> list[list[int]]:
    """For each claim the actors of its source, in reading order; empty when the source is open or missing."""
    if len(resolution.speakers) != len(claims):
        return [[] for _ in claims]
    return [list(speakers) for speakers in resolution.speakers]


def with_outlet(actor: Actor, outlet: str) -> Actor:
    """A body that is called by the last words of the article's own outlet ("told the Post") has the outlet's name."""
    short, long = fold_words(actor.name.split()), fold_words(outlet.split())
    own = actor.kind == "organisation" and bool(actor.names) and len(short) < len(long) and short == long[-len(short) :]
    return replace(actor, name=outlet, names=(*actor.names, outlet)) if own and short else actor


def _make_resolution(parties: Parties, sources: Sources) -> Resolution:
    found = sources.speakers(parties)
    keep = [i for i, m in enumerate(parties.mentions) if parties.of[i] is not None or _is_open(parties, m)]
    first = {p: min(party.mentions) for p, party in enumerate(parties.all) if party.mentions}
    used = sorted({parties.of[i] for i in keep if parties.of[i] is not None}, key=first.get)
    number = {p: n for n, p in enumerate(used)}
    mentions = []
    for i in keep:
        m, p = parties.mentions[i], parties.of[i]
        mentions.append(m if p is None else replace(m, kind=parties.all[p].kind))
    return Resolution(
        [_make_actor(parties, parties.all[p]) for p in used],
        mentions,
        [None if parties.of[i] is None else number[parties.of[i]] for i in keep],
        [parties.reasons[i] for i in keep],
        [[number[p] for p in speakers] for speakers, _ in found],
        [basis for _, basis in found],
    )


def _is_open(parties: Parties, m: Mention) -> bool:
    """Whether a mention that nobody was found for is kept, to be counted: a name, a title, "he" or "she"."""
    word = parties.text.words[m.first].casefold()
    return m.form in ("name", "title") or (m.form == "pronoun" and word in MALE | FEMALE)


def _make_actor(parties: Parties, party: Party) -> Actor:
    names = [parties.words(m) for k in party.mentions if (m := parties.mentions[k]).form == "name"]
    called = [parties.words(m) for k in party.mentions if (m := parties.mentions[k]).form in ("title", "nominal")]
    role = next((r for r in party.roles if r.text), None)
    text = role and (MARKS.sub("", role.text).strip() if party.kind == "person" else role.text)
    if role and role.former and "until" not in text and not text.casefold().startswith(("former", "ex-")):
        text = f"former {text}"
    return Actor(
        _name(parties, party, names),
        party.kind,
        text,
        party.iso3 if party.kind == "country" else None,
        party.country,
        party.gender,
        tuple(dict.fromkeys(names)),
        tuple(dict.fromkeys(called)),
        tuple(party.roles),
    )


def _name(parties: Parties, party: Party, names: list[str]) -> str:
    if party.kind == "country" and party.iso3:
        return countries.name_of(party.iso3)
    names = [BRACKETS.sub("", name).strip() for name in names]
    if party.text or not names:
        return party.text or next(parties.words(parties.mentions[k]) for k in party.mentions)
    if party.kind == "person":
        return fullest(names)
    telling = [n for n in names if not is_general(n)] or names  # "GOP" rather than "Party"
    whole = [n for n in telling if not ACRONYM.fullmatch(n)] or telling
    name = max(dict.fromkeys(whole), key=len)
    return name[4:] if name[:4].casefold() == "the " else name
