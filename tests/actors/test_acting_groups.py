"""Groups and bodies without a name that act are actors; what is only talked of, or said in a quotation, is none."""

import pytest
from actor_reading import read

import onrecord

GROUPS = {
    "subject": ("Striking teachers closed the road.", ["Striking teachers"]),
    "who suffers": ("Protesters were beaten near the port.", ["Protesters"]),
    "agent": ("The road was closed by angry fishermen.", ["angry fishermen"]),
    "addressed": ("The mayor asked community organizations to help.", ["community organizations"]),
    "joined": ("Parents and teachers marched to the hall.", ["Parents", "teachers"]),
    "counted": ("Dozens of parents marched to the hall.", ["parents"]),
    "a number is no part of the name": ("Some 26,000 teachers marched to the hall.", ["teachers"]),
    "of where": ("Residents of the port blocked the road.", ["Residents of the port"]),
    "police": ("Police closed the road.", ["Police"]),
    "body told by a modifier": ("The federal government closed the port.", ["federal government"]),
    "body of somebody": ("The mayor’s office closed the port.", ["mayor’s office"]),
    "beside a body": ("He spoke outside court.", []),
    "any body": ("The court closed the port.", []),
    "a body that is a place": ("The old museum closed early.", []),
    "a name behind it": ("The conservative group Delvo Tides closed the port.", ["Delvo Tides"]),
    "no people but numbers": ("Preliminary figures pleased them.", ["Preliminary figures"]),
    "numbers": ("The figures pleased them. Chairs filled the hall.", []),
    "people by what they are": ("Opposition figures closed the road.", ["Opposition figures"]),
    "the same": ("The same teachers marched to the hall.", []),
    "talked of": ("They passed laws for teachers.", []),
    "described": ("The neighbors were tired.", []),
    "nobody": ("No teachers marched to the hall.", []),
    "anybody": ("People marched to the hall.", []),
    "whose": ("Children whose parents left stayed.", []),
    "who is told": ("The mayor told reporters to wait.", []),
    "no people": ("The numbers closed the gap.", []),
    "a family": ("The Moss family closed the road.", ["Moss family", "Moss"]),
    "any family": ("A family closed the road.", []),
    "behind a day": ("Police counted Tuesday's crowd.", ["Police", "crowd"]),
    "a clause read as a modifier": ("The people of the north “have been quiet voters”, she said.", []),
    "quoted": ("“Teachers broke the wall,” it said.", []),
}


@pytest.mark.parametrize(("text", "expected"), GROUPS.values(), ids=GROUPS)
def test_who_acts(text, expected):
    found = [actor for actor in read(text).resolution.actors if actor.kind in ("group", "organisation")]
    assert [actor.name for actor in found] == expected


ONE = {
    "more told later": ("Teachers marched at noon. The striking teachers closed the road.", 1),
    "less told later": ("Striking teachers marched at noon. The teachers closed the road.", 1),
    "two of one noun": ("City teachers marched. Rural teachers stayed. Teachers closed the road.", 3),
    "a wide noun": ("City officials marched. Officials closed the road.", 2),
    "a source before": ("Residents said it was late. The residents closed the road.", 1),
}


@pytest.mark.parametrize(("text", "groups"), ONE.values(), ids=ONE)
def test_one_group_of_a_noun(text, groups):
    assert len(read(text).resolution.actors) == groups


STORY = {
    "a whole class": ("Protesters closed the road.", "The protesters blocked a bridge.", 1),
    "some of many": ("Aides closed the door.", "Aides blocked the stairs.", 2),
    "body with a modifier": ("The school district closed the gate.", "The school district opened a hall.", 1),
    "other modifiers": ("Striking teachers closed the road.", "Retired teachers blocked a bridge.", 2),
}


@pytest.mark.parametrize(("a", "b", "rows"), STORY.values(), ids=STORY)
def test_one_row_in_a_story(a, b, rows):
    assert len(onrecord.extract({"a": a, "b": b}, story=True).actors) == rows


def test_a_source_keeps_its_own_words():
    """What says something is told with "some", what only acts without."""
    reading = read("Some residents said that the wall held. It was closed by residents of Delvo.")
    assert reading.names[0] == "Some residents"
