"""How each outlet puts it: its headline, and a sentence near the top that takes it up, with the one behind it."""

import re
from collections.abc import Set
from dataclasses import dataclass

from onrecord.language.words import content_words
from onrecord.report.clippings import BACKWARD, Clipping, is_whole
from onrecord.report.material import Material
from onrecord.tables.extracted import SentenceRow

SHARED, SHARE = 2, 0.2  # content words of the headline, and share of them, that a sentence has which takes it up
FEWEST = 1  # of the article's first sentence, which most often does
LOOKED_AT = 10  # sentences from the top
WIDEST = 320  # code points of the two
POST = re.compile(r"pic\.twitter\.com|\(@\w+\)")  # a post that is shown, not the article's own sentence
# What may stand before an article's first sentence: captions, labels of updates and links, who wrote it.
OWNED = re.compile(r"(?:Her|His|Their|Its) [a-z]|[“\"‘][^“”\"‘]{1,400}[”\"’]\Z")  # whose, or who says it, is told above
BY_WHOM = re.compile(r",[”\"’']? (?:it|he|she|they) (?:said|says|added|told)\b")  # who, is told above
FURNITURE = re.compile(
    r"(?:\(|In this\b.{0,80}\b(?:photo|image|picture|frame|video)\b|(?:File|AP) photo"
    r"|(?:UPDATED?|Updated?|Watch|WATCH|READ|Read more|Advertisement|Editor[’']s note|EDITOR[’']S NOTE)\b"
    r"|[^.]{0,90}(?:(?:second|third|fourth) from (?:left|right)|\((?:\w+ )?(?:left|right|cent(?:er|re))\)"
    r"|, (?:left|right),)"
    r"|By (?:our )?[A-Z][\w.’'-]{0,30}(?: (?:[A-Z][\w.’'-]{0,30}|in)){0,7}\Z"
    r"|[A-Z][\w.’' -]{3,40} (?:is|are) (?:an? |the )?(?:[\w’'-]+ ){0,4}"
    r"(?:anchor|correspondent|reporter|columnist|contributor|editor|author|fellow|professor|writer|host)\b)"
)


@dataclass(frozen=True)
class Opening:
    """One article's headline, null where it has none, and the first sentence that takes it up, else its first; null
    where all that begins it is furniture."""

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
    """The first sentence that takes the headline up, else the article's first; null where all that begins the article
    is furniture, or points back."""
    if material.openings is not None:
        place = material.openings.get(article_id)
        return _clip(material, article_id, *place) if place else None
    article = material.articles[article_id]
    wanted = content_words(article.headline or "").keys()
    lead, skipped = None, 0  # the first sentence; number of the last paragraph that is furniture
    for row in material.sentences[article_id][:LOOKED_AT]:
        words = article.body[row.start : row.end]
        post = POST.search(article.body, row.start, article.body.find("\n", row.start) + 1 or len(article.body))
        if row.paragraph == skipped or post or FURNITURE.match(words):
            skipped = row.paragraph
        elif is_whole(words) and not _points_up(words) and not _repeats(article.headline or "", words):
            first, lead = lead is None, lead or row
            if len(wanted) < SHARED + 1 or _takes_up(wanted, words, FEWEST if first else SHARED):
                return _with_next(material, row)
    return _with_next(material, lead) if lead else None


def _repeats(headline: str, words: str) -> bool:
    """Whether a sentence only says the headline again."""
    return content_words(words).keys() <= content_words(headline).keys()


def _points_up(words: str) -> bool:
    """Whether a sentence needs one above it, which tells who or what is meant."""
    return any((BACKWARD.match(words), OWNED.match(words), BY_WHOM.search(words)))


def _with_next(material: Material, row: SentenceRow) -> Clipping:
    """A sentence, and the next of its paragraph where there is room."""
    behind = [other for other in material.sentences[row.article_id] if other.start >= row.end][:1]
    body = material.articles[row.article_id].body
    inside = (o for o in behind if o.paragraph == row.paragraph and is_whole(body[o.start : o.end]))
    room = [other.end for other in inside if other.end <= row.start + WIDEST]
    return _clip(material, row.article_id, row.start, room[0] if room else row.end)


def _takes_up(wanted: Set[str], words: str, fewest: int) -> bool:
    """Whether a sentence has enough of a headline's words that say something, and not names alone, which any sentence
    about a place or a person has."""
    shared = wanted & content_words(words).keys()
    plain = content_words(" ".join(word for word in words.split() if not word[:1].isupper())).keys()
    return len(shared) >= max(fewest, SHARE * len(wanted) if fewest > 1 else 1) and bool(shared & plain)


def _clip(material: Material, article_id: str, start: int, end: int) -> Clipping:
    outlet = material.articles[article_id].outlet
    return Clipping(outlet, article_id, start, end, rows=(), paragraph=material.paragraph_of(article_id, start))
