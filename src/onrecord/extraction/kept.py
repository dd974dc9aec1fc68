"""Each article's tables kept on disk, so that a person's decision is entered without parsing anything again.

A file is one article's tables as JSON, named after the digest of all that they depend on: the article's row, the words
of the story's measures, the pipeline and the program. So it is either right or not found, and deleting the folder costs
nothing but time.
"""

import importlib.metadata
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from onrecord.extraction.article_tables import ArticleTables
from onrecord.story import digest_parts, digest_program
from onrecord.tables.extracted import ArticleRow
from onrecord.tables.folders import writing


class Kept:
    """The kept tables of a story's articles in one folder."""

    def __init__(self, folder: Path, measures: Mapping[str, list[str]], pipeline: str):
        self.folder = folder
        self.told = [digest_program(), pipeline, _version_of(pipeline), repr(sorted(measures.items()))]

    def read(self, article: ArticleRow) -> ArticleTables | None:
        """The article's tables; null where they are not kept, or the file is none of ours."""
        path = self._path(article)
        try:
            return _adapter().validate_json(path.read_bytes()) if path.is_file() else None
        except (ValidationError, OSError):
            return None

    def write(self, article: ArticleRow, found: ArticleTables) -> None:
        with writing(self._path(article)) as path:
            path.write_bytes(_adapter().dump_json(found))

    def sweep(self, articles: Iterable[ArticleRow]) -> None:
        """Delete what was kept of other articles, or of these under another program."""
        wanted = {self._path(article) for article in articles}
        for path in self.folder.glob("*.json"):
            if path not in wanted:
                path.unlink(missing_ok=True)

    def _path(self, article: ArticleRow) -> Path:
        return self.folder / f"{digest_parts([*self.told, repr(article)])[:32]}.json"


def _version_of(pipeline: str) -> str:
    try:
        return importlib.metadata.version(pipeline)
    except importlib.metadata.PackageNotFoundError:  # a folder, or one that came another way
        return ""


@cache
def _adapter() -> TypeAdapter[ArticleTables]:
    return TypeAdapter(ArticleTables)
