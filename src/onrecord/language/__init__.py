"""English: the parse and its tree, quotation marks, countries, time expressions, words and how they are counted."""

from onrecord.language.parsing import PIPELINE, load, parse, parse_all, spell

__all__ = ["PIPELINE", "load", "parse", "parse_all", "spell"]
