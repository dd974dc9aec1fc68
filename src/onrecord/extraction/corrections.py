"""People's decisions entered in the tables: verdicts, corrected columns, and words corrected by their offsets."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from math import isfinite
from typing import Any

import pandas as pd

from onrecord import tables
from onrecord.errors import StoryError, near
from onrecord.extraction.article_tables import GAP, count_in_marks
from onrecord.extraction.reviews import (
    VERBATIM,
    Decision,
    Settled,
    find_not_entered,
    read_reviews,
    settle_decisions,
)
from onrecord.intake import find_blocks
from onrecord.language.quotations import find_quotations
from onrecord.language.spans import Chars
from onrecord.language.words import count_words
from onrecord.story import Story
from onrecord.tables import SCHEMAS, Tables, read_rows
from onrecord.tables.extracted import ClaimRow, FigureRow, SentenceRow, SpanRole, SpanRow, SpeakerRow

ACTORS = ("actor_id", "target_actor_id", "about_actor_id")
BETWEEN = "|"  # parts of a broken quotation: 120-180 | 200-240
ROLES: tuple[SpanRole, ...] = ("source", "cue", "content")  # columns whose words are spans too


@dataclass(frozen=True)
class Reviewed:
    """The tables with every decision entered; ``not_entered``: a row each decision that was not, with the reason: its
    row is no longer there, or another reviewer differs (then the row stays unreviewed)."""

    tables: Tables
    not_entered: pd.DataFrame


def apply_reviews(found: Tables, story: Story) -> Reviewed:
    """Enter the story's decisions. A rejected row stays, marked as rejected; comparisons leave it out.

    Raises ``StoryError`` naming the line of a value that its column cannot hold, of offsets outside the article, of an
    actor whom nobody is called, or whose ``words`` are not those of the row.
    """
    return apply_decisions(found, settle_decisions(read_reviews(story)), f"data/raw/{story.name}/review.csv")


def apply_decisions(found: Tables, settled: list[Settled], file: str) -> Reviewed:
    """The tables after these decisions; ``file`` names where they stand, for errors."""
    entry = _Entry(found, file)
    by_row = {one.row_id: one for one in settled}
    claims = [entry.claim(row, by_row[row.claim_id]) if row.claim_id in by_row else row for row in entry.claims]
    figures = [entry.figure(row, by_row[row.figure_id]) if row.figure_id in by_row else row for row in entry.figures]
    known = {row.claim_id for row in claims} | {row.figure_id for row in figures}
    made = replace(
        found,
        claims=tables.make_table("claims", claims),
        figures=tables.make_table("figures", figures),
        speakers=tables.make_table("speakers", _follow_speakers(found, claims, by_row)),
        spans=tables.make_table("spans", entry.follow_spans()),
    )
    tables.check_keys(vars(made))
    told = [vars(line) | {"why": why} for line, why in find_not_entered(settled, known)]
    return Reviewed(made, pd.DataFrame(told, columns=[*(f.name for f in fields(Decision)), "why"]))


class _Entry:
    """The tables that decisions are entered in, with what entering them needs to look up."""

    def __init__(self, found: Tables, file: str):
        self.found, self.file = found, file
        self.claims, self.figures = read_rows(found.claims, ClaimRow), read_rows(found.figures, FigureRow)
        self.bodies = dict(zip(found.articles["article_id"], found.articles["body"], strict=True))
        self.sentences = read_rows(found.sentences, SentenceRow)
        self.actors = _name_actors(found)
        self.moved: dict[tuple[str, str], list[Chars]] = {}  # (claim, role) → its new stretches

    def fail(self, decision: Decision, problem: str, remedy: str = "Mend that line.") -> StoryError:
        return StoryError(f"{self.file}, line {decision.line}: {problem}", remedy)

    def claim(self, row: ClaimRow, settled: Settled) -> ClaimRow:
        self._check_words(settled, row.sentence, row.content)
        changes: dict[str, Any] = {"review": settled.verdict}
        for column, decision in settled.corrections.items():
            if column not in VERBATIM["claims"]:
                continue
            spans = self._read_offsets(row.article_id, decision, several=column == "content")
            body = self.bodies[row.article_id]
            changes[column] = GAP.join(body[a:b] for a, b in spans) or None
            if column in ROLES:
                self.moved[row.claim_id, column] = spans
            if column == "content":
                if not spans:
                    raise self.fail(decision, "content cannot be empty.", "Reject the claim instead.")
                changes |= {"start": spans[0][0], "end": spans[-1][1]}
                changes |= self._quotation(row, spans)
                changes |= {"sentence": self._sentence(row.article_id, spans) or row.sentence}
        for (
            column,
            decision,
        ) in settled.corrections.items():  # after what follows from the words: a person's word is last
            if column not in VERBATIM["claims"]:
                changes[column] = self._value("claims", column, decision)
        if "actor_id" in settled.corrections:
            changes["speaker_confidence"] = None  # a person's word is no probability
        return replace(row, **changes)

    def figure(self, row: FigureRow, settled: Settled) -> FigureRow:
        self._check_words(settled, row.sentence, row.text)
        changes: dict[str, Any] = {"review": settled.verdict}
        for column, decision in settled.corrections.items():
            if column not in VERBATIM["figures"]:
                changes[column] = self._value("figures", column, decision)
                continue
            spans = self._read_offsets(row.article_id, decision)
            changes[column] = self.bodies[row.article_id][slice(*spans[0])] if spans else None
            if column == "text":
                if not spans:
                    raise self.fail(decision, "text cannot be empty.", "Reject the figure instead.")
                changes |= {"start": spans[0][0], "end": spans[0][1]}
                changes |= {"sentence": self._sentence(row.article_id, spans) or row.sentence}
        return replace(row, **changes)

    def follow_spans(self) -> list[SpanRow]:
        """The spans, with those of corrected words in the place of the old."""
        rows: list[SpanRow] = []
        order: dict[str, list[SpanRow]] = {}
        for span in read_rows(self.found.spans, SpanRow):
            order.setdefault(span.claim_id, []).append(span)
        articles = {row.claim_id: row.article_id for row in self.claims}
        for claim, spans in order.items():
            for role in ROLES:
                new = self.moved.get((claim, role))
                if new is None:
                    rows += [span for span in spans if span.role == role]
                    continue
                body = self.bodies[articles[claim]]
                for part, (a, b) in enumerate(new, 1):
                    rows.append(SpanRow(claim_id=claim, role=role, part=part, start=a, end=b, text=body[a:b]))
        return rows

    def _check_words(self, settled: Settled, *texts: str) -> None:
        """``words`` repeats what the reviewer saw: a line of another row must not decide this one."""
        stands = " ".join(_plain(text) for text in texts)
        for decision in settled.lines:
            if decision.words and _plain(decision.words.rstrip("… ")) not in stands:
                raise self.fail(
                    decision,
                    f"its words {decision.words!r} are not those of row {settled.row_id}: {texts[-1]!r}.",
                    "Mend row_id or words; leave words empty to decide by row_id alone.",
                )

    def _value(self, table: str, column: str, decision: Decision) -> Any:
        """The corrected value with its column's type; null where it is empty and may be."""
        spec, text = SCHEMAS[table].columns[column], decision.value
        if not text:
            if not spec.nullable:
                raise self.fail(decision, f"{column} cannot be empty.")
            return None
        if column in ACTORS:
            return self._actor(decision)
        values = spec.metadata["values"]
        if values and text not in values:
            raise self.fail(decision, f"{column} {text!r} is none of {', '.join(values)}.{near(text, list(values))}")
        read = READERS[spec.metadata["type"]]
        try:
            return read(text)
        except ValueError:
            raise self.fail(decision, f"{column} {text!r} is no {spec.metadata['type']}.") from None

    def _actor(self, decision: Decision) -> str:
        """An actor by id or by name; two of a name are told by their ids."""
        known = self.actors.get(decision.value) or self.actors.get(_plain(decision.value), [])
        if len(known) == 1:
            return known[0]
        if known:
            raise self.fail(decision, f"{decision.value!r} are several: {', '.join(known)}.", "Write one of these ids.")
        names = self.found.actors["name"].tolist()
        raise self.fail(
            decision,
            f"value: nobody in this story is called {decision.value!r}.{near(decision.value, names)}",
            "Write a name or an actor_id of data/processed/STORY/actors.csv, or leave it empty: not decided.",
        )

    def _read_offsets(self, article_id: str, decision: Decision, several: bool = False) -> list[Chars]:
        """``start-end`` into the body (parts of a content joined by ``|``); empty: none."""
        body = self.bodies[article_id]
        spans: list[Chars] = []
        for part in decision.value.split(BETWEEN) if decision.value else ():
            start, dash, end = part.strip().partition("-")
            if not (dash and start.strip().isdecimal() and end.strip().isdecimal()):
                raise self.fail(
                    decision,
                    f"{decision.column} is verbatim, so its value is start-end, not {decision.value!r}.",
                    f"Write offsets into the body of {article_id}, for example 120-180.",
                )
            span = Chars(int(start), int(end))
            if not 0 <= span[0] < span[1] <= len(body) or (spans and span[0] < spans[-1][1]):
                raise self.fail(
                    decision, f"{part.strip()} is no stretch of {article_id}, which has {len(body)} characters."
                )
            if body[slice(*span)] != body[slice(*span)].strip():
                raise self.fail(decision, f"{part.strip()} begins or ends with white space: {body[slice(*span)]!r}.")
            spans.append(span)
        if len(spans) > 1 and not several:
            raise self.fail(decision, f"{decision.column} is one stretch, not {len(spans)}.")
        return spans

    def _sentence(self, article_id: str, spans: list[Chars]) -> str:
        """The sentences from the first word to the last."""
        first, last = spans[0][0], spans[-1][1]
        over = [s for s in self.sentences if s.article_id == article_id and s.start < last and first < s.end]
        return self.bodies[article_id][over[0].start : over[-1].end] if over else ""

    def _quotation(self, row: ClaimRow, spans: list[Chars]) -> dict[str, Any]:
        """How many words of a new content stand in quotation marks, and the kind of quotation that makes it."""
        body = self.bodies[row.article_id]
        quotations = find_quotations(body, find_blocks(body))
        quoted = count_in_marks(body, quotations, spans, inside=row.within_claim_id is not None)
        words = sum(count_words(body[a:b]) for a, b in spans)
        return {
            "quoted_words": quoted,
            "quotation": "indirect" if not quoted else "direct" if quoted == words else "mixed",
        }


def _read_flag(text: str) -> bool:
    if text.lower() not in ("true", "false"):
        raise ValueError(text)
    return text.lower() == "true"


def _read_number(text: str) -> float:
    number = float(text)
    if not isfinite(number):
        raise ValueError(text)
    return number


READERS: Mapping[str, Callable[[str], Any]] = {
    "text": str,
    "integer": int,
    "number": _read_number,
    "true/false": _read_flag,
    "date": date.fromisoformat,
}


def _plain(text: str) -> str:
    """Words as a reviewer may have copied them: white space made even, one kind of quotation mark."""
    for mark in "“”„«»":
        text = text.replace(mark, '"')
    return " ".join(text.replace("’", "'").replace("‘", "'").casefold().split())


def _name_actors(found: Tables) -> dict[str, list[str]]:
    """Ids of the actors by id, and by each of their names."""
    known = {actor: [actor] for actor in found.actors["actor_id"]}
    pairs = [*zip(found.actors["name"], found.actors["actor_id"], strict=True)]
    pairs += zip(found.aliases["alias"], found.aliases["actor_id"], strict=True)
    for name, actor in pairs:
        ids = known.setdefault(_plain(name), [])
        if actor not in ids:
            ids.append(actor)
    return known


def _follow_speakers(found: Tables, claims: list[ClaimRow], by_row: Mapping[str, Settled]) -> list[SpeakerRow]:
    """The speakers, with the one that a person named where a claim's ``actor_id`` was corrected."""
    moved = {row for row, one in by_row.items() if "actor_id" in one.corrections}
    kept: dict[str, list[SpeakerRow]] = {}
    for row in read_rows(found.speakers, SpeakerRow):
        kept.setdefault(row.claim_id, []).append(row)
    rows: list[SpeakerRow] = []
    for claim in claims:
        if claim.claim_id not in moved:
            rows += kept.get(claim.claim_id, [])
        elif claim.actor_id:
            rows.append(SpeakerRow(claim_id=claim.claim_id, actor_id=claim.actor_id))
    return rows
