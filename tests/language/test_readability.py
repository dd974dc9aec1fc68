"""Readability without a network: the right dictionary or an error, never a silently wrong score."""

import os
import subprocess
import sys

import pytest

from onrecord.language.readability import measure_readability

ARTICLE = (
    "The council told reporters about the harbour on Monday. Several engineers had examined the enormous wall, and "
    "their preliminary recommendations were published immediately. Nobody was evacuated."
)


def run(code: str, tmp_path, **environment: str) -> subprocess.CompletedProcess:
    """Python code in a process that has no NLTK data and no network."""
    offline = "import socket\ndef deny(*a, **k): raise OSError('no network')\nsocket.socket.connect = deny\n"
    kept = {k: v for k, v in os.environ.items() if not k.startswith("NLTK")}
    environment = kept | {"NLTK_DATA": str(tmp_path), "HOME": str(tmp_path)} | environment
    return subprocess.run(
        [sys.executable, "-c", offline + code], env=environment, capture_output=True, text=True, timeout=60
    )


def test_it_works_offline_with_an_empty_nltk_data(tmp_path):
    """CMU: about AH0 B AW1 T (2), immediately IH2 M IY1 D IY0 AH0 T L IY0 (5), evacuated (5), engineers (3)."""
    code = (
        "from onrecord.language import readability\n"
        f"print(readability.measure_readability({ARTICLE!r}))\n"
        "textstat = readability._textstat()\n"
        "print([textstat.syllable_count(w) for w in ('about', 'immediately', 'evacuated', 'engineers')])"
    )
    done = run(code, tmp_path, TMPDIR=str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [str(measure_readability(ARTICLE)), "[2, 5, 5, 3]"]
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith("onrecord")] == []  # it cleans up after itself


def test_wrong_dictionary_data_is_an_error_not_a_score(tmp_path):
    code = (
        "from onrecord.language import readability\n"
        "readability._read_dictionary = lambda: {'about': [['2', 'AH0', 'B', 'AW0', 'EH1', 'T']]}\n"
        "try:\n    print(readability.measure_readability('The wall held about a day.'))\n"
        "except readability.OnRecordError as error:\n    print('told:', error.what, error.remedy)"
    )
    done = run(code, tmp_path)
    assert done.stdout.startswith("told:"), done.stdout + done.stderr


@pytest.mark.parametrize("text", ["", "“ ” – …"])
def test_a_text_without_words_scores_nothing(text):
    assert measure_readability(text).flesch_kincaid_grade <= 0


def test_longer_words_are_harder():
    easy = measure_readability("The wall held. It was old. The sea was cold.")
    hard = measure_readability("Engineering recommendations necessitated immediate infrastructural rehabilitation.")
    assert easy.flesch_reading_ease > hard.flesch_reading_ease
    assert easy.flesch_kincaid_grade < hard.flesch_kincaid_grade
