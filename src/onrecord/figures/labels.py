"""Numerals that only name or date: years, clock times, "Article 5", "S&P 500", scores, phone numbers, "no one".

They are not figures: nothing is counted. What names by its words alone is in ``lexicon/label_words.csv``.
"""

import re
from functools import cache

from onrecord.figures.numerals import Numeral
from onrecord.figures.units import Unit, find_unit_after
from onrecord.language.spans import Chars
from onrecord.language.trees import Tree
from onrecord.lexicon import read_rows

FIRST_YEAR, LAST_YEAR = 1100, 2199  # a bare number of four digits outside is never read as a year

_CLOCK = re.compile(
    r"(?:[:.]\d\d)?\s?(?:[ap]\.?\s?m\b\.?|o['’]clock\b|hrs\b(?!\s+of)|noon\b|midnight\b|GMT\b|BST\b|EDT\b|EST\b|CET\b|UTC\b)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|[\w.+-]{1,64}@[\w-]{1,64}\.\w+")
_CODE = re.compile(
    r"(?=[\d(+])(?:(?:\+?\d{1,3}[-. ])?\(?\d{3}\)?[-. ]\d{3,4}[-. ]\d{4}\b"
    r"|\b\d{3,4}[- ]\d{3}[- ]\d{4}\b|\+\d[\d -]{7,}\d[\d/]*"
    r"|\b\d{1,2}/\d{1,2}/\d{2,4}\b|\b\d+(?:\.\d+){2,}\b|\b24/7\b|\b9/11\b|\b\d{1,4}(?:\([a-z0-9]{1,3}\))+"
    r"|\b(?:911|999)(?= (?:call|dispatch|operator|cent(?:er|re)\b))|\b\d{1,2}-\d{1,2}-\d{4}\b)"
)
_LINE_UP = re.compile(r"\b[A-Z][\w’'-]{1,20} \(\d{1,2}\)(?:[,;]? (?:and )?(?:[A-Z][\w.’'-]{0,20} ){1,3}\(\d{1,2}\))+")
_BRACKETED = re.compile(r"\(\d{1,2}\)[,;]? ")
_STREET = re.compile(
    r" (?:[A-Z][\w.’'-]* ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Drive|Boulevard|Blvd|Square|Place|Terrace|Row)\b"
    r"(?! [a-z]+s\b)"
)
_NO_AMOUNT = re.compile(r"\b(?:not|per|for every) [$£€]?$", re.I)  # "not 40", "per 1,000 inhabitants"
_RANKED = re.compile(r"\b(?:top|bottom|last|final|first|next) $", re.I)
_SPAN = re.compile(r"\s?[-–]\s?\d{4}(?=\s)")
_VERSION = re.compile(r"\s(?:International|Unported|Generic)\b")
_POINTED = re.compile(r"\b(?:th[eo]se|the|you|us|we)\s$", re.I)  # "those two": said of what is known, not counted
_HALF_BEFORE = re.compile(
    r"\b(?:first|second|third|fourth|other|latter|last|this|next|final|opening|better|each|every|the)[\s-]$", re.I
)
_ONE_AFTER = re.compile(
    r"[-‑](?!\w+-(?:old|a-)|day|week|month|year|hour|minute|mile|percent)|['’]s\b|\s{1,3}(?:another|hell\s+of|day\s+(?:he|she|it|they|we|will))\b|\s{1,3}day(?=[,.;:!?]|$)",
    re.I,
)
_ONE_BEFORE = re.compile(
    r"\b(?:no|any|every|some|each|this|that|the|another|which|number|new|good|big|first)[\s-]$", re.I
)
_ONE_NIGHT = re.compile(r"\s(?:night|morning|evening|afternoon|day)\b(?!\s(?:of|or|to|before|after|later|earlier))")
_LASTING = re.compile(
    r"\b(?:for|in|within|only|just|least|most|than|after|about|every|took|takes|lasted|lasts)\s$", re.I
)
_ONE_TO = re.compile(r"(?:\s(?:to|or)\s|-to-|[-–])(?:two|three|\d)", re.I)  # "one to two years"
_DECADE = re.compile(r"['’]?s\b")


def find_codes(text: str) -> list[Chars]:
    """Spans of addresses, phone numbers, numeric dates, version numbers and line-ups: no numeral inside is a figure."""
    patterns = [_CODE]
    if _BRACKETED.search(text):  # line-ups and addresses are rare, and slow to look for
        patterns.append(_LINE_UP)
    if any(sign in text for sign in ("@", "://", "www.")):
        patterns.append(_ADDRESS)
    return sorted(Chars(*match.span()) for pattern in patterns for match in pattern.finditer(text))


@cache
def _label_words() -> dict[str, str]:
    return {row["word"]: row["kind"] for row in read_rows("label_words")}


def is_label(tree: Tree, text: str, numeral: Numeral, token: int, unit: Unit | None, noun: int | None) -> bool:
    """Whether the numeral names or dates; ``token`` is its last, ``unit`` and ``noun`` what it seems to count."""
    if _NO_AMOUNT.search(text, max(0, numeral.start - 11), numeral.start):
        return True
    if numeral.style in ("vague", "fold", "range"):
        return False
    if numeral.style == "fraction":
        return _is_label_half(text, numeral, unit)
    if _CLOCK.match(text, numeral.end):
        return unit is None or unit.kind != "temperature"
    if numeral.style == "words":
        words = text[numeral.start : numeral.end]
        if words[0].isupper() and not tree.starts[token] and token and tree.pos[token - 1] == "PROPN" and not unit:
            return True
        if not unit and noun is None and token and _label_words().get(tree.word(token - 1)):
            return True
        if words.lower() == "one":
            return _is_label_one(text, numeral, unit, noun)
        pointed = _POINTED.search(text, max(0, numeral.start - 7), numeral.start)
        return not unit and noun is None and (bool(pointed) or _is_ranked(text, numeral))
    if _VERSION.match(text, numeral.end) or _DECADE.match(text, numeral.end):
        return unit is None or unit.kind != "temperature"
    if unit is not None and not (unit.kind == "electric" and unit.end - unit.start == 1):
        return False
    return _is_year(tree, text, numeral, token, noun) or _is_name(tree, text, numeral, token, noun)


def _is_ranked(text: str, numeral: Numeral) -> bool:
    """ "the bottom three": places in an order."""
    return bool(_RANKED.search(text, max(0, numeral.start - 8), numeral.start))


_FRACTION_GOES_ON = re.compile(
    r"\s{0,3}(?:$|[.,;:)!?—–%])|\s{1,3}(?:of|to|in|from|more|less|fewer|since|by|on|for|and|or|were|was|are|is|have|had|said|as|than|off)\b"
)


def _is_label_half(text: str, numeral: Numeral, unit: Unit | None) -> bool:
    """ "the second half", "half-brother"; but "half of", "almost half"."""
    words = text[numeral.start : numeral.end].lower()
    if not words.endswith(("half", "halves")):
        if words.startswith(("a ", "an ")) and not words.endswith("s") and unit is None:
            return not _FRACTION_GOES_ON.match(text, numeral.end)
        return text[numeral.end : numeral.end + 1] == "-"
    if unit is None and re.match(
        r"[-‑]\w|['’]|\s+(?:time|way|past|term|brother|sister|hour\s+later)\b", text[numeral.end : numeral.end + 20]
    ):
        return True
    return words in ("half", "halves") and bool(_HALF_BEFORE.search(text, max(0, numeral.start - 12), numeral.start))


def _is_label_one(text: str, numeral: Numeral, unit: Unit | None, noun: int | None) -> bool:
    """ "one" counts only before what it counts: "one vote", not "no one", "one of them", "a big one", "one-way"."""
    if re.match(r"\s(?:\d|of\b(?!\severy\b))", text[numeral.end : numeral.end + 9]):
        return True
    if _ONE_TO.match(text, numeral.end):
        return False
    if _ONE_NIGHT.match(text, numeral.end) and not _LASTING.search(text, max(0, numeral.start - 9), numeral.start):
        return True  # "they met one night": some night
    if _ONE_AFTER.match(text, numeral.end) or _ONE_BEFORE.search(text, max(0, numeral.start - 9), numeral.start):
        return True
    return unit is None and noun is None


def _is_year(tree: Tree, text: str, numeral: Numeral, token: int, noun: int | None) -> bool:
    words = text[numeral.start : numeral.end]
    if not (len(words) == 4 and words.isdigit() and FIRST_YEAR <= int(words) <= LAST_YEAR):
        return False
    if (other := _SPAN.match(text, numeral.end)) and find_unit_after(text, other.end()):
        return False  # "1800 - 2200 calories"
    if tree.entity[token] == "DATE":
        return True
    if noun is not None and tree.tag[noun] in ("NNS", "NNPS"):
        return False
    return int(words) >= 1800


def _is_name(tree: Tree, text: str, numeral: Numeral, token: int, noun: int | None) -> bool:
    """A number right after a capitalised name or a word that numbers things: "S&P 500", "Article 5", "Row 21"."""
    first = token
    while first > 0 and tree.idx[first] > numeral.start:
        first -= 1
    if _STREET.match(text, numeral.end) or _is_model_name(tree, text, token, noun):
        return True
    if first == 0 or text[numeral.start] == "+" or tree.spelt(first - 1).isspace():
        return False
    if noun is None and (_is_ranked(text, numeral) or text[numeral.start : numeral.end] == "101"):  # "kindness 101"
        return True
    before = first - 1
    word, pos = tree.spelt(before), tree.pos[before]
    kind = _label_words().get(word.lower()) or _label_words().get(tree.lemma[before].lower())
    if kind and (kind == "any" or word[0].isupper()) and (noun is None or noun - token > 1 or kind == "any"):
        return True
    if word == "#" or text[numeral.start - 1 : numeral.start] == "#":
        return True
    if word.islower() or pos not in ("PROPN", "NOUN", "ADJ") or "%" in word:
        return False
    if tree.starts[before] and pos != "PROPN":
        return False
    if text[tree.end[before] : numeral.start].strip() or "." in text[numeral.start : numeral.end]:
        return False
    counted = noun is not None and tree.tag[noun] in ("NNS", "NNPS") and tree.pos[noun] == "NOUN"
    return not (counted and tree.dep[before] == "pobj" and tree.entity[before] in ("GPE", "LOC", "DATE"))


def _is_model_name(tree: Tree, text: str, token: int, noun: int | None) -> bool:
    """ "a 737 Max", "the 320 Neo": digits with one singular capitalised word behind; not "12 Delvo boats"."""
    if noun != token + 1 or token == 0 or tree.pos[token - 1] not in ("DET", "PRON"):
        return False
    if tree.tag[noun] != "NNP" or not tree.spelt(noun)[0].isupper() or tree.spelt(noun).isupper():
        return False
    return not re.match(r"\s[a-z]+s\b", text[tree.end[noun] :][:24])
