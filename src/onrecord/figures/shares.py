"""What a share is a share of: "less than half of our population", "a tenth the size of Peru’s exports"."""

import re

from onrecord.language.spans import Chars

_WHOLE = re.compile(
    r"\s{1,3}(?:of|as large as|the size of)\s+([Oo]ur|[^\W\d_][\w.]*(?: [A-Z][\w.]*){0,3})(?:[’']s?)?\s"
)


def find_whole(text: str, end: int) -> Chars | None:
    """The words right after a share (which ends at ``end``) that name whose measure it is set beside, or null."""
    match = _WHOLE.match(text, end)
    return Chars(*match.span(1)) if match else None
