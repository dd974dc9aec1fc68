"""Corrections by reviewers as a page shows them: what stood there, what stands there now, and by whom where allowed."""

import pandas as pd

from onrecord.processed import ProcessedStory
from onrecord.tables import read_rows
from onrecord.tables.extracted import DecisionRow

# Columns as a reader calls them; all others by their names without underscores.
NAMES = {
    "actor_id": "speaker",
    "target_actor_id": "whose statement is denied",
    "about_actor_id": "whose number it is",
    "about": "whose number it is",
    "stance": "what the speaker does",
    "act": "what the speaker does",
    "content": "what was said",
    "source": "who said it",
    "cue": "the words that introduce it",
    "said_text": "when it was said",
    "said_start": "first day on which it was said",
    "said_end": "last day on which it was said",
    "text": "the number’s words",
    "value": "number",
    "iso3": "country",
}


def find_published(story: ProcessedStory) -> pd.DataFrame:
    """The decisions as they may be published: without reviewers and notes unless ``credit_reviewers`` says so."""
    if story.story.about.credit_reviewers:
        return story.decisions
    return story.decisions.assign(reviewer=None, note=None).astype(story.decisions.dtypes)


def tell_corrections(story: ProcessedStory) -> dict[str, list[str]]:
    """Each corrected row's changes, by its id: ``number: 16000000000 → 15000000000 (AB: misprint)``."""
    told: dict[str, list[str]] = {}
    for row in read_rows(find_published(story), DecisionRow):
        if row.verdict == "corrected" and row.column and row.not_entered is None:
            who = ": ".join(filter(None, (row.reviewer, row.note)))
            name = NAMES.get(row.column, row.column.replace("_", " "))
            old, new = (text.replace("_", " ") if text else "left open" for text in (row.old, row.new))
            lines = told.setdefault(row.row_id, [])
            if (line := f"{name}: {old} → {new}" + (f" ({who})" if who else "")) not in lines:
                lines.append(line)
    return told
