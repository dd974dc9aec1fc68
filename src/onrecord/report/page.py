"""The page: sections added by the notebook, rendered into one self-contained HTML file.

Jinja escapes every value that enters the template; only text that ``marking`` has escaped itself comes in as HTML. The
page has no script, and its one style sheet is pinned by its hash in the content security policy.
"""

import base64
import hashlib
import shutil
from pathlib import Path
from typing import Any

import jinja2
import pandas as pd
from markupsafe import Markup

from onrecord.charts import Chart, Undrawn
from onrecord.processed import ProcessedStory, describe_provenance, open_story
from onrecord.report.evidence import show_claims, show_clipping, show_figures, show_texts
from onrecord.report.finding import Finding
from onrecord.report.findings import Findings, find_findings
from onrecord.report.material import Material
from onrecord.report.method import list_sources, tell_reviewed
from onrecord.report.numbers import list_standings
from onrecord.report.openings import list_openings
from onrecord.report.package import write_package
from onrecord.report.sections import Cards, Openings, Section, Standings, Voices
from onrecord.report.voices import list_voices
from onrecord.story import Settings
from onrecord.tables.folders import check_writable, replace_folders

TEMPLATES = Path(__file__).parent


class Page:
    """A story's report in the making."""

    def __init__(self, settings: Settings):
        self.settings = settings
        self.story: ProcessedStory = open_story(settings.story.name, folder=settings.processed, story=settings.story)
        self.story.compared  # noqa: B018  # stops here where 03-compare has not run
        self.sections: list[Section] = []
        self.material = Material(self.story)
        self.findings: Findings = find_findings(self.material)

    @property
    def first(self) -> Cards:
        """The findings that answer the reader, most contrast between outlets first."""
        return Cards(self.material, self.findings.first)

    @property
    def beside(self) -> Cards:
        """Further statements that several outlets have, side by side."""
        return Cards(self.material, self.findings.beside)

    @property
    def alone(self) -> Cards:
        """Further persons whom one outlet alone quotes."""
        return Cards(self.material, self.findings.alone)

    @property
    def lone_numbers(self) -> Cards:
        """Numbers that one outlet alone gives."""
        return Cards(self.material, self.findings.numbers)

    @property
    def openings(self) -> Openings:
        """How each outlet begins: its headline and its first sentence."""
        return Openings(self.material, list_openings(self.material))

    @property
    def to_check(self) -> Cards:
        """What is not certain enough to be printed, with the reason: for the newsroom, never on the page."""
        return Cards(self.material, self.findings.to_check)

    @property
    def voices(self) -> Voices:
        """One row a person who is quoted, with the outlets as columns."""
        return Voices(self.material, list_voices(self.material, self.findings.shown))

    @property
    def standings(self) -> Standings:
        """One line a stated number that stands beside public statistics."""
        return Standings(list_standings(self.material))

    def add(self, title: str, text: str, *items: Any, folded: bool = False) -> Section:
        """Add a section; items are charts, tables, cards, voices, standings, lists of charts, or null.

        ``folded``: below the public part, closed until a reader opens it. Adding a title again replaces the section,
        so that a cell may be run twice in JupyterLab.
        """
        section = Section(
            title, text, [i for item in items for i in (item if isinstance(item, list) else [item])], folded
        )
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
        shown = [self._render_section(section) for section in self.sections if not section.empty]
        return environment.get_template("page.html.j2").render(
            about=story.story.about,
            style=Markup(style),
            style_hash=f"sha256-{digest}",
            variant=self.settings.variant,
            draft=not (story.claims["review"].ne("unreviewed").any() or story.figures["review"].ne("unreviewed").any()),
            articles=[_article_line(row) for row in story.articles.itertuples()],
            public=[section for section in shown if not section["folded"]],
            folded=[section for section in shown if section["folded"]],
            empty=[section.title for section in self.sections if section.empty],
            claims=show_claims(story),
            figures=show_figures(story),
            texts=show_texts(story, {Path(f).stem for f, entry in entries.items() if entry.full_text}),
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
        drawn = [chart for section in self.sections for chart in section.of(Chart)]
        write_package(aside, self.story, drawn, describe_provenance(self.settings))
        replace_folders({aside: target})
        own = self.settings.story
        final = self.settings.variant_folders(self.settings.variant)[1] if self.settings.variant else own.reports
        return (final / "index.html").relative_to(own.root).as_posix()

    def _render_section(self, section: Section) -> dict[str, Any]:
        return {
            "title": section.title,
            "anchor": section.anchor,
            "text": section.text,
            "folded": section.folded,
            "cards": [self._render_card(finding) for cards in section.of(Cards) for finding in cards.findings],
            "openings": [
                {
                    "outlet": row.outlet,
                    "headline": row.headline,
                    "clipping": row.clipping and show_clipping(self.story, row.clipping),
                }
                for openings in section.of(Openings)
                for row in openings.rows
            ],
            "voices": [self._render_voices(voices) for voices in section.of(Voices)],
            "standings": [line for standings in section.of(Standings) for line in standings.lines],
            "charts": [_render_chart(chart) for chart in section.of(Chart)],
            "tables": [_grid(table) for table in section.of(pd.DataFrame) if len(table)],
            "undrawn": [str(chart) for chart in section.of(Undrawn)],
        }

    def _render_card(self, finding: Finding) -> dict[str, Any]:
        clippings = [show_clipping(self.story, clipping) for clipping in finding.clippings]
        return {"kind": finding.kind, "text": finding.text, "rows": finding.rows, "clippings": clippings}

    def _render_voices(self, voices: Voices) -> dict[str, Any]:
        rows = [
            {
                "name": voice.name,
                "role": voice.role,
                "cells": [
                    {
                        "outlet": cell.outlet,
                        "text": cell.text,
                        "clipping": show_clipping(self.story, cell.clipping) if cell.clipping else None,
                    }
                    for cell in voice.cells
                ],
            }
            for voice in voices.rows
        ]
        return {"outlets": self.material.outlets, "rows": rows}


def _article_line(row: Any) -> dict[str, Any]:
    day = "" if pd.isna(row.published) else f"{row.published.day} {row.published:%B %Y}"
    return {"outlet": row.outlet, "published": day, "basis": row.published_basis}


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
