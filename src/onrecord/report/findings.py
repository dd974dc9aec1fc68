"""A story's findings: what may be printed, in the order of a stated rule, and what a person has to check first.

Rank is contrast between the outlets × certainty × place in the articles (:class:`onrecord.report.finding.Finding`). A
finding with a doubt is never printed; it is listed for the newsroom.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from onrecord.language.words import count_words
from onrecord.processed import Mark
from onrecord.report.answers import find_answers
from onrecord.report.clippings import Clipping
from onrecord.report.described import find_described
from onrecord.report.exchanges import find_exchanges
from onrecord.report.finding import Finding, Kind
from onrecord.report.material import Material
from onrecord.report.missing_numbers import find_missing_numbers
from onrecord.report.numbers import find_numbers, list_standings
from onrecord.report.openings import list_openings
from onrecord.report.other_voices import find_other_voices
from onrecord.report.parallels import find_copied, find_parallels
from onrecord.report.quotations import find_contested, find_verbs
from onrecord.report.quoted import Quoted
from onrecord.report.rival_numbers import find_rival_numbers
from onrecord.report.rounded_numbers import find_rounded_numbers
from onrecord.report.voices import find_lone_voices, find_words_of
from onrecord.report.who_speaks import Voice, list_voices
from onrecord.report.word_for_word import Printing, list_printings

MOST = 6  # findings that stand first
MOST_OF_A_KIND = 2
ROOM = 1000  # words of findings, openings and checked numbers; titles and introductions come to 1,200 with them
CHART = 50  # words of a chart, its source and its text
LABEL = 5  # words above and below a clipping
MOST_EXCHANGES = 8
EXCHANGES = frozenset(("denial", "reply"))
MOST_BESIDE = 6  # further statements side by side
MOST_LINES = 8  # speeches, word for word
MOST_PARALLEL = 6  # points that several outlets tell
NO_CONTRAST = frozenset(("rival_number", *EXCHANGES))  # never what sets the outlets apart
STATEMENTS = frozenset(("described", "verbs"))


Line = TypeVar("Line", Printing, Voice)


@dataclass(frozen=True)
class Findings:
    """``first``: what answers the reader, most contrast first; ``printings``: what each outlet prints of a speech;
    ``voices``: who speaks where; ``exchanges``: who denies or answers what; ``beside``: further statements side by
    side; ``parallels``: points that several outlets tell; ``alone``: further persons whom one outlet alone quotes;
    ``numbers``: those set against each other, those that one outlet rounds, and those that one lacks; ``words``: of
    persons, printed by one outlet alone; ``to_check``: what is not certain enough to be printed, and why."""

    first: tuple[Finding, ...]
    beside: tuple[Finding, ...]
    parallels: tuple[Finding, ...]
    alone: tuple[Finding, ...]
    exchanges: tuple[Finding, ...]
    numbers: tuple[Finding, ...]
    words: tuple[Finding, ...]
    printings: tuple[Printing, ...]
    voices: tuple[Voice, ...]
    to_check: tuple[Finding, ...]

    @property
    def printed(self) -> tuple[Finding, ...]:
        told = self.first + self.exchanges + self.beside + self.parallels
        return told + self.numbers + self.alone + self.words

    @property
    def spoken(self) -> frozenset[str]:
        """Ids of the claims on which the lines of the two tables rest."""
        lines = [row for voice in self.voices for row in voice.rows.values()]
        return frozenset([*lines, *(row for line in self.printings for row in line.rows)])

    @property
    def shown(self) -> frozenset[str]:
        """Ids of the claims whose words stand below a printed finding."""
        return frozenset(row for finding in self.printed for clipping in finding.clippings for row in clipping.rows)


def find_findings(material: Material) -> Findings:
    """All findings of a story, ranked; the same tables give the same findings."""
    quoted = Quoted(material)
    found = [_refuse(material, finding) for finding in _find_all(material, quoted)]
    certain = _tell_once(sorted((f for f in found if not f.doubts), key=lambda f: (-f.rank, f.text)))
    page = _Selection(material, [clipping for f in found if f.doubts for clipping in f.clippings])
    first = page.take(_choose([finding for finding in certain if finding.kind not in NO_CONTRAST]))
    printings, voices = _take_tables(page, first)
    rest = [finding for finding in certain if finding not in first]
    above = {row for finding in first for row in finding.rows}
    answering = [f for f in rest if f.kind in EXCHANGES and not set(f.rows) <= above]
    numbers = page.take([f for f in rest if f.kind == "rival_number"])
    exchanges = page.take(_without_repeated(answering, page.openings)[:MOST_EXCHANGES])
    beside = page.take(_without_repeated([f for f in rest if f.kind in STATEMENTS], page.taken)[:MOST_BESIDE])
    alone = page.take([f for f in rest if f.kind == "alone"])
    parallels = page.take(find_parallels(material, page.shown)[:MOST_PARALLEL])
    numbers += page.take(find_rounded_numbers(material, page.taken))  # openings do not set them side by side
    numbers += page.take(find_missing_numbers(material, page.shown))
    rows = {row for finding in (*first, *beside, *alone) for clipping in finding.clippings for row in clipping.rows}
    words = page.take(find_words_of(quoted, rows, page.shown))
    words += page.take(find_other_voices(quoted, page.shown))
    return Findings(
        first,
        beside,
        parallels=parallels,
        exchanges=exchanges,
        numbers=numbers,
        alone=alone,
        words=words,
        printings=printings,
        voices=voices,
        to_check=tuple(f for f in found if f.doubts),
    )


def _take_tables(page: "_Selection", first: tuple[Finding, ...]) -> tuple[tuple[Printing, ...], tuple[Voice, ...]]:
    """What is printed word for word, and who speaks where, without those who stand ``first`` as quoted alone."""
    material = page.material
    printings = page.take_lines(list_printings(material)[:MOST_LINES])
    page.taken += [place for line in printings for place in line.places]
    above = {material.claims[row].actor_id for f in first if f.kind == "alone" for row in f.rows}
    return printings, page.take_lines([x for x in list_voices(material) if x.actor_id not in above])


def _find_all(material: Material, quoted: Quoted) -> list[Finding]:
    """The findings of which each is told by itself, in any order."""
    return [
        *find_answers(material),
        *find_exchanges(material),
        *find_numbers(material),
        *find_verbs(material),
        *find_contested(material),
        *find_described(material),
        *find_lone_voices(quoted),
        *find_rival_numbers(material),
        *find_copied(material),
    ]


def _refuse(material: Material, finding: Finding) -> Finding:
    """A finding that a person refused is doubted, so never printed."""
    return finding.doubted("a reviewer refused it") if finding.finding_id in material.refused else finding


class _Selection:
    """What is chosen for the public part, as long as its words have room. ``taken``: the clippings chosen so far;
    ``doubted``: those of findings that are not printed, which may not come in by another door."""

    def __init__(self, material: Material, doubted: list[Clipping]):
        bodies = {article: row.body for article, row in material.articles.items()}
        openings = [opening for opening in list_openings(material) if opening.clipping]
        used = sum(count_words(bodies[o.article_id][o.clipping.start : o.clipping.end]) for o in openings if o.clipping)
        used += sum(count_words(opening.headline or "") for opening in openings)
        lines = list_standings(material)
        used += sum(count_words(" ".join((x.what, x.stated, x.speaker, x.then, x.now))) for x in lines)
        used += CHART * len({line.what.partition(" of ")[0] for line in lines})
        self.material, self.left, self.doubted = material, ROOM - used, doubted
        self.openings = [opening.clipping for opening in openings if opening.clipping]
        self.taken: list[Clipping] = []

    @property
    def shown(self) -> list[Clipping]:
        """What another finding need not show, or may not."""
        return [*self.taken, *self.openings, *self.doubted]

    def take(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings that there is room for, in their order, but those that a person refused."""
        chosen = []
        for finding in findings:
            words = self._count(finding)
            if words <= self.left and finding.finding_id not in self.material.refused:
                self.left -= words
                chosen.append(finding)
        self.taken += [clipping for finding in chosen for clipping in finding.clippings]
        return tuple(chosen)

    def take_lines(self, lines: Iterable[Line]) -> tuple[Line, ...]:
        """The lines of a table that there is room for."""
        chosen: list[Line] = []
        for line in lines:
            words = count_words(line.text)
            if words <= self.left:
                self.left -= words
                chosen.append(line)
        return tuple(chosen)

    def _count(self, finding: Finding) -> int:
        bodies = (self.material.articles[c.article_id].body[c.start : c.end] for c in finding.clippings)
        return count_words(finding.text) + sum(count_words(words) + LABEL for words in bodies)


def _tell_once(ranked: list[Finding]) -> list[Finding]:
    """Without findings whose words all stand below one that ranks higher."""
    kept: list[Finding] = []
    shown: set[tuple[str, int, int]] = set()
    for finding in ranked:
        places = {(c.article_id, c.start, c.end) for c in finding.clippings}
        if not places or not places <= shown:
            kept.append(finding)
            shown |= places
    return kept


def _without_repeated(ranked: list[Finding], shown: list[Clipping]) -> list[Finding]:
    """Without findings whose words all stand in what is shown, or in the clippings of one that is kept."""
    kept: list[Finding] = []
    for finding in ranked:
        above = [*shown, *(clipping for other in kept for clipping in other.clippings)]
        if not _stands_in(finding, above):
            kept = [other for other in kept if not _stands_in(other, finding.clippings)]
            kept.append(finding)
    return kept


def _stands_in(finding: Finding, clippings: Iterable[Clipping]) -> bool:
    """Whether all that a finding marks, or shows where it marks nothing, stands in some clippings."""
    shown = list(clippings)
    places = [(c.article_id, mark) for c in finding.clippings for mark in c.marks or (Mark(c.start, c.end, ""),)]
    return all(any(c.holds_place(*place) for c in shown) for place in places)


def _choose(ranked: list[Finding]) -> tuple[Finding, ...]:
    """The first of each kind, so that a page does not say one thing six times."""
    of_kind: Counter[Kind] = Counter()
    chosen: list[Finding] = []
    for finding in ranked:
        if of_kind[finding.kind] < MOST_OF_A_KIND and len(chosen) < MOST:
            of_kind[finding.kind] += 1
            chosen.append(finding)
    return tuple(chosen)
