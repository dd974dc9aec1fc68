"""One comparison → one chart, with a title that states the finding, a source line and alt text.

Every ``draw_`` function returns null when its table has nothing to draw.
"""

from collections.abc import Callable

import pandas as pd
from matplotlib.axes import Axes

from onrecord.charts.canvas import ACCENT, INK, LABEL, PALE, SECOND, THIRD, Chart, count_lines, draw_legend, fold, short
from onrecord.language.wording import VINTAGES, amount, capital, count, join_words, slug

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


def draw_figure_checks(checks: pd.DataFrame, figures: pd.DataFrame, measure: str, source: str) -> Chart | None:
    """Stated values of one measure beside the reference values of each vintage, a row a country."""
    joined = checks.merge(figures[figures["measure"] == measure], on="figure_id")
    joined = joined.drop_duplicates(["about", "value", "vintage"])
    if joined["ratio"].notna().sum() == 0:
        return None
    unit = joined.loc[joined["ratio"].notna(), "unit"].iloc[0]
    joined = joined[joined["unit"] == unit]
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


def draw_all_checks(checks: pd.DataFrame, figures: pd.DataFrame, source: Callable[[str], str]) -> list[Chart]:
    """One chart for each measure that has reference values, in reading order; ``source`` gives a measure's line."""
    checked = figures[figures["figure_id"].isin(checks["figure_id"])]
    drawn = [draw_figure_checks(checks, figures, m, source(m)) for m in dict.fromkeys(checked["measure"])]
    return [chart for chart in drawn if chart]


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
        axes.set_xlabel(unit + "s")
        draw_legend(axes, narrow, 1)

    said = "; ".join(f"{label}: {value:,.0f}" for label, value in zip(labels, data["reference_value"], strict=True))
    entries = count(total, "listed entry", "listed entries")
    return Chart(
        name="known-values",
        title=f"{capital(measure)}: {beyond} of {entries} of {about} exceed the stated value",
        alt=f"Dot chart of listed values in {unit}s; a line marks the stated {stated:,.0f}. {said}.",
        source=source,
        data=data,
        rows=len(data),
        n=count(len(data), "listed value"),
        paint=paint,
        lines=count_lines(labels),
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
        axes.set_yticks(range(len(rows)), [fold(text, narrow, LABEL) for text in labels], fontsize=8.5)
        axes.set_ylim(len(rows) - 0.5, -0.5)
        axes.set_xlabel("words attributed")
        draw_legend(axes, narrow, 2)

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
        n=count(int(rows["claims"].sum()), "claim"),
        paint=paint,
        lines=count_lines(labels),
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
