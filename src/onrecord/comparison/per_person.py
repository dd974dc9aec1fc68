"""Amounts for each inhabitant: ``per_person``."""

from collections import defaultdict
from collections.abc import Sequence

import pandas as pd

from onrecord import tables
from onrecord.comparison.references import References
from onrecord.story import Story
from onrecord.tables import read_rows
from onrecord.tables.compared_figures import Basis, FigureCheckRow, PerPersonRow
from onrecord.tables.extracted import FigureRow

POPULATION = "population"  # the measure, in series.csv, of the series that amounts are divided by


def compare_per_person(
    figures: Sequence[FigureRow], checks: pd.DataFrame, story: Story | None, references: References | None
) -> pd.DataFrame:
    """``per_person``: each amount of money of a country divided by its people: by the same speaker's own figure of a
    measure that has a population series, and for each vintage by the reference population of the same year."""
    rows: list[PerPersonRow] = []
    if references is None or story is None:
        return tables.make_table("per_person", rows)
    people_stems = references.stems_of(POPULATION)
    counting = {name for name, entry in story.about.measures.items() if entry.series in people_stems}
    checked = defaultdict(list)
    for check in read_rows(checks, FigureCheckRow):
        checked[check.figure_id].append(check)
    people = [row for row in figures if row.measure in counting and _counts_people(row)]
    told = set()
    for figure in figures:
        key = (figure.article_id, figure.actor_id, figure.measure, figure.iso3, figure.value)
        if not _is_amount(figure) or key in told:
            continue
        told.add(key)
        same = (p for p in people if (p.iso3, p.article_id, p.actor_id) == (figure.iso3, *key[:2]) and p.actor_id)
        if (own := next(same, None)) and own.value and figure.value is not None:
            rows.append(_per_person(figure, "stated", figure.value, own.value, None, own.figure_id))
        for check in checked[figure.figure_id]:
            if check.ratio is None or check.reference_value is None or check.year is None:
                continue
            inhabitants = _population(references, people_stems, figure.iso3 or "", check)
            if inhabitants:
                rows.append(_per_person(figure, check.vintage, check.reference_value, inhabitants, check.year))
    return tables.make_table("per_person", rows)


def _is_amount(figure: FigureRow) -> bool:
    named = figure.measure and figure.unit and figure.about and figure.iso3
    return bool(named) and figure.unit_kind == "money" and figure.value is not None


def _counts_people(figure: FigureRow) -> bool:
    counted = figure.unit == "people" or (figure.unit is None and figure.unit_kind != "share")
    return counted and figure.value is not None


def _population(references: References, stems: set[str], iso3: str, check: FigureCheckRow) -> float | None:
    """The reference population of the check's year: the first vintage for then and later, the last for now."""
    for stem in sorted(stems):
        names = list(references.vintages(stem)["series"])
        series = names[-1] if check.vintage == "now" else names[0]
        value = references.values.get((series, iso3), {}).get(check.year or 0)
        if value:
            return value
    return None


def _per_person(
    figure: FigureRow, basis: Basis, amount: float, people: float, year: int | None, people_figure: str | None = None
) -> PerPersonRow:
    return PerPersonRow(
        figure_id=figure.figure_id,
        measure=str(figure.measure),
        iso3=str(figure.iso3),
        about=str(figure.about),
        basis=basis,
        amount=amount,
        people=people,
        per_person=round(amount / people, 2),
        unit=str(figure.unit),
        year=year,
        people_figure_id=people_figure,
    )
