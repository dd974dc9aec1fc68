"""Words in any inflection: a crude stem, the same for "spent", "spending" and "spends", and measures found by it."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from onrecord.lexicon import read_rows

_WORD = re.compile(r"[^\W\d_]+")


@cache
def _stop() -> frozenset[str]:
    return frozenset(row["word"] for row in read_rows("empty_words"))


@cache
def _irregular() -> dict[str, str]:
    return {row["form"]: row["lemma"] for row in read_rows("irregular_forms")}


def _stem(word: str) -> str:
    """A crude stem, the same for "spent", "spending" and "spends"."""
    word = _irregular().get(word, word)
    for ending, least in (("ings", 3), ("ing", 3), ("ies", 3), ("ed", 3), ("es", 4), ("s", 3)):
        if word.endswith(ending) and len(word) - len(ending) >= least and not word.endswith("ss"):
            word = word[: -len(ending)] + ("y" if ending == "ies" else "")
            break
    return word.removesuffix("e")


def stems(text: str) -> frozenset[str]:
    """The stems of all words of ``text``."""
    return frozenset(_stem(w) for w in _WORD.findall(text.lower()))


def _content_stems(text: str) -> frozenset[str]:
    return frozenset(_stem(w) for w in _WORD.findall(text.lower()) if w not in _stop())


def match_measure(measure: str, measures: Mapping[str, Sequence[str]]) -> str | None:
    """The name of the story's measure whose words (or name) all occur in ``measure``, in any order and inflection.

    The entry that accounts for most words wins ("military spending" before "spending"); two alike give null.
    """
    have, best = _content_stems(measure), {}
    for name, phrases in measures.items():
        sizes = [len(s) for s in map(_content_stems, [name, *phrases]) if s and s <= have]
        if sizes:
            best[name] = max(sizes)
    top = [name for name, size in best.items() if size == max(best.values())]
    return top[0] if len(top) == 1 else None
