"""Which numbers are stated: numeral, unit, bound, measure, party and time. ``figure`` puts them together."""

from onrecord.figures.figure import Figure, find_figures, match_measure
from onrecord.figures.numerals import find_numerals

__all__ = ["Figure", "find_figures", "find_numerals", "match_measure"]
