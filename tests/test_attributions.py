"""One attribution a cue: what belongs to it, what the parse has hung on it by mistake, and what needs more."""

import pytest
from test_claims import read

# id: (text, [number of parts per claim])
CASES = {
    "two quotations, one cue": ("“It is safe,” Rossi said. “It will not fall.”", [2]),
    "three": ("“It is safe,” Rossi said. “It will not fall.” “It never fell before.”", [3]),
    "the next paragraph": ("“It is safe,” Rossi said.\n“It will not fall. It never fell.”", [2]),
    "not after a narrative paragraph": (
        "“It is safe,” Rossi said.\nRain fell.\n“It will not fall. It never fell before.”",
        [1, 1],
    ),
    "another speaker": ("“It is safe,” Rossi said. “It will fall soon,” Brandt said.", [1, 1]),
}


@pytest.mark.parametrize("text, parts", CASES.values(), ids=CASES)
def test_followers(text, parts):
    assert [len(c.content) for c in read(text)] == parts


def test_a_comment_goes_on_with_the_speaker():
    text = "Rossi said the bridge was safe, adding that the rain had stopped."
    first, second = read(text)
    assert text[slice(*first.content[0])] == "the bridge was safe"
    assert text[slice(*second.source)] == "Rossi" and second.within is None


def test_a_contrast_is_another_claim():
    text = "Rossi said the bridge was safe, though she noted that nobody had checked."
    assert [c.within for c in read(text)] == [None, None]


def test_evidence_that_is_one_claim():
    text = "Rossi presented the letter as evidence that the bridge was safe."
    assert sum("the bridge was safe" in text[slice(*c.content[-1])] and c.within is None for c in read(text)) == 1


@pytest.mark.parametrize("text", ["Note: the bridge is safe.", "Two things: the bridge is safe and new."])
def test_a_colon_without_a_name(text):
    assert not [c for c in read(text) if c.rule == "name and colon"]
