"""Where a noun phrase begins, and where it ends for each use."""

import pytest

from onrecord import language
from onrecord.language.noun_phrases import complement_end, find_border, phrase_start, whole_phrase
from onrecord.language.trees import read_tree


def read(sentence, head):
    tree = read_tree(language.parse(sentence, [(0, len(sentence))]))
    return tree, next(i for i in range(tree.n) if tree.spelt(i) == head)


@pytest.mark.parametrize(
    ("sentence", "head", "first"),
    [
        ("The new mayor left.", "mayor", "The"),
        ("The city's old mayor left.", "mayor", "The"),
        ("Two long-serving judges left.", "judges", "Two"),
        ("At noon, Moss's spokesman left.", "spokesman", "Moss"),
        ("Brave, the mayor left.", "mayor", "the"),
        ("The tired, hungry mayor left.", "mayor", "The"),
        ("The Brooklyn, N.Y., chapter left.", "chapter", "The"),
        ("The so-called “dirty” bomb fell.", "bomb", "The"),
        ("In Paris (France) ministers left.", "ministers", "ministers"),
        ("Nearly two-thirds left.", "thirds", "Nearly"),
    ],
)
def test_start(sentence, head, first):
    tree, i = read(sentence, head)
    assert tree.spelt(phrase_start(tree, i)) == first


@pytest.mark.parametrize(
    ("sentence", "head", "words"),
    [
        ("The director of the harbour board spoke.", "director", "The director of the harbour board"),
        ("The director with a cold spoke.", "director", "The director"),
        ("The director of the board, a lawyer, spoke.", "director", "The director of the board"),
        ("The director of the board that failed spoke.", "director", "The director of the board"),
    ],
)
def test_complement(sentence, head, words):
    tree, i = read(sentence, head)
    a, b = tree.chars((phrase_start(tree, i), complement_end(tree, i, i + 1)))
    assert sentence[a:b] == words


@pytest.mark.parametrize(
    ("sentence", "head", "after"),
    [
        ("Businesses and towns complained.", "Businesses", "and"),
        ("A coalition of farmers and towns complained.", "coalition", None),
    ],
)
def test_what_is_joined_to_the_head_is_another(sentence, head, after):
    tree, i = read(sentence, head)
    border = find_border(tree, i, i + 1, tree.right(i))
    assert (tree.spelt(border) if border < tree.right(i) else None) == after


@pytest.mark.parametrize(
    ("sentence", "head", "words"),
    [
        ("Ada Moss, the mayor, said it rained.", "Moss", "Ada Moss, the mayor"),
        ("The clerk who left said it rained.", "clerk", "The clerk who left"),
        ("Only she said it rained.", "she", "she"),
    ],
)
def test_whole(sentence, head, words):
    tree, i = read(sentence, head)
    a, b = tree.chars(whole_phrase(tree, i))
    assert sentence[a:b] == words
