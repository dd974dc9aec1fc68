"""How each outlet begins: its headline and its first sentence, in its own words."""

import re
from dataclasses import dataclass

from onrecord.language.words import count_words
from onrecord.report.clippings import Clipping
from onrecord.report.material import Material

FEWEST = 5  # words of a first sentence; what is shorter is a label or a cry
ENDS = frozenset('.!?”"’')  # of a whole sentence; what ends in a colon announces one
CAPTION = re.compile(r"In this\b.{0,80}\b(?:photo|image|picture|frame|video)\b|(?:File|AP) photo", re.IGNORECASE)


@dataclass(frozen=True)
class Opening:
    """One article's headline, null where it has none, and its first whole sentence that is no caption."""

    article_id: str
    outlet: str
    headline: str | None
    clipping: Clipping | None


def list_openings(material: Material) -> list[Opening]:
    """One opening an article, in the story's order; none where there is nothing to set beside it."""
    if len(material.outlets) < 2:
        return []
    rows = material.articles.values()
    return [Opening(row.article_id, row.outlet, row.headline, _first(material, row.article_id)) for row in rows]


def _first(material: Material, article_id: str) -> Clipping | None:
    body = material.articles[article_id].body
    for row in material.sentences[article_id]:
        words = body[row.start : row.end]
        if count_words(words) >= FEWEST and words[-1] in ENDS and not CAPTION.match(words):
            return Clipping(
                outlet=material.articles[article_id].outlet,
                article_id=article_id,
                start=row.start,
                end=row.end,
                rows=(),
                paragraph=row.paragraph,
            )
    return None
