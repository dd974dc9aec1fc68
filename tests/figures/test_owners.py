"""Whose: the span of the party's words."""

import pytest

from onrecord import language
from onrecord.figures.owners import agent, having, held, owner, owner_of_counted, receiver, subject_span
from onrecord.language.trees import read_tree


def look(function, text: str, word: str) -> str | None:
    tree = read_tree(language.parse(text))
    span = function(tree, next(i for i in range(tree.n) if tree.spelt(i) == word))
    return text[slice(*span)] if span else None


def counted_owner(tree, noun):
    """Whose counted things are, the number standing before them."""
    return owner_of_counted(tree, noun, 0)


@pytest.mark.parametrize(
    ("function", "text", "word", "expected"),
    [
        pytest.param(owner, "Peru's ferries sank.", "ferries", "Peru", id="genitive"),
        pytest.param(owner, "Our ferries sank.", "ferries", "Our", id="pronoun"),
        pytest.param(owner, "Norwegian ferries sank.", "ferries", "Norwegian", id="demonym"),
        pytest.param(owner, "Norwegian voters left.", "voters", None, id="where people are from"),
        pytest.param(owner, "Norwegian troops left.", "troops", "Norwegian", id="soldiers"),
        pytest.param(owner, "Republican votes counted.", "votes", "Republican", id="a party's votes"),
        pytest.param(owner, "The ferries of Norway sank.", "ferries", "Norway", id="of"),
        pytest.param(owner, "Old ferries sank.", "ferries", None, id="nobody's"),
        pytest.param(held, "The range of its ferries fell.", "range", "its", id="pronoun inside"),
        pytest.param(held, "The range of ferries fell.", "range", None, id="no pronoun inside"),
        pytest.param(subject_span, "Norway, rich, spent it.", "spent", "Norway", id="subject"),
        pytest.param(subject_span, "The firm said it spent much.", "spent", "firm", id="it of the speaker"),
        pytest.param(subject_span, "Spent!", "Spent", None, id="no subject"),
        pytest.param(agent, "It is easy to extend the range.", "extend", None, id="empty it"),
        pytest.param(receiver, "Arms sold to Arab countries exploded.", "sold", "Arab countries", id="receiver"),
        pytest.param(receiver, "Arms moved to Arab countries.", "moved", None, id="no gift"),
        pytest.param(having, "Chile with a million people slept.", "people", "Chile", id="with"),
        pytest.param(having, "Chile has ferries and boats.", "boats", "Chile", id="has, and"),
        pytest.param(counted_owner, "The agents in Chicago left.", "agents", None, id="in a town"),
        pytest.param(counted_owner, "The agents in Norway left.", "agents", "Norway", id="in a country"),
        pytest.param(counted_owner, "The agents of Acme left.", "agents", "Acme", id="of a firm"),
        pytest.param(having, "Chile saw a million people.", "people", None, id="not with"),
    ],
)
def test_owners(function, text, word, expected):
    assert look(function, text, word) == expected
