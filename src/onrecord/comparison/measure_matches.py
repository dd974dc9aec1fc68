"""Which figures a story's measures catch, which near ones they miss, and why: what ``onrecord check`` tells.

A measure of ``story.yaml`` catches a figure when all words of one of its entries stand in the figure's measure. A near
figure has some of them. A figure that is caught may still not be set beside the series; the reason is told.
"""

from collections.abc import Iterator, Sequence

import pandas as pd

from onrecord.comparison.figure_checks import counts_people
from onrecord.comparison.references import References
from onrecord.language.wording import count
from onrecord.language.words import content_words
from onrecord.story import MeasureEntry, Story
from onrecord.tables import read_rows
from onrecord.tables.extracted import CHANGE, REMAINDER, FigureRow

NEAREST = 5  # near figures told of a measure


def find_unmet_series(story: Story, figures: pd.DataFrame, compared: set[str]) -> list[str]:
    """Names of the measures whose series or list no figure is set beside; ``compared``: the ids of those that are."""
    rows = read_rows(figures, FigureRow)
    return [
        name
        for name, entry in story.about.measures.items()
        if entry.series and not any(row.figure_id in compared for row in rows if row.measure == name)
    ]


def tell_matches(story: Story, references: References, figures: pd.DataFrame, compared: set[str]) -> Iterator[str]:
    """Lines for a person: each measure, the figures it catches, and the near ones that it misses, with the reason."""
    rows = [row for row in read_rows(figures, FigureRow) if row.review != "rejected"]
    taken = set(story.about.measures)
    for name, entry in story.about.measures.items():
        caught = [row for row in rows if row.measure == name]
        series = f" (series {entry.series})" if entry.series else ""
        yield f"measure {name}{series}: {count(len(caught), 'figure')}"
        for row in caught:
            why = None if row.figure_id in compared else _why_not_compared(row, entry, references)
            yield f"  {'caught' if why is None else 'caught, not compared'}: {_shown(row)}{f': {why}' if why else ''}"
        for row, missing in _near(rows, name, entry, taken):
            yield f"  near: {_shown(row)}: its measure “{row.measure}” lacks {' and '.join(f'“{w}”' for w in missing)}"


def _shown(row: FigureRow) -> str:
    return f"“{row.text}” ({row.figure_id}, {row.article_id})"


def _why_not_compared(row: FigureRow, entry: MeasureEntry, references: References) -> str | None:
    """Why a caught figure stands beside no value of the series; null where the measure has no series."""
    if entry.series is None:
        return None
    if row.value is None:
        return "a range, no single number"
    if REMAINDER in row.rule:
        return "what is left over, not the amount"
    if CHANGE in row.rule:
        return "by how much it changed, not how much it is"
    if not row.iso3:
        return f"of no country{f' (about {row.about})' if row.about else ''}"
    units = references.units_of(entry.series)
    if row.unit_kind == "share" and (row.of or row.unit not in units):
        return "a share"
    if units and row.unit not in units and not any(counts_people(row, unit) for unit in units):
        return f"in {row.unit or 'no unit'}, the series in {' or '.join(sorted(units))}"
    return "the series has no value for this country"


def _near(
    rows: Sequence[FigureRow], name: str, entry: MeasureEntry, taken: set[str]
) -> list[tuple[FigureRow, list[str]]]:
    """Figures of no measure that have at least half of the words of an entry, the fewest missing first."""
    found = []
    phrases = [words for words in map(content_words, [name, *entry.words]) if words]
    for row in rows:
        if not row.measure or row.measure in taken:
            continue
        have = content_words(f"{row.measure} {row.unit or ''}").keys()
        best = min(phrases, key=lambda words: len(words.keys() - have))
        missing = [word for stem, word in best.items() if stem not in have]
        if missing and len(missing) * 2 <= len(best):
            found.append((row, missing))
    return sorted(found, key=lambda pair: len(pair[1]))[:NEAREST]
