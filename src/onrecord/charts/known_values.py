"""A stated value through a list of known things: ``known_values``."""

import pandas as pd
from matplotlib.axes import Axes

from onrecord.charts.canvas import ACCENT, LABEL, SECOND, Chart, count_lines, draw_legend, fold, told_when_undrawn
from onrecord.language.plurals import plural
from onrecord.language.wording import amount, capital, count


@told_when_undrawn
def draw_known_values(known: pd.DataFrame, figures: pd.DataFrame, source: str) -> Chart | None:
    """The entries of a reference list, with the stated value as a line through them."""
    joined = known.merge(figures, on="figure_id", suffixes=("", "_figure"))
    if joined.empty:
        return None
    stated, same = joined["value"].iloc[0], ["measure", "iso3", "unit", "value"]
    joined = joined[(joined[same] == joined[same].iloc[0]).all(axis=1)].drop_duplicates(
        ["item", "basis", "reference_value"]
    )
    joined = joined.sort_values(["reference_value", "item"], ascending=[False, True])
    measure, about, unit = joined["measure"].iloc[0], joined["about"].iloc[0], joined["unit"].iloc[0]
    data = joined[["item", "kind", "reference_value", "basis", "year"]].reset_index(drop=True)
    beyond = data[data["reference_value"] > stated]["item"].nunique()
    total = data["item"].nunique()
    labels = [
        f"{r.item} ({r.basis.replace('_', ' ')}{'' if pd.isna(r.year) else f', {r.year}'})" for r in data.itertuples()
    ]

    def paint(axes: Axes, narrow: bool) -> None:
        axes.axvline(stated, color=ACCENT, lw=2, label=f"stated: {amount(stated, unit)}", zorder=1)
        axes.scatter(data["reference_value"], range(len(data)), marker="D", s=36, c="white", edgecolors=SECOND, lw=1.6)
        axes.set_yticks(range(len(data)), [fold(text, narrow, LABEL) for text in labels], fontsize=8.5)
        axes.set_ylim(len(data) - 0.5, -0.5)
        axes.set_xlim(left=0)
        axes.set_xlabel(plural(unit))
        draw_legend(axes, narrow, 1)

    said = "; ".join(f"{label}: {value:,.0f}" for label, value in zip(labels, data["reference_value"], strict=True))
    entries = count(total, "listed entry", "listed entries")
    return Chart(
        name="known-values",
        title=f"{capital(measure)}: {beyond} of {entries} of {about} exceed the stated value",
        alt=f"Dot chart of listed values in {plural(unit)}; a line marks the stated {stated:,.0f}. {said}.",
        source=source,
        data=data,
        rows=len(data),
        n=count(len(data), "listed value"),
        paint=paint,
        lines=count_lines(labels),
    )
