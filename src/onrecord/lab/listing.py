"""The claims and figures of a story as the desk lists them: a dict a row, all in words."""

from typing import Any

import pandas as pd

from onrecord.processed import ProcessedStory, list_claims

BANDS = ((0.97, "0.97 and more"), (0.9, "0.90 to 0.97"), (0.0, "below 0.90"))


def list_rows(story: ProcessedStory) -> list[dict[str, Any]]:
    """A row a claim and a figure, in reading order.

    ``certainty`` is the lesser of the two probabilities of a claim (null: none), ``band`` the same as a facet; ``open``
    says that nobody is named as speaker; ``decided`` is what people decided of the row. ``review`` is the table's, or
    *flagged*, or *reviewers differ*.
    """
    outlets = dict(zip(story.articles["article_id"], story.articles["outlet"], strict=True))
    decided, differing = _tell_decisions(story), _select(story, "not_entered", "reviewers differ")
    flagged = _select(story, "verdict", "flagged")
    rows = [*_list_claims(story, outlets), *_list_figures(story, outlets)]
    order = {article: n for n, article in enumerate(outlets)}
    for row in rows:
        row["decided"] = decided.get(row["id"], [])
        if row["review"] == "unreviewed":
            row["review"] = (
                "reviewers differ" if row["id"] in differing else "flagged" if row["id"] in flagged else "unreviewed"
            )
    return sorted(rows, key=lambda row: (order[row["article"]], row["start"], row["kind"]))


def _select(story: ProcessedStory, column: str, value: str) -> set[str]:
    """The rows with a decision of this kind."""
    return set(story.decisions.loc[story.decisions[column] == value, "row_id"])


def _tell_decisions(story: ProcessedStory) -> dict[str, list[str]]:
    told: dict[str, list[str]] = {}
    for row in story.decisions.itertuples():
        who = row.reviewer if isinstance(row.reviewer, str) else "somebody"
        change = f" {row.column}: {_text(row.old) or 'open'} → {_text(row.new) or 'open'}" if _text(row.column) else ""
        note = f" ({row.note})" if isinstance(row.note, str) else ""
        why = f"; not entered: {row.not_entered}" if isinstance(row.not_entered, str) else ""
        told.setdefault(row.row_id, []).append(f"{who} {row.verdict}{change}{note}{why}")
    return told


def _list_claims(story: ProcessedStory, outlets: dict[str, str]) -> list[dict[str, Any]]:
    speakers = dict(zip(story.claims["claim_id"], list_claims(story)["speaker"], strict=True))
    return [
        {
            "id": row.claim_id,
            "kind": "claim",
            "article": row.article_id,
            "outlet": outlets[row.article_id],
            "speaker": _text(speakers[row.claim_id]),
            "source": _text(row.source),
            "open": not _text(speakers[row.claim_id]),
            "does": " ".join(filter(None, (_text(row.cue), "" if row.act == "says" else f"({row.act})"))),
            "stance": row.stance.replace("_", " "),
            "quotation": row.quotation,
            "measure": "",
            "value": "",
            "facts": "",
            "words": row.content,
            "certainty": _least(row.confidence, row.speaker_confidence),
            "band": _band(_least(row.confidence, row.speaker_confidence)),
            "review": row.review,
            "start": int(row.start),
        }
        for row in story.claims.itertuples()
    ]


def _list_figures(story: ProcessedStory, outlets: dict[str, str]) -> list[dict[str, Any]]:
    names = story.names()
    return [
        {
            "id": row.figure_id,
            "kind": "figure",
            "article": row.article_id,
            "outlet": outlets[row.article_id],
            "speaker": names[row.actor_id] if isinstance(row.actor_id, str) else "",
            "source": "",
            "open": isinstance(row.claim_id, str) and not isinstance(row.actor_id, str),
            "does": row.bound.replace("_", " ") if row.bound not in ("exact", "range") else "",
            "stance": "",
            "quotation": "",
            "measure": " of ".join(filter(None, (_text(row.measure), _text(row.about)))),
            "value": row.text,
            "facts": _tell_figure(row),
            "words": row.sentence,
            "certainty": None,
            "band": "",
            "review": row.review,
            "start": int(row.start),
        }
        for row in story.figures.itertuples()
    ]


def _tell_figure(row: Any) -> str:
    """What the tables hold of a figure beside its words, also what is open."""
    ends = " to ".join("open" if pd.isna(x) else f"{x:,g}" for x in (row.low, row.high))
    value = ends if row.bound == "range" else "open" if pd.isna(row.value) else f"{row.value:,g}"
    told = {
        "value": value,
        "bound": row.bound.replace("_", " "),
        "unit": _text(row.unit),
        "measure": _text(row.measure),
    }
    told |= {"of": _text(row.about), "when": _text(row.period_text)}
    return " · ".join(f"{name}: {value or 'open'}" for name, value in told.items())


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _least(*chances: Any) -> float | None:
    known = [float(chance) for chance in chances if not pd.isna(chance)]
    return min(known) if known else None


def _band(certainty: float | None) -> str:
    return "not known" if certainty is None else next(name for least, name in BANDS if certainty >= least)
