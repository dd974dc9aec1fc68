"""One party's measure beside another's, as stated and by reference values.

What is stated is a share ("less than half of our population") or two amounts of one speaker.
"""

import re
from collections.abc import Mapping
from datetime import date

import pandas as pd

from onrecord import tables
from onrecord.comparison.references import References, choose_vintages, choose_year, first_values
from onrecord.language.countries import find_adjective, find_country, name_of
from onrecord.story import Story

PERCENT = 100
# What a share is a share of: "of our population", "of Peru’s exports", right after the figure.
WHOLE = re.compile(r"\s+(?:of|as large as|the size of)\s+([Oo]ur|[^\W\d_][\w.]*(?: [A-Z][\w.]*){0,3})(?:[’']s?)?\s")


def compare_ratios(
    figures: pd.DataFrame,
    articles: pd.DataFrame,
    actors: pd.DataFrame,
    story: Story | None,
    references: References | None,
) -> pd.DataFrame:
    """``ratios``: every stated share of another country's measure, and every country's stated amount beside the first
    one that the same speaker gives in the article for the measure. Only measures with a series of ``story.yaml``."""
    rows: list[dict] = []
    if story and references:
        published = {a.article_id: None if pd.isna(a.published) else a.published for a in articles.itertuples()}
        bodies = dict(zip(articles["article_id"], articles["body"], strict=True))
        roles = dict(zip(actors["actor_id"], actors["role"], strict=True))
        for figure in _with_series(figures, story, references):
            if figure.unit_kind == "share" and (pd.isna(figure.unit) or figure.unit == "percent"):
                of = _find_whole(bodies[figure.article_id], figure, roles)
                if of and of != figure.iso3:
                    share = figure.value / PERCENT if figure.unit == "percent" else figure.value
                    stated = {"bound": figure.bound, "ratio": share, "other_figure_id": None}
                    rows += _ratio_rows(figure, of, stated, story, references, published[figure.article_id])
        for figure, other in _beside_first(figures, story, references):
            stated = {"bound": "exact", "ratio": figure.value / other.value, "other_figure_id": other.figure_id}
            rows += _ratio_rows(figure, other.iso3, stated, story, references, published[figure.article_id])
    return tables.make_table("ratios", rows)


def _with_series(figures: pd.DataFrame, story: Story, references: References):
    """Figures of a country, with one number, whose measure has a series."""
    for figure in figures.dropna(subset=["measure", "iso3", "value"]).itertuples():
        entry = story.about.measures.get(figure.measure)
        if entry and entry.series and entry.series not in references.lists:
            yield figure


def _beside_first(figures: pd.DataFrame, story: Story, references: References):
    """(figure, first) for each later country of one speaker, measure and unit in an article; only exact numbers."""
    first: dict[tuple, object] = {}
    seen = set()
    for figure in _with_series(figures, story, references):
        if figure.unit_kind == "share" or figure.bound != "exact":
            continue
        key = (figure.article_id, figure.actor_id, figure.measure, figure.unit)
        other = first.setdefault(key, figure)
        if other.iso3 != figure.iso3 and other.value and (key, figure.iso3) not in seen:
            seen.add((key, figure.iso3))
            yield figure, other


def _find_whole(body: str, figure, roles: Mapping[str, str | None]) -> str | None:
    """ISO3 of the country whose measure the share is of; "our" is the country in the speaker's office."""
    match = WHOLE.match(body, figure.end)
    if not match:
        return None
    words = match.group(1)
    if words.lower() != "our":
        return find_country(words) or find_adjective(words)
    role = roles.get(figure.actor_id) if isinstance(figure.actor_id, str) else None
    found = (
        {find_adjective(w) or find_country(w) for w in re.findall(r"[\w.]+", role)} if isinstance(role, str) else set()
    )
    named = found - {None}
    return named.pop() if len(named) == 1 else None


def _ratio_rows(
    figure, of: str, stated: dict, story: Story, references: References, published: date | None
) -> list[dict]:
    """The stated ratio, and the same one by each vintage that has both values for the year."""
    parties = {"iso3": figure.iso3, "about": figure.about, "of_iso3": of, "of": name_of(of)}
    common = {"figure_id": figure.figure_id, "measure": figure.measure, "bound": "exact", **parties}
    rows = [common | stated | {"basis": "stated", "year": None}]
    series = story.about.measures[figure.measure].series
    vintages = choose_vintages(references, series, published, story.about.as_of)
    year = choose_year(figure, first_values(references, vintages, figure.iso3), published)
    for vintage in vintages:
        part = references.values.get((vintage.series, figure.iso3), {}).get(year)
        whole = references.values.get((vintage.series, of), {}).get(year)
        if part and whole:
            rows.append(common | {"basis": vintage.label, "ratio": part / whole, "year": year})
    return [row | {"ratio": _rounded(row["ratio"])} for row in rows]


def _rounded(ratio: float) -> float:
    """Four decimals; a small ratio keeps four digits."""
    return round(ratio, 4) if abs(ratio) >= 0.1 else float(f"{ratio:.4g}")
