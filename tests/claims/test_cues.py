"""The readings that the parse offers a word: shape and content."""

import pytest

from onrecord import language
from onrecord.claims.cues import cut_out, propose
from onrecord.language.trees import Tree

# id: (text, word, a shape that must be offered, its content)
CASES = {
    "clause": ("The mayor said that the bridge is safe.", "said", "clause", "that the bridge is safe"),
    "a clause and another": (
        'The mayor said the day had been "long" but that voting lacked order.',
        "said",
        "clause",
        'the day had been "long" but that voting lacked order',
    ),
    "infinitive": ("The mayor plans to close the bridge.", "plans", "to", "to close the bridge"),
    "whether": ("The mayor asked whether the bridge is safe.", "asked", "if", "whether the bridge is safe"),
    "wh": ("The mayor explained how the bridge was built.", "explained", "wh", "how the bridge was built"),
    "object": ("The mayor rejected the claim.", "rejected", "object", "the claim"),
    "object and as": ("He described her as a liar.", "described", "object+as", "her as a liar"),
    "preposition": ("The mayor called for a vote.", "called", "for", "a vote"),
    "passive": ("The claim was rejected by the mayor.", "rejected", "passive", "The claim"),
    "before": ("The bridge is safe, the mayor said.", "said", "before", "The bridge is safe,"),
    "according": ("The bridge is safe, according to the mayor.", "according", "according", "The bridge is safe,"),
    "noun and clause": ("Her claim that the bridge is safe is odd.", "claim", "clause", "that the bridge is safe"),
    "adjective": ("She is sure that the bridge is safe.", "sure", "clause", "that the bridge is safe"),
    "hedge": ("The bridge seems to be safe.", "seems", "raised", "The bridge to be safe"),
    "comment cut off": (
        "He mentioned the vote by the town, which was close.",
        "mentioned",
        "object",
        "the vote by the town",
    ),
}  # fmt: skip


@pytest.mark.parametrize("text, word, shape, content", CASES.values(), ids=CASES)
def test_propose(text, word, shape, content):
    tree = Tree(language.parse(text))
    at = next(i for i in range(tree.n) if tree.word(i) == word)
    offered = {p.shape: " ".join(text[slice(*tree.chars(s))] for s in p.content) for p in propose(tree, at)}
    assert offered.get(shape, "").rstrip(" ,.") == content.rstrip(" ,")


def test_a_word_that_is_no_cue_offers_nothing():
    tree = Tree(language.parse("The old bridge."))
    assert [propose(tree, i) for i in range(tree.n)] == [[]] * tree.n


@pytest.mark.parametrize(
    "hole, left",
    [((2, 4), [(0, 2), (4, 9)]), ((0, 4), [(4, 9)]), ((5, 9), [(0, 5)]), ((0, 9), []), ((9, 12), [(0, 9)])],
)
def test_cut_out(hole, left):
    assert cut_out((0, 9), hole) == left
