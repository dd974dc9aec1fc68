"""Public statistics: reference series, their values, and lists of known things, from ``data/raw/reference``.

``series.csv`` says what each series is and from which month it was known; ``values.csv`` holds values by country and
calendar year. A series' name is its stem and its vintage (``population-2020``): several vintages of one stem differ
because publishers revise. Other CSV files in the folder are reference lists: one row a thing, with its own source.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import isfinite
from pathlib import Path

import pandas as pd

from onrecord.errors import DataError, StoryError, near
from onrecord.language.countries import read_countries
from onrecord.story import Story
from onrecord.tables.compared_figures import Vintage
from onrecord.tables.extracted import FigureRow
from onrecord.tables.handmade import HandRow, read_handmade, shown

SERIES_COLUMNS = ["series", "measure", "unit", "known_from", "title", "publisher", "licence", "note"]
VALUE_COLUMNS = ["series", "iso3", "year", "value"]
_VINTAGE = re.compile(r"\A\S+-\d{4}\S*")
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
_YEAR = re.compile(r"[12]\d{3}")


@dataclass(frozen=True)
class References:
    """Reference series with their values, and reference lists by name."""

    series: pd.DataFrame
    values: Mapping[tuple[str, str], Mapping[int, float]]
    lists: Mapping[str, pd.DataFrame]

    def stems_of(self, measure: str) -> set[str]:
        """The stems of the series that hold a measure."""
        return {stem_of(name) for name in self.series.loc[self.series["measure"] == measure, "series"]}

    def units_of(self, stem: str) -> set[str]:
        """The units in which a series' vintages are."""
        return set(self.vintages(stem)["unit"])

    def vintages(self, stem: str) -> pd.DataFrame:
        """The vintages of a series in the order in which they became known."""
        return self.series[self.series["series"].str.rpartition("-")[0] == stem].sort_values("known_from")


def stem_of(series: str) -> str:
    """The name of a series without its vintage."""
    return series.rpartition("-")[0]


@dataclass(frozen=True)
class KnownSeries:
    """One vintage of a series chosen for a statement: ``then``, ``later`` or ``now``."""

    label: Vintage
    series: str
    unit: str
    known_from: str


def read_references(folder: Path) -> References:
    """Series, values and lists of ``data/raw/reference``; raises ``DataError`` naming file, line and what is wrong."""
    series = _read_series(folder / "series.csv")
    values = _read_values(folder / "values.csv")
    if lost := sorted({name for name, _ in values} - set(series["series"])):
        raise DataError(f"values.csv: series {lost[0]!r} is not in series.csv.{near(lost[0], list(series['series']))}",
                        "Describe it in series.csv.")  # fmt: skip
    names = sorted(p for p in folder.glob("*.csv") if p.name not in ("series.csv", "values.csv"))
    return References(series, values, {path.stem: _read_list(path) for path in names})


def _read_rows(path: Path, columns: list[str]) -> list[HandRow]:
    if not path.is_file():
        raise DataError(
            f"{path.name}: no such file in {path.parent.name}.", "Restore it, or take series out of story.yaml."
        )
    return read_handmade(path, columns)


def _fail(path: Path, row: HandRow, problem: str) -> DataError:
    return DataError(f"{shown(path)}, line {row.line}: {problem}", "Mend that line.")


def _read_series(path: Path) -> pd.DataFrame:
    rows, seen = _read_rows(path, SERIES_COLUMNS), set()
    for row in rows:
        name = row.get("series")
        if not _VINTAGE.fullmatch(name):
            raise _fail(path, row, f"series {name!r} is no name and vintage, like population-2020.")
        if name in seen:
            raise _fail(path, row, f"series {name!r} stands there twice.")
        if not _MONTH.fullmatch(row.get("known_from")):
            raise _fail(path, row, f"known_from {row.get('known_from')!r} is no month like 2019-07.")
        if not row.get("measure") or not row.get("unit"):
            raise _fail(path, row, "needs a measure and a unit.")
        seen.add(name)
    return pd.DataFrame([row.cells for row in rows], columns=SERIES_COLUMNS, dtype=str)


def _read_values(path: Path) -> dict[tuple[str, str], dict[int, float]]:
    found: dict[tuple[str, str], dict[int, float]] = {}
    for row in _read_rows(path, VALUE_COLUMNS):
        _check_country(path, row)
        if not _YEAR.fullmatch(row.get("year")):
            raise _fail(path, row, f"year {row.get('year')!r} is no year.")
        years = found.setdefault((row.get("series"), row.get("iso3")), {})
        year, value = int(row.get("year")), read_number(row.get("value"))
        if value is None:
            raise _fail(path, row, f"value {row.get('value')!r} is no number.")
        if year in years:
            raise _fail(path, row, f"{row.get('series')}, {row.get('iso3')}, {year} stands there twice.")
        years[year] = value
    return found


def _read_list(path: Path) -> pd.DataFrame:
    """A list of things with a value each; what a thing is called stands in the first column beside ``iso3``."""
    rows = _read_rows(path, ["iso3", "source"])
    for row in rows:
        _check_country(path, row)
    table = pd.DataFrame([row.cells for row in rows], columns=list(rows[0].cells) if rows else ["iso3", "source"])
    named = next((column for column in table.columns if column != "iso3"), "source")
    return table.rename(columns={named: "item"}) if named != "source" else table.assign(item="")


def _check_country(path: Path, row: HandRow) -> None:
    code = row.get("iso3")
    known = [country.iso3 for country in read_countries()]
    if code not in known:
        raise _fail(path, row, f"iso3 {code!r} is no country's code.{near(code, known)}")


def read_number(text: str) -> float | None:
    """A number as people write it in a file; null for words, infinity and what is none."""
    try:
        number = float(text)
    except ValueError:
        return None
    return number if isfinite(number) else None


def list_series(references: References, words: str = "") -> list[str]:
    """A line a series, with measure, unit, years, countries, vintages and licence; those that hold all ``words``."""
    lines = []
    for stem in dict.fromkeys(map(stem_of, references.series["series"])):
        vintages = references.vintages(stem)
        last = vintages.iloc[-1]
        years = [(iso3, y) for (name, iso3), known in references.values.items() if stem_of(name) == stem for y in known]
        spread = f"{min(y for _, y in years)}–{max(y for _, y in years)}" if years else "no values"
        lines.append(
            f"{stem}: {last['measure']}, {last['unit']}, {spread}, {len({c for c, _ in years})} countries; known from "
            f"{', '.join(vintages['known_from'])}; {last['publisher']}; {last['licence']}"
            + (f"; {last['note']}" if last["note"] else "")
        )
    lines += [f"{name}: a list, {len(table)} rows" for name, table in references.lists.items()]
    return [line for line in lines if all(word in line.casefold() for word in words.casefold().split())]


def check_series(story: Story, references: References) -> None:
    """Raise ``StoryError`` for a measure of ``story.yaml`` whose series is neither in series.csv nor a list."""
    stems = [*dict.fromkeys(map(stem_of, references.series["series"])), *references.lists]
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
