"""What one article's rows need of each other: whose claim is denied, where a figure stands, whom it is about."""

from dataclasses import dataclass

from onrecord.actors import Actor
from onrecord.claims import Claim
from onrecord.extraction.reading import Reading
from onrecord.figures import Figure
from onrecord.language.countries import find_capital, find_country, find_demonym, name_of

FIRST_PERSON = {"i", "me", "my", "mine", "myself"}
FIRST_PERSONS = {"we", "us", "our", "ours", "ourselves"}
THIRD_PERSON = {"he", "him", "his", "she", "her", "hers", "it", "its", "they", "them", "their", "theirs"}

RELATIVE = {"who", "whose", "which", "that", "this", "these", "those", "what"}


@dataclass(frozen=True)
class Linked:
    """A reading with the ids and the merged rows of its actors."""

    reading: Reading
    ids: list[str | None]
    actors: list[Actor]

    def id_of(self, actor: int | None) -> str | None:
        return None if actor is None else self.ids[actor]


def resolve_target(reading: Reading, claim: Claim) -> int | None:
    """Whose claim is denied: the party that the words name, else the one speaker of the claim denied."""
    if claim.target is None and claim.target_claim is not None:
        speakers = reading.speakers[claim.target_claim]
        return speakers[0] if len(speakers) == 1 else None
    return reading.actor_at(claim.target)


def find_innermost(claims: list[Claim], figure: Figure) -> int | None:
    """The shortest claim whose content holds the figure."""
    holding = [
        (sum(e - s for s, e in claim.content), i)
        for i, claim in enumerate(claims)
        if any(s <= figure.start and figure.end <= e for s, e in claim.content)
    ]
    return min(holding)[1] if holding else None


def dates_the_saying(claims: list[Claim], figure: Figure) -> bool:
    """Whether the figure's time expression says when something was said, so not for when the number holds.

    What stands outside the claim that states the figure ("in an interview aired on Tuesday") dates the claim too.
    """
    if figure.period is None:
        return False
    start, end = figure.period
    if any(claim.said and claim.said[0] < end and start < claim.said[1] for claim in claims):
        return True
    inside = find_innermost(claims, figure)
    return inside is not None and not any(s <= start and end <= e for s, e in claims[inside].content)


def resolve_about(linked: Linked, figure: Figure, speakers: list[int]) -> tuple[str | None, int | None, str | None]:
    """(about, local actor, ISO3): the party's canonical name; "we" and "our" of an official are the country's."""
    reading = linked.reading
    if figure.about is None:
        return None, None, None
    words = reading.text[slice(*figure.about)]
    low = words.casefold()
    speaker = linked.actors[speakers[0]] if len(speakers) == 1 else None
    if low in FIRST_PERSON | FIRST_PERSONS:
        if speaker is None:
            return None, None, None
        iso3 = speaker.iso3 or speaker.country if low in FIRST_PERSONS else None
        if iso3:
            return name_of(iso3), _country_actor(linked, iso3), iso3
        return speaker.name, speakers[0], None
    actor = reading.actor_at(figure.about)
    if actor is not None:
        return linked.actors[actor].name, actor, linked.actors[actor].iso3
    if iso3 := find_country(words) or find_demonym(words) or find_capital(words):
        return name_of(iso3), _country_actor(linked, iso3), iso3
    return (None if low in THIRD_PERSON | RELATIVE else words), None, None


def _country_actor(linked: Linked, iso3: str) -> int | None:
    return next((i for i, actor in enumerate(linked.actors) if actor.iso3 == iso3), None)
