"""Words of an article marked in their text, as HTML: every word escaped, nested and crossing spans kept apart."""

import itertools
from dataclasses import dataclass, field
from html import escape

import pandas as pd

from onrecord.tables import Tables

LEGEND = {"content": "what was said", "source": "who said it", "cue": "cue", "actor": "actor", "figure": "figure"}
COLOURS = {
    "content": "background:rgba(70,150,210,.2)",
    "source": "border-bottom:3px solid #0b5c8a",
    "cue": "border-bottom:3px dotted #c8102e",
    "actor": "font-weight:bold",
    "figure": "background:#ffe3a8;color:#1b1b1b",
}


def as_text(shown: str) -> str:
    """HTML in which JupyterLab reads no mathematics: "$5" and "$7" in one paragraph are two amounts."""
    return f'<div class="tex2jax_ignore mathjax_ignore">{shown}</div>'


@dataclass(frozen=True)
class Mark:
    """A half-open span with the class that it is shown in and, where it is to be linked to, its id."""

    start: int
    end: int
    kind: str
    row_id: str = ""


def mark_text(text: str, marks: list[Mark], start: int = 0, end: int | None = None) -> str:
    """``text[start:end]`` as HTML. Each stretch between two ends of marks is one ``<mark>`` with the classes of all
    marks over it, so overlaps need no nesting. A mark's id stands at its first stretch."""
    end = len(text) if end is None else end
    marks = [m for m in marks if m.start < end and m.end > start]
    cuts = sorted({start, end, *(max(start, m.start) for m in marks), *(min(end, m.end) for m in marks)})
    out = []
    for left, right in itertools.pairwise(cuts):
        over = [m for m in marks if m.start <= left and m.end >= right]
        words = escape(text[left:right])
        if over:
            kinds = " ".join(sorted({m.kind for m in over}))
            first = next((f' id="{escape(m.row_id)}"' for m in over if m.row_id and m.start == left), "")
            words = f'<mark class="{kinds}"{first}>{words}</mark>'
        out.append(words)
    return "".join(out)


def find_marks(found: Tables, article_id: str) -> list[Mark]:
    """All marks of one article: spans of its claims, its named actors, its figures."""
    claims = found.claims.loc[found.claims["article_id"] == article_id, "claim_id"]
    spans = found.spans[found.spans["claim_id"].isin(claims)]
    marks = [Mark(r.start, r.end, r.role) for r in spans.itertuples()]
    named = found.mentions[(found.mentions["article_id"] == article_id) & (found.mentions["form"] != "pronoun")]
    marks += [Mark(r.start, r.end, "actor") for r in named.itertuples()]
    figures = found.figures[found.figures["article_id"] == article_id]
    return marks + [Mark(r.start, r.end, "figure", r.figure_id) for r in figures.itertuples()]


@dataclass(frozen=True)
class MarkedArticle:
    """An article to look at in JupyterLab: its text with everything found in it, and the legend."""

    title: str
    paragraphs: list[str] = field(repr=False)

    def _repr_html_(self) -> str:
        css = "".join(f".onrecord mark.{kind}{{{style}}}" for kind, style in COLOURS.items())
        legend = " · ".join(f'<mark class="{kind}">{escape(text)}</mark>' for kind, text in LEGEND.items())
        body = "".join(f"<p>{paragraph}</p>" for paragraph in self.paragraphs)
        style = f"<style>.onrecord mark{{background:none;color:inherit}}{css}</style>"
        return as_text(f'{style}<div class="onrecord"><h4>{escape(self.title)}</h4><p>{legend}</p>{body}</div>')


def mark_article(found: Tables, article_id: str = "") -> MarkedArticle:
    """The article with its claims, actors and figures marked; the story's first when none is named."""
    rows = found.articles.set_index("article_id")
    row = rows.loc[article_id] if article_id else rows.iloc[0]
    return MarkedArticle(_title(row), mark_paragraphs(row["body"], find_marks(found, str(row.name))))


def _title(row: pd.Series) -> str:
    return f"{row['outlet']}: {row['headline']}" if isinstance(row["headline"], str) else str(row["outlet"])


def mark_paragraphs(body: str, marks: list[Mark]) -> list[str]:
    """Each paragraph of a body as HTML; offsets stay those of the body."""
    out, at = [], 0
    for paragraph in body.split("\n"):
        if paragraph.strip():
            out.append(mark_text(body, marks, at, at + len(paragraph)))
        at += len(paragraph) + 1
    return out
