"""One comparison → one chart: drawn wide and narrow, with a title that states the finding, a source line and alt text.

Every ``draw_`` function returns null when its table has nothing to draw.
"""

import io
from collections.abc import Callable
from dataclasses import dataclass

import matplotlib
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from onrecord.wording import amount, count, join_words

WIDE, NARROW = 7.0, 3.5  # inches
INK, PALE, ACCENT, SECOND, THIRD = "#1b1b1b", "#d9d9d9", "#0b5c8a", "#c8102e", "#e08a00"
STYLE = {
    "font.family": "sans-serif",
    "font.size": 9.5,
    "svg.fonttype": "none",
    "svg.hashsalt": "onrecord",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": INK,
    "axes.labelcolor": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "text.color": INK,
    "figure.facecolor": "white",
}
VINTAGE_NAMES = {"then": "as known then", "later": "as first known later", "now": "as known now"}
MARKS = {"stated": ("o", ACCENT), "then": ("s", SECOND), "later": ("s", SECOND), "now": ("D", THIRD)}


@dataclass(frozen=True)
class Chart:
    """A chart of one table. ``paint`` draws it into Axes, with ``narrow`` for a phone; ``data`` holds its numbers."""

    name: str
    title: str
    alt: str
    source: str
    data: pd.DataFrame
    rows: int
    paint: Callable[[Axes, bool], None]

    def draw(self, narrow: bool = False) -> Axes:
        """The chart on new Axes; a row of the chart takes the same height at every length."""
        with matplotlib.rc_context(STYLE):
            figure = Figure(figsize=(NARROW if narrow else WIDE, 1.1 + 0.34 * self.rows), layout="constrained")
            axes = figure.subplots()
            self.paint(axes, narrow)
            return axes

    def svg(self, narrow: bool = False) -> str:
        """The drawing as SVG; the same table gives the same bytes."""
        axes, out = self.draw(narrow), io.StringIO()
        with matplotlib.rc_context(STYLE):
            axes.figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
        return out.getvalue()

    def _repr_svg_(self) -> str:
        return self.svg()


def _legend(axes: Axes, narrow: bool, columns: int) -> None:
    """The legend below the drawing, where it hides nothing."""
    axes.figure.legend(loc="outside lower left", ncols=1 if narrow else columns, frameon=False, fontsize=8.5)


def draw_figure_checks(checks: pd.DataFrame, figures: pd.DataFrame, measure: str, source: str) -> Chart | None:
    """Stated values of one measure beside the reference values of each vintage, a row a country."""
    joined = checks.merge(figures[figures["measure"] == measure], on="figure_id")
    joined = joined.drop_duplicates(["about", "value", "vintage"])
    if joined["reference_value"].notna().sum() == 0:
        return None
    names = list(dict.fromkeys(joined["about"]))
    unit = joined["unit"].iloc[0]
    points = [
        (name, "stated", value) for name, value in joined[["about", "value"]].drop_duplicates().itertuples(index=False)
    ]
    points += [(r.about, r.vintage, r.reference_value) for r in joined.itertuples() if not pd.isna(r.reference_value)]
    data = pd.DataFrame(points, columns=["about", "basis", "value"])
    far = joined.dropna(subset=["ratio"]).sort_values("ratio", key=lambda r: (r - 1).abs()).iloc[-1]
    title = (
        f"{measure.capitalize()}: stated for {far['about']} is {far['ratio']:.2f} times "
        f"the value {VINTAGE_NAMES[far['vintage']]}"
    )
    return Chart(
        name=f"figure-checks-{measure.replace(' ', '-')}",
        title=title,
        alt=_dots_alt(f"Dot chart of {measure} in {unit}", data),
        source=source,
        data=data,
        rows=len(names),
        paint=lambda axes, narrow: _paint_dots(axes, narrow, data, names, unit),
    )


def draw_all_checks(checks: pd.DataFrame, figures: pd.DataFrame, source: str) -> list[Chart]:
    """One chart for each measure that has reference values, in reading order."""
    checked = figures[figures["figure_id"].isin(checks["figure_id"])]
    drawn = [draw_figure_checks(checks, figures, measure, source) for measure in dict.fromkeys(checked["measure"])]
    return [chart for chart in drawn if chart]


def draw_per_person(per_person: pd.DataFrame, source: str) -> Chart | None:
    """Amounts for each inhabitant on a scale where each step is ten times the last, a row a country."""
    rows = per_person.drop_duplicates(["iso3", "basis", "per_person"])
    if rows.empty:
        return None
    names = list(dict.fromkeys(rows["about"]))
    unit, measure = rows["unit"].iloc[0], rows["measure"].iloc[0]
    data = rows[["about", "basis", "per_person"]].rename(columns={"per_person": "value"}).reset_index(drop=True)
    top = data.loc[data["value"].idxmax()]
    whose = "by the speaker’s own numbers" if top["basis"] == "stated" else f"by values {VINTAGE_NAMES[top['basis']]}"
    return Chart(
        name="per-person",
        title=f"{measure.capitalize()} per person: highest for {top['about']}, {amount(top['value'], unit)} {whose}",
        alt=_dots_alt(f"Dot chart of {measure} per person in {unit}, each step ten times the last", data),
        source=source,
        data=data,
        rows=len(names),
        paint=lambda axes, narrow: _paint_dots(axes, narrow, data, names, f"{unit} per person", log=True),
    )


def _dots_alt(lead: str, data: pd.DataFrame) -> str:
    """Alt text that says every number of a dot chart."""
    said = []
    for name, group in data.groupby("about", sort=False):
        values = join_words(
            [
                f"{r.value:,.0f} {'stated' if r.basis == 'stated' else VINTAGE_NAMES[r.basis]}"
                for r in group.itertuples()
            ]
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
            text = VINTAGE_NAMES.get(basis, "stated in the articles")
            axes.scatter(
                some["value"], spots, marker=mark, s=44, c=face, edgecolors=colour, lw=1.6, label=text, zorder=3
            )
    if log:
        axes.set_xscale("log")
        label += " (each step ten times the last)"
    else:
        axes.set_xlim(left=0)
    axes.xaxis.set_major_formatter(lambda x, _: short(x))
    axes.set_yticks(range(len(names)), [_fold(n, narrow) for n in names])
    axes.set_ylim(len(names) - 0.5, -0.5)
    axes.set_xlabel(_fold(label, narrow, 30))
    axes.tick_params(axis="y", length=0)
    _legend(axes, narrow, 3)


def draw_known_values(known: pd.DataFrame, figures: pd.DataFrame, source: str) -> Chart | None:
    """The entries of a reference list, with the stated value as a line through them."""
    joined = known.merge(figures, on="figure_id", suffixes=("", "_figure"))
    if joined.empty:
        return None
    stated = joined["value"].iloc[0]
    joined = joined[joined["value"] == stated].drop_duplicates(["item", "basis", "reference_value"])
    joined = joined.sort_values(["reference_value", "item"], ascending=[False, True])
    measure, about, unit = joined["measure"].iloc[0], joined["about"].iloc[0], joined["unit"].iloc[0]
    data = joined[["item", "kind", "reference_value", "basis", "year"]].reset_index(drop=True)
    beyond = data[data["reference_value"] > stated]["item"].nunique()
    total = data["item"].nunique()
    labels = [f"{r.item} ({r.basis.replace('_', ' ')}, {r.year})" for r in data.itertuples()]

    def paint(axes: Axes, narrow: bool) -> None:
        axes.axvline(stated, color=ACCENT, lw=2, label=f"stated: {stated:,.0f} {unit}s", zorder=1)
        axes.scatter(data["reference_value"], range(len(data)), marker="D", s=36, c="white", edgecolors=SECOND, lw=1.6)
        axes.set_yticks(range(len(data)), [_fold(text, narrow, 20) for text in labels], fontsize=8.5)
        axes.set_ylim(len(data) - 0.5, -0.5)
        axes.set_xlim(left=0)
        axes.set_xlabel(unit + "s")
        _legend(axes, narrow, 1)

    said = "; ".join(f"{label}: {value:,.0f}" for label, value in zip(labels, data["reference_value"], strict=True))
    return Chart(
        name="known-values",
        title=f"{measure.capitalize()}: {beyond} of {count(total, 'listed system')} of {about} exceed the stated value",
        alt=f"Dot chart of listed values in {unit}s; a line marks the stated {stated:,.0f}. {said}.",
        source=source,
        data=data,
        rows=len(data),
        paint=paint,
    )


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
        axes.set_yticks(range(len(rows)), [_fold(text, narrow, 22) for text in labels], fontsize=8.5)
        axes.set_ylim(len(rows) - 0.5, -0.5)
        axes.set_xlabel("words attributed")
        _legend(axes, narrow, 2)

    said = "; ".join(
        f"{label}: {r.quoted_words} of {r.words}" for label, r in zip(labels, rows.itertuples(), strict=True)
    )
    top = rows.loc[rows["words"].idxmax()]
    return Chart(
        name="quoted-share",
        title=f"{share:.0%} of attributed words are quoted; {top['name']} has most, {top['words']} in {top['outlet']}",
        alt=f"Bar chart of words attributed to each speaker and how many are quoted. {said}.",
        source=source,
        data=rows[["outlet", "name", "claims", "words", "quoted_words", "quoted_share"]],
        rows=len(rows),
        paint=paint,
    )


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
        axes.xaxis.get_major_locator().set_params(integer=True)
        axes.set_xlabel("claims")
        _legend(axes, narrow, 3)

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
        paint=paint,
    )


def short(x: float) -> str:
    """A number as an axis writes it: 16 bn, 250 m, 1.5 k."""
    for size, name in ((1e12, " tn"), (1e9, " bn"), (1e6, " m"), (1e3, " k")):
        if abs(x) >= size:
            return f"{x / size:g}{name}"
    return f"{x:g}"


def _fold(text: str, narrow: bool, width: int = 16) -> str:
    """The text in lines of at most ``width`` characters on a phone."""
    if not narrow:
        return text
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)
