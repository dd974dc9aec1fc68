"""Articles → all their tables: each article by itself, then the story's join."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import pandas as pd

from onrecord import language, tables
from onrecord.actors import Alias
from onrecord.extraction.article_tables import ArticleTables, make_tables
from onrecord.extraction.joining import join_articles
from onrecord.extraction.kept import Kept
from onrecord.extraction.reading import read_doc
from onrecord.intake import LANGUAGE, find_blocks
from onrecord.language.words import count_words
from onrecord.story import AliasLine, Story
from onrecord.tables import Tables, read_rows
from onrecord.tables.extracted import ArticleRow

SURROGATE = re.compile("[\ud800-\udfff]")


def extract(
    texts: Mapping[str, str],
    *,
    published: Mapping[str, date] | None = None,
    outlets: Mapping[str, str] | None = None,
    story: bool = False,
) -> Tables:
    """The tables of articles given as ``{article_id: text}``, with their dates and outlets by the same ids.

    Offsets are into the texts as given: a dateline is skipped, never cut. ``story=True`` merges actors across articles;
    otherwise each article has its own. Without ``outlets`` each article is its own outlet.
    """
    published, outlets = published or {}, outlets or {}
    rows = [_article(key, text, published.get(key), outlets.get(key, key)) for key, text in texts.items()]
    return extract_articles(tables.make_table("articles", rows), story=story)


def _article(article_id: str, text: str, published: date | None, outlet: str) -> ArticleRow:
    text = SURROGATE.sub("\ufffd", text)  # half a character, which no file can hold; offsets stay
    return ArticleRow(
        article_id=article_id,
        story="",
        outlet=outlet,
        headline=None,
        byline=None,
        dateline=None,
        published=published,
        published_basis=None,
        url=None,
        licence=None,
        language=LANGUAGE,
        source_file="",
        source_sha256="",
        words=count_words(text),
        body=text,
    )


def extract_articles(
    table: pd.DataFrame,
    *,
    story: bool = True,
    measures: Mapping[str, list[str]] | None = None,
    aliases: Iterable[Alias] = (),
    pipeline: str = language.PIPELINE,
) -> Tables:
    """The tables of an ``articles`` table. ``measures``: words by measure name, from ``story.yaml``; ``aliases``:
    (alias, actor, same) decided by hand."""
    found = list(extract_each(read_rows(table, ArticleRow), measures=measures, pipeline=pipeline))
    return join_articles(found, table, story=story, aliases=aliases)


def extract_each(
    articles: Iterable[ArticleRow],
    *,
    measures: Mapping[str, list[str]] | None = None,
    pipeline: str = language.PIPELINE,
) -> Iterator[ArticleTables]:
    """Each article's own tables, one by one; every article is parsed once, and none knows of another."""
    rows = list(articles)
    blocks = [find_blocks(row.body) for row in rows]
    docs = language.parse_all(zip((row.body for row in rows), blocks, strict=True), pipeline)
    for row, doc, parts in zip(rows, docs, blocks, strict=True):
        yield make_tables(read_doc(row.article_id, doc, parts, row.published), row.outlet, dict(measures or {}))


def extract_story(
    table: pd.DataFrame, story: Story, pipeline: str = language.PIPELINE, aliases: Sequence[AliasLine] = ()
) -> Tables:
    """The tables of a story's articles, with its measures, its hand-made aliases, and further ones that are not in the
    file yet.

    An article that was read before, and did not change since, is not parsed again (:mod:`onrecord.extraction.kept`).
    """
    measures = {name: entry.words for name, entry in story.about.measures.items()}
    articles = read_rows(table, ArticleRow)
    kept = Kept(story.work / "articles", measures, pipeline)
    found = {article.article_id: kept.read(article) for article in articles}
    missing = [article for article in articles if found[article.article_id] is None]
    read = extract_each(missing, measures=measures, pipeline=pipeline) if missing else ()  # else spaCy is loaded
    for article, made in zip(missing, read, strict=True):
        kept.write(article, made)
        found[article.article_id] = made
    kept.sweep(articles)
    return join_articles(
        [made for made in found.values() if made], table, story=True, aliases=_read_aliases(story, aliases)
    )


def _read_aliases(story: Story, further: Sequence[AliasLine]) -> list[Alias]:
    settled = story.read_aliases(further)
    return [Alias(line.alias, line.actor, bool(line.same), line.where) for line in settled.lines]


def count_open(found: Tables) -> pd.DataFrame:
    """How many rows were left open for want of a decision, by table and column."""
    asked = {"claims": ("actor_id", "source"), "figures": ("measure", "about", "unit"), "mentions": ("actor_id",)}
    rows = [
        {"table": name, "column": column, "rows": len(table), "open": int(table[column].isna().sum())}
        for name, columns in asked.items()
        for table in [getattr(found, name)]
        for column in columns
    ]
    return pd.DataFrame(rows)


def warm_up() -> None:
    """Load what the first article would load: the pipeline, the tagger, the pronouncing dictionary."""
    next(extract_each([_article("", "Ana Roe said it rained.", None, "")]))
