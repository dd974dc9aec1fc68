"""Files as received → cleaned articles."""

from onrecord.intake.articles import read_articles
from onrecord.intake.formats import LANGUAGE, check_prose, read_text
from onrecord.intake.layout import find_blocks, split_article
from onrecord.intake.new_story import check_files, draft_story

__all__ = [
    "LANGUAGE",
    "check_files",
    "check_prose",
    "draft_story",
    "find_blocks",
    "read_articles",
    "read_text",
    "split_article",
]
