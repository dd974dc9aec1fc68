"""One measure as it is stated: by whom, in which outlet, for when; an interval is drawn as an interval."""

from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from onrecord.charts.canvas import ACCENT, LABEL, Chart, Undrawn, count_lines, fold, short, told_when_undrawn
from onrecord.language.wording import amount, bounded, capital, count, in_sentence, join_words, slug

OPEN = {"more_than": ">", "at_least": ">", "less_than": "<", "at_most": "<"}  # marks that point where the value may lie


def draw_statements(
    figures: pd.DataFrame, claims: pd.DataFrame, actors: pd.DataFrame, articles: pd.DataFrame, source: str
) -> list[Chart | Undrawn]:
    """A chart for each measure that several speakers or outlets state, or that is stated as an interval."""
    names = {a: in_sentence(n) for a, n in zip(actors["actor_id"], actors["name"], strict=True)}
    outlets = dict(zip(articles["article_id"], articles["outlet"], strict=True))
    said = dict(zip(claims["claim_id"], claims["said_text"], strict=True))
    rows = figures[figures["review"] != "rejected"].dropna(subset=["measure", "unit"])
    rows = rows[rows["value"].notna() | (rows["low"].notna() & rows["high"].notna())]
    rows = rows.assign(outlet=rows["article_id"].map(outlets), said=rows["claim_id"].map(said))
    stated = rows["outlet"].where(rows["claim_id"].isna(), "speaker left open")
    rows = rows.assign(speaker=rows["actor_id"].map(names).fillna(stated))
    drawn: list[Chart | Undrawn] = []
    measures: list[object] = []
    for (measure, unit), group in rows.groupby(["measure", "unit"], sort=False):
        several = group["speaker"].nunique() > 1 or group["outlet"].nunique() > 1
        if several or group["low"].notna().any():
            taken = measure in measures
            chart = _draw(group, str(measure), str(unit), source, f"-{slug(str(unit))}" if taken else "")
            drawn += [chart] if chart else []
            measures.append(measure)
    return drawn


@told_when_undrawn
def _draw(group: pd.DataFrame, measure: str, unit: str, source: str, suffix: str) -> Chart:
    group = group.drop_duplicates(["speaker", "outlet", "about", "value", "low", "high"]).reset_index(drop=True)
    labels = [_label(row) for row in group.itertuples()]
    told = [_tell(row) for row in group.itertuples()]
    speakers = list(dict.fromkeys(group["speaker"]))
    return Chart(
        name=f"statements-{slug(measure)}{suffix}",
        title=f"{capital(measure)}: {join_words(list(dict.fromkeys(told))[:3])}, by {join_words(speakers[:3])}",
        alt=f"Chart of {measure} as stated. " + "; ".join(f"{a}: {b}" for a, b in zip(labels, told, strict=True)) + ".",
        source=source,
        data=group[["speaker", "outlet", "about", "said", "value", "low", "high", "bound", "unit"]],
        rows=max(2, len(group)),
        n=count(len(group), "statement"),
        paint=lambda axes, narrow: _paint(axes, narrow, group, labels, unit),
        lines=count_lines(labels),
    )


def _label(row: Any) -> str:
    parts = [row.speaker, *(p for p in (row.outlet, row.said) if isinstance(p, str) and p != row.speaker)]
    return " · ".join(parts)


def _tell(row: Any) -> str:
    if pd.isna(row.value):
        return f"{amount(row.low, None)} to {amount(row.high, row.unit)}"
    return bounded(row.bound) + amount(row.value, row.unit)


def _paint(axes: Axes, narrow: bool, group: pd.DataFrame, labels: list[str], unit: str) -> None:
    """A dot for an exact number, a ring for an approximate one, a pointer for a bound, a bar for an interval."""
    for y, row in enumerate(group.itertuples()):
        if pd.isna(row.value):
            axes.plot([row.low, row.high], [y, y], color=ACCENT, lw=7, solid_capstyle="butt")
        else:
            face = ACCENT if row.bound == "exact" else "white"
            axes.scatter([row.value], [y], marker=OPEN.get(row.bound, "o"), s=48, c=face, edgecolors=ACCENT, lw=1.6)
    axes.set_yticks(range(len(labels)), [fold(label, narrow, LABEL) for label in labels], fontsize=8.5)
    axes.set_ylim(len(labels) - 0.5, -0.5)
    axes.set_xlim(left=min(0, axes.get_xlim()[0]) if group[["value", "low"]].min().min() < 0 else 0)
    axes.xaxis.set_major_formatter(lambda x, _: short(x))
    axes.set_xlabel(fold(f"{unit}; ring: about, bar: from … to …", narrow, 30))
