"""Counts → log-odds: own sightings first, then the kind of verb, then the shape."""

import math

import pytest

from onrecord import language
from onrecord.claims.cues import propose
from onrecord.claims.frames import count, judge, kind_of, rate_of, read_frames, read_weights, shift
from onrecord.language.trees import Tree
from onrecord.lexicon import read_rows

FRAMES = count(
    [
        ("say", "VERB", "clause", 100, 95),
        ("eat", "VERB", "object", 100, 0),
        ("criticize", "VERB", "object", 40, 36),
        ("see", "VERB", "object", 60, 3),
    ]
)


def test_own_counts_decide():
    assert FRAMES.rate("say", "VERB", "clause") > 1.5 > -1.5 > FRAMES.rate("eat", "VERB", "object")


def test_a_rare_verb_learns_from_its_kind():
    assert kind_of("excoriate", "VERB") == kind_of("criticize", "VERB")
    assert FRAMES.rate("excoriate", "VERB", "object") > FRAMES.rate("juggle", "VERB", "object") + 1


def test_leaving_itself_out():
    frames = count([("hum", "VERB", "clause", 1, 1), ("say", "VERB", "clause", 100, 50)])
    assert frames.rate("hum", "VERB", "clause", 1, 1) < frames.rate("hum", "VERB", "clause")


def test_nothing_known_is_finite():
    assert math.isfinite(count([]).rate("say", "VERB", "clause"))


@pytest.mark.parametrize("expected, claims, sign", [(10, 30, 1), (30, 10, -1), (10, 10, 0)])
def test_shift(expected, claims, sign):
    assert math.copysign(1, round(shift(expected, claims), 9)) == sign or shift(expected, claims) == sign == 0


@pytest.mark.parametrize(
    "text, word, least, most",
    [
        ("The mayor said that the bridge is safe.", "said", 0.8, 1),
        ("The mayor criticized the plan for its cost.", "criticized", 0.6, 1),
        ("The mayor ate an apple in the park.", "ate", 0, 0.1),
        ("The ship carried coal to the harbour.", "carried", 0, 0.1),
    ],
    ids=["said", "criticized", "ate", "carried"],
)
def test_judge(text, word, least, most):
    tree = Tree(language.parse(text))
    at = next(i for i in range(tree.n) if tree.word(i) == word)
    assert least <= max(judge(tree, p) for p in propose(tree, at)) <= most


def test_the_word_lists_are_whole():
    assert all(0 <= float(r["claims"]) <= float(r["seen"]) for r in read_rows("frames"))
    assert {"frame", "quote", "always", "quote:always"} <= read_weights().keys()
    assert rate_of("say", "VERB", "clause") == read_frames().rate("say", "VERB", "clause")
