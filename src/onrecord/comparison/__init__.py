"""Tables → the small tidy tables that a report publishes; no text is read here again."""

from onrecord.comparison.compare import compare, compare_story
from onrecord.comparison.references import check_series, read_references

__all__ = ["check_series", "compare", "compare_story", "read_references"]
