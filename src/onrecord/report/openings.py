"""How each outlet begins: its headline and its first sentence, in its own words."""

import re
from dataclasses import dataclass

from onrecord.language.words import count_words
from onrecord.report.clippings import Clipping
from onrecord.report.material import Material

FEWEST = 8  # words of an opening; a shorter first sentence is shown with the next
# What may stand before an article's first sentence: captions, labels of updates and links, who wrote it.
POST = re.compile(r"pic\.twitter\.com|\(@\w+\)")  # a post that is shown, not the article's own sentence
FURNITURE = re.compile(
    r"(?:\(|In this\b.{0,80}\b(?:photo|image|picture|frame|video)\b|(?:File|AP) photo"
    r"|(?:UPDATED?|Updated?|Watch|WATCH|READ|Read more|Advertisement|Editor[’']s note|EDITOR[’']S NOTE)\b"
    r"|[^.]{0,200}(?:(?:second|third|fourth) from (?:left|right)|\((?:\w+ )?(?:left|right|cent(?:er|re))\)"
    r"|, (?:left|right),)"
    r"|[A-Z][\w.’' -]{3,40} (?:is|are) (?:an? |the )?(?:[\w’'-]+ ){0,4}"
    r"(?:anchor|correspondent|reporter|columnist|contributor|editor|author|fellow|professor|writer|host)\b)"
)


@dataclass(frozen=True)
class Opening:
    """One article's headline, null where it has none, and its first sentence or sentences."""

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
    """The first sentence that is the article's own, with the next ones until they say enough."""
    body, start, end = material.articles[article_id].body, None, 0
    skipped = 0  # number of the last paragraph that is furniture
    for row in material.sentences[article_id]:
        post = POST.search(body, row.start, body.find("\n", row.start) + 1 or len(body))
        if start is None and (row.paragraph == skipped or post or FURNITURE.match(body, row.start)):
            skipped = row.paragraph
            continue
        start, end = (row.start if start is None else start), row.end
        if count_words(body[start:end]) >= FEWEST:
            break
    if start is None:
        return None
    return Clipping(
        outlet=material.articles[article_id].outlet,
        article_id=article_id,
        start=start,
        end=end,
        rows=(),
        paragraph=material.paragraph_of(article_id, start),
    )
