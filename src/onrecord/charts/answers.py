"""Who answers whom: the disputes of ``claim_pairs``, an arrow from each denier to whose statement is denied."""

import pandas as pd
from matplotlib.axes import Axes

from onrecord.charts.canvas import INK, LABEL, PALE, SECOND, Chart, fold, told_when_undrawn
from onrecord.language.wording import count, join_words


@told_when_undrawn
def draw_answers(pairs: pd.DataFrame, claims: pd.DataFrame, actors: pd.DataFrame, source: str) -> Chart | None:
    """An arrow for each two speakers of whom one denies what the other says, in another article."""
    disputes = pairs[pairs["relation"] == "disputes"]
    if disputes.empty:
        return None
    speaker = claims.set_index("claim_id")["actor_id"].map(actors.set_index("actor_id")["name"])
    first = disputes["denier"] == "a"
    table = pd.DataFrame(
        {
            "denier": disputes["claim_a"].where(first, disputes["claim_b"]).map(speaker),
            "speaker": disputes["claim_b"].where(first, disputes["claim_a"]).map(speaker),
        }
    )
    table = table.groupby(["denier", "speaker"], sort=False).size().reset_index(name="statements")
    left, right = (list(dict.fromkeys(table[column])) for column in ("denier", "speaker"))

    def paint(axes: Axes, narrow: bool) -> None:
        for side, names, align in ((0.0, left, "right"), (1.0, right, "left")):
            for y, name in enumerate(names):
                axes.text(side, y, fold(name, narrow, LABEL // 2), ha=align, va="center", fontsize=8.5, color=INK)
        for row in table.itertuples():
            start, end = (0.03, left.index(row.denier)), (0.97, right.index(row.speaker))
            style = {"arrowstyle": "->", "color": SECOND, "lw": 0.8 + row.statements / 2}
            axes.annotate("", xy=end, xytext=start, arrowprops=style)
        axes.set_xlim(-1.1, 2.1)
        axes.set_ylim(max(len(left), len(right)) - 0.5, -0.8)
        axes.text(0.0, -0.7, "denies", ha="right", fontsize=8, color=INK)
        axes.text(1.0, -0.7, "what is said by", ha="left", fontsize=8, color=INK)
        axes.axvspan(0.02, 0.98, color=PALE, alpha=0.25, linewidth=0)
        axes.set_axis_off()

    told = [f"{r.denier} denies what {r.speaker} says ({count(r.statements, 'statement')})" for r in table.itertuples()]
    return Chart(
        name="who-answers-whom",
        title=f"{join_words(left[:3])} {'denies' if len(left) == 1 else 'deny'} what {join_words(right[:3])} "
        f"{'says' if len(right) == 1 else 'say'} in another article",
        alt=f"Arrows from each denier to whose statement is denied. {'; '.join(told)}.",
        source=source,
        data=table,
        rows=max(2, len(left), len(right)),
        n=count(len(disputes), "dispute"),
        paint=paint,
    )
