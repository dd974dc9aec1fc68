"""Nouns of documents and statements (``lexicon/documents.csv``)."""

from functools import cache

from onrecord.lexicon import read_rows


@cache
def read_documents(*, issued: bool = False) -> frozenset[str]:
    """The nouns, in lower case; plurals only where they are listed. ``issued``: only those that somebody puts out, and
    that speak for whoever did; an interview or a video does not."""
    return frozenset(row["noun"] for row in read_rows("documents") if row["issued"] or not issued)
