"""Files as received → cleaned articles."""

from onrecord.intake import articles, cleaning, new_story
from onrecord.intake.articles import read_articles

__all__ = ["articles", "cleaning", "new_story", "read_articles"]
