"""A reviewer's work on a story: decisions written at once, entered in the tables, and taken back.

State comes from the files alone. A decision is tried on the tables before it is written, so what cannot be entered
never stands in a file.
"""

import re
from datetime import datetime
from typing import Any, NamedTuple

from onrecord.errors import StoryError, UsageError
from onrecord.extraction import Decision, form_opinions, read_decisions
from onrecord.lab.identities import tell_changes
from onrecord.lab.ledger import RESTORED, UNDONE, Ledger, Line, Lines
from onrecord.lab.listing import list_rows
from onrecord.lab.queue import order_queue
from onrecord.processed import ProcessedStory
from onrecord.report import Findings, Material, find_findings
from onrecord.story import AliasLine

LONGEST = 160  # characters of a row's words that a line repeats
NOWHERE = 1_000_000  # number of the first line that is not in the file yet
IN_NO_FILE = re.compile(r"line 1\d{6}: ")


class Change(NamedTuple):
    """``rows``: the desk's rows that a decision changed; ``told``: what the reviewer has to know of its writing."""

    rows: list[dict[str, Any]]
    told: list[str]


class Session:
    """``story`` is the story after every decision; ``rows`` are the desk's, each with its place in the queue.

    ``reviewer``: name or initials; nothing is written without.
    """

    def __init__(self, story: ProcessedStory, reviewer: str = ""):
        self.reviewer = reviewer.strip()
        self.ledger = Ledger(story.story)
        self.rows: dict[str, dict[str, Any]] = {}
        self.story, self.material, self.findings = _compute(story.recompute())
        rows = list_rows(self.story)
        order_queue(rows, self.material, self.findings)
        self.rows = {row["id"]: row for row in rows}

    def decide(
        self, row_id: str, verdict: str, column: str = "", value: str = "", note: str = "", together: bool = False
    ) -> Change:
        """Enter and write one decision. ``together``: also in the name of those who differ on the row.

        Raises ``UsageError`` without a reviewer, ``StoryError`` for what the tables cannot hold: nothing is written.
        """
        line = self._review(row_id, verdict, column, value, note)
        if together:
            others = {n for d in read_decisions(self.ledger.paths[0]) if d.row_id == row_id for n in d.reviewers}
            line["reviewer"] = " + ".join(dict.fromkeys([self.reviewer, *sorted(others)]))
        return self._enter(Lines([line], []))

    def undo(self) -> tuple[str, Change]:
        """Take back the reviewer's last decision that still stands, of this session or an earlier one. The row (or the
        names) that it was about, and what changed; raises ``UsageError`` when there is none."""
        steps = self.ledger.read_steps(self._name())
        if not steps:
            raise UsageError("There is nothing to undo.")
        last = steps.pop()
        if isinstance(last, AliasLine):
            before = [step for step in steps if isinstance(step, AliasLine) and step.pair == last.pair]
            lines: list[Line] = [self._alias(last.alias, last.actor, "open", UNDONE)]
            lines += [self._alias(s.alias, s.actor, str(s.same).lower(), _restored(s.note)) for s in before[-1:]]
            return f"{last.alias}, {last.actor}", self._enter(Lines([], lines))
        own = [step for step in steps if isinstance(step, Decision) and step.row_id == last.row_id]
        back: list[Line] = [self._review(last.row_id, "unreviewed", "", "", UNDONE) | {"reviewer": last.reviewer}]
        for line in form_opinions(own)[self.reviewer].lines:
            back.append(self._review(line.row_id, line.verdict, line.column, line.value, _restored(line.note)))
        return last.row_id, self._enter(Lines(back, []))

    def identify(self, alias: str, actor: str, same: bool, note: str = "") -> Change:
        """Enter and write that two names are one actor, or are not."""
        return self._enter(Lines([], [self._alias(alias, actor, str(same).lower(), note)]))

    def try_identity(self, alias: str, actor: str, same: bool) -> list[str]:
        """What would change if two names were, or were not, one actor: whose claims, and what the page prints."""
        tried = _compute(self._recompute(Lines([], [self._alias(alias, actor, str(same).lower(), "")])))
        return tell_changes(self.story, tried.story) + self._tell_findings(tried.findings)

    def says(self, row_id: str) -> dict[str, list[str]]:
        """``printed``: what the page says that rests on a row; ``doubted``: what it would say but for a doubt."""
        printed = [f.text for f in self.findings.printed if _rests_on(f, row_id)]
        doubted = [f"{f.text} ({'; '.join(f.doubts)})" for f in self.findings.to_check if _rests_on(f, row_id)]
        return {"printed": printed, "doubted": doubted}

    def would_say(self, row_id: str) -> list[str]:
        """What would change on the page if the row were accepted as it stands."""
        line = self._review(row_id, "accepted", "", "", "")
        return self._tell_findings(_compute(self._recompute(Lines([line], []))).findings)

    def refresh(self) -> Change:
        """What others have written into the files since."""
        return Change(self._take(self._recompute(Lines([], []))), self.ledger.write(Lines([], [])))

    def _name(self) -> str:
        if not self.reviewer:
            raise UsageError("Who decides?", "Write your name or initials above the list first.")
        return self.reviewer

    def _review(self, row_id: str, verdict: str, column: str, value: str, note: str) -> dict[str, str]:
        row = self.rows[row_id]
        cells = {"row_id": row_id, "words": _words(self.story, row), "verdict": verdict, "column": column}
        cells |= {"value": value, "reviewer": self._name(), "on": _now(), "note": note}
        return cells | {"article_id": row["article"]}

    def _alias(self, alias: str, actor: str, same: str, note: str) -> dict[str, str]:
        return {"alias": alias, "actor": actor, "same": same, "reviewer": self._name(), "on": _now(), "note": note}

    def _enter(self, lines: Lines) -> Change:
        tried = self._recompute(lines)
        told = self.ledger.write(lines)
        return Change(self._take(tried), told)

    def _recompute(self, lines: Lines) -> ProcessedStory:
        """The story as if these lines, and those that wait to be written, stood in the files."""
        reviews, aliases = ([*waiting, *new] for waiting, new in zip(self.ledger.waiting, lines, strict=True))
        decisions = [_as_decision(line, NOWHERE + n) for n, line in enumerate(reviews)]
        try:
            return self.story.recompute(decisions, [_as_alias(line) for line in aliases])
        except StoryError as error:  # of a line that is in no file yet only the fault is told
            raise StoryError(IN_NO_FILE.split(error.what)[-1], error.remedy) from error

    def _take(self, story: ProcessedStory) -> list[dict[str, Any]]:
        """Make this the state; the rows that differ from before, in their old places of the queue."""
        self.story, self.material, self.findings = _compute(story)
        changed = []
        for row in list_rows(self.story):
            before = self.rows[row["id"]]
            row |= {"queue": before["queue"], "why": before["why"]}
            if row != before:
                self.rows[row["id"]] = row
                changed.append(row)
        return changed

    def _tell_findings(self, after: Findings) -> list[str]:
        old, new = ([finding.text for finding in found.printed] for found in (self.findings, after))
        told = [f"The page would also say: {text}" for text in new if text not in old]
        return told + [f"The page would no longer say: {text}" for text in old if text not in new]


class _Computed(NamedTuple):
    story: ProcessedStory
    material: Material
    findings: Findings


def _compute(story: ProcessedStory) -> _Computed:
    material = Material(story)
    return _Computed(story, material, find_findings(material))


def _rests_on(finding: Any, row_id: str) -> bool:
    return row_id in finding.rows or any(row_id in clipping.rows for clipping in finding.clippings)


def _words(story: ProcessedStory, row: dict[str, Any]) -> str:
    """The words that a line repeats: a claim's first ones, a figure's with what follows in its sentence."""
    words = str(row["words"])
    if row["kind"] == "figure":
        body = story.articles.set_index("article_id")["body"][row["article"]]
        end = body.find(row["words"]) + len(row["words"])
        words = body[row["start"] : max(end, row["start"] + len(row["value"]))]
    return words if len(words) <= LONGEST else words[:LONGEST].rpartition(" ")[0] + " …"


def _now() -> str:
    return datetime.now().isoformat(timespec="seconds")


def _restored(note: str) -> str:
    return f"{RESTORED} {note.removeprefix(RESTORED).strip()}".strip()


def _as_decision(line: Line, number: int) -> Decision:
    return Decision(
        line=number,
        on=datetime.fromisoformat(line["on"]).date(),
        when=line["on"],
        **{name: line[name] for name in line if name != "on"},
    )


def _as_alias(line: Line) -> AliasLine:
    same = {"true": True, "false": False}.get(line["same"])
    return AliasLine(line["alias"], line["actor"], same, "aliases.csv", line["reviewer"], line["on"], line["note"])
