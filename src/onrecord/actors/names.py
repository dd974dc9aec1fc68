"""The anatomy of names: which words count, what two spellings have in common, whether two names can be one person's.

Comparing is done on folded words: no accents, case, apostrophes, particles ("al-", "de"), honorifics or suffixes.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.language.words import read_stem_counts, stem
from onrecord.lexicon import read_rows

WORD = re.compile(r"[^\W_]+(?:['’.&@+][^\W_]+)*\.?", re.UNICODE)
QUOTES = re.compile(r"[,\"“”()\[\]]|(?<!\w)['‘’]|['’](?!\w)")
KINDS_OF_BODY = frozenset(("Department", "Ministry"))  # that an abbreviation may leave out: HHS
LONG = 6  # letters of a surname, from which on another letter makes no other name
HYPHEN = re.compile(r"[-‐‑–]")
# Latin spellings of one Arabic, Persian or Slavic name differ in vowels and doubled letters, seldom in the rest.
VOWELS = str.maketrans({"o": "u", "e": "a", "y": "i"})
SPELLINGS = (
    ("kh", "h"),
    ("gh", "q"),
    ("dh", "d"),
    ("ck", "k"),
    ("ph", "f"),
    ("j", "dj"),
    ("ddj", "dj"),
    ("w", "v"),
    ("q", "g"),
)


@cache
def read_parts(part: str) -> frozenset[str]:
    return frozenset(row["word"].casefold() for row in read_rows("name_parts") if row["part"] == part)


@cache
def read_honorifics() -> dict[str, str]:
    """Honorific (casefolded) → "m", "f" or ""."""
    return {row["honorific"].casefold(): row["gender"] for row in read_rows("honorifics")}


@cache
def read_first_names() -> dict[str, str]:
    """First name → "m", "f", or "" where both bear it."""
    return {row["name"].casefold(): row["gender"] for row in read_rows("first_names")}


@cache
def read_nicknames() -> dict[str, frozenset[str]]:
    """Short form of a first name → the names that it is short for."""
    found: dict[str, set[str]] = {}
    for row in read_rows("nicknames"):
        found.setdefault(fold(row["nickname"]), set()).add(fold(row["name"]))
    return {short: frozenset(names) for short, names in found.items()}


@cache
def fold(word: str) -> str:
    """A word without accents, case, apostrophes and final point."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return re.sub(r"['’ʻ`.]", "", plain.casefold())


def fold_words(words: Iterable[str]) -> list[str]:
    """The folded words of a name that have a letter or digit."""
    return [word for word in map(fold, words) if any(c.isalnum() for c in word)]


@cache
def _known_as() -> dict[tuple[str, ...], tuple[str, ...]]:
    rows = read_rows("known_as")
    return {tuple(fold_words(r["other_name"].split())): tuple(fold_words(r["name"].split())) for r in rows}


def known_name(words: Sequence[str]) -> tuple[str, ...]:
    """The folded words of what a body or group is usually called, for another name that everybody uses ("GOP")."""
    return _known_as().get(tuple(words), tuple(words))


@cache
def sound(word: str) -> str:
    """A folded word as it sounds, for transliterations: Mohammad = Muhammed, Zelensky = Zelenskyy."""
    text = fold(word)
    for spelled, plain in SPELLINGS:
        text = text.replace(spelled, plain)
    return re.sub(r"(.)\1+", r"\1", text.translate(VOWELS))


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart. ``words`` are folded and without particles; ``suffix`` is "jr", "sr", … or empty."""

    words: tuple[str, ...]
    suffix: str = ""

    @property
    def last(self) -> str:
        return self.words[-1] if self.words else ""


@cache
def read_name(text: str) -> Name:
    """The words of a name that tell it from others, in order; empty when nothing is left."""
    particles, suffixes, honorifics = read_parts("particle"), read_parts("suffix"), read_honorifics()
    words, suffix = [], ""
    for piece in QUOTES.sub(" ", text).split():
        low = piece.casefold()
        if low in suffixes:
            suffix = suffix or fold(piece) if low.rstrip(".") in ("jr", "sr", "ii", "iii", "iv", "v") else suffix
        elif low not in honorifics:
            parts = [p for p in HYPHEN.split(low) if p]
            if len(parts) > 1 and parts[0] in particles:
                parts = parts[1:]
            word = fold("".join(parts))
            if word and (low not in particles):
                words.append(word)
    if not words:
        words = [fold(p) for p in text.split() if fold(p)]
    return Name(tuple(words), suffix)


def gender_of(words: tuple[str, ...]) -> str:
    """ "m" or "f" where the first name says so in the table (lexicon/first_names.csv), else ""."""
    return read_first_names().get(words[0], "") if len(words) > 1 else ""


def _same_word(a: str, b: str) -> bool:
    return a == b or sound(a) == sound(b)


def _is_slip(a: str, b: str) -> bool:
    """Two long words that differ by one letter: one surname written in two ways."""
    if min(len(a), len(b)) < LONG or abs(len(a) - len(b)) > 1:
        return False
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return a[start + 1 :] == b[start + 1 :] or a[start:] == b[start + 1 :] or a[start + 1 :] == b[start:]


def _same_given(a: str, b: str) -> bool:
    """Equal as they sound, one the other's initial, or its short form by the table (Mike, Michael)."""
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    short = read_nicknames()
    return _same_word(a, b) or b in short.get(a, ()) or a in short.get(b, ())


def could_be_one(a: Name, b: Name) -> bool:
    """Whether two names of two or more words each may be one person's: same surname, given names that do not differ.

    "Elena Moreno" fits "Maria Elena Moreno", "E. Moreno" too; "George W." and "George H. W." with one surname do not,
    nor do Jr. and Sr.; the order family name first fits when the words are the same.
    """
    if a.suffix and b.suffix and a.suffix != b.suffix:
        return False
    if sorted(a.words) == sorted(b.words) or sound("".join(a.words)) == sound("".join(b.words)):
        return True  # "Abdel-Fattah", "Abdel Fattah"
    misspelt = a.words[:-1] == b.words[:-1] and _is_slip(a.last, b.last)
    if not misspelt and not _same_word(a.last, b.last):
        return False
    left, right = sorted((a.words[:-1], b.words[:-1]), key=len)
    if not left:
        return False
    if len(left) == len(right):
        return all(_same_given(x, y) for x, y in zip(left, right, strict=True))
    if _same_given(left[0], right[0]):
        return len(left) == 1 or (
            all(_same_given(x, y) for x, y in zip(left[1:], right[1:], strict=False)) and len(left[-1]) > 1
        )
    return all(_same_given(x, y) for x, y in zip(left, right[-len(left) :], strict=True)) and len(left[0]) > 1


def is_part(short: tuple[str, ...], long: tuple[str, ...]) -> str:
    """Where the words of a short name stand in a longer one: "end", "start", "middle", or "" when they do not."""
    n, m = len(short), len(long)
    if not n or n >= m:
        return ""
    if long[-n:] == short:
        return "end"
    if long[:n] == short:
        return "start"
    return "middle" if any(long[i : i + n] == short for i in range(1, m - n)) else ""


def fullest(names: Iterable[str]) -> str:
    """The first with most words, initials counted last; "Monster Ana Roe" is not where "Ana Roe" is a name, too."""
    known = dict.fromkeys(names)
    told = {name: read_name(name).words for name in known if not _only_adds(name, known)}
    return max(told, key=lambda name: (sum(len(word) > 1 for word in told[name]), len(told[name])))


def _only_adds(name: str, known: Iterable[str]) -> bool:
    """Whether a name is another of two words or more, with an ordinary word before it that is no name itself."""
    word, _, rest = name.partition(" ")
    if rest.partition(" ")[0] in read_parts("particle"):
        return False  # "Ana van Moss" beside "van Moss"
    given = word.casefold().rstrip(".")
    ordinary = rest.partition(" ")[0].casefold() in read_first_names() or stem(given) in read_stem_counts()
    return rest in known and " " in rest and ordinary and given not in read_first_names() and len(given) > 1


def initials_of(text: str) -> set[str]:
    """What could abbreviate a name of several words: its capitals, with and without the small words' initials."""
    words = [w for w in re.findall(r"[^\W\d_]+", text.replace("’s", "").replace("'s", "")) if w.casefold() != "the"]
    if len(words) < 2:
        return set()
    behind = initials_of(" ".join(words[2:])) if words[0] in KINDS_OF_BODY and words[1] == "of" else set()
    capitals = "".join(w[0] for w in words if w[0].isupper())
    whole = {capitals, "".join(w[0] for w in words).upper(), "".join(c for w in words for c in w if c.isupper())}
    return (whole | behind) - {""}
