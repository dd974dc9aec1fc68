"""Files as received → cleaned articles."""

from onrecord.intake import articles, cleaning, new_story
from onrecord.intake.articles import LANGUAGE, find_blocks, read_articles

__all__ = ["LANGUAGE", "articles", "cleaning", "find_blocks", "new_story", "read_articles"]
