"""Whose clause it is: the subject written there, shared with the clause above, or controlled from it."""

import pytest

from onrecord import language
from onrecord.language.subjects import find_subject
from onrecord.language.trees import read_tree

CASES = [  # sentence, verb, word of its subject (None: none), tie
    ("The mayor left early.", "left", "mayor", "subject"),
    ("The mayor left early and closed the gate.", "closed", "mayor", "subject"),
    ("Acme hopes to sell the yard.", "sell", "Acme", "subject"),
    ("Acme sold the yard after losing money.", "losing", "Acme", "subject"),
    ("The mayor asked him to leave.", "leave", "him", "controller"),
    ("The mayor asked two senators to leave.", "leave", "senators", "controller"),
    ("The judge praised her for speaking.", "speaking", "her", "controller"),
    ("The mayor promised him to leave.", "leave", "mayor", "subject"),
    ("The index gained 1 percent to close at 40 points.", "close", "index", "subject"),
    ("Acme announced plans to build a port.", "build", "plans", "described"),
    ("The boy accused of lying left.", "accused", "boy", "described"),
    ("The ports that opened are new.", "opened", "that", "subject"),
    ("The Emirates with a million population spent 22 billion.", "spent", "Emirates", "subject"),
    ("Leave the yard.", "Leave", None, None),
]


@pytest.mark.parametrize(("sentence", "verb", "word", "tie"), CASES, ids=[f"{c[1]}: {c[0]}" for c in CASES])
def test_subject(sentence, verb, word, tie):
    tree = read_tree(language.parse(sentence, [(0, len(sentence))]))
    found = find_subject(tree, next(i for i in range(tree.n) if tree.spelt(i) == verb))
    assert (found and tree.spelt(found.word), found and found.tie) == (word, tie)


def test_who_suffers_is_not_asked_for_when_only_the_doer_is():
    tree = read_tree(language.parse("The plan was rejected.", [(0, 22)]))
    assert find_subject(tree, 3).word == 1
    assert find_subject(tree, 3, passive=False) is None
