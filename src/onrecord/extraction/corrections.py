"""People's decisions entered in the tables: verdicts, corrected columns, and words corrected by their offsets."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from onrecord import tables
from onrecord.extraction.anchoring import anchor_decisions, plain
from onrecord.extraction.article_tables import GAP, count_in_marks
from onrecord.extraction.corrected_values import ACTORS, GoneError, Values
from onrecord.extraction.following import follow_claims, follow_figures, follow_spans, follow_speakers
from onrecord.extraction.reviews import VERBATIM, Decision, read_reviews
from onrecord.extraction.settling import Settled, settle_decisions
from onrecord.intake import find_blocks
from onrecord.language.quotations import find_quotations
from onrecord.language.spans import Chars
from onrecord.language.words import count_words
from onrecord.story import Story
from onrecord.tables import Tables, read_rows
from onrecord.tables.extracted import ClaimRow, DecisionRow, FigureRow, SentenceRow, SpanRole

ROLES: tuple[SpanRole, ...] = ("source", "cue", "content")  # columns whose words are spans too
EMPTY = {"claims": ("content", "Reject the claim instead."), "figures": ("text", "Reject the figure instead.")}


def apply_reviews(found: Tables, story: Story, further: Sequence[Decision] = ()) -> Tables:
    """Enter the story's decisions, and ``further`` ones that are not in the file yet.

    A rejected row stays, marked as rejected; comparisons leave it out. What a decision means for other rows follows
    (:mod:`onrecord.extraction.following`), and ``decisions`` tells each of them, also those that were not entered.

    Raises ``StoryError`` naming the line of a value that its column cannot hold, of offsets outside the article, of an
    actor whom nobody is called, or whose ``words`` are not those of the row.
    """
    return apply_decisions(found, [*read_reviews(story), *further], f"data/raw/{story.name}/review.csv")


def apply_decisions(found: Tables, decisions: Sequence[Decision], file: str) -> Tables:
    """The tables after these decisions; ``file`` names where they stand, for errors."""
    settled = settle_decisions(anchor_decisions(decisions, found))
    entry = _Entry(found, file)
    by_row = {one.row_id: one for one in settled}
    claims = [entry.claim(row, by_row[row.claim_id]) if row.claim_id in by_row else row for row in entry.claims]
    figures = [entry.figure(row, by_row[row.figure_id]) if row.figure_id in by_row else row for row in entry.figures]
    for one in settled:
        if one.row_id not in entry.known:
            entry.told += [_tell(line, "there is no such row any more") for line in one.lines]
    entry.told.sort(key=lambda row: row.line)
    claims = follow_claims(entry.claims, claims, by_row)
    made = replace(
        found,
        claims=tables.make_table("claims", claims),
        figures=tables.make_table("figures", follow_figures(claims, figures, by_row)),
        speakers=tables.make_table("speakers", follow_speakers(found, claims, entry.speakers)),
        spans=tables.make_table("spans", follow_spans(found, entry.moved, entry.values.bodies)),
        decisions=tables.make_table("decisions", entry.told),
    )
    tables.check_keys(vars(made))
    return made


class _Entry:
    """The tables that decisions are entered in, with what entering them needs to look up.

    ``told``: the decisions as the table of that name has them; ``speakers``: those of corrected claims, by claim;
    ``moved``: the new stretches of corrected words, by claim and role.
    """

    def __init__(self, found: Tables, file: str):
        self.values = Values(found, file)
        self.claims, self.figures = read_rows(found.claims, ClaimRow), read_rows(found.figures, FigureRow)
        self.known = {row.claim_id for row in self.claims} | {row.figure_id for row in self.figures}
        self.sentences = read_rows(found.sentences, SentenceRow)
        self.moved: dict[tuple[str, SpanRole], list[tuple[str, Chars]]] = {}
        self.speakers: dict[str, list[str]] = {}
        self.told: list[DecisionRow] = []

    def claim(self, row: ClaimRow, settled: Settled) -> ClaimRow:
        changes = self._enter("claims", row, settled, row.content)
        if "actor_id" in changes:
            changes["speaker_confidence"] = None  # a person's word is no probability
            self.speakers[row.claim_id] = self.values.read_actors(settled.corrections["actor_id"])
        if changes.get("stance", "denies") != "denies":  # whose claim is denied is asked of denials only
            changes = {"target_claim_id": None, "target_actor_id": None} | changes
        return replace(row, **changes)

    def figure(self, row: FigureRow, settled: Settled) -> FigureRow:
        return replace(row, **self._enter("figures", row, settled, row.text))

    def _enter(self, table: str, row: Any, settled: Settled, words: str) -> dict[str, Any]:
        """The changed columns of a row; every line on it is told."""
        self._check_words(settled, row.sentence, words)
        changes: dict[str, Any] = {}
        lost: dict[int, str] = {}
        verbatim = VERBATIM[table]
        for column, decision in sorted(settled.corrections.items(), key=lambda one: one[0] not in verbatim):
            try:  # verbatim ones first: of what follows from the words, a person's word is last
                changes |= self._correct(table, row, column, decision)
            except GoneError as gone:
                lost[decision.line] = str(gone)
        verdict = settled.verdict
        if verdict == "corrected" and len(lost) == len(settled.corrections):
            verdict = "unreviewed"
        for line in settled.lines:
            why, column = "reviewers differ" if settled.conflict else lost.get(line.line), line.column
            old, new = (None, None) if line.verdict != "corrected" else (getattr(row, column), changes.get(column))
            self.told.append(_tell(line, why, self._show(column, old), self._show(column, new)))
        if settled.flag:
            self.told.append(_tell(settled.flag, None))
        return changes | {"review": verdict}

    def _correct(self, table: str, row: Any, column: str, decision: Decision) -> dict[str, Any]:
        """One corrected column, with what follows from it in the same row."""
        if column not in VERBATIM[table]:
            return {column: self.values.read(table, column, decision)}
        body = self.values.bodies[row.article_id]
        at = body.find(row.sentence)
        place = Chars(at, at + len(row.sentence)) if at >= 0 else Chars(row.start, row.end)
        spans = self.values.read_stretches(row.article_id, decision, place)
        changes: dict[str, Any] = {column: GAP.join(body[a:b] for a, b in spans) or None}
        if column in ROLES:
            self.moved[row.claim_id, column] = [(row.article_id, span) for span in spans]
        whole, remedy = EMPTY[table]
        if column == whole:
            if not spans:
                raise self.values.fail(decision, f"{column} cannot be empty.", remedy)
            changes |= {"start": spans[0][0], "end": spans[-1][1]}
            changes |= self._quotation(row, spans) if table == "claims" else {}
            changes |= {"sentence": self._sentence(row.article_id, spans) or row.sentence}
        return changes

    def _show(self, column: str, value: Any) -> str | None:
        """A value as people read it: actors by their names, whole numbers without ``.0``."""
        if value is None:
            return None
        if column in ACTORS:
            return str(self.values.names[value])
        return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)

    def _check_words(self, settled: Settled, *texts: str) -> None:
        """``words`` repeats what the reviewer saw: a line of another row must not decide this one."""
        stands = " ".join(plain(text) for text in texts)
        for decision in settled.lines:
            if decision.words and plain(decision.words.rstrip("… ")) not in stands:
                raise self.values.fail(
                    decision,
                    f"its words {decision.words!r} are not those of row {settled.row_id}: {texts[-1]!r}.",
                    "Mend row_id or words; leave words empty to decide by row_id alone.",
                )

    def _sentence(self, article_id: str, spans: list[Chars]) -> str:
        """The sentences from the first word to the last."""
        first, last = spans[0][0], spans[-1][1]
        over = [s for s in self.sentences if s.article_id == article_id and s.start < last and first < s.end]
        return self.values.bodies[article_id][over[0].start : over[-1].end] if over else ""

    def _quotation(self, row: ClaimRow, spans: list[Chars]) -> dict[str, Any]:
        """How many words of a new content stand in quotation marks, and the kind of quotation that makes it."""
        body = self.values.bodies[row.article_id]
        quotations = find_quotations(body, find_blocks(body))
        quoted = count_in_marks(body, quotations, spans, inside=row.within_claim_id is not None)
        words = sum(count_words(body[a:b]) for a, b in spans)
        return {
            "quoted_words": quoted,
            "quotation": "indirect" if not quoted else "direct" if quoted == words else "mixed",
        }


def _tell(line: Decision, why: str | None, old: str | None = None, new: str | None = None) -> DecisionRow:
    return DecisionRow(
        row_id=line.row_id,
        line=line.line,
        verdict=line.verdict,  # type: ignore[arg-type]  # checked when it was read
        column=line.column or None,
        old=old,
        new=new,
        reviewer=line.reviewer or None,
        decided_on=line.on,
        note=line.note or None,
        not_entered=why,
    )
