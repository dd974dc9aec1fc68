"""The actors of claims' sources."""

import pytest
from actor_reading import read

CASES = {
    "name": ("Ada Moss said that it rained.", [["Ada Moss"]]),
    "apposition": ("Ada Moss, the mayor of Hull, said that it rained.", [["Ada Moss"]]),
    "noun before the name": ("The economist Ruth Price said that it rained.", [["Ruth Price"]]),
    "noun with a hyphen": ("Skarvik co-founder Ruth Price said that it rained.", [["Ruth Price"]]),
    "apposition to one of several": ("One of her lawyers, Jane Roe, said that it rained.", [["Jane Roe"]]),
    "a member of a party": ("One Democrat, Senator Jane Roe, said that it rained.", [["Jane Roe"]]),
    "the candidate": ("Ada Moss spoke at noon. The candidate said that it rained.", [["Ada Moss"]]),
    "the candidate of nobody": ("It was noon. The candidate said that it rained.", [["The candidate"]]),
    "no name behind the comma": ("One of her lawyers, a baker, said that it rained.", [["One of her lawyers"]]),
    "relative clause": ("The group that organised the march said that it rained.", [["The group"]]),
    "unnamed": ("A spokesman for Ada Moss said that it rained.", [["A spokesman for Ada Moss"]]),
    "group": ("Chilean police officials said that it rained.", [["Chilean police officials"]]),
    "two": ("Ada Moss and Ivo Brandt said that it rained.", [["Ada Moss", "Ivo Brandt"]]),
    "a text by half of its name": (
        "A draft report said that it rained. The draft said that it snowed.", [["A draft report"], ["A draft report"]]),
    "another text": (
        "A draft report said that it rained. The memo said that it snowed.", [["A draft report"], ["The memo"]]),
    "the official met before": (
        "Mayor Ada Moss left. A former council official said that it rained. The official said that it snowed.",
        [["A former council official"], ["A former council official"]]),
    "document": (
        "The Harbour Authority issued a statement. The statement said that it rained.", [["Harbour Authority"]]),
    "government": ("Chile is long. The Chilean government said that it rained.", [["Chile"]]),
    "no one's government": ("The government said that it rained.", [["The government"]]),
    "document of nobody": ("The report said that it rained.", [["The report"]]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "speakers"), CASES.values(), ids=CASES)
def test_speakers(text, speakers):
    assert [s for s in read(text).speakers if s] == speakers


def test_another_is_another():
    reading = read("A senior official said that it rained. Another official said that it did not.")
    assert reading.kind("A senior official") == "unnamed"
    assert reading.speakers == [["A senior official"], ["Another official"]]


def test_the_same_source_again():
    reading = read("Federal prosecutors said that it rained. Prosecutors want more. A source said no. The source left.")
    assert reading.name("Prosecutors") == "Federal prosecutors"


def test_spokesman_is_linked_and_not_merged():
    reading = read("A spokesman for Ada Moss said that Moss was away.")
    spokesman = reading.actor("A spokesman for Ada Moss")
    assert (spokesman.kind, spokesman.role) == ("unnamed", "spokesman for Ada Moss")
    assert reading.name("Moss", 1) == "Ada Moss"


def test_a_source_that_is_a_name_is_that_person():
    assert read("According to Kharn, it rained.").kind("Kharn") == "person"


def test_bare_officials_are_not_those_met_before():
    reading = read("American officials said that it rained. Officials said that the wall was safe.")
    assert reading.speakers == [["American officials"], ["Officials"]]


def test_an_editor_s_brackets_are_no_part_of_a_name():
    reading = read("“[Karim] Moss left,” she said. Karim Moss ran.")
    assert "Karim Moss" in reading.names and not any("[" in name or "]" in name for name in reading.names)
