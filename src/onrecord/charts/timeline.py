"""When things were said, beside when they were reported: ``said_when``."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.dates import AutoDateLocator, ConciseDateFormatter

from onrecord.charts.canvas import ACCENT, LABEL, PALE, SECOND, Chart, count_lines, draw_legend, fold, told_when_undrawn
from onrecord.language.wording import count


@told_when_undrawn
def draw_said_when(
    said_when: pd.DataFrame, claims: pd.DataFrame, actors: pd.DataFrame, articles: pd.DataFrame, source: str
) -> Chart | None:
    """A row a speaker: when each claim was said, as the text tells, and the days of publication."""
    if said_when.empty:
        return None
    names, outlets = actors.set_index("actor_id")["name"], articles.set_index("article_id")["outlet"]
    rows = said_when.merge(claims[["claim_id", "actor_id", "article_id"]], on="claim_id")
    rows = rows.assign(
        speaker=rows["actor_id"].map(names).fillna("speaker left open"), outlet=rows["article_id"].map(outlets)
    )
    labels = list(dict.fromkeys(rows["speaker"]))
    first, last = rows["said_start"].min(), rows["said_end"].max()

    def paint(axes: Axes, narrow: bool) -> None:
        y = rows["speaker"].map(labels.index)
        axes.hlines(y, rows["said_start"], rows["said_end"], color=ACCENT, linewidth=2)
        middle = rows["said_start"] + (rows["said_end"] - rows["said_start"]) / 2
        axes.scatter(middle, y, s=28, color=ACCENT, zorder=3, label="said")
        for n, day in enumerate(sorted(set(rows["published"].dropna()))):
            axes.axvline(day, color=SECOND, linewidth=1, linestyle=":", label="" if n else "published")
        axes.set_yticks(range(len(labels)), [fold(label, narrow, LABEL) for label in labels], fontsize=8.5)
        axes.set_ylim(len(labels) - 0.5, -0.5)
        ticks = AutoDateLocator(minticks=2, maxticks=5 if narrow else 8)  # type: ignore[no-untyped-call]
        axes.xaxis.set_major_locator(ticks)
        axes.xaxis.set_major_formatter(ConciseDateFormatter(ticks))  # type: ignore[no-untyped-call]
        axes.grid(axis="y", color=PALE, linewidth=0.5)
        draw_legend(axes, narrow, 2)

    told = "; ".join(f"{r.speaker} {_when(r.said_start, r.said_end)} ({r.outlet})" for r in rows.itertuples())
    return Chart(
        name="said-when",
        title=f"What is reported was said {_when(first, last)}",
        alt=f"Timeline of when claims were said. {told}.",
        source=source,
        data=rows[["speaker", "outlet", "said_start", "said_end", "published"]],
        rows=max(3, len(labels)),
        n=count(len(rows), "claim"),
        paint=paint,
        lines=count_lines(labels),
    )


def _when(first: pd.Timestamp, last: pd.Timestamp) -> str:
    if first == last:
        return f"on {first:%-d %B %Y}"
    return f"between {first:%-d %B %Y} and {last:%-d %B %Y}"
