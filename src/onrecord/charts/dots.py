"""Stated values beside reference values, a row a country: ``figure_checks`` and ``per_person``.

Every ``draw_`` function returns null when its table has nothing to draw.
"""

from collections.abc import Callable

import pandas as pd
from matplotlib.axes import Axes

from onrecord.charts.canvas import (
    ACCENT,
    PALE,
    SECOND,
    THIRD,
    Chart,
    Undrawn,
    draw_legend,
    fold,
    short,
    told_when_undrawn,
)
from onrecord.language.wording import VINTAGES, amount, capital, count, join_words, slug

UNSTATED = "people"  # the unit of a number that is stated without one and was set beside a series all the same
# What a mark of a dot chart means, where it is not the plain stated value.
BASES = {
    "roughly": "stated as about or as a limit",
    **VINTAGES,
}
MARKS = {
    "stated": ("o", ACCENT),
    "roughly": ("o", ACCENT),
    "then": ("s", SECOND),
    "later": ("s", SECOND),
    "now": ("D", THIRD),
}


@told_when_undrawn
def draw_figure_checks(checks: pd.DataFrame, figures: pd.DataFrame, measure: str, source: str) -> Chart | None:
    """Stated values of one measure beside the reference values of each vintage, a row a country."""
    joined = checks.merge(figures[figures["measure"] == measure], on="figure_id")
    joined = joined.drop_duplicates(["about", "value", "vintage"])
    if joined["ratio"].notna().sum() == 0:
        return None
    units = joined["unit"].fillna(UNSTATED)
    unit = units[joined["ratio"].notna()].iloc[0]
    joined = joined[units == unit]
    names = list(dict.fromkeys(joined["about"]))
    stated = joined[["about", "value", "bound"]].drop_duplicates()
    points = [(r.about, "stated" if r.bound == "exact" else "roughly", r.value) for r in stated.itertuples()]
    points += [(r.about, r.vintage, r.reference_value) for r in joined.itertuples() if not pd.isna(r.reference_value)]
    data = pd.DataFrame(points, columns=["about", "basis", "value"])
    far = joined.dropna(subset=["ratio"]).sort_values("ratio", key=lambda r: (r - 1).abs()).iloc[-1]
    title = (
        f"{capital(measure)}: stated for {far['about']} is {far['ratio']:.2f} times the value {BASES[far['vintage']]}"
    )
    return Chart(
        name=f"figure-checks-{slug(measure)}",
        title=title,
        alt=_dots_alt(f"Dot chart of {measure} in {unit}", data),
        source=source,
        data=data,
        rows=len(names),
        n=count(len(stated), "stated figure"),
        paint=lambda axes, narrow: _paint_dots(axes, narrow, data, names, unit),
    )


def draw_all_checks(checks: pd.DataFrame, figures: pd.DataFrame, source: Callable[[str], str]) -> list[Chart | Undrawn]:
    """One chart for each measure that has reference values, in reading order; ``source`` gives a measure's line."""
    checked = figures[figures["figure_id"].isin(checks["figure_id"])]
    drawn = [draw_figure_checks(checks, figures, m, source(m)) for m in dict.fromkeys(checked["measure"])]
    return [chart for chart in drawn if chart]


@told_when_undrawn
def draw_per_person(per_person: pd.DataFrame, source: str) -> Chart | None:
    """Amounts for each inhabitant on a scale where each step is ten times the last, a row a country."""
    rows = per_person.drop_duplicates(["measure", "unit", "iso3", "basis", "per_person"])
    if rows.empty:
        return None
    unit, measure = rows["unit"].iloc[0], rows["measure"].iloc[0]
    rows = rows[(rows["unit"] == unit) & (rows["measure"] == measure)]
    names = list(dict.fromkeys(rows["about"]))
    data = rows[["about", "basis", "per_person"]].rename(columns={"per_person": "value"}).reset_index(drop=True)
    top = data.loc[data["value"].idxmax()]
    whose = "by the speaker’s own numbers" if top["basis"] == "stated" else f"by values {BASES[top['basis']]}"
    return Chart(
        name="per-person",
        title=f"{capital(measure)} per person: highest for {top['about']}, {amount(top['value'], unit)} {whose}",
        alt=_dots_alt(f"Dot chart of {measure} per person in {unit}, each step ten times the last", data),
        source=source,
        data=data,
        rows=len(names),
        n=count(len(names), "country", "countries"),
        paint=lambda axes, narrow: _paint_dots(axes, narrow, data, names, f"{unit} per person", log=True),
    )


def _dots_alt(lead: str, data: pd.DataFrame) -> str:
    """Alt text that says every number of a dot chart."""
    said = []
    for name, group in data.groupby("about", sort=False):
        values = join_words(
            [f"{r.value:,.0f} {'stated' if r.basis == 'stated' else BASES[r.basis]}" for r in group.itertuples()]
        )
        said.append(f"{name}: {values}")
    return f"{lead}. {'; '.join(said)}."


def _paint_dots(axes: Axes, narrow: bool, data: pd.DataFrame, names: list[str], label: str, log: bool = False) -> None:
    for name in names:
        values = data.loc[data["about"] == name, "value"]
        axes.plot([values.min(), values.max()], [names.index(name)] * 2, color=PALE, lw=3, zorder=1)
    for basis, (mark, colour) in MARKS.items():
        some = data[data["basis"] == basis]
        if len(some):
            face = colour if basis == "stated" else "white"
            spots = [names.index(name) for name in some["about"]]
            text = BASES.get(basis, "stated in the articles")
            axes.scatter(
                some["value"], spots, marker=mark, s=44, c=face, edgecolors=colour, lw=1.6, label=text, zorder=3
            )
    if log:
        axes.set_xscale("log")
        label += " (each step ten times the last)"
    else:
        axes.set_xlim(left=0)
    axes.xaxis.set_major_formatter(lambda x, _: short(x))
    axes.set_yticks(range(len(names)), [fold(n, narrow) for n in names])
    axes.set_ylim(len(names) - 0.5, -0.5)
    axes.set_xlabel(fold(label, narrow, 30))
    axes.tick_params(axis="y", length=0)
    draw_legend(axes, narrow, 3)
