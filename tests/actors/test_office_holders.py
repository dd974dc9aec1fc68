"""Whose role a title without a name names."""

import pytest
from actor_reading import read

OFFICES = {
    "the office told, the title bare": ("Delvo's police chief left. Chief Ada Moss said so.", "Ada Moss"),
    "the same noun": ("Delvo's mayor left. Mayor Ada Moss said so.", "Ada Moss"),
    "another kind of chief": ("Delvo's fire chief left. Police Chief Ada Moss said so.", None),
    "another's": ("Delvo's mayor left. Ada Moss, the mayor of Quay, said so.", None),
    "two of them": ("Delvo's mayor left. Mayor Ada Moss and Mayor Ivo Brandt said so.", None),
    "no office of one": ("Delvo's lawyer left. Lawyer Ada Moss said so.", None),
    "whose is not said": ("Ada Moss, a chief, left. The police chief said so.", None),
}


@pytest.mark.parametrize(("text", "who"), OFFICES.values(), ids=OFFICES)
def test_bears_the_office(text, who):
    words = text.split(" left")[0] if text.startswith("Delvo") else "The police chief"
    assert read(text).name(words) in ((who,) if who else (None, words))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Her lawyer, Ivo Brandt, left. Ms. Moss’s lawyer said that it rained.", "Ivo Brandt"),
        ("Rep. Ivo Brandt left. Ms. Moss’s representative said that it rained.", None),
        ("The Harbour lawyer, Ivo Brandt, left. Ms. Moss’s lawyer said that it rained.", None),
        ("Her lawyers, Ivo Brandt, a lawyer, and Ada Quill, a lawyer, left. Ms. Moss’s lawyer said so.", None),
    ],
)
def test_the_lawyer_of_somebody_named(text, who):
    words = next(words for words in ("Ms. Moss’s lawyer", "Ms. Moss’s representative") if words in text)
    assert read(text).name(words) in ((who,) if who else (words, None))
