"""People's decisions on rows, from ``data/raw/STORY/review.csv``: inputs like any other, so they survive every run.

A decision is a line; :mod:`onrecord.extraction.settling` says which of several counts.
"""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from onrecord.errors import StoryError, near
from onrecord.story import Story
from onrecord.tables.dictionary import REVIEWS, SCHEMAS
from onrecord.tables.handmade import HandRow, read_day, read_handmade, read_reviewers, shown

COLUMNS = ("row_id", "words", "verdict", "column", "value", "reviewer", "on", "note")
FURTHER = ("article_id",)  # written too: tells which article the words stood in, should the row's id change
KEYS = {"claims": "claim_id", "figures": "figure_id"}
# Verbatim: corrected by offsets into the body, so that nobody is quoted with words that are not there.
VERBATIM = {"claims": ("source", "cue", "content", "said_text"), "figures": ("text", "period_text")}
# What shows where a row comes from, or follows from other columns.
FIXED = ("start", "end", "article_id", "sentence", "quoted_words", "rule", "review", *KEYS.values())
FIXED = (*FIXED, "confidence", "speaker_confidence", "within_claim_id", "target_claim_id")
FINDING = "n"  # how the id of a finding begins: a sentence of the page, which a person may refuse
VERDICTS = [*REVIEWS, "flagged"]  # flagged: a question to others, which decides nothing
SWALLOWED = re.compile(r"\n[cf][0-9a-f]{12}\b")  # a row's id inside a cell
NUMBER = re.compile(r"[\d.,]+")
THOUSANDS = re.compile(r"\d{3}")


@dataclass(frozen=True)
class Decision:
    """One line of review.csv. ``column`` and ``value`` are empty but for a correction (an empty value is null).

    ``when`` is ``on`` as written, which may have a time; ``moved_from``: the id that the line names, where its row has
    another one now.
    """

    line: int
    row_id: str
    words: str
    verdict: str
    column: str
    value: str
    reviewer: str
    on: date | None
    note: str
    article_id: str = ""
    when: str = ""
    moved_from: str = ""

    @property
    def reviewers(self) -> tuple[str, ...]:
        return read_reviewers(self.reviewer)

    def __str__(self) -> str:
        what = f" {self.column} to {self.value or 'nothing'!r}" if self.verdict == "corrected" else ""
        return f"line {self.line}: {self.reviewer or 'somebody'} {self.verdict}{what}"


def read_reviews(story: Story) -> list[Decision]:
    """The decisions in the file's order; none without the file. Raises ``StoryError`` naming the line and its fault."""
    return read_decisions(story.raw / "review.csv")


def read_decisions(path: Path) -> list[Decision]:
    """The decisions of a review file."""
    if not path.is_file():
        return []
    found = []
    for row in read_handmade(path, COLUMNS, error=StoryError):
        where = f"{shown(path)}, line {row.line}"
        if problem := _find_problem(row):
            raise StoryError(f"{where}: {problem}", "Mend that line.")
        cells = {name: row.get(name) for name in (*COLUMNS, *FURTHER) if name != "on"}
        on = read_day(row.get("on"), f"{where}: on") if row.get("on") else None
        found.append(Decision(line=row.line, on=on, when=row.get("on"), **cells))
    return found


def _find_problem(row: HandRow) -> str | None:
    row_id, verdict, column = row.get("row_id"), row.get("verdict"), row.get("column")
    if not row_id:
        return "row_id is empty."
    if any(SWALLOWED.search(cell) for cell in row.cells.values()):
        return "a quotation mark that nothing closes takes the next line for its own."
    if verdict not in VERDICTS:
        return f"verdict {verdict!r} is none of {', '.join(VERDICTS)}.{near(verdict, VERDICTS)}"
    tables_of = [name for name in KEYS if row_id.startswith(name[0])]  # an id begins with its table's initial
    if row_id.startswith(FINDING):
        return None if verdict != "corrected" else "a finding can be refused, not corrected: correct the rows below it."
    if not tables_of:
        return f"row_id {row_id!r} is neither a {' nor a '.join(KEYS.values())}."
    if NUMBER.fullmatch(row.get("value")) and THOUSANDS.fullmatch(row.get("reviewer")):
        return (
            f"value {row.get('value')!r} is followed by {row.get('reviewer')!r} as reviewer: a number with commas "
            "stands in quotation marks, or without commas."
        )
    if not column and verdict != "corrected":
        return None
    known = [c for name in tables_of for c in SCHEMAS[name].columns if c not in FIXED]
    if column not in known:
        return f"column {column!r} cannot be corrected; these can: {', '.join(known)}.{near(column, known)}"
    return None
