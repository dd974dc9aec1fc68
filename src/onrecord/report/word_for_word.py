"""Word for word: what each outlet prints of a speech in quotation marks, a line a speech.

A line is printed where the outlets differ: not all of them have all the words, or the same. What an outlet prints
without marks is open, so such a speech has no line.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.comparison import ELLIPSIS
from onrecord.language.words import content_words, count_words
from onrecord.report.clippings import Clipping
from onrecord.report.material import Material
from onrecord.report.offices import with_office
from onrecord.tables.compared import Extent, PrintingRow

FEWEST = 6  # words of a speech
TOLD: dict[Extent, str] = {"whole": "all", "none": "none"}


@dataclass(frozen=True)
class Printing:
    """A speech, by the outlet that prints most of it, and what each outlet prints.

    ``who``: the speaker, with the office where the texts give one and it is the first line of that speaker.

    ``parts``: by outlet, in the story's order: "all", "none", or the words that it prints, in quotation marks.

    ``places``: where it stands, whole or in part; ``rows``: the claims there.
    """

    speech_id: str
    claim_id: str
    actor_id: str
    who: str
    words: str
    parts: dict[str, str]
    places: tuple[Clipping, ...]
    rows: tuple[str, ...]

    @property
    def text(self) -> str:
        return " ".join((self.who, self.words, *self.parts.values()))


def list_printings(material: Material) -> list[Printing]:
    """The speeches of which outlets print more or less, in the story's order."""
    lines = [line for rows in material.printings.values() if (line := _read(material, rows))]
    first = {line.actor_id: line.speech_id for line in reversed(lines)}
    return [
        replace(line, who=with_office(material, line.actor_id)) if first[line.actor_id] == line.speech_id else line
        for line in lines
    ]


def _read(material: Material, rows: Sequence[PrintingRow]) -> Printing | None:
    longest = next(row for row in rows if row.is_longest)
    claim = material.claims.get(longest.claim_id)
    if claim is None or not material.has_speaker(claim) or count_words(longest.words or "") < FEWEST:
        return None
    if any(row.extent == "unmarked" or not _stands(material, row) for row in rows):
        return None
    if not any(_differs(longest, row) for row in rows):
        return None
    places = tuple(_place(material, row) for row in rows if row.article_id)
    return Printing(
        speech_id=longest.speech_id,
        claim_id=longest.claim_id,
        actor_id=longest.actor_id,
        who=material.name(longest.actor_id),
        words=_quote(longest.words),
        parts={row.outlet: _tell_part(row) for row in rows},
        places=places,
        rows=tuple(key for key, claim in material.claims.items() if any(place.holds(claim) for place in places)),
    )


def _place(material: Material, row: PrintingRow) -> Clipping:
    article, start = str(row.article_id), row.start or 0
    return Clipping(row.outlet, article, start, row.end or 0, (), material.paragraph_of(article, start))


def _stands(material: Material, row: PrintingRow) -> bool:
    """Whether the words stand where the row points, so that a page cannot show others."""
    if row.article_id is None:
        return row.words is None
    body = material.articles[row.article_id].body[row.start : (row.end or 0) + 2]  # and a mark inside them
    return all(part in body for part in (row.words or "").split(ELLIPSIS))


def _tell_part(row: PrintingRow) -> str:
    words = TOLD.get(row.extent) or _quote(row.words)
    return ("with differences: " if row.extent == "alike" else "") + words + (" and more" if row.goes_on else "")


def _differs(longest: PrintingRow, row: PrintingRow) -> bool:
    """Whether an outlet prints less, or other words that say something."""
    one, other = (content_words(side.words or "").keys() for side in (longest, row))
    return row.extent in ("part", "none") or (row.extent == "alike" and one != other)


def _quote(words: str | None) -> str:
    return f"“{words}”"
