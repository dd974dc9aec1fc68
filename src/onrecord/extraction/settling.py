"""Which decisions on a row count: of one reviewer the latest on a row and column, and the verdict *unreviewed* takes
back what was decided before.

Where two reviewers differ nothing is entered: the row stays unreviewed, and both lines are told. Who accepts a row
after another has corrected it agrees with the correction. A later line of both ("AB + CD") settles what they differ
on; what they accept is the row as the program made it. The verdict *flagged* is a question to others and decides
nothing.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.extraction.anchoring import plain
from onrecord.extraction.corrected_values import read_number
from onrecord.extraction.reviews import VERBATIM, Decision
from onrecord.tables.handmade import sort_by_day


@dataclass
class Opinion:
    """What one reviewer holds of a row in the end: the verdict on the whole of it, and the columns corrected."""

    verdict: Decision | None = None
    corrections: dict[str, Decision] = field(default_factory=dict)

    @property
    def lines(self) -> list[Decision]:
        """The lines that it rests on."""
        return [*([self.verdict] if self.verdict else []), *self.corrections.values()]


@dataclass(frozen=True)
class Settled:
    """The decision on one row: its verdict, and the corrections by column; or, with ``conflict``, none.

    ``lines`` are those that count, ``flags`` the questions that nobody has answered with a decision since.
    """

    row_id: str
    verdict: str
    corrections: Mapping[str, Decision]
    lines: tuple[Decision, ...]
    conflict: bool = False
    flags: tuple[Decision, ...] = ()


def settle_decisions(decisions: Sequence[Decision]) -> list[Settled]:
    """What is decided of each row, in the order in which rows are first named."""
    by_row: dict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        by_row[decision.row_id].append(decision)
    return [_settle_row(row_id, sort_by_day(lines, lambda line: line.when)) for row_id, lines in by_row.items()]


def form_opinions(lines: Sequence[Decision]) -> dict[str, Opinion]:
    """What each reviewer holds of one row, by the name in small letters, from the lines on it."""
    opinions: dict[str, Opinion] = defaultdict(Opinion)
    for line in sort_by_day(lines, lambda line: line.when):
        for reviewer in line.reviewers:
            _take(opinions[reviewer.casefold()], line)
    return opinions


def _settle_row(row_id: str, lines: list[Decision]) -> Settled:
    """``lines`` stand in the order in which they were made."""
    held = [opinion for opinion in form_opinions(lines).values() if opinion.lines]
    order = {line.line: n for n, line in enumerate(lines)}
    counted = sorted({line.line: line for opinion in held for line in opinion.lines}.values(), key=lambda d: d.line)
    flags = tuple(_find_flags(lines, counted, order))
    if _differ(held, order):
        return Settled(row_id, "unreviewed", {}, tuple(counted), conflict=True, flags=flags)
    corrections = {column: d for opinion in held for column, d in opinion.corrections.items()}
    whole = next((opinion.verdict.verdict for opinion in held if opinion.verdict), "unreviewed")
    verdict = "rejected" if whole == "rejected" else "corrected" if corrections else whole
    return Settled(row_id, verdict, {} if verdict == "rejected" else corrections, tuple(counted), flags=flags)


def _find_flags(lines: list[Decision], counted: list[Decision], order: Mapping[int, int]) -> list[Decision]:
    answered = max((order[line.line] for line in counted), default=-1)
    open_flags: dict[str, Decision] = {}
    for line in lines:
        if line.verdict == "flagged" and order[line.line] > answered:
            open_flags[line.reviewer] = line
        elif line.verdict == "unreviewed":
            open_flags.pop(line.reviewer, None)
    return list(open_flags.values())


def _take(opinion: Opinion, line: Decision) -> None:
    if line.verdict == "corrected":
        opinion.corrections[line.column] = line
        if opinion.verdict and opinion.verdict.verdict == "rejected":
            opinion.verdict = None
    elif line.verdict == "unreviewed":
        opinion.corrections.pop(line.column, None)
        if not line.column:
            opinion.verdict, opinion.corrections = None, {}
    elif line.verdict != "flagged":
        opinion.verdict = line
        if len(line.reviewers) > 1:
            opinion.corrections = {}


def _differ(held: list[Opinion], order: Mapping[int, int]) -> bool:
    """Whether reviewers contradict each other: one rejects what another keeps, corrects what another has accepted as it
    stood, or both correct one column differently."""
    rejecting = [bool(o.verdict and o.verdict.verdict == "rejected") for o in held]
    if any(rejecting) and not all(rejecting):
        return True
    accepted = [
        order[o.verdict.line] for o in held if o.verdict and o.verdict.verdict == "accepted" and not o.corrections
    ]
    corrected = [order[line.line] for o in held for line in o.corrections.values()]
    if accepted and corrected and min(accepted) < max(corrected):
        return True
    values: dict[str, set[str | float]] = defaultdict(set)
    for opinion in held:
        for column, decision in opinion.corrections.items():
            values[column].add(_read_value(column, decision.value))
    return any(len(different) > 1 for different in values.values())


def _read_value(column: str, value: str) -> str | float:
    """A value as far as it can be compared without the tables: numbers as such, verbatim words by their offsets."""
    if any(column in verbatim for verbatim in VERBATIM.values()):
        return value.partition(" ")[0]
    try:
        return read_number(value)
    except ValueError:
        return plain(value)
