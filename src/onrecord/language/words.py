"""Words of a text: how many there are, their stems, and how much two texts share. All that counts words counts here."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from onrecord.lexicon import read_rows

# A word goes on over an apostrophe, a hyphen, and a point or comma between letters or digits: "don't", "well-known",
# "U.S", "2,000" and "3.5" are one each; a dash between two words parts them.
WORD = re.compile(r"\w+(?:['’.,‐‑-]\w+)*")
# Function words that turn a statement round; "t" is what is left of "don't".
NEGATORS = frozenset(("not", "t", "no", "never", "nor", "neither", "nobody", "nothing", "none", "cannot"))
_STEMMED = re.compile(r"[^\W_]+")


def count_words(text: str) -> int:
    """How many words a text has."""
    return sum(1 for _ in WORD.finditer(text))


@cache
def stem(word: str) -> str:
    """The stem of a lower-case word (Snowball, Porter 2001), the same for "spent", "spending" and "spends"."""
    return str(_stemmer().stem(_irregular().get(word, word)))


@cache
def _stemmer() -> Any:
    from nltk.stem.snowball import SnowballStemmer  # its package takes a fifth of a second to load

    return SnowballStemmer("english")


@cache
def _irregular() -> dict[str, str]:
    return {row["form"]: row["lemma"] for row in read_rows("irregular_forms")}


@cache
def _function_words() -> frozenset[str]:
    return frozenset(row["word"] for row in read_rows("function_words"))


@cache
def read_stem_counts() -> dict[str, int]:
    """In how many articles of a news corpus each stem stands; under "" how many there were."""
    return {row["stem"]: int(row["articles"]) for row in read_rows("stem_counts")}


def stems(text: str) -> frozenset[str]:
    """The stems of all words of a text."""
    return frozenset(stem(word.casefold()) for word in _STEMMED.findall(text))


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: its form without capitals, its stem, its place, and whether it says something by itself."""

    form: str
    stem: str
    start: int
    end: int
    is_content: bool


def find_words(text: str) -> tuple[Word, ...]:
    """All words of a text, in order."""
    empty = _function_words()
    found = ((match, match.group().casefold()) for match in _STEMMED.finditer(text))
    return tuple(Word(form, stem(form), *match.span(), form not in empty) for match, form in found)


@cache
def content_words(text: str) -> dict[str, str]:
    """Content words of a text by their stem, in reading order."""
    empty = _function_words()
    found: dict[str, str] = {}
    for word in map(str.casefold, _STEMMED.findall(text)):
        if word not in empty:
            found.setdefault(stem(word), word)
    return found
