"""People's decisions on rows, from ``data/raw/STORY/review.csv``: inputs like any other, so they survive every run.

A decision is a line, and a changed mind is a further line: of one reviewer the latest on a row and column counts (by
``on``, then by its place in the file), and the verdict *unreviewed* takes back what was decided before. Where two
reviewers differ nothing is entered: the row stays unreviewed, and both lines are told.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from onrecord.errors import StoryError, near
from onrecord.story import Story
from onrecord.tables.dictionary import REVIEWS, SCHEMAS
from onrecord.tables.handmade import HandRow, read_handmade

COLUMNS = ("row_id", "words", "verdict", "column", "value", "reviewer", "on", "note")
KEYS = {"claims": "claim_id", "figures": "figure_id"}
# Verbatim: corrected by offsets into the body, so that nobody is quoted with words that are not there.
VERBATIM = {"claims": ("source", "cue", "content", "said_text"), "figures": ("text", "period_text")}
# What shows where a row comes from, or follows from other columns.
FIXED = ("start", "end", "article_id", "sentence", "quoted_words", "rule", "review", *KEYS.values())
FIXED = (*FIXED, "confidence", "speaker_confidence", "within_claim_id", "target_claim_id")


@dataclass(frozen=True)
class Decision:
    """One line of review.csv. ``column`` and ``value`` are empty but for a correction (an empty value is null)."""

    line: int
    row_id: str
    words: str
    verdict: str
    column: str
    value: str
    reviewer: str
    on: date | None
    note: str

    def __str__(self) -> str:
        what = f" {self.column} to {self.value or 'nothing'!r}" if self.verdict == "corrected" else ""
        return f"line {self.line}: {self.reviewer or 'somebody'} {self.verdict}{what}"


@dataclass
class Opinion:
    """What one reviewer holds of a row in the end: the verdict on the whole of it, and the columns corrected."""

    verdict: Decision | None = None
    corrections: dict[str, Decision] = field(default_factory=dict)


@dataclass(frozen=True)
class Settled:
    """The decision on one row: its verdict, and the corrections by column; or, with ``conflict``, none."""

    row_id: str
    verdict: str
    corrections: Mapping[str, Decision]
    lines: tuple[Decision, ...]
    conflict: bool = False


def find_not_entered(settled: Sequence[Settled], known: set[str]) -> list[tuple[Decision, str]]:
    """The decisions that could not be entered, and why; ``known`` are the ids of the rows that there are."""
    lost = [(line, "there is no such row any more") for one in settled if one.row_id not in known for line in one.lines]
    differ = [
        (line, "reviewers differ") for one in settled if one.conflict for line in one.lines if one.row_id in known
    ]
    return lost + differ


def read_reviews(story: Story) -> list[Decision]:
    """The decisions in the file's order; none without the file. Raises ``StoryError`` naming the line and its fault."""
    path = story.raw / "review.csv"
    if not path.is_file():
        return []
    found = []
    for row in read_handmade(path, COLUMNS, error=StoryError):
        if problem := _find_problem(row):
            raise StoryError(f"data/raw/{story.name}/review.csv, line {row.line}: {problem}", "Mend that line.")
        cells = {name: row.get(name) for name in COLUMNS if name != "on"}
        found.append(Decision(line=row.line, on=_day(row.get("on")), **cells))
    return found


def _find_problem(row: HandRow) -> str | None:
    row_id, verdict, column = row.get("row_id"), row.get("verdict"), row.get("column")
    if not row_id:
        return "row_id is empty."
    if verdict not in REVIEWS:
        return f"verdict {verdict!r} is none of {', '.join(REVIEWS)}.{near(verdict, list(REVIEWS))}"
    if row.get("on") and _day(row.get("on")) is None:
        return f"on {row.get('on')!r} is no day like 2024-05-03."
    tables_of = [name for name in KEYS if row_id.startswith(name[0])]  # an id begins with its table's initial
    if not tables_of:
        return f"row_id {row_id!r} is neither a {' nor a '.join(KEYS.values())}."
    if not column and verdict != "corrected":
        return None
    known = [c for name in tables_of for c in SCHEMAS[name].columns if c not in FIXED]
    if column not in known:
        return f"column {column!r} cannot be corrected; these can: {', '.join(known)}.{near(column, known)}"
    return None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None


def settle_decisions(decisions: Sequence[Decision]) -> list[Settled]:
    """What is decided of each row, in the order in which rows are first named."""
    by_row: dict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        by_row[decision.row_id].append(decision)
    return [_settle_row(row_id, lines) for row_id, lines in by_row.items()]


def _settle_row(row_id: str, lines: list[Decision]) -> Settled:
    opinions: dict[str, Opinion] = defaultdict(Opinion)
    dated = all(line.on for line in lines)
    for line in sorted(lines, key=lambda d: (d.on or date.min if dated else date.min, d.line)):
        _take(opinions[line.reviewer], line)
    held = [opinion for opinion in opinions.values() if opinion.verdict or opinion.corrections]
    counted = [d for o in held for d in (o.verdict, *o.corrections.values()) if d]
    if _differ(held):
        return Settled(row_id, "unreviewed", {}, tuple(sorted(counted, key=lambda d: d.line)), conflict=True)
    corrections = {column: d for opinion in held for column, d in opinion.corrections.items()}
    whole = next((opinion.verdict.verdict for opinion in held if opinion.verdict), "unreviewed")
    verdict = "rejected" if whole == "rejected" else "corrected" if corrections else whole
    return Settled(row_id, verdict, {} if verdict == "rejected" else corrections, tuple(counted))


def _take(opinion: Opinion, line: Decision) -> None:
    if line.verdict == "corrected":
        opinion.corrections[line.column] = line
        if opinion.verdict and opinion.verdict.verdict == "rejected":
            opinion.verdict = None
    elif line.verdict == "unreviewed":
        opinion.corrections.pop(line.column, None)
        if not line.column:
            opinion.verdict, opinion.corrections = None, {}
    else:
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
