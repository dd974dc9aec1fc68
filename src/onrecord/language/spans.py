"""Two kinds of span that must never be mixed: of tokens, in the parse, and of characters, in the text.

Both are half-open. ``Tree.chars`` makes characters of tokens; what leaves a finder, and every table, has characters.
"""

from typing import NamedTuple


class Tokens(NamedTuple):
    """Token numbers of a parsed article, from ``first`` up to but without ``stop``."""

    first: int
    stop: int


class Chars(NamedTuple):
    """Code points of a text: ``text[start:end]``."""

    start: int
    end: int
