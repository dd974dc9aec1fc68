"""Where a page's inputs come from, and what a person has looked at; how it is made stands in the template."""

import pandas as pd

from onrecord.comparison import read_references
from onrecord.extraction import count_sample, read_sample, tell_sample
from onrecord.language.wording import count
from onrecord.processed import ProcessedStory


def tell_reviewed(story: ProcessedStory) -> str:
    """How many rows a person accepted, rejected or corrected, and what a random sample of them showed."""
    rows = pd.concat([story.claims["review"], story.figures["review"]])
    done = rows[rows != "unreviewed"].value_counts()
    if done.empty:
        told = f"None of the {count(len(rows), 'row')} has been reviewed yet."
    else:
        verdicts = ", ".join(f"{n} {verdict}" for verdict, n in sorted(done.items()))
        told = f"Of {count(len(rows), 'row')}: {verdicts}; the others are not reviewed."
    sample = count_sample(story, read_sample(story.story))
    return f"{told} {tell_sample(sample)}" if sample.drawn else told


def list_sources(story: ProcessedStory) -> list[str]:
    """Each article with its licence, and each reference series that a figure was set beside."""
    lines, copies = [], _tell_copies(story)
    for row in story.articles.itertuples():
        parts = [row.outlet, row.headline, row.url, f"licence: {row.licence}" if isinstance(row.licence, str) else None,
                 copies.get(row.article_id)]  # fmt: skip
        lines.append("; ".join(str(part) for part in parts if isinstance(part, str)) + f" ({row.source_file}).")
    used = set(story.compared.figure_checks["series"]) | set(story.compared.known_values["series"])
    if used:
        series = read_references(story.story.reference).series
        for row in series[series["series"].isin(used)].itertuples():
            lines.append(f"{row.title}: {row.publisher}; licence: {row.licence}; known from {row.known_from}.")
        for name in sorted(used - set(series["series"])):
            lines.append(f"Reference list {name}: each row names its own source.")
    return lines


def _tell_copies(story: ProcessedStory) -> dict[str, str]:
    """What a reader should know of each article that prints the text of another."""
    outlets = story.articles.set_index("article_id")["outlet"]
    return {
        row.article_id: f"{f'text of {row.agency}' if isinstance(row.agency, str) else 'one text'}, as in "
        f"{outlets[row.copy_of]}: compared once"
        for row in story.compared.copies.itertuples()
    }
