"""What stands around a cue, as names that the weights know."""

import pytest

from onrecord import language
from onrecord.claims.circumstances import describe_content, describe_cue, describe_subject, telling_words
from onrecord.claims.cues import propose
from onrecord.language.trees import Tree


def find(text, word):
    tree = Tree(language.parse(text))
    return tree, next(i for i in range(tree.n) if tree.word(i) == word)


@pytest.mark.parametrize(
    "text, word, name",
    [
        ("She said it rained.", "said", "V:subject=she"),
        ("We said it rained.", "said", "V:subject=first"),
        ("The mayor never said it rained.", "said", "negated"),
        ("The mayor might say it rained.", "say", "modal"),
        ("The mayor wants to say it rained.", "say", "xcomp-of=want"),
        ("The plan was rejected by him.", "rejected", "agent"),
        ("Rossi rejected her claim.", "claim", "owner=poss-pronoun"),
    ],
)
def test_describe_cue(text, word, name):
    assert name in describe_cue(*find(text, word))


def test_not_negated():
    assert "negated" not in describe_cue(*find("The mayor said it never rained.", "said"))


@pytest.mark.parametrize(
    "text, word, name",
    [
        ("The mayor rejected it.", "rejected", "empty"),
        ("The mayor rejected the claim.", "rejected", "statement"),
        ("The mayor said that it rained.", "said", "that=yes"),
        ("The mayor said it rained.", "said", "that=no"),
    ],
)
def test_describe_content(text, word, name):
    tree, at = find(text, word)
    assert any(name in describe_content(tree, p) for p in propose(tree, at))


def test_telling_words():
    tree, at = find("The mayor rejected the accusation.", "rejected")
    told = {word for p in propose(tree, at) for word in telling_words(tree, p)}
    assert told == {("object", "accusation"), ("subject", "mayor")}


def test_describe_subject_of_nothing():
    assert describe_subject(*find("It rained.", "rained")) == "it"
    assert describe_subject(*find("Raining again.", "raining")) == "none"
