"""Tables → the small tidy tables that a report publishes; no text is parsed here again."""

from onrecord.comparison.compare import compare, compare_story
from onrecord.comparison.copies import find_copies
from onrecord.comparison.measure_matches import find_unmet_series, tell_matches
from onrecord.comparison.numbers import count_digits
from onrecord.comparison.only_in import WEIGHTY
from onrecord.comparison.printings import ELLIPSIS
from onrecord.comparison.references import check_series, list_series, read_references
from onrecord.comparison.statements import SURE, is_certain

__all__ = [
    "ELLIPSIS",
    "SURE",
    "WEIGHTY",
    "check_series",
    "compare",
    "compare_story",
    "count_digits",
    "find_copies",
    "find_unmet_series",
    "is_certain",
    "list_series",
    "read_references",
    "tell_matches",
]
