"""A reviewer's work on a story: decisions written at once, entered in the tables, and taken back.

State comes from the files alone. A decision is tried on the tables before it is written, so what cannot be entered
never stands in a file.
"""

import re
from datetime import datetime
from typing import Any, NamedTuple

from onrecord.errors import DataError, StoryError, UsageError
from onrecord.extraction import (
    COLUMNS,
    FURTHER,
    VERBATIM,
    Decision,
    anchor_decisions,
    form_opinions,
    read_decisions,
)
from onrecord.lab.identities import tell_changes
from onrecord.lab.ledger import NOWHERE, RESTORED, UNDONE, Ledger, Line, Lines, as_alias, as_decision
from onrecord.lab.listing import list_rows
from onrecord.lab.queue import order_queue
from onrecord.processed import ProcessedStory
from onrecord.report import Findings, Material, find_findings
from onrecord.story import AliasLine

LONGEST = 160  # characters of a row's words that a line repeats
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
        self.story, self.material, self.findings = _compute(story.recompute())
        rows = list_rows(self.story)
        order_queue(rows, self.material, self.findings)
        self.rows = {row["id"]: row for row in rows}

    def decide(
        self, row_id: str, verdict: str, column: str = "", value: str = "", note: str = "", together: bool = False
    ) -> Change:
        """Enter and write one decision. ``together``: also in the name of those who decided otherwise on the row.

        Raises ``UsageError`` without a reviewer, ``StoryError`` for what the tables cannot hold: nothing is written.
        """
        row = self.rows[row_id]
        if column in VERBATIM.get(f"{row['kind']}s", ()):
            value = self._add_words(row, value)
        line = self._review(row_id, verdict, column, value, note)
        if together:
            line["reviewer"] = " + ".join(dict.fromkeys([self.reviewer, *self._deciding(row_id)]))
        return self._enter(Lines([line], []))

    def undo(self) -> tuple[str, Change]:
        """Take back the reviewer's last decision that still stands, of this session or an earlier one. The row (or the
        names) that it was about, and what changed; raises ``UsageError`` when there is none."""
        steps = self.ledger.read_steps(self._name())
        if not steps:
            raise UsageError("There is nothing to undo.", "Decide something first.")
        last = steps.pop()
        if isinstance(last, AliasLine):
            before = [step for step in steps if isinstance(step, AliasLine) and step.pair == last.pair]
            lines: list[Line] = [self._alias(last.alias, last.actor, "open", UNDONE)]
            lines += [self._alias(s.alias, s.actor, _written(s.same), _restored(s.note)) for s in before[-1:]]
            return f"{last.alias}, {last.actor}", self._enter(Lines([], lines))
        back: list[Line] = [_as_line(last) | self._now(UNDONE) | {"verdict": "unreviewed", "column": "", "value": ""}]
        for name in last.reviewers:  # what each of them held before it
            own = [step for step in self.ledger.read_steps(name) if isinstance(step, Decision)]
            own = [step for step in own if step.row_id == last.row_id and step.line != last.line]
            for line in form_opinions(own)[name.casefold()].lines:
                back.append(_as_line(line) | self._now(_restored(line.note)) | {"reviewer": name})
        changed = self._enter(Lines(back, []))
        return next(iter(anchor_decisions([last], self.story))).row_id, changed

    def identify(self, alias: str, actor: str, same: bool, note: str = "") -> Change:
        """Enter and write that two names are one actor, or are not."""
        return self._enter(Lines([], [self._alias(alias, actor, _written(same), note)]))

    def try_identity(self, alias: str, actor: str, same: bool) -> list[str]:
        """What would change if two names were, or were not, one actor: whose claims, and what the page prints."""
        tried = _compute(self._recompute(Lines([], [self._alias(alias, actor, _written(same), "")])))
        return tell_changes(self.story, tried.story) + self._tell_findings(tried.findings)

    def refuse(self, finding_id: str, note: str = "") -> Change:
        """Enter and write that a printed finding is not to be printed, whatever its rows say."""
        text = next(f.text for f in self.findings.printed if f.finding_id == finding_id)
        cells = {"row_id": finding_id, "words": text[:LONGEST], "verdict": "rejected", "column": "", "value": ""}
        line = cells | {"reviewer": self._name(), "article_id": ""} | self._now(note)
        return self._enter(Lines([line], []))

    def says(self, row_id: str) -> dict[str, list[Any]]:
        """``printed``: what the page says that rests on a row, with its id; ``doubted``: what it would say but for a
        doubt."""
        printed = [{"id": f.finding_id, "text": f.text} for f in self.findings.printed if _rests_on(f, row_id)]
        doubted = [f"{f.text} ({'; '.join(f.doubts)})" for f in self.findings.to_check if _rests_on(f, row_id)]
        return {"printed": printed, "doubted": doubted}

    def would_say(self, row_id: str) -> list[str]:
        """What would change on the page if the row were accepted as it stands."""
        line = self._review(row_id, "accepted", "", "", "")
        return self._tell_findings(_compute(self._recompute(Lines([line], []))).findings)

    def refresh(self) -> Change:
        """What others have written into the files since."""
        told = self.ledger.mend()
        return Change(self._take(self._recompute(Lines([], []))), told)

    def check_written(self) -> None:
        """Raise ``DataError`` while decisions wait to be written: what is made from the files would lack them."""
        told = self.ledger.mend()
        if any(self.ledger.waiting):
            raise DataError(" ".join(told), "Close the file in other programs, and try again.")

    def _name(self) -> str:
        if not self.reviewer:
            raise UsageError("Who decides?", "Write your name or initials above the list first.")
        return self.reviewer

    def _review(self, row_id: str, verdict: str, column: str, value: str, note: str) -> dict[str, str]:
        row = self.rows[row_id]
        cells = {"row_id": row_id, "words": _words(self.story, row), "verdict": verdict, "column": column}
        return cells | {"value": value, "reviewer": self._name(), "article_id": row["article"]} | self._now(note)

    def _alias(self, alias: str, actor: str, same: str, note: str) -> dict[str, str]:
        return {"alias": alias, "actor": actor, "same": same, "reviewer": self._name()} | self._now(note)

    def _now(self, note: str) -> dict[str, str]:
        return {"on": _now(), "note": note}

    def _deciding(self, row_id: str) -> list[str]:
        """Whoever holds an opinion of a row, by the name as written."""
        lines = [d for d in anchor_decisions(read_decisions(self.ledger.paths[0]), self.story) if d.row_id == row_id]
        held = {name for name, opinion in form_opinions(lines).items() if opinion.lines}
        return sorted(
            {n for line in lines for n in line.reviewers if n.casefold() in held - {self.reviewer.casefold()}}
        )

    def _add_words(self, row: dict[str, Any], value: str) -> str:
        """Offsets of selected words without white space at the ends, and the words, so that they can be found again."""
        start, dash, end = value.partition("-")
        if not (dash and start.isdecimal() and end.isdecimal()):
            return value
        words = self.story.articles.set_index("article_id")["body"][row["article"]][int(start) : int(end)]
        first = int(start) + len(words) - len(words.lstrip())
        return f"{first}-{first + len(words.strip())} {' '.join(words.split())}"

    def _enter(self, lines: Lines) -> Change:
        mended, said = self.ledger.mend(), [finding.text for finding in self.findings.printed]
        tried = self._recompute(lines)
        refused = tried.decisions[(tried.decisions["line"] >= NOWHERE) & tried.decisions["not_entered"].notna()]
        for row in refused.itertuples():
            if row.not_entered != "reviewers differ":
                raise StoryError(f"It cannot be entered: {row.not_entered}.", "Select the words again.")
        told = [*mended, *self.ledger.write(lines)]
        rows = self._take(tried)
        new = [f.text for f in self.findings.printed if f.text not in said]
        return Change(rows, told + [f"The page now says: {text}" for text in new])

    def _recompute(self, lines: Lines) -> ProcessedStory:
        """The story as if these lines, and those that wait to be written, stood in the files."""
        reviews, aliases = ([*waiting, *new] for waiting, new in zip(self.ledger.waiting, lines, strict=True))
        decisions = [as_decision(line, NOWHERE + n) for n, line in enumerate(reviews)]
        try:
            return self.story.recompute(decisions, [as_alias(line) for line in aliases])
        except StoryError as error:  # of a line that is in no file yet only the fault is told
            raise StoryError(IN_NO_FILE.split(error.what)[-1], error.remedy) from error

    def _take(self, story: ProcessedStory) -> list[dict[str, Any]]:
        """Make this the state; the rows that differ from before, in their old places of the queue."""
        self.story, self.material, self.findings = _compute(story)
        changed, rows = [], list_rows(self.story)
        order_queue(rows, self.material, self.findings)
        for row in rows:
            before = self.rows[row["id"]]
            row["queue"] = before["queue"]
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


def _written(same: bool | None) -> str:
    return "open" if same is None else str(same).lower()


def _as_line(decision: Decision) -> dict[str, str]:
    """A decision as a line of the file has it."""
    return {name: str(getattr(decision, name)) for name in (*COLUMNS, *FURTHER) if name != "on"}
