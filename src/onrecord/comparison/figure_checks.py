"""A figure beside public statistics: ``figure_checks`` (series) and ``known_values`` (lists of known things)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import pandas as pd

from onrecord import tables
from onrecord.comparison.references import (
    KnownSeries,
    References,
    choose_vintages,
    choose_year,
    first_values,
    read_number,
)
from onrecord.errors import DataError
from onrecord.language.wording import amount
from onrecord.story import MeasureEntry, Story
from onrecord.tables.compared_figures import FigureCheckRow, KnownValueRow
from onrecord.tables.extracted import FigureRow

LIST_UNITS = {"km": "kilometre", "m": "metre", "kg": "kilogram", "t": "tonne", "mw": "megawatt", "usd": "USD"}


def check_figures(
    figures: Sequence[FigureRow], published: Mapping[str, date | None], story: Story, references: References
) -> pd.DataFrame:
    """``figure_checks``: each figure of a story's measure that has a series, beside each vintage's value.

    A share is set beside a series of percent only, and beside none where it is a share of something else's.
    """
    rows = []
    for figure, stated, entry in _measured(figures, story.about.measures):
        if entry.series is None or entry.series in references.lists or not figure.iso3:
            continue
        if figure.unit_kind == "share" and (figure.of or figure.unit not in references.units_of(entry.series)):
            continue
        day = published.get(figure.article_id)
        vintages = choose_vintages(references, entry.series, day, story.about.as_of)
        if not vintages:  # none was known by the story's as_of day; a name that is no series stopped in check_series
            continue
        year = choose_year(figure, first_values(references, vintages, figure.iso3), day)
        rows += [_check_row(figure, stated, vintage, references, year, day) for vintage in vintages]
    return tables.make_table("figure_checks", rows)


def _measured(
    figures: Sequence[FigureRow], measures: Mapping[str, MeasureEntry]
) -> Iterator[tuple[FigureRow, float, MeasureEntry]]:
    """Figures with one number whose measure has a reference series or list."""
    for figure in figures:
        entry = measures.get(figure.measure) if figure.measure else None
        if entry and entry.series and figure.value is not None:
            yield figure, figure.value, entry


def _check_row(
    figure: FigureRow,
    stated: float,
    vintage: KnownSeries,
    references: References,
    year: int | None,
    published: date | None,
) -> FigureCheckRow:
    years = references.values.get((vintage.series, figure.iso3 or ""), {})
    value = None if year is None else years.get(year)
    same_unit = figure.unit == vintage.unit or counts_people(figure, vintage.unit)
    return FigureCheckRow(
        figure_id=figure.figure_id,
        series=vintage.series,
        vintage=vintage.label,
        known_from=vintage.known_from,
        year=year,
        reference_value=value,
        ratio=stated / value if value and same_unit else None,
        note=_note(figure, vintage, years, year, published),
    )


def counts_people(figure: FigureRow, unit: str) -> bool:
    """Whether a figure is of people, as a series' unit is: troops are, and "a population of 84 million" is."""
    return unit == "people" and (figure.unit is None or figure.unit_kind == "people")


def _note(
    figure: FigureRow, vintage: KnownSeries, years: Mapping[int, float], year: int | None, published: date | None
) -> str | None:
    """What a reader must know to read the row: nothing when statement and reference simply match."""
    notes = []
    if year is None and not years:
        notes.append("no value for this country")
    elif year is None:
        notes.append("the period is no single calendar year")
    elif year not in years:
        near = min(years, key=lambda y: (abs(y - year), y), default=None)
        hint = f"; the nearest year with one is {near}, with {amount(years[near], vintage.unit)}" if near else ""
        notes.append(f"no value for {year}{hint}")
    elif figure.period_end is None:
        notes.append(f"no period stated; set beside {year}")
    if published and year and year > published.year:
        notes.append("the reference year is after publication")
    if figure.unit != vintage.unit and not counts_people(figure, vintage.unit):
        notes.append(f"units differ: {figure.unit or 'none'} and {vintage.unit}")
    return "; ".join(notes) or None


def compare_known_values(figures: Sequence[FigureRow], story: Story, references: References) -> pd.DataFrame:
    """``known_values``: each figure of a measure whose series is a reference list, beside the list's entries of the
    same country and unit."""
    rows = []
    for figure, stated, entry in _measured(figures, story.about.measures):
        listed = references.lists.get(entry.series or "")
        if listed is None:
            continue
        columns = [c for c in listed.columns if LIST_UNITS.get(c.rpartition("_")[2]) == figure.unit]
        for item in listed[listed["iso3"] == figure.iso3].to_dict("records") if columns else ():
            value, year = read_number(item[columns[0]]), read_number(item.get("year") or "")
            if not value:
                raise DataError(
                    f"{entry.series}.csv: {item[columns[0]]!r} is no number to compare with.", "Mend that row."
                )
            rows.append(
                KnownValueRow(
                    figure_id=figure.figure_id,
                    series=str(entry.series),
                    item=item["item"],
                    kind=item.get("kind") or None,
                    reference_value=value,
                    ratio=stated / value,
                    basis=item.get("basis") or "listed",
                    year=None if year is None else int(year),
                    source=item["source"],
                )
            )
    return tables.make_table("known_values", rows)
