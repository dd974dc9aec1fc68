"""Numerals that only name or date: years, clock times, "Article 5", "S&P 500", scores, phone numbers, "no one".

They are not figures: nothing is counted. What names by its words alone is in ``lexicon/label_words.csv``.
"""

import re
from functools import cache

from onrecord.figures.numerals import Numeral
from onrecord.figures.units import Unit
from onrecord.language.spans import Chars
from onrecord.language.trees import Tree
from onrecord.lexicon import read_rows

FIRST_YEAR, LAST_YEAR = 1100, 2199  # a bare number of four digits outside is never read as a year

_CLOCK = re.compile(
    r"(?:[:.]\d\d)?\s?(?:[ap]\.?\s?m\b\.?|o['’]clock\b|hrs\b(?!\s+of)|noon\b|midnight\b|GMT\b|BST\b|EDT\b|EST\b|CET\b|UTC\b)",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"https?://\S+|www\.\S+|[\w.+-]{1,64}@[\w-]{1,64}\.\w+|(?:\+?\d{1,3}[-. ])?\(?\d{3}\)?[-. ]\d{3,4}[-. ]\d{4}\b"
    r"|\b\d{3,4}[- ]\d{3}[- ]\d{4}\b|\+\d[\d -]{7,}\d[\d/]*"
    r"|\b\d{1,2}/\d{1,2}/\d{2,4}\b|\b\d+(?:\.\d+){2,}\b|\b24/7\b|\b\d{1,2}-\d{1,2}-\d{4}\b"
)
_VERSION = re.compile(r"\s(?:International|Unported|Generic)\b")
_SCORE = re.compile(r"(?<![\d.$£€-])(\d{1,2})\s?[-–]\s?(\d{1,2})(?!\d|[.,]\d|-?\w|\s?(?:%|per\s?cent|[a-z]+s\b))")
_POINTED = re.compile(r"\b(?:th[eo]se|the|you|us|we)\s$", re.I)  # "those two": said of what is known, not counted
_ODDS = re.compile(
    r"(?<![\d.,$£€-])(?<!from )(?<!ween )(\d{1,2}) to (\d{1,2})(?=[.,;:)]?(?:\s|$))(?!\s?(?:%|per\s?cent|\w+s\b))"
)
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
_DECADE = re.compile(r"['’]?s\b")


def find_codes(text: str) -> list[Chars]:
    """Spans of addresses, phone numbers, numeric dates and version numbers: no numeral inside is a figure."""
    return [Chars(*match.span()) for match in _CODE.finditer(text)]


@cache
def _label_words() -> dict[str, str]:
    return {row["word"]: row["kind"] for row in read_rows("label_words")}


def is_label(tree: Tree, text: str, numeral: Numeral, token: int, unit: Unit | None, noun: int | None) -> bool:
    """Whether the numeral names or dates; ``token`` is its last, ``unit`` and ``noun`` what it seems to count."""
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
        return not unit and noun is None and bool(_POINTED.search(text, max(0, numeral.start - 7), numeral.start))
    if _VERSION.match(text, numeral.end) or _DECADE.match(text, numeral.end):
        return unit is None or unit.kind != "temperature"
    if unit is not None and not (unit.kind == "electric" and unit.end - unit.start == 1):
        return False
    return _is_year(tree, text, numeral, token, noun) or _is_name(tree, text, numeral, token, noun)


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
    if _ONE_AFTER.match(text, numeral.end) or _ONE_BEFORE.search(text, max(0, numeral.start - 9), numeral.start):
        return True
    return unit is None and noun is None


def _is_year(tree: Tree, text: str, numeral: Numeral, token: int, noun: int | None) -> bool:
    words = text[numeral.start : numeral.end]
    if not (len(words) == 4 and words.isdigit() and FIRST_YEAR <= int(words) <= LAST_YEAR):
        return False
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
    if first == 0 or text[numeral.start] == "+" or tree.spelt(first - 1).isspace():
        return False
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


def find_scores(text: str) -> list[Chars]:
    """Spans of results of games and votes: "3-0", "won 2 – 1"; not "6-9 years", not "5-10" that rises."""
    spans = []
    spans += [Chars(*m.span()) for m in _ODDS.finditer(text) if int(m[1]) > int(m[2])]
    for match in _SCORE.finditer(text):
        first, second = int(match[1]), int(match[2])
        if first >= second or _CONTEST.search(text, max(0, match.start() - 60), min(len(text), match.end() + 60)):
            spans.append(Chars(*match.span()))
    return spans


_CONTEST = re.compile(
    r"\b(?:w[io]n|beat|los[et]|lost|draw|drew|victory|defeat|goal|scor(?:e|ed)|lead|led|tie|match|game|aggregate|vs?)\b",
    re.I,
)
