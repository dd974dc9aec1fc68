"""Every claim and figure of a story with its exact words, marked in the sentence around them."""

from typing import Any

import pandas as pd
from markupsafe import Markup

from onrecord.claims import class_of
from onrecord.language.wording import amount, bounded
from onrecord.processed import Mark, ProcessedStory, find_marks, mark_paragraphs, mark_text
from onrecord.report.clippings import Clipping

DOES = {
    "asserts": "says",
    "denies": "denies",
    "supports": "confirms",
    "refuses": "refuses",
    "questions": "questions",
    "no_comment": "does not comment",
    "not_said": "is reported not to have said",
}
ACTS = {"believes": "is said to believe", "intends": "is said to intend"}


def show_claims(story: ProcessedStory) -> list[dict[str, Any]]:
    """One entry a claim, in reading order."""
    names, articles = story.names(), story.articles.set_index("article_id")
    speakers = story.speakers.groupby("claim_id")["actor_id"].apply(list).to_dict()
    spans = dict(iter(story.spans.groupby("claim_id", sort=False)))
    shown = []
    for row in story.claims.itertuples():
        article = articles.loc[row.article_id]
        marks = [Mark(s.start, s.end, s.role) for s in spans[row.claim_id].itertuples()]
        who = " and ".join(names[a] for a in speakers.get(row.claim_id, []))
        shown.append(
            {
                "id": row.claim_id,
                "outlet": article["outlet"],
                "speaker": who or (f"left open (“{row.source}”)" if isinstance(row.source, str) else "left open"),
                "does": ACTS.get(row.act) or _does(row),
                "words": _sentence(article["body"], row, marks),
                "place": _place(row, "inside another claim" if isinstance(row.within_claim_id, str) else row.quotation),
                "rejected": row.review == "rejected",
            }
        )
    return shown


def _does(row: Any) -> str:
    """What the speaker does; a denial that is itself negated ("did not deny") neither denies nor confirms."""
    undone = row.stance == "asserts" and isinstance(row.cue_lemma, str) and class_of(row.cue_lemma) == "deny"
    return "neither denies nor confirms" if undone and row.quotation != "direct" else DOES[row.stance]


def _sentence(body: str, row: Any, marks: list[Mark]) -> Markup:
    """The row's sentence with its words marked."""
    return Markup(mark_text(body, marks, *find_sentence(body, row, min([row.start, *(m.start for m in marks)]))))


def find_sentence(body: str, row: Any, first: int | None = None) -> tuple[int, int]:
    """Where ``row.sentence`` stands in the body, around the row's offsets; ``first``: where its words begin."""
    first = row.start if first is None else first
    start = body.rfind(row.sentence, 0, first + len(row.sentence))
    return (row.start, row.end) if start < 0 else (start, start + len(row.sentence))


def _place(row: Any, kind: str) -> str:
    review = "" if row.review == "unreviewed" else f" · {row.review} by a reviewer"
    return f"{row.article_id}, at {row.start}–{row.end} · {kind}{review}"


def show_clipping(body: str, clipping: Clipping) -> dict[str, Any]:
    """The exact words below a finding, marked, with where they stand in the article's body."""
    return {
        "outlet": clipping.outlet,
        "label": clipping.label or clipping.outlet,
        "also": clipping.also,
        "words": Markup(mark_text(body, list(clipping.marks), clipping.start, clipping.end)),
        "before": clipping.cut_before,
        "after": clipping.cut_after,
        "article_id": clipping.article_id,
        "start": clipping.start,
        "end": clipping.end,
        "paragraph": clipping.paragraph,
        "row": clipping.rows[0] if clipping.rows else None,
    }


def show_figures(story: ProcessedStory) -> list[dict[str, Any]]:
    """One entry a figure, in reading order."""
    names, articles = story.names(), story.articles.set_index("article_id")
    shown = []
    for row in story.figures.itertuples():
        article = articles.loc[row.article_id]
        inside = isinstance(row.claim_id, str)
        open_speaker = "left open" if inside else article["outlet"]
        shown.append(
            {
                "id": row.figure_id,
                "outlet": article["outlet"],
                "speaker": names[row.actor_id] if isinstance(row.actor_id, str) else open_speaker,
                "value": tell_value(row),
                "measure": _measure(row),
                "words": _sentence(article["body"], row, [Mark(row.start, row.end, "figure")]),
                "place": _place(row, "unit stated" if row.unit_stated else "unit carried over from a neighbour"),
                "rejected": row.review == "rejected",
            }
        )
    return shown


def tell_value(row: Any) -> str:
    """The figure in words: its bound, number and unit; a range as from … to …"""
    if row.unit_kind == "share" and pd.isna(row.unit):
        return bounded(row.bound) + str(row.text)
    if not pd.isna(row.value):
        return bounded(row.bound) + amount(row.value, row.unit)
    low = "" if pd.isna(row.low) else f"from {amount(row.low, None)} "
    high = "" if pd.isna(row.high) else f"to {amount(row.high, row.unit)}"
    return (low + high).strip() or str(row.text)


def quote_value(row: Any) -> str:
    """The figure in the article's own words, with what bounds it; its unit is added where they leave that out."""
    words = " ".join(str(row.text).split())
    pointing = "such" in words.split()  # "200 such cases": at what stands above
    if not pointing and (row.unit_kind is None or row.unit_stated or row.bound == "range"):
        return bounded(row.bound) + words[:1].lower() + words[1:]
    return tell_value(row)


def _measure(row: Any) -> str:
    parts = [row.measure if isinstance(row.measure, str) else "left open"]
    if isinstance(row.about, str) and isinstance(row.measure, str):
        parts.append(f"of {row.about}")
    if isinstance(row.period_text, str):
        parts.append(f"({row.period_text})")
    return " ".join(parts)


def show_texts(story: ProcessedStory, allowed: set[str]) -> list[dict[str, Any]]:
    """The whole marked text of each article whose licence lets it be published."""
    shown = []
    for row in story.articles[story.articles["article_id"].isin(allowed)].itertuples():
        marks = [Mark(m.start, m.end, m.kind) for m in find_marks(story, row.article_id) if m.kind != "actor"]
        shown.append(
            {
                "outlet": row.outlet,
                "licence": row.licence if isinstance(row.licence, str) else "licence not stated",
                "paragraphs": [Markup(paragraph) for paragraph in mark_paragraphs(row.body, marks).values()],
            }
        )
    return shown
