"""What a token can be in a name."""

import pytest
from actor_reading import read

from onrecord.actors.words import is_organisation_word


@pytest.mark.parametrize(("word", "known"), [("Ministry", True), ("banks", True), ("Inc.", True), ("harbour", False)])
def test_organisation_words(word, known):
    assert is_organisation_word(word) is known


CASES = {
    "name": ("They met Moss.", "Moss", True),
    "weekday": ("They met on Tuesday.", "Tuesday", False),
    "caption": ("Image: Ada Moss.", "Image", False),
    "common noun": ("They met at noon.", "noon", False),
    "party and state": ("Sen. Ada Moss, R-Florida, left.", "R", False),
    "party letter": ("Ada Moss (D-Hull) left.", "D", False),
}


@pytest.mark.parametrize(("text", "word", "name"), CASES.values(), ids=CASES)
def test_is_name(text, word, name):
    words = read(text).words
    at = next(i for i, w in enumerate(words.words) if w.startswith(word))
    assert words.is_name(at) is name
