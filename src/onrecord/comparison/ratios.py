"""One party's measure beside another's, as stated and by reference values.

What is stated is a share ("less than half of our population") or two amounts of one speaker.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import pandas as pd

from onrecord import tables
from onrecord.comparison.references import References, choose_vintages, choose_year, first_values
from onrecord.language.countries import name_of
from onrecord.story import Story
from onrecord.tables.compared_figures import Basis, RatioRow
from onrecord.tables.extracted import Bound, FigureRow

PERCENT = 100


def compare_ratios(
    figures: Sequence[FigureRow],
    published: Mapping[str, date | None],
    story: Story | None,
    references: References | None,
) -> pd.DataFrame:
    """``ratios``: every stated share of another country's measure, and every country's stated amount beside the first
    one that the same speaker gives in the article for the measure. Only measures with a series of ``story.yaml``."""
    rows: list[RatioRow] = []
    if story and references:
        for figure, value, series in _with_series(figures, story, references):
            if figure.of_iso3 and figure.of_iso3 != figure.iso3:
                share = value / PERCENT if figure.unit == "percent" else value
                stated = _row(figure, figure.of_iso3, "stated", share, None, figure.bound)
                rows += [stated, *_by_reference(stated, figure, series, published, story, references)]
        for figure, other, ratio, series in _beside_first(figures, story, references):
            stated = _row(figure, str(other.iso3), "stated", ratio, None, "exact", other.figure_id)
            rows += [stated, *_by_reference(stated, figure, series, published, story, references)]
    return tables.make_table("ratios", rows)


def _with_series(
    figures: Sequence[FigureRow], story: Story, references: References
) -> Iterator[tuple[FigureRow, float, str]]:
    """Figures of a country, with one number, whose measure has a series."""
    for figure in figures:
        entry = story.about.measures.get(figure.measure) if figure.measure else None
        if entry and entry.series and entry.series not in references.lists and figure.iso3 and figure.value is not None:
            yield figure, figure.value, entry.series


def _beside_first(
    figures: Sequence[FigureRow], story: Story, references: References
) -> Iterator[tuple[FigureRow, FigureRow, float, str]]:
    """(figure, first, ratio, series) for each later country of one speaker, measure and unit in an article; only exact
    numbers."""
    first: dict[tuple[str | None, ...], tuple[FigureRow, float]] = {}
    seen = set()
    for figure, value, series in _with_series(figures, story, references):
        if figure.unit_kind == "share" or figure.bound != "exact":
            continue
        key = (figure.article_id, figure.actor_id, figure.measure, figure.unit)
        other, base = first.setdefault(key, (figure, value))
        if other.iso3 != figure.iso3 and base and (key, figure.iso3) not in seen:
            seen.add((key, figure.iso3))
            yield figure, other, value / base, series


def _by_reference(
    stated: RatioRow,
    figure: FigureRow,
    series: str,
    published: Mapping[str, date | None],
    story: Story,
    references: References,
) -> Iterator[RatioRow]:
    """The same ratio by each vintage that has both values for the year."""
    day = published.get(figure.article_id)
    vintages = choose_vintages(references, series, day, story.about.as_of)
    year = choose_year(figure, first_values(references, vintages, stated.iso3), day)
    if year is None:
        return
    for vintage in vintages:
        part = references.values.get((vintage.series, stated.iso3), {}).get(year)
        whole = references.values.get((vintage.series, stated.of_iso3), {}).get(year)
        if part and whole:
            yield _row(figure, stated.of_iso3, vintage.label, part / whole, year)


def _row(
    figure: FigureRow,
    of: str,
    basis: Basis,
    ratio: float,
    year: int | None,
    bound: Bound = "exact",
    other: str | None = None,
) -> RatioRow:
    return RatioRow(
        figure_id=figure.figure_id,
        other_figure_id=other,
        measure=str(figure.measure),
        iso3=str(figure.iso3),
        about=figure.about or name_of(str(figure.iso3)),
        of_iso3=of,
        of=name_of(of),
        basis=basis,
        bound=bound,
        ratio=_rounded(ratio),
        year=year,
    )


def _rounded(ratio: float) -> float:
    """Four decimals; a small ratio keeps four digits."""
    return round(ratio, 4) if abs(ratio) >= 0.1 else float(f"{ratio:.4g}")
