"""Findings, numbers and rows as HTML: the same fragments for the page and for whoever verifies one.

Jinja escapes every value; only text that ``marking`` has escaped itself comes in as HTML. Each fragment that states
something carries ``data-of``, what it is, and ``data-rows``, the ids of the rows that it was made from.
"""

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
import pandas as pd
from markupsafe import Markup

from onrecord.charts import Chart, Undrawn
from onrecord.report.clippings import Clipping
from onrecord.report.evidence import show_claims, show_clipping, show_figures
from onrecord.report.material import Material
from onrecord.report.sections import Cards, Openings, Printings, Standings, Voices

TEMPLATES = Path(__file__).parent


@cache
def templates() -> jinja2.Environment:
    """The house's templates, every value escaped and a missing one an error."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES), autoescape=True, undefined=jinja2.StrictUndefined
    )


def pin_style(*files: str) -> tuple[Markup, str]:
    """Style sheets of the house as one, and its hash for the content security policy, which lets in no other."""
    style = "".join((TEMPLATES / file).read_text(encoding="utf8") for file in files)
    return Markup(style), f"sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}"


def _fill(macro: str, *values: Any) -> Markup:
    return Markup(getattr(templates().get_template("macros.html.j2").module, macro)(*values))


def render_item(material: Material, item: Any, title: str) -> list[Markup]:
    """An item of a section as fragments; none for what is empty."""
    if isinstance(item, Cards):
        return [_render_card(material, finding) for finding in item.findings]
    if isinstance(item, Openings) and len(item):
        return [_fill("openings", [_opening(material, row) for row in item.rows])]
    if isinstance(item, Standings) and len(item):
        return [_fill("standings", item.lines, title, material.corrections)]
    if isinstance(item, Voices) and len(item):
        return [_fill("voices", item.lines, title)]
    if isinstance(item, Printings) and len(item):
        return [_fill("printings", item.lines, title)]
    if isinstance(item, pd.DataFrame) and len(item):
        return [_fill("grid", to_grid(item), title)]
    if isinstance(item, Undrawn):
        return [Markup('<p class="note">{}</p>').format(str(item))]
    return []


def render_chart(chart: Chart) -> Markup:
    """A chart at both widths, with its alternative text, source and numbers."""

    def encode(svg: str) -> str:
        return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()

    shown = {
        "title": chart.title,
        "alt": chart.alt,
        "source": chart.source,
        "n": chart.n,
        "wide": encode(chart.svg()),
        "narrow": encode(chart.svg(narrow=True)),
        "table": to_grid(chart.data),
    }
    return _fill("chart", shown)


def render_claims(material: Material) -> Markup:
    """Every claim with its exact words."""
    return _fill("claims", show_claims(material.story), material.corrections)


def render_figures(material: Material) -> Markup:
    """Every figure with its exact words."""
    return _fill("figures", show_figures(material.story), material.corrections)


def _show(material: Material, clipping: Clipping | None) -> dict[str, Any] | None:
    return show_clipping(material.articles[clipping.article_id].body, clipping) if clipping else None


def _render_card(material: Material, finding: Any) -> Markup:
    clippings = [_show(material, clipping) for clipping in finding.clippings]
    rows = dict.fromkeys([*finding.rows, *(row for clipping in finding.clippings for row in clipping.rows)])
    corrected = [told for row in rows for told in material.corrections.get(row, [])]
    shown = {"kind": finding.kind, "text": finding.text, "rows": finding.key, "clippings": clippings}
    return _fill("card", shown | {"corrected": corrected})


def _opening(material: Material, row: Any) -> dict[str, Any]:
    shown = {"article_id": row.article_id, "outlet": row.outlet, "headline": row.headline}
    return shown | {"clipping": _show(material, row.clipping)}


def to_grid(table: pd.DataFrame, verbatim: bool = False) -> dict[str, Any]:
    """A table as the template wants it: column names in words, cells as text (``verbatim``: file names as they are)."""
    rows = [[_cell(value, verbatim) for value in row] for row in table.itertuples(index=False)]
    return {"columns": [str(c).replace("_", " ") for c in table.columns], "rows": rows}


def _cell(value: object, verbatim: bool = False) -> dict[str, Any]:
    if pd.isna(value):
        return {"text": "–", "number": False}
    if isinstance(value, str):
        return {"text": value if verbatim else value.replace("_", " "), "number": False}
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return {"text": f"{value:,.4g}" if isinstance(value, float) and abs(value) < 1 else f"{value:,}", "number": True}
