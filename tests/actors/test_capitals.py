"""A capital as its country's government, and as a place."""

import pytest
from actor_reading import read

CASES = {
    "says": ("Tehran says that its plan is peaceful.", "Tehran", "Iran"),
    "rejects": ("The envoy left when Moscow rejected the claim.", "Moscow", "Russia"),
    "ready": ("He said that Ankara was ready to hold talks.", "Ankara", "Türkiye"),
    "policy": ("They criticised Beijing’s policy on Monday.", "Beijing", "China"),
    "between": ("Talks between Seoul and Pyongyang ended.", "Seoul", "South Korea"),
    "and": ("Talks between Seoul and Pyongyang ended.", "Pyongyang", "North Korea"),
    "accused": ("The general accused Damascus of lying.", "Damascus", "Syria"),
    "in": ("The fire broke out in London on Tuesday.", "London", None),
    "is large": ("London is a large city.", "London", None),
    "streets": ("They cleaned Paris’s streets at night.", "Paris", None),
    "to": ("She flew to Madrid on Monday.", "Madrid", None),
    "no capital": ("Milan rejected the claim on Monday.", "Milan", None),
}


@pytest.mark.parametrize(("text", "city", "country"), CASES.values(), ids=CASES)
def test_government(text, city, country):
    reading = read(text)
    actor = reading.actor(city)
    assert (actor.name if actor and actor.iso3 else None) == country


def test_dateline_is_a_place():
    assert "Iran" not in read("TEHRAN – Ada Moss left for the coast on Monday.").names
