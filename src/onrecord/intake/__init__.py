"""Files as received → cleaned articles."""

from onrecord.intake import articles, cleaning, new_story
from onrecord.intake.articles import LANGUAGE, WORD, find_blocks, read_articles

__all__ = ["LANGUAGE", "WORD", "articles", "cleaning", "find_blocks", "new_story", "read_articles"]
