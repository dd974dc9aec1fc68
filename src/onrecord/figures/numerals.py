"""Numbers written in a text, as verbatim spans of the text itself: digits, words, both, fractions, vague plurals.

This module knows how numbers are spelled, not what they mean: a year or a house number is a numeral too. What names no
number at all ("COVID-19", "4chan", "the third", "one another") is left out here already.
"""

import re
from functools import cache
from typing import NamedTuple

from onrecord.figures.cardinals import LeadingNumeral, Lexeme, read_numeral
from onrecord.figures.scales import find_scale_after
from onrecord.figures.units import find_money_before, find_unit_after
from onrecord.lexicon import read_rows


class Numeral(NamedTuple):
    """``text[start:end]`` spells ``value``, or for a vague number the interval from ``low`` to ``high``.

    ``style``: digits · words (a word is part of it) · fraction · vague · fold ("sixfold") · range ("double-digit").
    """

    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    style: str


MOST_LEXEMES = 30  # words; no number takes more, and a page of "one one one" must not be read over and over
LONGEST_ARTICLE = 9  # characters; "a whole " is shorter
MOST_DIGITS = 15  # a longer row of digits is an account or a serial number
_SPACE = "[ \u00a0\u202f\u2009]"
_DIGITS = re.compile(
    rf"(?:\d{{1,3}}(?:,\d{{2,3}})*,\d{{3}}(?!\d)|\d{{1,3}}(?:{_SPACE}\d{{3}})+(?![\d,.]\d|\d)|\d+)(?:\.\d+)?"
    rf"(?:\s?[x×]\s?10\^?[-−+]?\d+|[eE][+-]?\d+)?|\.\d+"
)
_EXPONENT = re.compile(r"\s?[x×]\s?10\^?|[eE](?=[+-]?\d)")
_SHARE = re.compile(rf"({_SPACE}|-)?([1-9]\d?)[/⁄]([2-9]|1[0-26]|20|100)(?![\d/]|-\d)")
_OVER = re.compile(r"[/⁄]([2-9]|1[0-26]|20|100)(?![\d/]|-\d)")
_LETTERS = re.compile(r"[A-Za-z]+")
_BREAK = re.compile(rf"{_SPACE}?[-‑–]{_SPACE}?|\s+")
_SIGN = re.compile(r"(?:(?<=[\s($£€¥₹])|^)[-−–+]$")
_NUMBER_BEFORE = re.compile(r"(\d[\d,]{0,14}(?:\.\d{1,9})?)(\s?)$")
_SIGN_WORD = re.compile(r"(?:minus|negative)[\s-]$", re.I)
_DIGIT_RANGE = re.compile(
    r"\b(?:(single|double|triple)[- ](?:digit|figure)s?|(two|three)[- ]digits?"
    r"|(four|five|six|seven|eight|nine)[- ]figures?)\b",
    re.I,
)
_DIGIT_COUNT = {"single": 1, "double": 2, "triple": 3}
_ORDINAL = re.compile(r"-(?:first|second|third|(?!month)[a-z]+th)\b", re.I)
_FOLD = re.compile(r"[\s-]?fold\b")


@cache
def _words() -> dict[str, tuple[str, float]]:
    """Lower-case word → (kind of lexeme, value)."""
    table: dict[str, tuple[str, float]] = {}
    for row in read_rows("numerals"):
        word, kind, value = row["word"], row["kind"], float(row["value"])
        if kind in ("abbreviation", "money abbreviation", "vulgar"):
            continue
        table[word] = (kind, value)
        if kind == "denominator" and not word.endswith("s"):
            table[word + "s"] = (kind, value)
    for row in read_rows("vague_numbers"):
        kind = "plural" if row["word"].endswith("s") and row["word"] != "several" else row["word"]
        table[row["word"]] = (kind, float(row["low"]))
    return (
        table
        | {w: (w, 0.0) for w in ("and", "point", "of", "in", "out", "every")}
        | {"a": ("a", 1.0), "an": ("a", 1.0)}
    )


@cache
def _vulgar() -> dict[str, float]:
    return {row["word"]: float(row["value"]) for row in read_rows("numerals") if row["kind"] == "vulgar"}


@cache
def _starts() -> re.Pattern[str]:
    words = [w for w, (kind, _) in _words().items() if kind not in ("and", "point", "of", "in", "out", "every", "a")]
    fold = "|".join(w for w, (kind, _) in _words().items() if kind in ("unit", "teen", "ten", "hundred"))
    vulgar = "".join(_vulgar())
    return re.compile(
        rf"\d|\.\d|[{vulgar}]|\b(?:(?P<word>{'|'.join(sorted(words, key=len, reverse=True))})"
        rf"|(?P<fold>{fold})fold)\b|\b(?:single|double|triple)[- ](?:digit|figure)",
        re.IGNORECASE,
    )


def find_numerals(text: str) -> list[Numeral]:
    """Every number that the text spells, in reading order, without overlap."""
    found, at = [], 0
    for match in _starts().finditer(text):
        if match.start() < at:
            continue
        numeral, reached = _read(text, match)
        at = max(at, reached)
        if numeral:
            found.append(numeral)
    return found


def _read(text: str, match: re.Match[str]) -> tuple[Numeral | None, int]:
    """The numeral at a possible start, and how far the text has been used up."""
    start, end = match.span()
    if match.group("fold"):
        return Numeral(start, end, _words()[match.group("fold").lower()][1], None, None, "fold"), end
    spread = _DIGIT_RANGE.match(text, start)
    if spread:
        word = next(filter(None, spread.groups())).lower()
        places = _DIGIT_COUNT.get(word) or int(_words()[word][1])
        return Numeral(start, spread.end(), None, 10.0 ** (places - 1), 10.0**places - 1, "range"), spread.end()
    if not match.group("word") and _inside_name(text, start):
        return None, _name_end(text, start)
    if (
        match.group("word")
        and text[start - 1 : start] in ("-", "‑")
        and re.search(r"[a-z]{3}.$", text[max(0, start - 4) : start])
    ):
        return None, end
    run = _run(text, start)
    if not run:
        return None, max(end, _name_end(text, start))
    joined = not re.search(r"\bbetween\s+\S*$", text[max(0, run[0].start - 20) : run[0].start], re.I)
    reading = read_numeral(run, joined)
    if reading is None:
        return None, end
    return _finish(text, run, reading)


_LETTERS_AND_DIGITS = re.compile(r"(?:[\w]|[.,:/-](?=\w))*")


def _name_end(text: str, start: int) -> int:
    match = _LETTERS_AND_DIGITS.match(text, start)
    return match.end() if match else start


def _finish(text: str, run: list[Lexeme], reading: LeadingNumeral) -> tuple[Numeral | None, int]:
    start, end, value = run[0].start, run[reading.used - 1].end, reading.value
    style = {"cardinal": "words", "fraction": "fraction", "vague": "vague"}[reading.style]
    if all(lexeme.kind == "digits" for lexeme in run[: reading.used]):
        style = "digits"
    sign = _SIGN_WORD.search(text, max(0, start - 12), start) or _SIGN.search(text, max(0, start - 2), start)
    if sign and value is not None and run[0].kind != "a" and not _is_dash(text, sign, value):
        value = value if sign.group() == "+" else -value
        start = sign.start()
    if style == "words" and _ORDINAL.match(text, end):
        return None, end
    fold = _FOLD.match(text, end)
    if fold and value is not None:
        end, style = fold.end(), "fold"
    return Numeral(start, end, value, reading.low, reading.high, style), end


def _is_dash(text: str, sign: re.Match[str], value: float) -> bool:
    """Whether a mark before a number joins it to one before: "5-10", "5 -10"; not "Index 50 -1.3", which falls."""
    before = _NUMBER_BEFORE.search(text, max(0, sign.start() - 20), sign.start())
    if before is None:
        return False
    return not before[2] or float(before[1].replace(",", "")) < value


def _inside_name(text: str, start: int) -> bool:
    """Digits right after letters or a hyphened name are part of a name, unless the letters are money ("USD10")."""
    before = text[start - 1 : start]
    if text[start - 2 : start] in ('="', "='") or before.isalnum() or (before in tuple("_#@&=/:") and before):
        return find_money_before(text, start) is None
    if before == "-" and (text[start - 2 : start - 1].isalnum()):
        return not re.search(
            r"(?:\d[A-Za-z%°]{0,3}|\b(?:to|and|or|sub|minus|over|under|post|pre)|[a-z]{3}ly)-$",
            text[max(0, start - 12) : start],
        )
    return before in (".", ",") and text[start - 2 : start - 1].isdigit()


def _run(text: str, start: int) -> list[Lexeme]:
    """The lexemes from ``start`` on that may belong to one number; an article before the first is taken along."""
    run: list[Lexeme] = []
    article = re.search(
        r"\b(an?)\s(?:(?:whole|full|mere|even|good|round|solid|cool)\s)?$",
        text[max(0, start - LONGEST_ARTICLE) : start],
        re.I,
    )
    at = start
    while len(run) < MOST_LEXEMES and (lexeme := _lexeme(text, at, bool(run))):
        run.append(lexeme)
        if lexeme.kind == "stop":
            run.pop()
            break
        gap = _BREAK.match(text, lexeme.end)
        if not gap or "\n" in gap.group():
            break
        if gap.group().strip() and gap.group() != "-" and lexeme.kind not in ("ten", "unit", "hundred"):
            break
        at = gap.end()
    if run and article and run[0].kind in ("hundred", "scale", "dozen", "denominator", "few"):
        offset = max(0, start - LONGEST_ARTICLE)
        run.insert(0, Lexeme("a", 1.0, offset + article.start(1), offset + article.end(1), article.group(1).lower()))
    return run


def _lexeme(text: str, at: int, inside: bool) -> Lexeme | None:
    if text[at : at + 1].isdigit() or (text[at : at + 1] == "." and not inside):
        return _digits(text, at)
    if text[at : at + 1] in _vulgar():
        return Lexeme("digits", _vulgar()[text[at]], at, at + 1)
    word = _LETTERS.match(text, at)
    if not word:
        return None
    known = _words().get(word.group().lower())
    if known is None or text[word.end() : word.end() + 1].isdigit():
        return None
    return Lexeme(known[0], known[1], at, word.end(), word.group().lower())


def _digits(text: str, at: int) -> Lexeme | None:
    """Digits with fraction, exponent and abbreviated scale ("2½", "2 1/2", "1.2m"); null for ordinals and names."""
    match = _DIGITS.match(text, at)
    if not match or sum(c.isdigit() for c in match.group()) > MOST_DIGITS:
        return None
    end, value = match.end(), _value(match.group())
    if text[end : end + 1] in _vulgar() and text[end : end + 1]:
        value, end = value + _vulgar()[text[end]], end + 1
    elif (share := _SHARE.match(text, end)) and value % 1 == 0 and int(share[2]) < int(share[3]):
        value, end = value + int(share[2]) / int(share[3]), share.end()
    elif (whole := _OVER.match(text, end)) and 0 < value < int(whole[1]):
        value, end = value / int(whole[1]), whole.end()
    scaled = find_scale_after(text, at, end)
    if scaled:
        return Lexeme("digits", round(value * scaled[0], 6), at, scaled[1])
    after = text[end : end + 1]
    if after.isalpha() or after == "_":
        unit = find_unit_after(text, end)
        if unit is None or unit.start != end:
            return None
    return Lexeme("digits", value, at, end) if not re.match(r":\d|/\d", text[end : end + 2]) else None


def _value(digits: str) -> float:
    base, *power = _EXPONENT.split(digits, maxsplit=1)
    number = float(re.sub(r"[^\d.]", "", base))
    if not power:
        return number
    exponent = int(power[0].replace("−", "-"))
    return float(f"{number}e{exponent}") if abs(exponent) < 300 else number
