"""Files as received → cleaned articles."""

from onrecord.intake.agencies import find_agency
from onrecord.intake.article_rows import read_row
from onrecord.intake.articles import read_articles, read_body
from onrecord.intake.copies import Copies, sketch
from onrecord.intake.events import Event, Told, group_events
from onrecord.intake.exports import read_map
from onrecord.intake.inputs import Item, LeftOut, find_items
from onrecord.intake.layout import find_blocks
from onrecord.intake.new_story import count_guesses, draft_story
from onrecord.intake.prose import LANGUAGE

__all__ = [
    "LANGUAGE",
    "Copies",
    "Event",
    "Item",
    "LeftOut",
    "Told",
    "count_guesses",
    "draft_story",
    "find_agency",
    "find_blocks",
    "find_items",
    "group_events",
    "read_articles",
    "read_body",
    "read_map",
    "read_row",
    "sketch",
]
