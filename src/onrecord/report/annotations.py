"""Every span of claims and figures as W3C Web Annotations, so that other programs find the same words.

Each has a TextQuoteSelector (the words, with a little on either side) and a TextPositionSelector (code points into the
cleaned text), as the Web Annotation Data Model of 2017 defines them.
"""

from collections.abc import Iterator
from typing import Any

from onrecord.report.material import Material

AROUND = 32  # code points before and after the words
CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def describe_annotations(material: Material) -> dict[str, Any]:
    """An annotation collection of all spans, in reading order; the same tables give the same collection."""
    items = sorted(_items(material), key=lambda item: item["id"])
    page = {"type": "AnnotationPage", "startIndex": 0, "items": items}
    return {"@context": CONTEXT, "type": "AnnotationCollection", "total": len(items), "first": page}


def _items(material: Material) -> Iterator[dict[str, Any]]:
    article_of = {row.claim_id: row.article_id for row in material.story.claims.itertuples()}
    for span in material.story.spans.itertuples():
        name = f"{span.claim_id}-{span.role}-{span.part}"
        yield _annotate(material, name, article_of[span.claim_id], int(span.start), int(span.end), span.role)
    for figure in material.story.figures.itertuples():
        yield _annotate(material, figure.figure_id, figure.article_id, int(figure.start), int(figure.end), "figure")


def _annotate(material: Material, name: str, article_id: str, start: int, end: int, role: str) -> dict[str, Any]:
    article = material.articles[article_id]
    return {
        "id": f"urn:onrecord:{material.story.story.name}:{name}",
        "type": "Annotation",
        "motivation": "classifying",
        "body": {"type": "TextualBody", "purpose": "classifying", "value": role},
        "target": {
            "source": article.url or f"urn:onrecord:{material.story.story.name}:{article_id}",
            "selector": [quote(article.body, start, end), {"type": "TextPositionSelector", "start": start, "end": end}],
        },
    }


def quote(body: str, start: int, end: int) -> dict[str, str]:
    """The TextQuoteSelector of a span."""
    prefix, suffix = body[max(0, start - AROUND) : start], body[end : end + AROUND]
    return {"type": "TextQuoteSelector", "exact": body[start:end], "prefix": prefix, "suffix": suffix}


def find_quote(body: str, selector: dict[str, str]) -> tuple[int, int] | None:
    """Where a TextQuoteSelector's words stand in a text; null where they do not, or at more than one place."""
    whole = selector["prefix"] + selector["exact"] + selector["suffix"]
    at = body.find(whole)
    if at < 0 or body.find(whole, at + 1) >= 0:
        return None
    start = at + len(selector["prefix"])
    return start, start + len(selector["exact"])
