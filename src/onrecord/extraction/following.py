"""What follows from people's decisions in other rows: a corrected speaker's figures and denials, a rejected claim's
figures. Only what the program put there follows; what a person decided of the other row itself stays."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.extraction.settling import Settled
from onrecord.language.pronouns import WE, I
from onrecord.language.spans import Chars
from onrecord.language.words import find_words
from onrecord.tables import Tables, read_rows
from onrecord.tables.extracted import ClaimRow, FigureRow, SpanRole, SpanRow, SpeakerRow

ByRow = Mapping[str, Settled]
Stretches = Mapping[tuple[str, SpanRole], list[tuple[str, Chars]]]  # by claim and role: article and stretch
PARTY = ("about", "about_actor_id", "iso3", "of", "of_iso3")


def follow_claims(before: Sequence[ClaimRow], claims: Sequence[ClaimRow], by_row: ByRow) -> list[ClaimRow]:
    """The claims, after each has had its own decision: a denial of a claim with a corrected speaker is aimed at that
    one, a denial of a rejected claim at nobody, and what stands inside a rejected claim at the next claim around it."""
    old, new = {row.claim_id: row for row in before}, {row.claim_id: row for row in claims}
    followed = []
    for row in claims:
        target, around = new.get(str(row.target_claim_id)), _claim_around(new, row.within_claim_id)
        changes: dict[str, str | None] = {} if around == row.within_claim_id else {"within_claim_id": around}
        if target and not _corrected(by_row, row.claim_id, "target_actor_id"):
            was = old[target.claim_id].actor_id
            if target.review == "rejected" and row.target_actor_id == was:
                changes |= {"target_actor_id": None}
            elif target.review != "rejected" and target.actor_id != was:
                changes |= {"target_actor_id": target.actor_id}
        if target and target.review == "rejected":
            changes |= {"target_claim_id": None}
        followed.append(replace(row, **changes) if changes else row)  # type: ignore[arg-type]
    return followed


def follow_figures(
    before: Sequence[ClaimRow],
    claims: Sequence[ClaimRow],
    figures: Sequence[FigureRow],
    by_row: ByRow,
    moved: Stretches,
) -> list[FigureRow]:
    """The figures: one inside a claim whose speaker was corrected is stated by that speaker (and what "we" and "our" in
    it are about is open); one that stands inside a rejected claim, or outside a claim's corrected content, is stated by
    whoever states what is around it, the outlet in the end. ``moved``: corrected words, by claim and role."""
    old, new = {row.claim_id: row for row in before}, {row.claim_id: row for row in claims}
    followed = []
    for row in figures:
        around = _claim_around(new, row.claim_id)
        while around and not _holds(moved, around, row):
            around = _claim_around(new, new[around].within_claim_id)
        changes: dict[str, str | None] = {}
        if around != row.claim_id:
            changes = {"claim_id": around, "actor_id": new[around].actor_id if around else None}
        elif around and new[around].actor_id != old[around].actor_id:
            changes = {"actor_id": new[around].actor_id}
            changes |= dict.fromkeys(PARTY) if _is_ours(row, new[around].content) else {}
        changes = {name: value for name, value in changes.items() if not _corrected(by_row, row.figure_id, name)}
        followed.append(replace(row, **changes) if changes else row)  # type: ignore[arg-type]
    return followed


def _holds(moved: Stretches, claim_id: str, row: FigureRow) -> bool:
    """Whether a figure stands in a claim's content, where that was corrected."""
    parts = moved.get((claim_id, "content"))
    return parts is None or any(start <= row.start and row.end <= end for _, (start, end) in parts)


def _is_ours(row: FigureRow, content: str) -> bool:
    """Whether a figure may be about the speaker's "we": the party is not named in the claim's own words."""
    words = {word.form for word in find_words(content)}
    named = {word.form for word in find_words(row.about or row.of or "")}
    return bool(words & (I | WE)) and not (named and named <= words)


def follow_speakers(found: Tables, claims: Sequence[ClaimRow], named: Mapping[str, list[str]]) -> list[SpeakerRow]:
    """The speakers, with those that a person named (``named``, by claim) in the place of the program's."""
    kept: dict[str, list[SpeakerRow]] = {}
    for row in read_rows(found.speakers, SpeakerRow):
        kept.setdefault(row.claim_id, []).append(row)
    rows: list[SpeakerRow] = []
    for claim in claims:
        if claim.claim_id in named:
            rows += [SpeakerRow(claim_id=claim.claim_id, actor_id=actor) for actor in named[claim.claim_id]]
        else:
            rows += kept.get(claim.claim_id, [])
    return rows


def follow_spans(found: Tables, moved: Stretches, bodies: Mapping[str, str]) -> list[SpanRow]:
    """The spans, with those of corrected words in the place of the old."""
    rows: list[SpanRow] = []
    order: dict[str, list[SpanRow]] = {}
    for span in read_rows(found.spans, SpanRow):
        order.setdefault(span.claim_id, []).append(span)
    for claim, spans in order.items():
        for role in ("source", "cue", "content"):
            new = moved.get((claim, role))
            if new is None:
                rows += [span for span in spans if span.role == role]
                continue
            for part, (article, (a, b)) in enumerate(new, 1):
                rows.append(SpanRow(claim_id=claim, role=role, part=part, start=a, end=b, text=bodies[article][a:b]))
    return rows


def _claim_around(claims: Mapping[str, ClaimRow], claim_id: str | None) -> str | None:
    """The claim itself, or the innermost one around it that nobody rejected; null where there is none."""
    while claim_id is not None and claims[claim_id].review == "rejected":
        claim_id = claims[claim_id].within_claim_id
    return claim_id


def _corrected(by_row: ByRow, row_id: str, column: str) -> bool:
    return row_id in by_row and column in by_row[row_id].corrections
