"""Which words outlets use: ``cues``."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from onrecord.charts.canvas import (
    ACCENT,
    INK,
    SECOND,
    THIRD,
    Chart,
    draw_legend,
    told_when_undrawn,
)
from onrecord.language.wording import count, join_words


@told_when_undrawn
def draw_cues(cues: pd.DataFrame, source: str, most: int = 12) -> Chart | None:
    """The cues used most, a bar an outlet."""
    if cues.empty:
        return None
    table = cues.pivot_table(
        index="cue_lemma", columns="outlet", values="claims", aggfunc="sum", fill_value=0, sort=False
    )
    table = table.loc[table.sum(axis=1).sort_values(ascending=False, kind="stable").index[:most]].astype(int)
    colours = [ACCENT, SECOND, THIRD, INK, "#6b6b6b"]

    def paint(axes: Axes, narrow: bool) -> None:
        thick = 0.8 / len(table.columns)
        for i, outlet in enumerate(table.columns):
            spots = [y - 0.4 + (i + 0.5) * thick for y in range(len(table))]
            axes.barh(spots, table[outlet], height=thick, color=colours[i % len(colours)], label=outlet)
        axes.set_yticks(range(len(table)), table.index)
        axes.set_ylim(len(table) - 0.5, -0.5)
        axes.xaxis.set_major_locator(MaxNLocator("auto", steps=[1, 2, 2.5, 5, 10], integer=True))
        axes.set_xlabel("claims")
        draw_legend(axes, narrow, 3)

    said = "; ".join(
        f"{cue}: {join_words([f'{n} in {o}' for o, n in row.items() if n])}" for cue, row in table.iterrows()
    )
    return Chart(
        name="cues",
        title=f"“{table.index[0]}” introduces most claims: {table.iloc[0].sum()} of {cues['claims'].sum()}",
        alt=f"Bar chart of the cues that introduce claims. {said}.",
        source=source,
        data=table.reset_index(),
        rows=max(3, len(table)),
        n=count(int(cues["claims"].sum()), "claim"),
        paint=paint,
    )
