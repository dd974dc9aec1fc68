"""Which articles of a corpus print one text: ``copies``, found by sketches in all its shards.

Each run of words in a sketch leads to the first article that has it, so the work grows with the corpus and not with the
pairs in it; the few articles that much of a sketch leads to are then compared as a whole, by the rule for stories.
"""

from dataclasses import replace
from itertools import groupby
from pathlib import Path

from onrecord import tables
from onrecord.comparison import find_copies
from onrecord.processed.corpus import Corpus
from onrecord.tables import make_table, read_rows
from onrecord.tables.compared import CopyRow
from onrecord.tables.extracted import ArticleRow

ALIKE = 0.35  # share of a sketch that leads to one article; less than a copy has, since a sketch is a sample
TRIED = 3  # articles that a text is compared with
ABREAST = 2_000  # articles whose bodies are read at once

CANDIDATES = f"""
    WITH ordered AS (
        SELECT article_id, row_number() OVER (ORDER BY published NULLS LAST, article_id) AS place FROM articles
    ), runs AS (SELECT place, unnest(runs) AS run FROM sketches JOIN ordered USING (article_id)),
    firsts AS (SELECT run, min(place) AS first FROM runs GROUP BY run),
    sizes AS (SELECT place, count(*) AS size FROM runs GROUP BY place),
    common AS (
        SELECT place, first, count(*) AS n FROM runs JOIN firsts USING (run) WHERE first < place GROUP BY place, first
    )
    SELECT a.article_id, b.article_id AS earlier
    FROM common JOIN sizes USING (place) JOIN ordered a USING (place) JOIN ordered b ON b.place = first
    WHERE n >= {ALIKE} * size
    QUALIFY row_number() OVER (PARTITION BY place ORDER BY n DESC, first) <= {TRIED}
    ORDER BY place, n DESC, first
"""
BODIES = "SELECT * FROM articles WHERE article_id IN (SELECT unnest($ids))"


def find_corpus_copies(corpus: Corpus) -> list[CopyRow]:
    """A row for each article that prints the text of an earlier one, by their days; the undated come last."""
    found = corpus.query(CANDIDATES)
    pairs = [(row.article_id, row.earlier) for row in found.itertuples()]
    candidates = [(one, [earlier for _, earlier in some]) for one, some in groupby(pairs, key=lambda pair: pair[0])]
    originals: dict[str, str] = {}
    rows = []
    for at in range(0, len(candidates), ABREAST):
        abreast = candidates[at : at + ABREAST]
        articles = _read_articles(corpus, sorted({name for one, some in abreast for name in (one, *some)}))
        for one, some in abreast:
            for row in find_copies([*(articles[name] for name in some), articles[one]]):
                if row.article_id == one:
                    original = originals[one] = originals.get(row.copy_of, row.copy_of)
                    rows.append(replace(row, copy_of=original))
    return rows


def _read_articles(corpus: Corpus, ids: list[str]) -> dict[str, ArticleRow]:
    found = tables.check_table("articles", corpus.query(BODIES, ids=ids))
    return {row.article_id: row for row in read_rows(found, ArticleRow)}


def write_corpus_copies(folder: Path) -> int:
    """Find the copies among a folder's shards and write them beside; how many there are."""
    rows = find_corpus_copies(Corpus(folder.resolve()))
    tables.write_table("copies", make_table("copies", rows), folder)
    return len(rows)
