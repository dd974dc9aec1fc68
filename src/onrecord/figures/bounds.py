"""Words beside a number that say how exact it is: "more than", "up to", "about", "or so".

The words are in ``lexicon/bounds.csv``. Those that stress without loosening ("only", "just", "exactly", "a record")
leave a number exact. A "the" between breaks the tie: "more than the 40 before" compares, it does not bound.
"""

import re
from functools import cache

from onrecord.lexicon import read_rows

_REACH = 60  # characters; "greater than or equal to a total of " is shorter


@cache
def _bounds(side: str) -> dict[str, str]:
    return {row["words"]: row["bound"] for row in read_rows("bounds") if row["side"] == side}


def _alternatives(side: str) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(_bounds(side), key=len, reverse=True))


@cache
def _before() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?<=[\s(,.;:\"“‘'])|^)({_alternatives('before')})\s?(?:\(|\"|“)?"
        r"(?:(?:an?|another|just|only|as\s+(?:many|much)\s+as|an?\s+total\s+of|a\s+staggering|another)\s+)?$",
        re.IGNORECASE,
    )


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"\s?({_alternatives('after')})(?![\w])(?!\s+(?:than|to)\b)", re.IGNORECASE)


_OF_A_VERB = re.compile(  # "presided over two meetings"
    r"\b(?:presid|por|mull|argu|fight|fought|clash|quarrel|brood|rul|disagree|divid|split|resign|hand|taken?|took|spread|turn)"
    r"[a-z]{0,4}\s+over$",
    re.IGNORECASE,
)
_OF_A_QUARREL = re.compile(  # "a row over $5", "confronted over two letters": what it is about
    r"\b(?:rows?|disputes?|feuds?|battles?|anger|fury|outrage|concerns?|questions?|scandal|controversy|wrangles?|tensions?"
    r"|protests?|petitions?|lawsuits?|probe|inquiry|talks|confront\w*|sue[ds]?|suing|haggl\w*|bicker\w*|squabbl\w*)"
    r"\s+over$",
    re.IGNORECASE,
)
_OF_A_SUM = re.compile(r"\b(?:add|total|tot|sum|br[io]ng|brought)\w*\s(?:[a-z]+\s){0,3}up\s+to$", re.IGNORECASE)
_ESTIMATED = re.compile(r"\b(?:estimated|approximate|rough)\s(?:[a-z]+\s){1,3}of\s$")  # "an estimated worth of $5"
_PAST = re.compile(r"\b(?:the|these|over|in|half|of|at)\s+past$", re.IGNORECASE)  # "the past 3 seasons", "half past 3"
_DURING = re.compile(
    r"(?<!\bfor)(?<!\bjust)(?<!\bwell)(?<!\bafter)(?<!\bof)(?<!\bis)(?<!\bwas)(?<!\bin)\sover\s$", re.IGNORECASE
)


def is_during(text: str, start: int) -> bool:
    """Whether "over" before a stretch of time means during: "$5 over ten years", not "for over ten years"."""
    return bool(_DURING.search(text, max(0, start - 14), start))


def find_bound(text: str, start: int, end: int, ends: tuple[int, ...] = ()) -> str:
    """The bound of the figure ``text[start:end]``: exact, about, more_than, at_least, less_than or at_most.

    ``ends``: other places where the words after it may begin (before its unit: "500 or so people").
    """
    before = _match_before(text, start) or ("less_than" if text[max(0, start - 4) : start].lower() == "sub-" else None)
    if before:
        return before
    for at in (*ends, end):
        match = _after().match(text, at)
        if match and not (match.group(1) in ("+", "plus") and text[match.end() : match.end() + 1].isdigit()):
            return _bounds("after")[" ".join(match.group(1).lower().split())]
    return "exact"


def _match_before(text: str, start: int) -> str | None:
    """The longest phrase that ends at ``start``: "no more than" before "more than"."""
    window = text[max(0, start - _REACH) : start]
    if _ESTIMATED.search(window):
        return "about"
    match = _before().search(window)
    if not match or any(
        pattern.search(window, 0, match.end(1)) for pattern in (_PAST, _OF_A_VERB, _OF_A_QUARREL, _OF_A_SUM)
    ):
        return None
    return _bounds("before")[" ".join(match.group(1).lower().split())]
