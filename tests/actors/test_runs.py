"""Which words belong to one run of capitals."""

import pytest
from actor_reading import read

from onrecord.actors.runs import find_runs

CASES = {
    "one word": ("They met Moss.", ["Moss"]),
    "small word inside": ("They joined the Ministry of Tides.", ["Ministry of Tides"]),
    "number as a word": ("They joined the Gang of Eight.", ["Gang of Eight"]),
    "hashtag": ("They wrote #HarbourWall there.", []),
    "place behind a name, an office before it": (
        "The Senate Majority Leader Charles Olund of New York described it.",
        ["Senate Majority Leader Charles Olund", "New York"],
    ),
    "place behind a name": ("They met Angus King of Maine.", ["Angus King", "Maine"]),
    "a king's land": ("They met King Felipe.", ["King Felipe"]),
    "a chamber takes no for": ("They left the Senate for the Delvo.", ["Senate", "Delvo"]),
    "a committee takes on": ("They joined the Committee on Tides.", ["Committee on Tides"]),
    "a school takes no on": (
        "They left Moss Elementary School on Delvo Street.",
        ["Moss Elementary School", "Delvo Street"],
    ),
    "two bodies": ("They asked the Center for Tides and Harbour Council.", ["Center for Tides", "Harbour Council"]),
    "many people's": ("They joined the Delvo Citizens' Watch.", ["Delvo Citizens' Watch"]),
    "women's": ("They joined the Women's Trust.", ["Women's Trust"]),
    "many people's, by the body's word": ("They joined the Cheesemakers' Guild.", ["Cheesemakers' Guild"]),
    "no body's word": ("They saw the Cheesemakers' Delvo.", ["Cheesemakers", "Delvo"]),
    "an office's": ("They asked the Governor's Office of Harbour Safety.", ["Governor's Office of Harbour Safety"]),
    "one person's": ("They joined the Citizen's Harbour.", ["Citizen", "Harbour"]),
    "a party's": ("They saw Democrats' Harbour.", ["Democrats", "Harbour"]),
    "and inside a body": (
        "The Port and Waterways Administration closed the gate.",
        ["Port and Waterways Administration"],
    ),
    "and between two": ("The Pentagon and Harbour Board closed the gate.", ["Pentagon", "Harbour Board"]),
    "and between chambers": ("The House and Senate Tides Committee met.", ["House", "Senate Tides Committee"]),
    "months and days": ("They left on Monday.", []),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_find_runs(text, expected):
    words = read(text).words
    tree = words.tree
    assert [tree.text[tree.idx[a] : tree.end[b - 1]] for a, b in find_runs(words)] == expected
