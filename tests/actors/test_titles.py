"""Whose title it is."""

import pytest
from actor_reading import read

CASES = {
    "one holder": ("Foreign Minister Ana Sá left. The foreign minister was tired.", "The foreign minister", "Ana Sá"),
    "apposition": ("Ada Moss, the mayor of Hull, left. The mayor was tired.", "The mayor", "Ada Moss"),
    "noun before": ("The economist Ruth Price left. Later the economist was tired.", "the economist", "Ruth Price"),
    "broader": ("Sen. Dana Whit left. The lawmaker was tired.", "The lawmaker", "Dana Whit"),
    "its country": (
        "Chilean envoy Rosa Vidal met Norwegian envoy Lars Holm. The Norwegian envoy left.",
        "The Norwegian envoy", "Lars Holm"),
    "two holders": ("Senator Dana Whit met Senator Ivo Moss. Later the senator left.", "the senator", None),
    "former": ("Then-Prime Minister Ivo Moss left. The prime minister wept.", "The prime minister", None),
    "former, told by his own clause": (
        "Ivo Moss, who was the mayor of Hull until May, left.", "the mayor of Hull", "Ivo Moss"),
    "former, asked for": ("Former Mayor Ivo Moss left. The former mayor was tired.", "The former mayor", "Ivo Moss"),
    "serves as": ("Ada Moss has served as prime minister since May. The prime minister left.",
                  "The prime minister", "Ada Moss"),
    "seen as": ("Ada Moss was seen as a prime minister in Delvo. The prime minister left.", "The prime minister", None),
    "whose child, not what": ("Ada Moss left. The diver’s father said it rained.", "The diver’s father",
                              "The diver’s father"),
    "no holder": ("Ada Moss left. The coach was tired.", "The coach", None),
    "spokesman": (
        "A spokesman for Ada Moss said that it rained. The spokesman left.",
        "The spokesman", "A spokesman for Ada Moss"),
    "spokesman with a name": (
        "Rina Sol, a spokeswoman for Ada Moss, left. The spokeswoman said that it rained.",
        "The spokeswoman", "Rina Sol"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "words", "who"), CASES.values(), ids=CASES)
def test_holder(text, words, who):
    assert read(text).name(words) == who


def test_title_inside_another_is_not_another_country_s():
    text = (
        "Chilean President’s chief of staff Rosa Vidal met US President Ivo Moss. The president’s chief of staff left."
    )
    reading = read(text)
    assert reading.name("The president’s chief of staff") == "Rosa Vidal"
    assert reading.name("The president") != "Ivo Moss"


def test_title_as_a_name_is_nobody_else():
    reading = read("Ayatollah Hossein Karimi left Qom. As Imam once said, patience is bread.")
    assert reading.name("Imam") == "Imam"
    assert reading.kind("Imam") == "person"


def test_one_role_or_several():
    reading = read("Leader of the Northern Party Marshal Ivo Moss left.")
    nouns = [role.noun for role in reading.actor("Ivo Moss").roles]
    assert nouns == ["leader", "marshal"]


def test_a_plural_is_no_role_of_one():
    reading = read("Two other senators, Ada Moss and Ivo Brandt, left the hall.")
    assert [actor.titles for actor in reading.resolution.actors] == [(), ()]
