"""One article as received → its row of ``articles``, or the reason why it can be none."""

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from onrecord.errors import DataError
from onrecord.intake.inputs import Item, LeftOut, read_item
from onrecord.intake.layout import Parts, split_article
from onrecord.intake.prose import LANGUAGE, check_prose
from onrecord.intake.received import Basis, Metadata, Received
from onrecord.language.wording import count, join_words
from onrecord.language.words import count_words
from onrecord.story import ArticleEntry
from onrecord.tables.extracted import ArticleRow

# What a kind of furniture is called in a sentence, where the kind is no noun for one line of it.
NOUNS = {"picture": "picture line", "video": "video line", "sharing": "share bar", "contact": "contact line",
         "topics": "topic line", "comments": "comment bar", "rights": "rights line", "date": "date line",
         "author": "author line"}  # fmt: skip


@dataclass(frozen=True)
class Made:
    """An article's row; ``cut``: lines of furniture left out of ``lines``, by kind; ``notice``: how it was read."""

    row: ArticleRow
    cut: Mapping[str, int]
    lines: int
    notice: str | None

    @property
    def told(self) -> str:
        """What was cut, in words: ``furniture: 2 advertisements and 1 link``."""
        return f"furniture: {join_words([count(n, NOUNS.get(kind, kind)) for kind, n in sorted(self.cut.items())])}"


def make_article(
    received: Received,
    article_id: str,
    content: bytes,
    source_file: str,
    *,
    story: str = "",
    entry: ArticleEntry | None = None,
) -> Made:
    """The row of an article; ``entry`` is what ``story.yaml`` says of it, which decides over what the file says.

    Raises ``DataError`` with the reason why it is no article.
    """
    about = received.metadata
    parts = split_received(received, entry.headline if entry else None)
    check_prose(parts.body)
    published, basis = _date(about, parts, entry)
    row = ArticleRow(
        article_id=article_id,
        story=story,
        outlet=entry.outlet if entry else about.outlet or article_id,
        headline=parts.headline,
        byline=(entry.byline if entry else None) or parts.byline or about.byline,
        dateline=parts.dateline,
        published=published,
        published_basis=basis,
        url=(entry.url if entry else None) or about.url,
        licence=(entry.licence if entry else None) or about.licence or parts.licence,
        language=LANGUAGE,
        source_file=source_file,
        source_sha256=hashlib.sha256(content).hexdigest(),
        words=count_words(parts.body),
        body=parts.body,
    )
    return Made(row, Counter(parts.cut), parts.lines, received.notice)


def read_row(item: Item | LeftOut) -> ArticleRow | LeftOut:
    """The row of one article of those named, or why it is left out."""
    if isinstance(item, LeftOut):
        return item
    try:
        return make_article(read_item(item), item.article_id, item.content, item.name).row
    except DataError as error:
        return LeftOut(item.name, item.article_id, error.what, error.remedy)


def split_received(received: Received, headline: str | None = None) -> Parts:
    """The parts of an article's text; ``headline``: the one of ``story.yaml``, which decides over the file's own."""
    return split_article(received.text, headline or received.metadata.headline)


def _date(about: Metadata, parts: Parts, entry: ArticleEntry | None) -> tuple[date | None, Basis | None]:
    """The day of publication and where it comes from: ``story.yaml``, the file's metadata, a date line of the text."""
    if entry and entry.published:
        return entry.published, entry.published_basis or "metadata"
    if about.published and about.published_basis != "inferred":
        return about.published, about.published_basis
    if parts.published:
        return parts.published, "stated"
    return about.published, about.published_basis
