"""What one article's rows need of each other: whose claim is denied, where a figure stands, whom it is about."""

from typing import NamedTuple

from onrecord.claims import Claim
from onrecord.extraction.reading import Reading
from onrecord.figures import Figure
from onrecord.language.countries import find_adjective, find_capital, find_country, find_demonym, name_of
from onrecord.language.pronouns import FEMALE, MALE, THEY, THIRD_PERSON, WE, I
from onrecord.language.spans import Chars

RELATIVE = {"who", "whose", "which", "that", "this", "these", "those", "what"}


class About(NamedTuple):
    """Whom a figure is about, as far as one article tells.

    ``name`` and ``iso3`` are the party's, ``actor`` its local number. ``us``: the words are "we" or "our" of the
    speaker, whose country another article of the story may tell.
    """

    name: str | None = None
    actor: int | None = None
    iso3: str | None = None
    us: bool = False


def resolve_target(reading: Reading, claim: Claim) -> int | None:
    """Whose claim is denied: the party that the words name, else the one speaker of the claim denied; never the one who
    denies it."""
    own = reading.speakers[reading.claims.index(claim)]
    if claim.target is None and claim.target_claim is not None:
        speakers = reading.speakers[claim.target_claim]
        return speakers[0] if len(speakers) == 1 and speakers[0] not in own else None
    named = reading.actor_at(claim.target)
    return None if named in own else named


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


def is_aside(reading: Reading, figure: Figure) -> bool:
    """Whether a figure inside what is reported is the outlet's: an age that it adds to a name, outside the marks.

    "She said that Paul Berg, 41, had left": nobody says how old he is.
    """
    added = figure.unit_kind == "age" and figure.rule.startswith(("apposition", "listed after a name"))
    return added and not any(q.start <= figure.start < q.end for q in reading.quotations)


def resolve_about(reading: Reading, figure: Figure, speaker: int | None) -> About:
    """The party that a figure is about, by the article's own names; ``speaker``: the one who states it, or null.

    A pronoun of the third person counts only where its sentence names nobody else that it could mean. Words that name
    no actor ("the figures") are null.
    """
    if figure.about is None:
        return About()
    words = reading.text[slice(*figure.about)]
    low = words.casefold()
    if low in RELATIVE or (low in THIRD_PERSON and not _is_certain(reading, figure.about, low)):
        return About()
    if low in I | WE:
        if speaker is None:
            return About()
        return About(reading.resolution.actors[speaker].name, speaker, None, us=low in WE)
    actor = reading.actor_ending_in(figure.about)
    if actor is not None:
        found = reading.resolution.actors[actor]
        return About(found.name, actor, found.iso3)
    if iso3 := find_country(words) or find_demonym(words) or find_capital(words):
        return About(name_of(iso3), find_country_actor(reading, iso3), iso3)
    return About(words if figure.about_named else None)


def _is_certain(reading: Reading, span: Chars, pronoun: str) -> bool:
    """Whether the one party that a pronoun's sentence names before it, of a kind that it can mean, is who it means."""
    first = max((s for s, _ in reading.sentences if s <= span[0]), default=0)
    people = pronoun in MALE | FEMALE
    named = {
        actor
        for mention, actor in zip(reading.resolution.mentions, reading.resolution.actor_of, strict=True)
        if actor is not None and mention.form != "pronoun" and first <= mention.start and mention.end <= span[0]
        if pronoun in THEY or (reading.resolution.actors[actor].kind == "person") == people
    }
    return len(named) == 1 and named == {reading.actor_at(span)}


def resolve_whole(reading: Reading, figure: Figure, speaker: int | None) -> About:
    """The country whose measure a share is set beside; "our" is that of the speaker."""
    if figure.of is None:
        return About()
    words = reading.text[slice(*figure.of)]
    if words.casefold() == "our":
        return About(us=speaker is not None)
    iso3 = find_country(words) or find_adjective(words)
    return About(name_of(iso3), None, iso3) if iso3 else About()


def find_country_actor(reading: Reading, iso3: str) -> int | None:
    """The local number of a country among the article's actors."""
    return next((i for i, actor in enumerate(reading.resolution.actors) if actor.iso3 == iso3), None)
