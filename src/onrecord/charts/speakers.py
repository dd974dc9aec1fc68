"""Who speaks in which outlet: a row a speaker, a column an outlet (``speakers_by_outlet``)."""

import pandas as pd
from matplotlib.axes import Axes

from onrecord.charts.canvas import ACCENT, INK, LABEL, PALE, Chart, count_lines, fold, told_when_undrawn
from onrecord.language.wording import count, join_words

MOST = 12  # speakers drawn; the table has all
LARGEST, LARGEST_NARROW = 420.0, 220.0  # points², of the most words


@told_when_undrawn
def draw_speakers(speakers: pd.DataFrame, actors: pd.DataFrame, articles: pd.DataFrame, source: str) -> Chart | None:
    """The words attributed to each speaker in each outlet: a dot's area is its words, the filled part those quoted."""
    if speakers.empty:
        return None
    named = speakers.merge(actors[["actor_id", "name"]], on="actor_id")
    order = named.groupby("actor_id", sort=False)["words"].sum().sort_values(ascending=False, kind="stable").index
    rows = named[named["actor_id"].isin(order[:MOST])]
    spot = {actor: y for y, actor in enumerate(order[:MOST])}
    labels = [rows.loc[rows["actor_id"] == actor, "name"].iloc[0] for actor in spot]
    outlets = list(dict.fromkeys(articles["outlet"]))
    largest = rows["words"].max()

    def paint(axes: Axes, narrow: bool) -> None:
        size = LARGEST_NARROW if narrow else LARGEST
        x, y = rows["outlet"].map(outlets.index), rows["actor_id"].map(spot)
        axes.scatter(x, y, s=(rows["words"] / largest * size).tolist(), color=PALE, edgecolors=INK, linewidths=0.5)
        axes.scatter(x, y, s=(rows["quoted_words"] / largest * size).tolist(), color=ACCENT, linewidths=0)
        for a, b, words in zip(x, y, rows["words"], strict=True):
            axes.annotate(f"{words:,}", (a, b), xytext=(13, 0), textcoords="offset points", va="center", fontsize=8)
        axes.set_yticks(range(len(labels)), [fold(label, narrow, LABEL) for label in labels], fontsize=8.5)
        axes.set_ylim(len(labels) - 0.5, -0.5)
        axes.set_xticks(range(len(outlets)), [fold(name, True, 10) for name in outlets], fontsize=8.5)
        axes.set_xlim(-0.5, len(outlets) - 0.3)
        axes.xaxis.tick_top()
        axes.tick_params(length=0)
        axes.spines[["left", "bottom"]].set_visible(False)
        axes.grid(axis="y", color=PALE, linewidth=0.5)
        axes.set_axisbelow(True)

    told = "; ".join(
        f"{label}: {join_words([f'{r.words} in {r.outlet}' for r in rows[rows['actor_id'] == actor].itertuples()])}"
        for actor, label in zip(spot, labels, strict=True)
    )
    everywhere = [
        label
        for actor, label in zip(spot, labels, strict=True)
        if rows.loc[rows["actor_id"] == actor, "outlet"].nunique() == len(outlets) > 1
    ]
    share = f"{join_words(everywhere[:3])} {'speaks' if len(everywhere) == 1 else 'speak'} in every outlet"
    return Chart(
        name="speakers-by-outlet",
        title=share if everywhere else f"{labels[0]} is given most words",
        alt=f"Dot chart of the words attributed to each speaker by outlet, those quoted filled. {told}.",
        source=source,
        data=named[["name", "outlet", "claims", "words", "quoted_words", "first", "last"]],
        rows=max(3, len(labels)),
        n=count(int(speakers["claims"].sum()), "claim"),
        paint=paint,
        lines=count_lines(labels),
    )
