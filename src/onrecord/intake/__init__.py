"""Files as received → cleaned articles."""

from onrecord.intake.agencies import find_agency
from onrecord.intake.article_rows import make_article
from onrecord.intake.articles import read_articles, read_body
from onrecord.intake.copies import Copies
from onrecord.intake.exports import read_map
from onrecord.intake.inputs import Item, LeftOut, find_items, read_item
from onrecord.intake.layout import find_blocks
from onrecord.intake.new_story import draft_story
from onrecord.intake.prose import LANGUAGE

__all__ = [
    "LANGUAGE",
    "Copies",
    "Item",
    "LeftOut",
    "draft_story",
    "find_agency",
    "find_blocks",
    "find_items",
    "make_article",
    "read_articles",
    "read_body",
    "read_item",
    "read_map",
]
