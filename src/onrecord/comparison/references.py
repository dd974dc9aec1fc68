"""A figure beside public statistics: the value as known when the article was published, and as known now.

``series.csv`` says what each series is and from which month it was known; ``values.csv`` holds values by country and
calendar year. A series' name is its stem and its vintage (``population-2020``): several vintages of one stem differ
because publishers revise. Other CSV files in the folder are reference lists: one row a thing, with its own source.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from onrecord import tables
from onrecord.errors import DataError, StoryError
from onrecord.language.wording import amount
from onrecord.story import MeasureEntry, Story, near

SERIES_COLUMNS = ["series", "measure", "unit", "known_from", "title", "publisher", "licence", "note"]
VALUE_COLUMNS = ["series", "iso3", "year", "value"]
LIST_UNITS = {"km": "kilometre", "m": "metre", "kg": "kilogram", "t": "tonne", "mw": "megawatt", "usd": "USD"}
COMPARED = ("exact", "about", "more_than", "at_least", "less_than", "at_most")


@dataclass(frozen=True)
class References:
    """Reference series with their values, and reference lists by name."""

    series: pd.DataFrame
    values: Mapping[tuple[str, str], Mapping[int, float]]
    lists: Mapping[str, pd.DataFrame]

    def vintages(self, stem: str) -> pd.DataFrame:
        """The vintages of a series in the order in which they became known."""
        return self.series[self.series["series"].str.rpartition("-")[0] == stem].sort_values("known_from")


@dataclass(frozen=True)
class Vintage:
    """One vintage chosen for a statement: ``then``, ``later`` or ``now``."""

    label: str
    series: str
    unit: str
    known_from: str


def read_references(folder: Path) -> References:
    """Series, values and lists of ``data/raw/reference``; raises ``DataError`` naming file and column."""
    series = _read_csv(folder / "series.csv", SERIES_COLUMNS)
    values = _read_csv(folder / "values.csv", VALUE_COLUMNS)
    values["value"] = pd.to_numeric(values["value"], errors="coerce")
    values["year"] = pd.to_numeric(values["year"], errors="coerce")
    if bad := (values["value"].isna() | values["year"].isna()).sum():
        raise DataError(f"{folder.name}/values.csv: {bad} rows whose year or value is no number.", "Mend these rows.")
    by_country = {
        key: dict(zip(rows["year"].astype(int), rows["value"], strict=True))
        for key, rows in values.groupby(["series", "iso3"], sort=True)
    }
    names = sorted(p for p in folder.glob("*.csv") if p.name not in ("series.csv", "values.csv"))
    return References(series, by_country, {p.stem: _read_csv(p, ["iso3", "source"]) for p in names})


def _read_csv(path: Path, columns: list[str]) -> pd.DataFrame:
    if not path.is_file():
        raise DataError(
            f"{path.name}: no such file in {path.parent.name}.", "Restore it, or take series out of story.yaml."
        )
    table = pd.read_csv(path, dtype=str, keep_default_na=False, na_values=[""])
    if lost := [c for c in columns if c not in table.columns]:
        raise DataError(f"{path.name}: column {lost[0]!r} is missing.", f"Columns: {', '.join(columns)}.")
    return table


def check_series(story: Story, references: References) -> None:
    """Raise ``StoryError`` for a measure of ``story.yaml`` whose series is neither in series.csv nor a list."""
    stems = [*references.series["series"].str.rpartition("-")[0].unique(), *references.lists]
    for name, entry in story.about.measures.items():
        if entry.series and entry.series not in stems:
            raise StoryError(
                f"story.yaml: measures: {name}: there is no series {entry.series!r} in data/raw/reference."
                f"{near(entry.series, stems)}",
                "Add it to series.csv and values.csv, or take it out of story.yaml.",
            )


def choose_vintages(references: References, stem: str, published: date | None, as_of: date | None) -> list[Vintage]:
    """``then``: the last vintage known in the month of publication; where none was, ``later``: the first known after.
    ``now``: the last one known (by ``as_of``), unless that is the same."""
    known = references.vintages(stem)
    if as_of:
        known = known[known["known_from"] <= f"{as_of:%Y-%m}"]
    if known.empty:
        return []
    month = f"{published:%Y-%m}" if published else ""
    before = known[known["known_from"] <= month]
    first = ("then", before.iloc[-1]) if len(before) else ("later", known.iloc[0])
    chosen = [first] if published else []
    if not chosen or known.iloc[-1]["series"] != first[1]["series"]:
        chosen.append(("now", known.iloc[-1]))
    return [Vintage(label, row["series"], row["unit"], row["known_from"]) for label, row in chosen]


def first_values(references: References, vintages: list[Vintage], iso3: str) -> Mapping[int, float]:
    """A country's values in the first vintage that has any."""
    known = (references.values.get((vintage.series, iso3)) for vintage in vintages)
    return next((years for years in known if years), {})


def choose_year(figure, years: Mapping[int, float], published: date | None) -> int | None:
    """The calendar year that a figure speaks of; with no period the latest full year before publication that has a
    value, else the nearest that has one. Null: a period of several years, or no value at all."""
    start, end = figure.period_start, figure.period_end
    if not pd.isna(end) or not pd.isna(start):
        year = end.year if not pd.isna(end) else None
        return year if year and not pd.isna(start) and start.year == year else None
    if not years:
        return None
    limit = published.year if published else max(years) + 1
    return max((y for y in years if y < limit), default=min(years))


def check_figures(
    figures: pd.DataFrame, published: Mapping[str, date | None], story: Story, references: References
) -> pd.DataFrame:
    """``figure_checks``: each figure of a story's measure that has a series, beside each vintage's value."""
    rows = []
    for figure, entry in _measured(figures, story.about.measures):
        if entry.series in references.lists or pd.isna(figure.iso3) or figure.unit_kind == "share":
            continue
        day = published.get(figure.article_id)
        vintages = choose_vintages(references, entry.series, day, story.about.as_of)
        if not vintages:  # none was known by the story's as_of day; a name that is no series stopped in check_series
            continue
        year = choose_year(figure, first_values(references, vintages, figure.iso3), day)
        rows += [_check_row(figure, vintage, references, year, day) for vintage in vintages]
    return tables.make_table("figure_checks", rows)


def _measured(figures: pd.DataFrame, measures: Mapping[str, MeasureEntry]):
    """Figures with one number whose measure has a reference series or list."""
    for figure in figures.itertuples():
        entry = measures.get(figure.measure) if isinstance(figure.measure, str) else None
        if entry and entry.series and figure.bound in COMPARED and not pd.isna(figure.value):
            yield figure, entry


def _check_row(figure, vintage: Vintage, references: References, year: int | None, published: date | None) -> dict:
    years = references.values.get((vintage.series, figure.iso3), {})
    value = years.get(year)
    same_unit = figure.unit == vintage.unit or _counts_people(figure, vintage)
    return {
        "figure_id": figure.figure_id,
        "series": vintage.series,
        "vintage": vintage.label,
        "known_from": vintage.known_from,
        "year": year,
        "reference_value": value,
        "ratio": figure.value / value if value and same_unit else None,
        "note": _note(figure, vintage, years, year, published),
    }


def _counts_people(figure, vintage: Vintage) -> bool:
    """A population without a unit ("a population of 84 million") is of people."""
    return pd.isna(figure.unit) and vintage.unit == "people"


def _note(figure, vintage: Vintage, years: Mapping[int, float], year: int | None, published: date | None) -> str | None:
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
    elif pd.isna(figure.period_end):
        notes.append(f"no period stated; set beside {year}")
    if published and year and year > published.year:
        notes.append("the reference year is after publication")
    if figure.unit != vintage.unit and not _counts_people(figure, vintage):
        notes.append(f"units differ: {figure.unit if isinstance(figure.unit, str) else 'none'} and {vintage.unit}")
    return "; ".join(notes) or None


def compare_known_values(figures: pd.DataFrame, story: Story, references: References) -> pd.DataFrame:
    """``known_values``: each figure of a measure whose series is a reference list, beside the list's entries of the
    same country and unit."""
    rows = []
    for figure, entry in _measured(figures, story.about.measures):
        listed = references.lists.get(entry.series)
        if listed is None:
            continue
        columns = [c for c in listed.columns if LIST_UNITS.get(c.rpartition("_")[2]) == figure.unit]
        for item in listed[listed["iso3"] == figure.iso3].itertuples() if columns else ():
            value = _read_number(getattr(item, columns[0]), entry.series)
            rows.append(
                {
                    "figure_id": figure.figure_id,
                    "series": entry.series,
                    "item": item.system if hasattr(item, "system") else item.item,
                    "kind": getattr(item, "kind", None),
                    "reference_value": value,
                    "ratio": figure.value / value,
                    "basis": getattr(item, "basis", None) or "listed",
                    "year": int(item.year) if isinstance(getattr(item, "year", None), str) else None,
                    "source": item.source,
                }
            )
    return tables.make_table("known_values", rows)


def _read_number(text: str, name: str) -> float:
    try:
        return float(text)
    except (TypeError, ValueError) as error:
        raise DataError(f"{name}.csv: {text!r} is no number.", "Mend that row.") from error
