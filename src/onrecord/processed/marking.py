"""Words of an article marked in their text, as HTML: every word escaped, nested and crossing spans kept apart."""

import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from onrecord.language.wording import join_words
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


def mark_text(
    text: str, marks: list[Mark], start: int = 0, end: int | None = None, tips: Mapping[str, str] | None = None
) -> str:
    """``text[start:end]`` as HTML. Each stretch between two ends of marks is one ``<mark>`` with the classes of all
    marks over it, so overlaps need no nesting. A mark's id stands at its first stretch; with ``tips`` (what to tell of
    a row, by its id) every stretch has the ids and tips of all rows over it instead."""
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
            told = first if tips is None else _tell_rows(over, tips)
            words = f'<mark class="{kinds}"{told}>{words}</mark>'
        out.append(words)
    return "".join(out)


def _tell_rows(over: list[Mark], tips: Mapping[str, str]) -> str:
    rows = list(dict.fromkeys(m.row_id for m in over if m.row_id))
    told = "\n".join(tips[row] for row in rows if row in tips)
    return f' data-rows="{escape(" ".join(rows))}" title="{escape(told)}"'


def find_marks(found: Tables, article_id: str) -> list[Mark]:
    """All marks of one article, with their rows: spans of its claims, its named actors, its figures."""
    claims = found.claims.loc[found.claims["article_id"] == article_id, "claim_id"]
    spans = found.spans[found.spans["claim_id"].isin(claims)]
    marks = [Mark(r.start, r.end, r.role, r.claim_id) for r in spans.itertuples()]
    named = found.mentions[(found.mentions["article_id"] == article_id) & (found.mentions["form"] != "pronoun")]
    marks += [Mark(r.start, r.end, "actor", r.mention_id) for r in named.itertuples()]
    figures = found.figures[found.figures["article_id"] == article_id]
    return marks + [Mark(r.start, r.end, "figure", r.figure_id) for r in figures.itertuples()]


def tell_rows(found: Tables, article_id: str) -> dict[str, str]:
    """What to tell of each claim, figure and mention of an article, by its id."""
    names = found.actors.set_index("actor_id")["name"]
    spoken = found.speakers.groupby("claim_id")["actor_id"].apply(lambda ids: join_words([names[i] for i in ids]))
    claims = found.claims[found.claims["article_id"] == article_id]
    tips = {
        row.claim_id: " · ".join(
            (spoken.get(row.claim_id, "speaker left open"), row.stance.replace("_", " "), row.claim_id)
        )
        for row in claims.itertuples()
    }
    for row in found.figures[found.figures["article_id"] == article_id].itertuples():
        measure = row.measure if isinstance(row.measure, str) else "measure left open"
        tips[row.figure_id] = f"{row.text} · {measure} · {row.figure_id}"
    for row in found.mentions[found.mentions["article_id"] == article_id].itertuples():
        who = names[row.actor_id] if isinstance(row.actor_id, str) else "left open"
        tips[row.mention_id] = f"{who} · {row.rule if isinstance(row.rule, str) else ''} · {row.mention_id}"
    return tips


def mark_paragraphs(body: str, marks: list[Mark], tips: Mapping[str, str] | None = None) -> dict[int, str]:
    """Each paragraph of a body as HTML, by the code point where it begins; offsets stay those of the body."""
    out, at = {}, 0
    for paragraph in body.split("\n"):
        if paragraph.strip():
            out[at] = mark_text(body, marks, at, at + len(paragraph), tips)
        at += len(paragraph) + 1
    return out
