"""Results of games beside tallies of votes, and both beside ranges."""

import pytest

from onrecord import language
from onrecord.figures.quantities import find_quantities
from onrecord.figures.ranges import join_ranges
from onrecord.figures.scores import find_scores, find_tallies
from onrecord.language.trees import read_tree


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("won 3-0", ["3-0"]),
        ("ended 2 – 2 on aggregate", ["2 – 2"]),
        ("lost the match 1-3", ["1-3"]),
        ("split 4 to 1.", ["4 to 1"]),
        ("a 52-48 majority", ["52-48"]),
        ("children of 6-9 years", []),
        ("up 5-10%", []),
        ("in 2018-19", []),
        ("The council passed it 7-2.", []),
    ],
)
def test_find_scores(text, spans):
    assert [text[a:b] for a, b in find_scores(text, find_tallies(text))] == spans


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        pytest.param("The council passed it 52 to 48.", ["52 to 48"], id="passed"),
        pytest.param("The court ruled 5-4 for the town.", ["5-4"], id="ruled"),
        pytest.param("The motion failed 48-51.", ["48-51"], id="failed, the lower first"),
        pytest.param("It took a 219-212 vote.", ["219-212"], id="vote behind"),
        pytest.param("The council met. Delvo was ahead 5-4.", [], id="another sentence"),
        pytest.param("The council saw Delvo win the game 5-4.", [], id="game"),
        pytest.param("The council sat 5 to 10 hours.", [], id="hours"),
        pytest.param("The council has a 52-48 majority.", [], id="seats"),
        pytest.param("The council cut it from 52 to 48.", [], id="from"),
        pytest.param("The council heard 2-5 of them.", [], id="rising, without a vote"),
    ],
)
def test_find_tallies(text, spans):
    assert [text[a:b] for a, b in find_tallies(text)] == spans


def test_a_tally_is_two_figures_of_votes():
    text = "The council passed it by a 52-48 vote."
    tree = read_tree(language.parse(text))
    found = join_ranges(tree, text, find_quantities(tree, text, []))
    assert [(q.value, q.unit, q.unit_stated) for q in found] == [(52, "vote", False), (48, "vote", True)]
