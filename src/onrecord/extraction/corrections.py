"""People's decisions entered in the tables: verdicts, corrected columns, and words corrected by their offsets."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from onrecord import tables
from onrecord.extraction.anchoring import anchor_decisions, plain
from onrecord.extraction.article_tables import GAP, count_in_marks
from onrecord.extraction.corrected_values import ACTORS, GoneError, Values
from onrecord.extraction.following import follow_claims, follow_figures, follow_spans, follow_speakers
from onrecord.extraction.reviews import FINDING, VERBATIM, Decision, read_reviews
from onrecord.extraction.settling import Settled, settle_decisions
from onrecord.intake import find_blocks
from onrecord.language.quotations import find_quotations
from onrecord.language.spans import Chars
from onrecord.language.wording import join_words
from onrecord.language.words import count_words
from onrecord.story import Story
from onrecord.tables import Tables, read_rows
from onrecord.tables.extracted import ClaimRow, DecisionRow, FigureRow, SentenceRow, SpanRole, SpeakerRow

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
        if one.row_id.startswith(FINDING):
            entry.told += [_tell(line, "reviewers differ" if one.conflict else None) for line in one.lines]
        elif one.row_id not in entry.known:
            entry.told += [_tell(line, "there is no such row any more") for line in (*one.lines, *one.flags)]
    entry.told.sort(key=lambda row: row.line)
    claims = follow_claims(entry.claims, claims, by_row)
    made = replace(
        found,
        claims=tables.make_table("claims", claims),
        figures=tables.make_table("figures", follow_figures(entry.claims, claims, figures, by_row, entry.moved)),
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
        self.spoken: dict[str, list[str]] = {}  # the speakers as the program found them
        for spoken in read_rows(found.speakers, SpeakerRow):
            self.spoken.setdefault(spoken.claim_id, []).append(spoken.actor_id)
        self.told: list[DecisionRow] = []

    def claim(self, row: ClaimRow, settled: Settled) -> ClaimRow:
        """A claim after its decision. A corrected speaker has no probability; only denials have a target."""
        changes = self._enter("claims", row, settled, row.content)
        if "actor_id" in changes:
            changes["speaker_confidence"] = None
            self.speakers[row.claim_id] = self.values.read_actors(settled.corrections["actor_id"])
        if changes.get("stance", "denies") != "denies":
            changes = {"target_claim_id": None, "target_actor_id": None} | changes
        return replace(row, **changes)

    def figure(self, row: FigureRow, settled: Settled) -> FigureRow:
        """A figure after its decision; of its party the name, the actor and the country go together."""
        changes = self._enter("figures", row, settled, row.text)
        if "about_actor_id" in changes or "about" in changes:
            changes = self.values.find_party(changes) | changes
        if "bound" in changes or (row.bound == "range" and "value" in changes):
            changes = self._bound(row, settled, changes)
        return replace(row, **changes)

    def _bound(self, row: FigureRow, settled: Settled, changes: dict[str, Any]) -> dict[str, Any]:
        """A range has ends and no value, all else a value and no ends; raises ``StoryError`` where they are missing."""
        bound = changes.get("bound", row.bound)
        needed = ("low", "high") if bound == "range" else ("value",)
        if all(changes.get(name, getattr(row, name)) is None for name in needed):
            decision = settled.corrections.get("bound") or settled.corrections["value"]
            raise self.values.fail(
                decision, f"a figure that is {bound.replace('_', ' ')} needs {' or '.join(needed)}.", "Correct it too."
            )
        return changes | dict.fromkeys(("value",) if bound == "range" else ("low", "high"))

    def _enter(self, table: str, row: Any, settled: Settled, words: str) -> dict[str, Any]:
        """The changed columns of a row; every line on it is told."""
        changes: dict[str, Any] = {}
        lost: dict[int, str] = {}
        verbatim = VERBATIM[table]
        for column, decision in sorted(settled.corrections.items(), key=lambda one: one[0] not in verbatim):
            try:  # verbatim ones first: of what follows from the words, a person's word is last
                changes |= self._correct(table, row, column, decision)
            except GoneError as gone:
                lost[decision.line] = str(gone)
        self._check_words(settled, row.sentence, words, *(str(changes.get(c) or "") for c in ("sentence", *verbatim)))
        verdict = settled.verdict
        if verdict == "corrected" and len(lost) == len(settled.corrections):
            accepted = any(line.verdict == "accepted" for line in settled.lines)
            verdict = "accepted" if accepted else "unreviewed"
        for line in settled.lines:
            self.told.append(self._tell_line(table, row, settled, line, lost.get(line.line)))
        self.told += [_tell(line, None) for line in settled.flags]
        return changes | {"review": verdict}

    def _tell_line(self, table: str, row: Any, settled: Settled, line: Decision, lost: str | None) -> DecisionRow:
        """A line on a row with the old value and the new one, also of what is not entered."""
        if line.verdict != "corrected":
            return _tell(line, "reviewers differ" if settled.conflict else None)
        rejected = "the row was rejected since" if settled.verdict == "rejected" else None
        why = "reviewers differ" if settled.conflict else lost or rejected
        old, new = self._show(table, row, line.column), line.value or None
        if why is None and line.column in ACTORS and new:
            new = join_words([self.values.names[actor] for actor in self.values.read_actors(line)])
        elif why is None and line.column in VERBATIM[table] and new:
            new = GAP.join(self._words_at(row, line))
        return _tell(line, why, old, new)

    def _words_at(self, row: Any, line: Decision) -> list[str]:
        body = self.values.bodies[row.article_id]
        return [body[a:b] for a, b in self.values.read_stretches(row.article_id, line, self._place(row))]

    def _place(self, row: Any) -> Chars:
        """Where a row's sentence stands."""
        at = self.values.bodies[row.article_id].find(row.sentence)
        return Chars(at, at + len(row.sentence)) if at >= 0 else Chars(row.start, row.end)

    def _correct(self, table: str, row: Any, column: str, decision: Decision) -> dict[str, Any]:
        """One corrected column, with what follows from it in the same row."""
        if column not in VERBATIM[table]:
            return {column: self.values.read(table, column, decision)}
        body = self.values.bodies[row.article_id]
        spans = self.values.read_stretches(row.article_id, decision, self._place(row))
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

    def _show(self, table: str, row: Any, column: str) -> str | None:
        """What the program had put there, as people read it: actors by their names, whole numbers without ``.0``."""
        value = getattr(row, column)
        if table == "claims" and column == "actor_id":
            return join_words([self.values.names[actor] for actor in self.spoken.get(row.claim_id, [])]) or None
        if value is None or column in ACTORS:
            return None if value is None else str(self.values.names[value])
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
