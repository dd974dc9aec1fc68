"""Content words, their stems, and what two texts share."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.language import words


def test_words_are_listed_in_reading_order():
    assert list(words.content_words("The old harbour wall held").values()) == ["old", "harbour", "wall", "held"]


@given(st.text("abc d", max_size=20), st.text("abc d", max_size=20))
def test_dice_is_a_symmetric_share(a, b):
    x, y = words.content_words(a), words.content_words(b)
    assert words.dice(x, y) == words.dice(y, x)
    assert 0 <= words.dice(x, y) <= 1
    assert words.dice(x, x) == (1 if x else 0)
