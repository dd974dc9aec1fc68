"""Articles → all their tables, and people's decisions entered in them."""

from onrecord.extraction.anchoring import anchor_decisions
from onrecord.extraction.corrections import apply_reviews
from onrecord.extraction.extract import count_open, extract, extract_articles, extract_each, extract_story, warm_up
from onrecord.extraction.gold import list_gold
from onrecord.extraction.reviews import (
    COLUMNS,
    FURTHER,
    KEYS,
    VERBATIM,
    Decision,
    read_decisions,
    read_reviews,
)
from onrecord.extraction.sampling import count_sample, draw_sample, read_sample, tell_sample
from onrecord.extraction.settling import form_opinions
from onrecord.extraction.shards import REPORT, SKETCHES, Shard, digest_items, extract_shard

__all__ = [
    "COLUMNS",
    "FURTHER",
    "KEYS",
    "REPORT",
    "SKETCHES",
    "VERBATIM",
    "Decision",
    "Shard",
    "anchor_decisions",
    "apply_reviews",
    "count_open",
    "count_sample",
    "digest_items",
    "draw_sample",
    "extract",
    "extract_articles",
    "extract_each",
    "extract_shard",
    "extract_story",
    "form_opinions",
    "list_gold",
    "read_decisions",
    "read_reviews",
    "read_sample",
    "tell_sample",
    "warm_up",
]
