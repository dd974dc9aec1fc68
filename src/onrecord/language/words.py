"""Words of a text: which count, their stems, and how much two texts share."""

import re
from functools import cache

from nltk.stem.snowball import SnowballStemmer

from onrecord.lexicon import read_rows

WORD = re.compile(r"[^\W_]+")


@cache
def _stem(word: str) -> str:
    return SnowballStemmer("english").stem(word)


@cache
def content_words(text: str) -> dict[str, str]:
    """Content words of a text by their stem (Snowball, Porter 2001), in reading order."""
    empty = {row["word"] for row in read_rows("function_words")}
    words = (w.casefold() for w in WORD.findall(text))
    found: dict[str, str] = {}
    for word in words:
        if word not in empty:
            found.setdefault(_stem(word), word)
    return found


def dice(a: dict[str, str], b: dict[str, str]) -> float:
    """Share of content words in common: 2·|a∩b| / (|a|+|b|) (Dice 1945); 0 when either has none."""
    return 2 * len(a.keys() & b.keys()) / (len(a) + len(b)) if a and b else 0.0
