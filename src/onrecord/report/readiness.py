"""What a person has to look at before a page is published: denials, accusations and numbers that it prints, whom its
findings name as speakers, and rows with an open question."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.comparison import WEIGHTY
from onrecord.report.findings import Findings
from onrecord.report.material import Material
from onrecord.report.numbers import list_standings
from onrecord.report.openings import list_openings
from onrecord.tables.extracted import ClaimRow

# Cues that lay something at somebody's door; with the denials they are what a newsroom answers for first.
ACCUSING = frozenset(("accuse", "allege", "charge", "blame", "denounce", "condemn", "accusation", "allegation"))


@dataclass(frozen=True)
class Unreviewed:
    """A row that a printed sentence rests on and nobody has reviewed: what it is, and its words."""

    row_id: str
    what: str
    words: str

    def __str__(self) -> str:
        return f"{self.row_id} ({self.what}): “{self.words}”"


def find_unreviewed(material: Material, findings: Findings) -> list[Unreviewed]:
    """The unreviewed denials, accusations and numbers in the words that the page prints, the claims on which a finding
    or a line of the two tables of who says what rests, and rows that are flagged or on which reviewers differ; each
    once."""
    clippings = [clipping for finding in findings.printed for clipping in finding.clippings]
    clippings += [opening.clipping for opening in list_openings(material) if opening.clipping]
    clippings += [place for line in findings.printings for place in line.places]
    rows = [row for finding in findings.printed for row in finding.rows]
    rows += [standing.figure_id for standing in list_standings(material)]
    for clipping in clippings:
        rows += [r.claim_id for r in material.claims.values() if clipping.holds(r)]
        rows += [r.figure_id for r in material.figures.values() if r.unit_kind in WEIGHTY and clipping.holds(r)]
    rows += sorted(findings.spoken)
    answered = {row for finding in findings.printed if finding.kind == "answer" for row in finding.rows}
    resting = {row for finding in findings.printed for row in finding.rows} | findings.shown | findings.spoken
    return list(_name(material, list(dict.fromkeys(rows)), answered, resting))


def _name(material: Material, rows: list[str], answered: set[str], resting: set[str]) -> Iterator[Unreviewed]:
    for row in rows:
        if row in material.asked and (asked := material.claims.get(row) or material.figures.get(row)):
            yield Unreviewed(row, "open question", asked.sentence)
            continue
        if (figure := material.figures.get(row)) and figure.review == "unreviewed":
            yield Unreviewed(row, "number", figure.sentence)
        claim = material.claims.get(row)
        if claim and claim.review == "unreviewed" and (what := _weighty(claim, answered, resting)):
            yield Unreviewed(row, what, claim.content)


def weigh(claim: ClaimRow) -> str | None:
    """What a newsroom answers for first: a denial, an accusation; null for all else."""
    if claim.stance == "denies":
        return "denial"
    return "accusation" if claim.cue_lemma in ACCUSING else None


def _weighty(claim: ClaimRow, answered: set[str], resting: set[str]) -> str | None:
    if what := weigh(claim):
        return what
    if claim.claim_id in resting - answered:
        return "attribution"
    return "denied statement" if claim.claim_id in answered else None
