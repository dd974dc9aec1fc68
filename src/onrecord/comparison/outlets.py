"""What each outlet tells, whom it quotes and how it writes: ``coverage``, ``only_in``, ``quoted_share``, ``cues``."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import pandas as pd

from onrecord import tables
from onrecord.language.words import count_words
from onrecord.tables.compared import CoverageRow, CueRow, OnlyInRow, QuotedShareRow
from onrecord.tables.extracted import ClaimRow, FigureRow, SpeakerRow

OPEN = "speaker left open"


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


def compare_only_in(
    spoken: Sequence[ClaimRow],
    speakers: Sequence[SpeakerRow],
    figures: Sequence[FigureRow],
    names: Mapping[str, str],
    outlets: Mapping[str, str],
) -> pd.DataFrame:
    """``only_in``: speakers and measures that exactly one of several outlets has."""
    rows: list[OnlyInRow] = []
    if len(set(outlets.values())) > 1:
        of_claim = defaultdict(list)
        for speaker in speakers:
            of_claim[speaker.claim_id].append(speaker.actor_id)
        said = [(actor, outlets[claim.article_id]) for claim in spoken for actor in of_claim[claim.claim_id]]
        measured = [(row.measure, outlets[row.article_id]) for row in figures if row.measure]
        for actor, (outlet, n) in _of_one_outlet(said).items():
            rows.append(OnlyInRow(outlet=outlet, kind="speaker", name=names[actor], actor_id=actor, rows=n))
        for measure, (outlet, n) in _of_one_outlet(measured).items():
            rows.append(OnlyInRow(outlet=outlet, kind="measure", name=measure, actor_id=None, rows=n))
    rows.sort(key=lambda row: (row.outlet, row.kind))
    return tables.make_table("only_in", rows)


def _of_one_outlet(pairs: list[tuple[str, str]]) -> dict[str, tuple[str, int]]:
    """What only one outlet has, in the order met: its outlet and how often."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for thing, outlet in pairs:
        counts[thing][outlet] += 1
    return {thing: next(iter(by.items())) for thing, by in counts.items() if len(by) == 1}


def compare_cues(spoken: Sequence[ClaimRow], outlets: Mapping[str, str]) -> pd.DataFrame:
    """``cues``: how often each outlet uses each cue, most used first."""
    counts = Counter((outlets[claim.article_id], claim.cue_lemma) for claim in spoken if claim.cue_lemma)
    rows = [CueRow(outlet=outlet, cue_lemma=cue, claims=n) for (outlet, cue), n in counts.items() if cue]
    rows.sort(key=lambda row: (row.outlet, -row.claims, row.cue_lemma))
    return tables.make_table("cues", rows)
