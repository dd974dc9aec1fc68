"""How outlets quote and which words they use: ``quoted_share`` and ``cues``."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from onrecord.charts.canvas import (
    ACCENT,
    INK,
    LABEL,
    PALE,
    SECOND,
    THIRD,
    Chart,
    count_lines,
    draw_legend,
    fold,
    told_when_undrawn,
)
from onrecord.language.wording import count, join_words


@told_when_undrawn
def draw_quoted_share(shares: pd.DataFrame, source: str) -> Chart | None:
    """Words attributed to each speaker by outlet: those in quotation marks and those in the outlet's words."""
    rows = shares[shares["words"] > 0].reset_index(drop=True)
    if rows.empty:
        return None
    several = rows["outlet"].nunique() > 1
    labels = [
        f"{r.name_} · {r.outlet}" if several else r.name_ for r in rows.rename(columns={"name": "name_"}).itertuples()
    ]
    share = rows["quoted_words"].sum() / rows["words"].sum()

    def paint(axes: Axes, narrow: bool) -> None:
        own = rows["words"] - rows["quoted_words"]
        axes.barh(range(len(rows)), rows["quoted_words"].astype(int), color=ACCENT, label="in quotation marks")
        axes.barh(
            range(len(rows)),
            own.astype(int),
            left=rows["quoted_words"].astype(int),
            color=PALE,
            label="in the outlet’s words",
        )
        axes.set_yticks(range(len(rows)), [fold(text, narrow, LABEL) for text in labels], fontsize=8.5)
        axes.set_ylim(len(rows) - 0.5, -0.5)
        axes.set_xlabel("words attributed")
        draw_legend(axes, narrow, 2)

    said = "; ".join(
        f"{label}: {r.quoted_words} of {r.words}" for label, r in zip(labels, rows.itertuples(), strict=True)
    )
    top = rows.loc[rows["words"].idxmax()]
    most = f"{top['name']} is given most, {top['words']} in {top['outlet']}"
    return Chart(
        name="quoted-share",
        title=f"{share:.0%} of attributed words are quoted; {most}",
        alt=f"Bar chart of words attributed to each speaker and how many are quoted. {said}.",
        source=source,
        data=rows[["outlet", "name", "claims", "words", "quoted_words", "quoted_share"]],
        rows=len(rows),
        n=count(int(rows["claims"].sum()), "claim"),
        paint=paint,
        lines=count_lines(labels),
    )


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
