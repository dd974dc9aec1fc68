"""Which articles print one text: ``copies``."""

from collections.abc import Sequence

from onrecord.intake import Copies, find_agency
from onrecord.tables.compared import CopyRow
from onrecord.tables.extracted import ArticleRow


def find_copies(articles: Sequence[ArticleRow]) -> list[CopyRow]:
    """A row for each article that prints the text of one before it; of several copies each names the first."""
    seen, met = Copies(), {row.article_id: row for row in articles}
    first: dict[str, str] = {}
    rows = []
    for row in articles:
        if copy := next((copy for copy in seen.find(row.body) if copy.is_whole), None):
            first[row.article_id] = original = first.get(copy.article_id, copy.article_id)
            agency = find_agency(met[original]) or find_agency(row)
            rows.append(CopyRow(article_id=row.article_id, copy_of=original, share=round(copy.own, 3), agency=agency))
        seen.add(row.article_id, row.body)
    return rows
