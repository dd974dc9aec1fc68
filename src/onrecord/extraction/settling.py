"""Which decisions on a row count: of one reviewer the latest on a row and column (by ``on``, then by its place in the
file), and the verdict *unreviewed* takes back what was decided before. Where two reviewers differ nothing is entered:
the row stays unreviewed, and both lines are told. A later line of both ("AB + CD") settles it. The verdict *flagged* is
a question to others and decides nothing.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from onrecord.extraction.reviews import Decision


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
    """The decision on one row: its verdict, and the corrections by column; or, with ``conflict``, none. ``flag``: the
    last line on it, where that asks a question."""

    row_id: str
    verdict: str
    corrections: Mapping[str, Decision]
    lines: tuple[Decision, ...]
    conflict: bool = False
    flag: Decision | None = None


def settle_decisions(decisions: Sequence[Decision]) -> list[Settled]:
    """What is decided of each row, in the order in which rows are first named."""
    by_row: dict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        by_row[decision.row_id].append(decision)
    return [_settle_row(row_id, lines) for row_id, lines in by_row.items()]


def form_opinions(lines: Sequence[Decision]) -> dict[str, Opinion]:
    """What each reviewer holds of one row, from the lines on it."""
    opinions: dict[str, Opinion] = defaultdict(Opinion)
    dated = all(line.on for line in lines)
    for line in sorted(lines, key=lambda d: (d.on or date.min if dated else date.min, d.line)):
        for reviewer in line.reviewers:
            _take(opinions[reviewer], line)
    return opinions


def _settle_row(row_id: str, lines: list[Decision]) -> Settled:
    held = [opinion for opinion in form_opinions(lines).values() if opinion.lines]
    flag = lines[-1] if lines[-1].verdict == "flagged" else None
    counted = sorted({line.line: line for opinion in held for line in opinion.lines}.values(), key=lambda d: d.line)
    if _differ(held):
        return Settled(row_id, "unreviewed", {}, tuple(counted), conflict=True, flag=flag)
    corrections = {column: d for opinion in held for column, d in opinion.corrections.items()}
    whole = next((opinion.verdict.verdict for opinion in held if opinion.verdict), "unreviewed")
    verdict = "rejected" if whole == "rejected" else "corrected" if corrections else whole
    return Settled(row_id, verdict, {} if verdict == "rejected" else corrections, tuple(counted), flag=flag)


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


def _differ(held: list[Opinion]) -> bool:
    """Whether reviewers contradict each other: one rejects what another keeps, accepts as it stands what another
    corrects, or both correct one column differently."""
    rejecting = [bool(o.verdict and o.verdict.verdict == "rejected") for o in held]
    if any(rejecting) and not all(rejecting):
        return True
    accepting = [o for o in held if o.verdict and o.verdict.verdict == "accepted" and not o.corrections]
    if accepting and any(o.corrections for o in held):
        return True
    values: dict[str, set[str]] = defaultdict(set)
    for opinion in held:
        for column, decision in opinion.corrections.items():
            values[column].add(decision.value)
    return any(len(different) > 1 for different in values.values())
