"""What each outlet tells, whom it lets speak, and how it writes: ``coverage``, ``quoted_share``,
``speakers_by_outlet``, ``said_when``, ``cues``."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import pandas as pd

from onrecord import tables
from onrecord.language.words import count_words
from onrecord.tables.compared import CueRow, OutletSpeakerRow, QuotedShareRow, SaidWhenRow
from onrecord.tables.compared_figures import CoverageRow
from onrecord.tables.extracted import ClaimRow, FigureRow, SentenceRow, SpeakerRow

OPEN = "speaker left open"
MONTH, LONG_AGO = timedelta(days=31), timedelta(days=180)


def compare_quoted_share(
    spoken: Sequence[ClaimRow], names: Mapping[str, str], outlets: Mapping[str, str]
) -> pd.DataFrame:
    """``quoted_share``: by outlet and speaker, how many of the attributed words stand in quotation marks.

    Claims inside claims are left out, so that no word counts twice.
    """
    groups = defaultdict(list)
    for claim in spoken:
        if claim.within_claim_id is None:
            groups[outlets[claim.article_id], claim.actor_id].append(claim)
    rows = []
    for (outlet, actor), group in groups.items():
        words = sum(count_words(claim.content) for claim in group)
        quoted = min(words, sum(claim.quoted_words for claim in group))
        rows.append(
            QuotedShareRow(
                outlet=outlet,
                actor_id=actor,
                name=names[actor] if actor else OPEN,
                claims=len(group),
                words=words,
                quoted_words=quoted,
                quoted_share=round(quoted / words, 4) if words else 0.0,
            )
        )
    rows.sort(key=lambda r: (r.outlet, r.actor_id is None, -r.words, r.name))
    return tables.make_table("quoted_share", rows)


def compare_coverage(figures: Sequence[FigureRow], outlets: Mapping[str, str]) -> pd.DataFrame:
    """``coverage``: every outlet beside every measure of the story, with 0 where it states none."""
    counts = Counter((outlets[row.article_id], row.measure) for row in figures)
    measures = dict.fromkeys(row.measure for row in figures if row.measure)
    rows = [
        CoverageRow(outlet=outlet, measure=measure, figures=counts[outlet, measure])
        for outlet in dict.fromkeys(outlets.values())
        for measure in measures
    ]
    return tables.make_table("coverage", rows)


def compare_speakers(
    spoken: Sequence[ClaimRow],
    speakers: Sequence[SpeakerRow],
    sentences: Sequence[SentenceRow],
    outlets: Mapping[str, str],
) -> pd.DataFrame:
    """``speakers_by_outlet``: each speaker in each outlet that lets it speak, with the paragraphs of its first and last
    claim. Who speaks together speaks each; claims inside claims are left out."""
    paragraphs = defaultdict(list)
    for sentence in sentences:
        paragraphs[sentence.article_id].append(sentence)
    of_claim = defaultdict(list)
    for speaker in speakers:
        of_claim[speaker.claim_id].append(speaker.actor_id)
    groups = defaultdict(list)
    for claim in spoken:
        for actor in of_claim[claim.claim_id] if claim.within_claim_id is None else ():
            groups[actor, outlets[claim.article_id]].append(claim)
    rows = []
    for (actor, outlet), group in groups.items():
        words = sum(count_words(claim.content) for claim in group)
        places = [_paragraph(paragraphs[claim.article_id], claim.start) for claim in group]
        rows.append(
            OutletSpeakerRow(
                actor_id=actor,
                outlet=outlet,
                claims=len(group),
                words=words,
                quoted_words=min(words, sum(claim.quoted_words for claim in group)),
                first=min(places),
                last=max(places),
            )
        )
    total = Counter({row.actor_id: 0 for row in rows})
    for row in rows:
        total[row.actor_id] += row.words
    order = {outlet: n for n, outlet in enumerate(dict.fromkeys(outlets.values()))}
    rows.sort(key=lambda row: (-total[row.actor_id], row.actor_id, order[row.outlet]))
    return tables.make_table("speakers_by_outlet", rows)


def _paragraph(sentences: Sequence[SentenceRow], offset: int) -> int:
    """The paragraph of an article in which an offset stands."""
    return sentences[max(0, bisect_right(sentences, offset, key=lambda row: row.start) - 1)].paragraph


def compare_said_when(spoken: Sequence[ClaimRow], published: Mapping[str, date | None]) -> pd.DataFrame:
    """``said_when``: each claim of which the text tells for certain when it was said, in that order."""
    rows = [
        SaidWhenRow(
            claim_id=claim.claim_id,
            said_start=claim.said_start,
            said_end=claim.said_end,
            published=published[claim.article_id],
        )
        for claim in spoken
        if claim.said_start and claim.said_end and _is_dated(claim, published[claim.article_id])
    ]
    rows.sort(key=lambda row: (row.said_start, row.said_end))
    return tables.make_table("said_when", rows)


def _is_dated(claim: ClaimRow, published: date | None) -> bool:
    """Whether it is certain when a claim was said: within a month, not after publication, and with its year where that
    was long ago or publication has no day."""
    start, end = claim.said_start, claim.said_end
    if start is None or end is None or end - start > MONTH:
        return False
    if str(start.year) in (claim.said_text or ""):
        return published is None or end <= published
    return published is not None and published - LONG_AGO < start and end <= published


def compare_cues(spoken: Sequence[ClaimRow], outlets: Mapping[str, str]) -> pd.DataFrame:
    """``cues``: how often each outlet uses each cue, most used first."""
    counts = Counter((outlets[claim.article_id], claim.cue_lemma) for claim in spoken if claim.cue_lemma)
    rows = [CueRow(outlet=outlet, cue_lemma=cue, claims=n) for (outlet, cue), n in counts.items() if cue]
    rows.sort(key=lambda row: (row.outlet, -row.claims, row.cue_lemma))
    return tables.make_table("cues", rows)
