"""Tables → the small tidy tables that a report publishes."""

from onrecord.comparison import references
from onrecord.comparison.comparisons import Comparisons, compare, compare_story
from onrecord.comparison.references import read_references

__all__ = ["Comparisons", "compare", "compare_story", "read_references", "references"]
