"""Which nouns can be a source: persons, bodies, texts; no events, thoughts, qualities."""

import pytest
from actor_reading import read

from onrecord.actors.speaking_nouns import can_speak

SPEAKS = (
    "woman",
    "committee",
    "committees",
    "report",
    "witnesses",
    "diver",
    "ferryman",
    "trainee",
    "poll",
    "delvo.com",
)
SILENT = ("logic", "hearing", "events", "tradition", "border", "outreach", "thinking", "weather")


@pytest.mark.parametrize("noun", SPEAKS)
def test_speaks(noun):
    assert can_speak(noun, noun.removesuffix("es" if noun == "witnesses" else "s"), "NN")


@pytest.mark.parametrize("noun", SILENT)
def test_does_not(noun):
    assert not can_speak(noun, noun.removesuffix("s"), "NN")


SOURCES = {
    "person": ("A diver said that the wall was safe.", "A diver"),
    "body": ("The committee said that the wall was safe.", "The committee"),
    "text": ("A survey showed that most people were glad.", "A survey"),
    "quantity of persons": ("A string of ministers said that the wall was safe.", "A string of ministers"),
    "adjective for persons": ("The poor said that the wall was safe.", "The poor"),
    "event": ("The hearing showed that the wall was safe.", None),
    "thought": ("The logic said that the wall was safe.", None),
    "quantity of a thing": ("Much of the outreach suggested that they cared.", None),
}


@pytest.mark.parametrize(("text", "who"), SOURCES.values(), ids=SOURCES)
def test_unnamed_sources(text, who):
    assert read(text).names == ([who] if who else [])
