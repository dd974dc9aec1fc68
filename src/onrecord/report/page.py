"""The page: sections added by the notebook, rendered into one self-contained HTML file.

Jinja escapes every value that enters the template; only text that ``marking`` has escaped itself comes in as HTML. The
page has no script, and its one style sheet is pinned by its hash in the content security policy.
"""

import base64
import hashlib
import re
import shutil
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any

import jinja2
import pandas as pd
from markupsafe import Markup

from onrecord.charts import Chart, Undrawn
from onrecord.language.wording import count
from onrecord.processed import ProcessedStory, as_text, describe_provenance, open_story
from onrecord.report.evidence import show_claims, show_figures, show_texts
from onrecord.report.findings import Finding, find_findings
from onrecord.report.method import list_sources, tell_reviewed
from onrecord.report.package import write_package
from onrecord.story import Settings
from onrecord.tables.folders import check_writable, replace_folders

TEMPLATES = Path(__file__).parent


@dataclass
class Section:
    """A question, what to know about the answer, its charts and tables. JupyterLab shows it as it will stand."""

    title: str
    text: str = ""
    charts: list[Chart] = field(default_factory=list)
    tables: list[pd.DataFrame] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    undrawn: list[Undrawn] = field(default_factory=list)

    @property
    def anchor(self) -> str:
        return re.sub(r"[^a-z0-9]+", "-", self.title.lower()).strip("-")

    @property
    def empty(self) -> bool:
        """Nothing to show: the page leaves the section out and says so."""
        shown = self.charts or self.findings or self.undrawn
        return not shown and not any(len(table) for table in self.tables)

    def _repr_html_(self) -> str:
        drawn = "".join(f"<p><b>{escape(c.title)}</b></p>{c.svg()}" for c in self.charts)
        shown = "".join(table.to_html(index=False) for table in self.tables)
        told = Findings(self.findings)._repr_html_()
        failed = "".join(f"<p>{escape(str(chart))}</p>" for chart in self.undrawn)
        return as_text(f"<h3>{escape(self.title)}</h3><p>{escape(self.text)}</p>{told}{drawn}{failed}{shown}")


class Findings(list[Finding]):
    """The findings as JupyterLab shows them."""

    def on(self, topic: str) -> "Findings":
        """Those of one topic."""
        return Findings(finding for finding in self if finding.topic == topic)

    def _repr_html_(self) -> str:
        return as_text("<ul>" + "".join(f"<li>{escape(finding.text)}</li>" for finding in self) + "</ul>")


class Page:
    """A story's report in the making."""

    def __init__(self, settings: Settings):
        self.settings = settings
        self.story: ProcessedStory = open_story(settings.story.name, folder=settings.processed, story=settings.story)
        self.story.compared  # noqa: B018  # stops here where 03-compare has not run
        self.sections: list[Section] = []
        self.findings = Findings(find_findings(self.story))

    def add(self, title: str, text: str, *items: Chart | Undrawn | pd.DataFrame | list[Any] | None) -> Section:
        """Add a section; items are charts, tables, findings, lists of them, or null for what had nothing to draw.

        Adding a title again replaces the section, so that a cell may be run twice in JupyterLab.
        """
        flat = [i for item in items for i in (item if isinstance(item, list) else [item])]
        kinds: tuple[tuple[type, list[Any]], ...] = ((Chart, []), (pd.DataFrame, []), (Finding, []), (Undrawn, []))
        for kind, kept in kinds:
            kept += [i for i in flat if isinstance(i, kind)]
        section = Section(title, text, *(kept for _, kept in kinds))
        self.sections = [s for s in self.sections if s.title != title] + [section]
        return section

    def render(self) -> str:
        """The page as HTML; the same tables give the same bytes."""
        environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(TEMPLATES), autoescape=True, undefined=jinja2.StrictUndefined
        )
        style = (TEMPLATES / "page.css").read_text(encoding="utf8")
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        story = self.story
        entries = story.story.about.articles
        return environment.get_template("page.html.j2").render(
            about=story.story.about,
            style=Markup(style),
            style_hash=f"sha256-{digest}",
            variant=self.settings.variant,
            articles=[_article_line(row) for row in story.articles.itertuples()],
            findings=self.findings.on("voices"),
            sections=[_render_section(section) for section in self.sections if not section.empty],
            empty=[section.title for section in self.sections if section.empty],
            claims=show_claims(story),
            figures=show_figures(story),
            texts=show_texts(story, {Path(f).stem for f, entry in entries.items() if entry.full_text}),
            counted=count(len(story.articles), "article"),
            exclusions=_grid(story.exclusions[["article_id", "reason"]], verbatim=True),
            reviewed=tell_reviewed(story),
            sources=list_sources(story),
            provenance=_provenance_lines(self.settings),
        )

    def write(self) -> str:
        """Write the page, its charts and its data in the reports folder as a whole; return the path in the project."""
        target = self.settings.reports
        check_writable(target.parent)
        aside = target.with_name(f".{target.name}.new")
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir(parents=True)
        (aside / "index.html").write_text(self.render(), encoding="utf8", newline="\n")
        drawn = [chart for section in self.sections for chart in section.charts]
        write_package(aside, self.story, drawn, describe_provenance(self.settings))
        replace_folders({aside: target})
        own = self.settings.story
        final = self.settings.variant_folders(self.settings.variant)[1] if self.settings.variant else own.reports
        return (final / "index.html").relative_to(own.root).as_posix()


def _article_line(row: Any) -> dict[str, Any]:
    day = "" if pd.isna(row.published) else f"{row.published.day} {row.published:%B %Y}"
    return {"outlet": row.outlet, "published": day, "basis": row.published_basis}


def _render_section(section: Section) -> dict[str, Any]:
    return {
        "title": section.title,
        "anchor": section.anchor,
        "text": section.text,
        "charts": [_render_chart(chart) for chart in section.charts],
        "tables": [_grid(table) for table in section.tables if len(table)],
        "findings": section.findings,
        "undrawn": [str(chart) for chart in section.undrawn],
    }


def _render_chart(chart: Chart) -> dict[str, Any]:
    def encode(svg: str) -> str:
        return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()

    return {
        "title": chart.title,
        "alt": chart.alt,
        "source": chart.source,
        "n": chart.n,
        "wide": encode(chart.svg()),
        "narrow": encode(chart.svg(narrow=True)),
        "table": _grid(chart.data),
    }


def _grid(table: pd.DataFrame, verbatim: bool = False) -> dict[str, Any]:
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


def _provenance_lines(settings: Settings) -> list[str]:
    told = describe_provenance(settings)
    lines = [f"{name}: sha256 {digest}" for name, digest in told["inputs"].items()]
    lines += [f"parameter {name} = {value!r}" for name, value in told["parameters"].items()]
    lines += [f"model {name}: {digest}" for name, digest in told["models"].items()]
    return lines + [f"{name} {version}" for name, version in told["versions"].items()]
