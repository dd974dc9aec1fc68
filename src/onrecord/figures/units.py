"""Units of measurement and currencies: the words and signs beside a number → the unit's name as a table writes it.

Units keep the name that the text uses (never converted): the English singular for units, ISO 4217 for money. A money
word that several countries share (rupee, peso, crown) stays that word: the text does not say whose. Plain dollars are
US dollars and plain pounds, where they are money, are sterling.
"""

import re
from functools import cache
from typing import NamedTuple

from onrecord.language.plurals import plural
from onrecord.language.spans import Chars
from onrecord.lexicon import read_rows


class Unit(NamedTuple):
    """A unit named in a text: ``name`` as the table writes it, ``kind`` (money, length, …), where its words stand."""

    name: str
    kind: str
    start: int
    end: int


MOST_WORDS = 4  # "hong kong dollar", "mile per gallon": no unit name is longer
_WORD = re.compile(r"(?:[ \u00a0\u202f-]|\s-\s)?(?:\[)?((?:U\.S\.|[A-Za-zöóʻ%]+(?:\.(?=[a-z]\.)[a-z]\.)?))")
# Signs that are also words or letters of an enumeration: taken only straight after a digit, without a space.
GLUED_ONLY = frozenset(["c", "s", "h", "J", "N", "X", "x", "F", "t"])


def _split(field: str) -> list[str]:
    return [part for part in field.split(" | ") if part]


@cache
def unit_words() -> dict[str, tuple[str, str]]:
    """Lower-case words, singular and plural, hyphens as spaces → (name, kind)."""
    table: dict[str, tuple[str, str]] = {}
    for row in read_rows("units"):
        for word in _split(row["words"]):
            table |= dict.fromkeys((word.replace("-", " "), plural(word).replace("-", " ")), (row["name"], row["kind"]))
    for row in read_rows("currencies"):
        for word in _split(row["words"]):
            table |= dict.fromkeys((word, plural(word)), (row["unit"], "money"))
    for name in ("degree", "part", "mile", "barrel", "revolution"):  # "30 degrees Celsius": the first word takes the s
        for word in [w for w in table if w.startswith(name + " ")]:
            table[f"{name}s{word[len(name) :]}"] = table[word]
    return table


@cache
def _signs() -> dict[str, tuple[str, str]]:
    table = {s: (row["name"], row["kind"]) for row in read_rows("units") for s in _split(row["symbols"])}
    return table | {s: (row["unit"], "money") for row in read_rows("currencies") for s in _split(row["symbols"])}


def find_unit(word: str) -> tuple[str, str] | None:
    """(name, kind) of a unit written as a word or a sign, or null."""
    return unit_words().get(word.lower()) or _signs().get(word)


def _any_of(signs: list[str]) -> str:
    return "|".join(re.escape(s) for s in sorted(signs, key=len, reverse=True))


@cache
def _sign_after() -> re.Pattern[str]:
    return re.compile(rf"([ \u00a0\u202f]|-(?=[A-Za-z]{{2}}))?(?:\[)?({_any_of(list(_signs()))})(?![\w²³])")


@cache
def _money_before() -> re.Pattern[str]:
    signs = [s for row in read_rows("currencies") for s in _split(row["symbols"]) if s not in ("c", "p", "¢")]
    words = [w for row in read_rows("currencies") for w in _split(row["words"]) if w in ("ringgit", "rmb")]
    spaced = [s[:-1] + " $" for s in signs if len(s) > 1 and s.endswith("$")]
    lower = _any_of([*words, "usd", "eur", "hk $", "c $", "us $"])  # of texts in lower case
    return re.compile(rf"(?<![A-Za-z])({_any_of([*signs, *spaced])}|(?i:{lower}))[ \u00a0\u202f]?$")


@cache
def _sign_over() -> re.Pattern[str]:
    return re.compile(rf"/({_any_of([s for s in _signs() if s.isalnum()])})(?![\w²³])")


def find_money_before(text: str, at: int) -> Unit | None:
    """The currency sign or code that ends where a number begins: "US$", "€ ", "Rs "."""
    match = _money_before().search(text, max(0, at - 12), at)
    if not match:
        return None
    sign = match.group(1)
    name, kind = (
        _signs().get(sign.replace(" ", ""))
        or _signs().get(sign.upper().replace(" ", ""))
        or unit_words().get(sign.lower(), ("", ""))
    )
    return Unit(name, kind, match.start(1), match.end(1)) if name else None


def find_unit_after(text: str, at: int, digits: bool = True) -> Unit | None:
    """The unit whose words or sign follow a number that ends at ``at``; "of" may stand between ("tens of miles").

    ``digits``: the number is written in digits, so that letters glued to it are read as signs ("5km", "30p").
    """
    return (digits and _unit_sign(text, at)) or _unit_words(text, at) or None


_TEMPERATURE = re.compile(r"temperature|degree|°|\b(?:hot|cold|warm|heat|cool|freez|melt|boil|weather)", re.IGNORECASE)


def _unit_sign(text: str, at: int) -> Unit | None:
    match = _sign_after().match(text, at)
    if not match:
        return None
    space, sign = match.groups()
    over = _sign_over().match(text, match.end(2))
    if (sign in GLUED_ONLY and space and not over) or (sign == "A" and not over):
        return None
    if sign in ("C", "F") and not _TEMPERATURE.search(text, max(0, at - 60), at + 60):
        return None
    if sign == "in" and not re.match(
        r"\s*(?:$|[.,;)](?:\s|$)|thick|long|wide|tall|high|deep|by|x)", text[match.end() : match.end() + 9]
    ):
        return None
    if sign in ("'", "''") and not re.match(r"\s?\d{1,2}(?:\"|''|”)|\s*$", text[match.end() : match.end() + 9]):
        return None
    name, kind = _signs()[sign]
    if over:
        return Unit(f"{name} per {_signs()[over.group(1)][0]}", "rate", match.start(2), over.end())
    return Unit(name, kind, match.start(2), match.end(2) + (text[match.end() : match.end() + 1] == "]"))


def _unit_words(text: str, at: int) -> Unit | None:
    words: list[str] = []
    spans: list[Chars] = []
    position = at
    skip = re.compile(r"\s+of\s(?=\S)(?!the\b|our\b)").match(text, at)
    if skip:
        position = skip.end() - 1
    for _ in range(MOST_WORDS):
        match = _WORD.match(text, position)
        if not match:
            break
        words.append(match.group(1).lower())
        spans.append(Chars(*match.span(1)))
        position = match.end(1)
    table = unit_words()
    for size in range(len(words), 0, -1):
        found = table.get(" ".join(words[:size]))
        start, end = spans[0][0], spans[size - 1][1]
        if found and not text[end : end + 1].isdigit():
            return Unit(*found, start, end)
    return None
