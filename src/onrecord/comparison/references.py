"""Public statistics: reference series, their values, and lists of known things, from ``data/raw/reference``.

``series.csv`` says what each series is and from which month it was known; ``values.csv`` holds values by country and
calendar year. A series' name is its stem and its vintage (``population-2020``): several vintages of one stem differ
because publishers revise. Other CSV files in the folder are reference lists: one row a thing, with its own source.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from onrecord.errors import DataError, StoryError, near
from onrecord.story import Story
from onrecord.tables.compared import Vintage
from onrecord.tables.extracted import FigureRow

SERIES_COLUMNS = ["series", "measure", "unit", "known_from", "title", "publisher", "licence", "note"]
VALUE_COLUMNS = ["series", "iso3", "year", "value"]


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
class KnownSeries:
    """One vintage of a series chosen for a statement: ``then``, ``later`` or ``now``."""

    label: Vintage
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


def choose_vintages(references: References, stem: str, published: date | None, as_of: date | None) -> list[KnownSeries]:
    """``then``: the last vintage known in the month of publication; where none was, ``later``: the first known after.
    ``now``: the last one known (by ``as_of``), unless that is the same."""
    known = references.vintages(stem)
    if as_of:
        known = known[known["known_from"] <= f"{as_of:%Y-%m}"]
    if known.empty:
        return []
    month = f"{published:%Y-%m}" if published else ""
    before = known[known["known_from"] <= month]
    label: Vintage = "then" if len(before) else "later"
    first, last = (before.iloc[-1] if len(before) else known.iloc[0]), known.iloc[-1]
    chosen = [(label, first)] if published else []
    if not chosen or last["series"] != first["series"]:
        chosen.append(("now", last))
    return [KnownSeries(name, row["series"], row["unit"], row["known_from"]) for name, row in chosen]


def first_values(references: References, vintages: list[KnownSeries], iso3: str) -> Mapping[int, float]:
    """A country's values in the first vintage that has any."""
    known = (references.values.get((vintage.series, iso3)) for vintage in vintages)
    return next((years for years in known if years), {})


def choose_year(figure: FigureRow, years: Mapping[int, float], published: date | None) -> int | None:
    """The calendar year that a figure speaks of; with no period the latest full year before publication that has a
    value, else the nearest that has one. Null: a period of several years, or no value at all."""
    start, end = figure.period_start, figure.period_end
    if start or end:
        return end.year if start and end and start.year == end.year else None
    if not years:
        return None
    limit = published.year if published else max(years) + 1
    return max((y for y in years if y < limit), default=min(years))
