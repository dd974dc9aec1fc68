"""Articles → all their tables."""

from onrecord.extraction.extracting import Tables, count_open, extract, extract_articles, extract_story
from onrecord.extraction.reading import read_bodies
from onrecord.extraction.reviews import KEYS, apply_reviews, read_reviews

__all__ = [
    "KEYS",
    "Tables",
    "apply_reviews",
    "count_open",
    "extract",
    "extract_articles",
    "extract_story",
    "read_bodies",
    "read_reviews",
]
