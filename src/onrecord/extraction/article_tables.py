"""One article → its tables, with local actors: pure, and all that a corpus has to do for each article by itself.

A row names an actor by its number among the article's actors, as text; the story's join puts the actor's id in its
place (:mod:`onrecord.extraction.joining`). All other ids are final.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from onrecord.actors import Actor, with_outlet
from onrecord.claims import Claim
from onrecord.extraction.linking import (
    dates_the_saying,
    find_innermost,
    is_aside,
    resolve_about,
    resolve_target,
    resolve_whole,
)
from onrecord.extraction.reading import Reading
from onrecord.figures import Figure, match_measure
from onrecord.language.periods import resolve_period
from onrecord.language.quotations import Quotation
from onrecord.language.readability import measure_readability
from onrecord.language.spans import Chars
from onrecord.language.words import count_words
from onrecord.tables import row_id
from onrecord.tables.extracted import (
    ClaimRow,
    FigureRow,
    MentionRow,
    ReadabilityRow,
    SentenceRow,
    SpanRole,
    SpanRow,
    SpeakerRow,
)

GAP = " … "  # between the parts of a broken quotation in claims.content


@dataclass(frozen=True)
class ArticleTables:
    """One article's rows with local actor numbers.

    ``about_us`` and ``of_us`` are the ids of figures whose party, or whole, is the speaker's "we".
    """

    article_id: str
    actors: list[Actor]
    sentences: list[SentenceRow]
    claims: list[ClaimRow]
    speakers: list[SpeakerRow]
    spans: list[SpanRow]
    mentions: list[MentionRow]
    figures: list[FigureRow]
    readability: ReadabilityRow
    about_us: frozenset[str]
    of_us: frozenset[str]


def make_tables(reading: Reading, outlet: str, measures: dict[str, list[str]]) -> ArticleTables:
    """The rows of one read article; ``measures``: words by measure name, from ``story.yaml``."""
    ids = [_claim_id(reading, claim) for claim in reading.claims]
    made = [_figure(reading, figure, ids, measures) for figure in reading.figures]
    sentences = _sentences(reading)
    return ArticleTables(
        article_id=reading.article_id,
        actors=[with_outlet(actor, outlet) for actor in reading.resolution.actors],
        sentences=sentences,
        claims=[_claim(reading, n, ids) for n in range(len(ids))],
        speakers=[
            SpeakerRow(claim_id=claim_id, actor_id=str(speaker))
            for claim_id, speakers in zip(ids, reading.speakers, strict=True)
            for speaker in speakers
        ],
        spans=list(
            chain.from_iterable(_spans(reading, *pair) for pair in zip(reading.claims, ids, strict=True)),
        ),
        mentions=_mentions(reading),
        figures=[row for row, _, _ in made],
        readability=_readability(reading, outlet, len(sentences)),
        about_us=frozenset(row.figure_id for row, about, _ in made if about),
        of_us=frozenset(row.figure_id for row, _, of in made if of),
    )


def _local(actor: int | None) -> str | None:
    return None if actor is None else str(actor)


def _sentences(reading: Reading) -> list[SentenceRow]:
    """The sentences that stand in a paragraph, without the white space around them."""
    rows: list[SentenceRow] = []
    paragraph = 0
    for start, end in reading.sentences:
        while paragraph < len(reading.blocks) and reading.blocks[paragraph][1] <= start:
            paragraph += 1
        words = reading.text[start:end]
        if paragraph == len(reading.blocks) or end <= reading.blocks[paragraph][0] or not words.strip():
            continue
        start += len(words) - len(words.lstrip())
        rows.append(
            SentenceRow(
                article_id=reading.article_id,
                sentence=len(rows) + 1,
                paragraph=paragraph + 1,
                start=start,
                end=start + len(words.strip()),
            )
        )
    return rows


def _mentions(reading: Reading) -> list[MentionRow]:
    """Mention rows in reading order; the same words found twice are one."""
    found = zip(reading.resolution.mentions, reading.resolution.actor_of, reading.resolution.reasons, strict=True)
    rows: dict[str, MentionRow] = {}
    for mention, actor, reason in sorted(found, key=lambda one: one[0].start):
        text = reading.text[mention.start : mention.end]
        mention_id = row_id("mentions", reading.article_id, mention.start, mention.end, text)
        row = MentionRow(
            mention_id=mention_id,
            article_id=reading.article_id,
            actor_id=_local(actor),
            text=text,
            form=mention.form,
            kind=mention.kind,
            start=mention.start,
            end=mention.end,
            rule=reason or None,
        )
        rows.setdefault(mention_id, row)
    return list(rows.values())


def _claim_id(reading: Reading, claim: Claim) -> str:
    """The id from all the words and offsets of source, cue and content, since two claims may share a content."""
    words = "|".join(f"{s}:{e}:{reading.text[s:e]}" for s, e in _all_spans(claim))
    return row_id("claims", reading.article_id, claim.content[0][0], claim.content[-1][1], words)


def _all_spans(claim: Claim) -> list[Chars]:
    return [span for span in (claim.source, claim.cue, *claim.content) if span]


def _claim(reading: Reading, number: int, ids: list[str]) -> ClaimRow:
    claim, text, speakers = reading.claims[number], reading.text, reading.speakers[number]
    spans = _all_spans(claim)
    said = text[slice(*claim.said)] if claim.said else None
    start, end = (resolve_period(said, reading.published, False) or (None, None)) if said else (None, None)
    return ClaimRow(
        claim_id=ids[number],
        article_id=reading.article_id,
        within_claim_id=None if claim.within is None else ids[claim.within],
        act=claim.act,
        actor_id=_local(speakers[0]) if speakers else None,
        source=text[slice(*claim.source)] if claim.source else None,
        cue=text[slice(*claim.cue)] if claim.cue else None,
        cue_lemma=claim.cue_lemma,
        content=GAP.join(text[s:e] for s, e in claim.content),
        quotation=claim.quotation,
        stance=claim.stance,
        target_claim_id=None if claim.target_claim is None else ids[claim.target_claim],
        target_actor_id=_local(resolve_target(reading, claim)),
        said_text=said,
        said_start=start,
        said_end=end,
        start=claim.content[0][0],
        end=claim.content[-1][1],
        sentence=reading.sentence_of(min(s for s, _ in spans), max(e for _, e in spans)),
        quoted_words=_count_quoted(reading, claim),
        rule=claim.rule,
        confidence=None if claim.confidence is None else round(claim.confidence, 2),
        speaker_confidence=reading.resolution.confidences[number],
        review="unreviewed",
    )


def _count_quoted(reading: Reading, claim: Claim) -> int:
    """Words of the content in quotation marks: all of a direct one, none of an indirect one."""
    if claim.quotation == "indirect":
        return 0
    if claim.quotation == "direct":
        return sum(count_words(reading.text[s:e]) for s, e in claim.content)
    return count_in_marks(reading.text, reading.quotations, claim.content, inside=claim.within is not None)


def count_in_marks(text: str, quotations: Sequence[Quotation], spans: Sequence[Chars], *, inside: bool) -> int:
    """Words of ``spans`` that stand in quotation marks; of a claim inside another's quotation in marks of its own."""
    parts = [part for q in quotations if bool(q.depth) == inside for part in q.parts]
    shared = [(max(a, s), min(b, e)) for a, b in parts for s, e in spans]
    return sum(count_words(text[s:e]) for s, e in shared if s < e)


def _spans(reading: Reading, claim: Claim, claim_id: str) -> list[SpanRow]:
    stretches: dict[SpanRole, list[Chars | None]] = {
        "source": [claim.source],
        "cue": [claim.cue],
        "content": list(claim.content),
    }
    return [
        SpanRow(claim_id=claim_id, role=role, part=part, start=span[0], end=span[1], text=reading.text[slice(*span)])
        for role, spans in stretches.items()
        for part, span in enumerate(filter(None, spans), 1)
    ]


def _figure(
    reading: Reading, figure: Figure, ids: list[str], measures: dict[str, list[str]]
) -> tuple[FigureRow, bool, bool]:
    """A figure's row, and whether its party or its whole are the speaker's "we"."""
    inside = find_innermost(reading.claims, figure)
    speakers = reading.speakers[inside] if inside is not None and not is_aside(reading, figure) else []
    speaker = speakers[0] if len(speakers) == 1 else None
    about, of = resolve_about(reading, figure, speaker), resolve_whole(reading, figure, speaker)
    text = reading.text[figure.start : figure.end]
    dated = not dates_the_saying(reading.claims, figure)
    row = FigureRow(
        figure_id=row_id("figures", reading.article_id, figure.start, figure.end, text),
        article_id=reading.article_id,
        claim_id=None if inside is None else ids[inside],
        actor_id=_local(speakers[0]) if speakers else None,
        text=text,
        value=figure.value,
        low=figure.low,
        high=figure.high,
        bound=figure.bound,
        unit=figure.unit,
        unit_kind=figure.unit_kind,
        unit_stated=figure.unit_stated,
        measure=match_measure(f"{figure.measure} {figure.unit or ''}", measures) or figure.measure
        if figure.measure
        else None,
        about=about.name,
        about_actor_id=_local(about.actor),
        iso3=about.iso3,
        period_text=figure.period_text if dated else None,
        period_start=figure.period_start if dated else None,
        period_end=figure.period_end if dated else None,
        of=of.name,
        of_iso3=of.iso3,
        start=figure.start,
        end=figure.end,
        sentence=reading.sentence_of(figure.start, figure.end),
        rule=figure.rule,
        review="unreviewed",
    )
    return row, about.us, of.us


def _readability(reading: Reading, outlet: str, sentences: int) -> ReadabilityRow:
    scores, words = measure_readability(reading.text), count_words(reading.text)
    return ReadabilityRow(
        article_id=reading.article_id,
        outlet=outlet,
        words=words,
        sentences=sentences,
        words_per_sentence=round(words / sentences, 1) if sentences else 0.0,
        flesch_reading_ease=scores.flesch_reading_ease,
        flesch_kincaid_grade=scores.flesch_kincaid_grade,
    )
