"""A story's two files of decisions as a reviewer writes them: appended line by line, never overwritten.

A line that cannot be written, because a spreadsheet holds the file open, waits for the next one. A line that was
written in this session and is no longer in the file, because a spreadsheet saved an older state over it, is written
again.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from onrecord.errors import DataError
from onrecord.extraction import COLUMNS, FURTHER, Decision, read_decisions
from onrecord.language.wording import count
from onrecord.story import ALIAS_COLUMNS, ALIAS_FURTHER, AliasLine, Story, read_alias_lines
from onrecord.tables.handmade import append_rows, read_handmade

# How the notes of lines begin that take a decision back, or bring one back.
UNDONE, RESTORED = "(undone)", "(restored)"
# What a line is known by after a spreadsheet saved it, which may write numbers and days in its own way, and TRUE.
SAME = ("row_id", "verdict", "column", "alias", "actor", "same", "reviewer")

NOWHERE = 1_000_000  # number of the first line that is not in the file yet

Line = Mapping[str, str]


class Lines(NamedTuple):
    """Lines of ``review.csv`` and of ``aliases.csv``, a dict of cells each."""

    reviews: list[Line]
    aliases: list[Line]


class Ledger:
    """``waiting``: lines that could not be written yet."""

    def __init__(self, story: Story):
        self.paths = (story.raw / "review.csv", story.raw / "aliases.csv")
        self.waiting = Lines([], [])
        self.written = Lines([], [])

    def mend(self) -> list[str]:
        """Write what waits, and what was saved over; what to tell the reviewer of it."""
        return self.write(Lines([], []))

    def write(self, lines: Lines) -> list[str]:
        """Append lines, those that waited first; what to tell the reviewer beside that it went well."""
        told = []
        columns = ((COLUMNS, FURTHER), (ALIAS_COLUMNS, ALIAS_FURTHER))
        for path, new, waiting, written, (own, further) in zip(
            self.paths, lines, self.waiting, self.written, columns, strict=True
        ):
            lost = _find_lost(path, own, written)
            todo = [*lost, *waiting, *new]
            waiting[:] = [*waiting, *new]
            if not todo:
                continue
            try:
                append_rows(path, own, todo, further=further)
            except DataError as error:
                told.append(f"{error.what} {count(len(todo), 'decision waits', 'decisions wait')} to be written.")
                continue
            written += waiting
            waiting.clear()
            if lost:
                told.append(
                    f"{count(len(lost), 'decision')} written before had vanished from {path.name}, as when a "
                    "spreadsheet saves an older state: written again."
                )
        return told

    def read_steps(self, reviewer: str) -> list[Decision | AliasLine]:
        """The reviewer's decisions that still stand, also those that wait, oldest first, without those taken back."""
        steps: list[Decision | AliasLine] = []
        for line in self._read_own(reviewer):
            if line.note.startswith(UNDONE):
                undone = next((n for n in range(len(steps) - 1, -1, -1) if _subject(steps[n]) == _subject(line)), None)
                if undone is not None:
                    del steps[undone]
            elif not line.note.startswith(RESTORED):
                steps.append(line)
        return steps

    def _read_own(self, reviewer: str) -> list[Decision | AliasLine]:
        """The reviewer's lines of both files in the order in which they were made."""
        lines: list[Decision | AliasLine] = [
            *read_decisions(self.paths[0]),
            *(as_decision(line, NOWHERE + n) for n, line in enumerate(self.waiting.reviews)),
            *read_alias_lines(self.paths[1]),
            *map(as_alias, self.waiting.aliases),
        ]
        own = [line for line in lines if reviewer.casefold() in map(str.casefold, line.reviewers)]
        return sorted(own, key=lambda line: line.when)


def as_decision(line: Line, number: int) -> Decision:
    """A line of review.csv as reading it gives it."""
    on = datetime.fromisoformat(line["on"]).date()
    return Decision(line=number, on=on, when=line["on"], **{name: line[name] for name in line if name != "on"})


def as_alias(line: Line) -> AliasLine:
    """A line of aliases.csv as reading it gives it."""
    same = {"true": True, "false": False}.get(line["same"])
    return AliasLine(line["alias"], line["actor"], same, "aliases.csv", line["reviewer"], line["on"], line["note"])


def _subject(line: Decision | AliasLine) -> object:
    return line.row_id if isinstance(line, Decision) else line.pair


def _find_lost(path: Path, columns: tuple[str, ...], written: list[Line]) -> list[Line]:
    if not written:
        return []
    rows = read_handmade(path, columns) if path.is_file() else []
    there = Counter(tuple(row.get(name).casefold() for name in SAME) for row in rows)
    lost = []
    for line in written:
        cells = tuple(" ".join(line.get(name, "").split()).casefold() for name in SAME)
        if there[cells]:
            there[cells] -= 1
        else:
            lost.append(line)
    return lost
