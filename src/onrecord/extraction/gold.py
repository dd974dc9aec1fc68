"""What people decided of an article as gold, for measuring a program: the rows that stand after review, by offsets."""

import json
from collections.abc import Iterator
from typing import Any

from onrecord.tables import Tables, read_rows
from onrecord.tables.extracted import ArticleRow, ClaimRow, FigureRow, SpanRow


def list_gold(found: Tables) -> Iterator[tuple[str, str | None]]:
    """Each article's id with its gold as a JSON line; null where some of its rows nobody has reviewed.

    A line has ``id``, ``text``, ``attributions`` (``source``, ``cue``: offsets or null; ``content``: a list of them;
    ``type``; ``stance``; ``speaker``: names) and ``figures`` (``span`` and columns of the table). ``exhaustive`` is
    false: a statement that the program missed is in none of them.
    """
    names = dict(zip(found.actors["actor_id"], found.actors["name"], strict=True))
    speakers = found.speakers.groupby("claim_id")["actor_id"].apply(lambda ids: [names[i] for i in ids]).to_dict()
    spans: dict[str, list[SpanRow]] = {}
    for span in read_rows(found.spans, SpanRow):
        spans.setdefault(span.claim_id, []).append(span)
    claims, figures = read_rows(found.claims, ClaimRow), read_rows(found.figures, FigureRow)
    for article in read_rows(found.articles, ArticleRow):
        own = [row for row in claims if row.article_id == article.article_id]
        numbers = [row for row in figures if row.article_id == article.article_id]
        if "unreviewed" in {row.review for row in own} | {row.review for row in numbers}:
            yield article.article_id, None
            continue
        line = {
            "id": article.article_id,
            "text": article.body,
            "exhaustive": False,
            "attributions": [
                _claim(row, spans.get(row.claim_id, []), speakers.get(row.claim_id, []))
                for row in own
                if row.review != "rejected"
            ],
            "figures": [_figure(row) for row in numbers if row.review != "rejected"],
        }
        yield article.article_id, json.dumps(line, ensure_ascii=False)


def _claim(row: ClaimRow, spans: list[SpanRow], speakers: list[str]) -> dict[str, Any]:
    places = {role: [[s.start, s.end] for s in spans if s.role == role] for role in ("source", "cue", "content")}
    return {
        "source": next(iter(places["source"]), None),
        "cue": next(iter(places["cue"]), None),
        "content": places["content"],
        "type": row.quotation,
        "stance": row.stance,
        "speaker": speakers,
    }


def _figure(row: FigureRow) -> dict[str, Any]:
    columns = ("value", "low", "high", "bound", "unit", "measure", "about")
    return {"span": [row.start, row.end]} | {name: getattr(row, name) for name in columns}
