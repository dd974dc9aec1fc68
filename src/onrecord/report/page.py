"""The page: sections added by the notebook, rendered into one self-contained HTML file.

Jinja escapes every value that enters the template; only text that ``marking`` has escaped itself comes in as HTML. The
page has no script, and its one style sheet is pinned by its hash in the content security policy.
"""

import shutil
from html import escape
from pathlib import Path
from typing import Any

import pandas as pd
from markupsafe import Markup

from onrecord.charts import Chart
from onrecord.processed import ProcessedStory, describe_provenance, open_story
from onrecord.report.embedding import digest_rows, embed_rows
from onrecord.report.evidence import show_texts
from onrecord.report.findings import Findings, find_findings
from onrecord.report.linked_data import describe_linked
from onrecord.report.material import Material
from onrecord.report.method import list_sources, tell_reviewed
from onrecord.report.numbers import list_standings
from onrecord.report.openings import list_openings
from onrecord.report.package import write_package
from onrecord.report.rendering import (
    pin_style,
    render_chart,
    render_claims,
    render_figures,
    render_item,
    templates,
    to_grid,
)
from onrecord.report.sections import Cards, Openings, Printings, Section, Standings, Voices
from onrecord.story import Settings
from onrecord.tables.folders import check_writable, replace_folders


class WrittenPage(str):
    """Where a page was written, from the project's root; a notebook shows it as a link that opens it."""

    def _repr_html_(self) -> str:
        return f'<a href="../{escape(self)}" target="_blank" rel="noopener">{escape(self)}</a>'  # from notebooks/


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
    def exchanges(self) -> Cards:
        """Who denies or answers what, with what stands before it."""
        return Cards(self.material, self.findings.exchanges)

    @property
    def parallels(self) -> Cards:
        """Points that several outlets tell, sentence beside sentence."""
        return Cards(self.material, self.findings.parallels)

    @property
    def alone(self) -> Cards:
        """Further persons whom one outlet alone quotes."""
        return Cards(self.material, self.findings.alone)

    @property
    def numbers(self) -> Cards:
        """Numbers set against each other, rounded in one outlet, or lacking in one."""
        return Cards(self.material, self.findings.numbers)

    @property
    def openings(self) -> Openings:
        """How each outlet puts it: its headline, and a sentence near the top that takes it up."""
        return Openings(self.material, list_openings(self.material))

    @property
    def to_check(self) -> Cards:
        """What is not certain enough to be printed, with the reason: for the newsroom, never on the page."""
        return Cards(self.material, self.findings.to_check)

    @property
    def words(self) -> Cards:
        """Words of persons that one outlet alone prints."""
        return Cards(self.material, self.findings.words)

    @property
    def voices(self) -> Voices:
        """Who speaks where: a line a person, with what each outlet does with them."""
        return Voices(self.findings.voices)

    @property
    def printings(self) -> Printings:
        """What each outlet prints, word for word: a line a speech."""
        return Printings(self.findings.printings)

    @property
    def standings(self) -> Standings:
        """One line a stated number that stands beside public statistics."""
        return Standings(list_standings(self.material))

    def add(self, title: str, text: str, *items: Any, folded: bool = False) -> Section:
        """Add a section; items are charts, tables, cards, openings, standings, voices, printings, lists of
        charts, or null.

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
        style, digest = pin_style("page.css")
        printed = [clipping for finding in self.findings.printed for clipping in finding.clippings]
        story, rows = self.story, embed_rows(self.material, printed)
        entries = story.story.about.articles
        shown = [self._render_section(section) for section in self.sections if not section.empty]
        return (
            templates()
            .get_template("page.html.j2")
            .render(
                about=story.story.about,
                style=style,
                style_hash=digest,
                variant=self.settings.variant,
                draft=not (
                    story.claims["review"].ne("unreviewed").any() or story.figures["review"].ne("unreviewed").any()
                ),
                articles=[_article_line(row) for row in story.articles.itertuples()],
                public=[section for section in shown if not section["folded"]],
                folded=[section for section in shown if section["folded"]],
                empty=[section.title for section in self.sections if section.empty],
                counts={"claims": len(story.claims), "figures": len(story.figures)},
                claims=render_claims(self.material),
                figures=render_figures(self.material),
                texts=show_texts(story, {Path(f).stem for f, entry in entries.items() if entry.full_text}),
                exclusions=to_grid(story.exclusions[["article_id", "reason"]], verbatim=True),
                reviewed=tell_reviewed(story),
                sources=list_sources(story),
                provenance=_provenance_lines(self.settings),
                rows=Markup(rows),
                rows_hash=digest_rows(rows),
                linked_data=Markup(describe_linked(self.material, self.findings)),
            )
        )

    def write(self) -> WrittenPage:
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
        return WrittenPage((final / "index.html").relative_to(own.root).as_posix())

    def _render_section(self, section: Section) -> dict[str, Any]:
        return {
            "title": section.title,
            "anchor": section.anchor,
            "text": section.text,
            "folded": section.folded,
            "parts": [part for item in section.items for part in render_item(self.material, item, section.title)],
            "charts": [render_chart(chart) for chart in section.of(Chart)],
        }


def _article_line(row: Any) -> dict[str, Any]:
    day = "" if pd.isna(row.published) else f"{row.published.day} {row.published:%B %Y}"
    return {"outlet": row.outlet, "published": day, "basis": row.published_basis}


def _provenance_lines(settings: Settings) -> list[str]:
    told = describe_provenance(settings)
    lines = [f"{name}: sha256 {digest}" for name, digest in told["inputs"].items()]
    lines += [f"parameter {name} = {value!r}" for name, value in told["parameters"].items()]
    lines += [f"model {name}: {digest}" for name, digest in told["models"].items()]
    return lines + [f"{name} {version}" for name, version in told["versions"].items()]
