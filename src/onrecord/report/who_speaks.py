"""Who speaks where: a line a person, and for each outlet whether it quotes or reports them, or does not name them.

A line is printed where every outlet's part is certain. So a person is left out whom an outlet names without a claim
that is certainly theirs: a text can tell what somebody says in words that nobody foresees.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from onrecord.comparison import is_certain
from onrecord.language.words import content_words
from onrecord.report.material import Material
from onrecord.report.offices import with_office
from onrecord.report.quoted import EARLIER, FEWEST_QUOTED, is_named_at
from onrecord.tables.compared import PrintingRow
from onrecord.tables.extracted import ClaimRow

MOST = 10  # persons
Part = Literal["quoted", "reported", "not named"]
ASKS = re.compile(r"\b(?:host|anchor|moderator|interviewer)\b", re.I)  # who lets others speak
SILENT = ("not_said", "no_comment")
MARKED = re.compile(r"[“”\"]")
SPEAKING = ("quoted", "reported")


@dataclass(frozen=True)
class Voice:
    """A person, with the office that the texts give, and what each outlet does with them.

    ``parts``: by outlet, in the story's order.

    ``rows``: the claims that say so, the first of each outlet, quotations first. "not named": the surname does not
    occur.
    """

    actor_id: str
    who: str
    parts: dict[str, Part]
    rows: dict[str, str]

    @property
    def text(self) -> str:
        return " ".join((self.who, *self.parts.values()))


def list_voices(material: Material) -> list[Voice]:
    """The persons whom some outlets quote and others do not, those who speak in most of them first; none in a story
    of one outlet."""
    if len(material.outlets) < 2:
        return []
    own: dict[str, list[ClaimRow]] = {}
    for claim in material.claims.values():
        says = claim.stance not in SILENT  # "has not said how she will vote"
        if claim.actor_id and says and material.actors[claim.actor_id].kind == "person":
            own.setdefault(claim.actor_id, []).append(claim)
    voices = [voice for actor, claims in own.items() if (voice := _read(material, actor, claims))]
    return sorted(voices, key=lambda voice: -_count_speaking(voice))[:MOST]


def _read(material: Material, actor_id: str, claims: list[ClaimRow]) -> Voice | None:
    """A person's line; null where one outlet's part is open."""
    if not material.is_named(actor_id) or ASKS.search(material.actors[actor_id].role or ""):
        return None
    parts: dict[str, Part] = {}
    rows: dict[str, str] = {}
    for outlet in material.outlets:
        part, row = _part_in(
            material, actor_id, [c for c in claims if material.outlet_of(c.claim_id) == outlet], outlet
        )
        if part is None:
            return None
        parts[outlet] = part
        if row:
            rows[outlet] = row
    if "quoted" not in parts.values() or len(set(parts.values())) == 1:
        return None
    return Voice(actor_id, with_office(material, actor_id), parts, rows)


def _part_in(material: Material, actor_id: str, claims: list[ClaimRow], outlet: str) -> tuple[Part | None, str | None]:
    certain = [claim for claim in claims if is_certain(claim) and claim.within_claim_id is None]
    named = [claim for claim in certain if is_named_at(claim)]
    in_marks = [claim for claim in named if claim.quoted_words >= FEWEST_QUOTED]
    quoting = [claim for claim in in_marks if not EARLIER.search(claim.sentence)]
    if any(claim.claim_id in material.contested for claim in claims):
        return None, None
    if in_marks and not quoting:
        return None, None  # "wrote in 2018"
    if quoting:
        return "quoted", quoting[0].claim_id
    if material.naming.get((actor_id, outlet)) == "not_named" and not claims:
        return (None if _may_be_described(material, actor_id, outlet) else "not named"), None
    marked = any(MARKED.search(claim.sentence) for claim in claims)  # in words that may be theirs
    if not named or len(named) < len(claims) or marked or _may_speak(material, actor_id, outlet):
        return None, None
    return "reported", named[0].claim_id


def _may_be_described(material: Material, actor_id: str, outlet: str) -> bool:
    """Whether an outlet has a person's words, or a speaker without a name who may have the person's office."""
    if any(row.outlet == outlet and row.extent != "none" for row in _printings_of(material, actor_id)):
        return True
    office = content_words(material.actors[actor_id].role or "").keys()
    own = (claim for claim in material.claims.values() if material.outlet_of(claim.claim_id) == outlet)
    speakers = (material.actors[claim.actor_id] for claim in own if claim.actor_id)
    unnamed = (actor for actor in speakers if actor.kind in ("unnamed", "group"))
    return any(office & content_words(actor.name).keys() for actor in unnamed)


def _printings_of(material: Material, actor_id: str) -> Iterator[PrintingRow]:
    for rows in material.printings.values():
        if rows[0].actor_id == actor_id:
            yield from rows


def _may_speak(material: Material, actor_id: str, outlet: str) -> bool:
    """Whether a claim of nobody stands in a paragraph that names the person, or in the one after it, or words in marks
    of somebody else with the name: who says them may be read wrongly."""
    beside = set(_paragraphs(material, actor_id, outlet))
    near = {(article, paragraph + further) for article, paragraph in beside for further in (0, 1)}
    for claim in material.claims.values():
        place = claim.article_id, material.paragraph_of(claim.article_id, claim.start)
        if place in near and not is_certain(claim):
            return True
        if place in beside and claim.quoted_words and claim.actor_id != actor_id:
            return True
    return False


def _paragraphs(material: Material, actor_id: str, outlet: str) -> Iterator[tuple[str, int]]:
    for article, row in material.articles.items():
        if row.outlet == outlet:
            for at in material.namings_of(article, actor_id):
                yield article, material.paragraph_of(article, at)


def _count_speaking(voice: Voice) -> int:
    return sum(part in SPEAKING for part in voice.parts.values())
