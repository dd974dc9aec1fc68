"""Articles → all their tables, and people's decisions entered in them."""

from onrecord.extraction.corrections import apply_reviews
from onrecord.extraction.extract import count_open, extract, extract_articles, extract_each, extract_story, warm_up
from onrecord.extraction.reviews import KEYS, read_reviews

__all__ = [
    "KEYS",
    "apply_reviews",
    "count_open",
    "extract",
    "extract_articles",
    "extract_each",
    "extract_story",
    "read_reviews",
    "warm_up",
]
