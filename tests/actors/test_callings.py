"""Which noun a name is given to."""

import pytest
from actor_reading import read

CASES = {
    "calling itself": ("A group calling itself Nought left. The group said that it rained.", "The group", "Nought"),
    "known as": ("They met a man known as Ivo Brandt. The man said that it rained.", "The man", "Ivo Brandt"),
    "named": ("They met a woman named Ada Moss. The woman said that it rained.", "The woman", "Ada Moss"),
    "named for": ("They met a man in a bar named Ivo’s. The man said that it rained.", "The man", "The man"),
}


BEHIND = {
    "a broadcaster": ("The BBC network said that it rained.", "The BBC network", "BBC"),
    "a union by its letters": ("The DWU union said that it rained. The DWU left.", "The DWU union", "DWU"),
    "a union that acts": ("The DWU union closed the port. DWU left.", "DWU union", "DWU"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "phrase", "name"), BEHIND.values(), ids=BEHIND)
def test_a_noun_behind_a_body_s_name(text, phrase, name):
    reading = read(text)
    assert [actor.name for actor in reading.resolution.actors if actor.kind == "organisation"] == [name]


def test_a_police_union_is_not_the_police():
    reading = read("The police said that it rained. The police union said that it snowed.")
    assert len(reading.resolution.actors) == 2


@pytest.mark.parametrize(("text", "phrase", "name"), CASES.values(), ids=CASES)
def test_find_called(text, phrase, name):
    assert read(text).name(phrase) == name
