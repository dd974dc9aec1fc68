"""Units per something: "barrels a day", "$5 per gallon". What may follow "a" is in ``lexicon/rate_bases.csv``."""

import re
from functools import cache

from onrecord.figures.units import find_unit
from onrecord.language.plurals import singular
from onrecord.lexicon import read_rows


@cache
def _bases() -> dict[str, str]:
    return {row["word"]: row["for"] for row in read_rows("rate_bases")}


_TIMES = ("hour", "day", "week", "month", "quarter", "year", "decade")
_PER = re.compile(
    r"\s?(per\s+|/\s?|(?:-|\s)an?(?:-|\s)|\s(?:each|every)\s)"
    r"((?:metric\s|square\s|cubic\s)?[A-Za-z]+(?:-hours?|\shours?(?=\W))?)"
)
_TIME_AFTER = re.compile(r"\s(?:ago|earlier|later|before|after)\b")


def read_rate(text: str, name: str, kind: str | None, end: int) -> tuple[str, int]:
    """The unit with what it is divided by, and where its words end; unchanged where no rate follows."""
    match = _PER.match(text, end)
    if not match or " per " in name or _TIME_AFTER.match(text, match.end()):
        return name, end
    sign, base = match.group(1).strip(" -").lower(), match.group(2).lower()
    if kind == "share" and (sign not in ("a", "an", "per") or base not in _TIMES):
        return name, end  # "5 % a year"; "5 % every day" says how often
    unit, known = find_unit(match.group(2)), _bases().get(base)
    if sign == "per":
        allowed = base not in ("cent", "se")
    elif sign in ("each", "every"):
        allowed = bool(known) and kind not in ("count", "people")
    elif sign == "/":
        allowed = bool(unit or known)
    else:
        allowed = known == "any" or (known == "money" and kind == "money")
    return (f"{name} per {unit[0] if unit else singular(base)}", match.end()) if allowed else (name, end)
