"""Articles → all their tables, and people's decisions entered in them."""

from onrecord.extraction.corrections import Reviewed, apply_reviews
from onrecord.extraction.extract import count_open, extract, extract_articles, extract_each, extract_story, warm_up
from onrecord.extraction.reviews import KEYS, find_not_entered, read_reviews, settle_decisions

__all__ = [
    "KEYS",
    "Reviewed",
    "apply_reviews",
    "count_open",
    "extract",
    "extract_articles",
    "extract_each",
    "extract_story",
    "find_not_entered",
    "read_reviews",
    "settle_decisions",
    "warm_up",
]
