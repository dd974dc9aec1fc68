"""Articles → all their tables."""

from onrecord.extraction.extract import count_open, extract, extract_articles, extract_each, extract_story
from onrecord.extraction.reviews import KEYS, apply_reviews, read_reviews

__all__ = [
    "KEYS",
    "apply_reviews",
    "count_open",
    "extract",
    "extract_articles",
    "extract_each",
    "extract_story",
    "read_reviews",
]
