"""Which noun a name is given to."""

import pytest
from actor_reading import read

CASES = {
    "calling itself": ("A group calling itself Nought left. The group said that it rained.", "The group", "Nought"),
    "known as": ("They met a man known as Ivo Brandt. The man said that it rained.", "The man", "Ivo Brandt"),
    "named": ("They met a woman named Ada Moss. The woman said that it rained.", "The woman", "Ada Moss"),
    "named for": ("They met a man in a bar named Ivo’s. The man said that it rained.", "The man", "The man"),
}


@pytest.mark.parametrize(("text", "phrase", "name"), CASES.values(), ids=CASES)
def test_find_called(text, phrase, name):
    assert read(text).name(phrase) == name
