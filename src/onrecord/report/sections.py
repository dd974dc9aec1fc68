"""What a page's sections hold, and how JupyterLab shows it: cards of findings, openings, standings, charts, tables."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any, TypeVar

import pandas as pd

from onrecord.charts import Chart, Undrawn
from onrecord.processed import as_text, mark_text
from onrecord.report.clippings import Clipping
from onrecord.report.finding import Finding
from onrecord.report.material import Material
from onrecord.report.numbers import Standing
from onrecord.report.openings import Opening
from onrecord.report.who_speaks import Voice
from onrecord.report.word_for_word import Printing

Item = TypeVar("Item")


def _words(material: Material, clipping: Clipping) -> str:
    body = material.articles[clipping.article_id].body
    return mark_text(body, list(clipping.marks), clipping.start, clipping.end)


@dataclass(frozen=True)
class Cards:
    """Findings, each a sentence with the words that it rests on."""

    material: Material = field(repr=False)
    findings: tuple[Finding, ...]

    def __len__(self) -> int:
        return len(self.findings)

    def _repr_html_(self) -> str:
        shown = []
        for finding in self.findings:
            words = "".join(
                f"<blockquote><b>{escape(c.outlet)}</b>: {_words(self.material, c)}</blockquote>"
                for c in finding.clippings
            )
            doubts = f" <i>{escape('; '.join(finding.doubts))}</i>" if finding.doubts else ""
            shown.append(f"<p>{escape(finding.text)}{doubts}</p>{words}")
        return as_text("".join(shown) or "<p>Nothing.</p>")


@dataclass(frozen=True)
class Standings:
    """One line a stated number beside public statistics."""

    lines: Sequence[Standing]

    def __len__(self) -> int:
        return len(self.lines)

    def _repr_html_(self) -> str:
        return as_text(pd.DataFrame(self.lines).drop(columns="figure_id", errors="ignore").to_html(index=False))


@dataclass(frozen=True)
class Voices:
    """One line a person: what each outlet does with them."""

    lines: Sequence[Voice]

    def __len__(self) -> int:
        return len(self.lines)

    def _repr_html_(self) -> str:
        table = pd.DataFrame([{"who": line.who, **line.parts} for line in self.lines])
        return as_text(table.to_html(index=False))


@dataclass(frozen=True)
class Printings:
    """One line a speech: what each outlet prints of it."""

    lines: Sequence[Printing]

    def __len__(self) -> int:
        return len(self.lines)

    def _repr_html_(self) -> str:
        table = pd.DataFrame([{"who": line.who, "words": line.words, **line.parts} for line in self.lines])
        return as_text(table.to_html(index=False))


@dataclass(frozen=True)
class Openings:
    """How each outlet puts it."""

    material: Material = field(repr=False)
    rows: Sequence[Opening]

    def __len__(self) -> int:
        return len(self.rows)

    def _repr_html_(self) -> str:
        shown = []
        for row in self.rows:
            words = _words(self.material, row.clipping) if row.clipping else ""
            shown.append(
                f"<p><b>{escape(row.outlet)}</b>: {escape(row.headline or '–')}</p><blockquote>{words}</blockquote>"
            )
        return as_text("".join(shown))


@dataclass(frozen=True)
class Section:
    """A title, what to know about the answer, and what it holds. JupyterLab shows it as it will stand."""

    title: str
    text: str = ""
    items: Sequence[Any] = ()
    folded: bool = False

    def of(self, kind: type[Item]) -> list[Item]:
        """Its items of one kind."""
        return [item for item in self.items if isinstance(item, kind)]

    @property
    def anchor(self) -> str:
        return "section-" + re.sub(r"\W+", "-", self.title.lower()).strip("-")

    @property
    def empty(self) -> bool:
        """Nothing to show: the page leaves the section out and says so. Words alone are something."""
        if not self.items and self.text:
            return False
        sized = [
            item for kind in (Cards, Openings, Standings, Voices, Printings, pd.DataFrame) for item in self.of(kind)
        ]
        return not self.of(Chart) and not self.of(Undrawn) and not any(len(item) for item in sized)

    def _repr_html_(self) -> str:
        parts = [f"<h3>{escape(self.title)}</h3><p>{escape(self.text)}</p>"]
        for item in self.items:
            if isinstance(item, Chart):
                parts.append(f"<p><b>{escape(item.title)}</b></p>{item.svg()}")
            elif isinstance(item, pd.DataFrame):
                parts.append(item.to_html(index=False))
            elif isinstance(item, Undrawn):
                parts.append(f"<p>{escape(str(item))}</p>")
            elif item is not None:
                parts.append(item._repr_html_())
        return as_text("".join(parts))
