"""Content words, their stems, and what two texts share."""

import pytest

from onrecord.language import words as words_of_text


def test_words_are_listed_in_reading_order():
    assert list(words_of_text.content_words("The old harbour wall held").values()) == ["old", "harbour", "wall", "held"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The U.S. doesn't pay 2,000 dollars.", 6),
        ("A well-known man said 3.5 is enough—never more.", 9),
        ("“ ” – …", 0),
        ("It’s Ana’s, isn't it?", 4),
        ("", 0),
    ],
    ids=lambda x: str(x),
)
def test_count_words(text, words):
    assert words_of_text.count_words(text) == words


def test_stems_are_the_same_for_inflections():
    assert words_of_text.stems("spent spending spends") == words_of_text.stems("spend")
    assert words_of_text.stems("cities") == words_of_text.stems("city")
    assert words_of_text.stems("women") != words_of_text.stems("men of")
