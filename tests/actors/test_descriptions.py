"""Titles and appositions beside names."""

import pytest
from actor_reading import read

CASES = {
    "title": ("Ada Moss is here. The foreign minister left.", "The foreign minister", "title"),
    "possessed": ("Ada Moss is here. Hull’s mayor left.", "Hull’s mayor", "title"),
    "of": ("Ada Moss is here. The chief of staff left.", "The chief of staff", "title"),
}


@pytest.mark.parametrize(("text", "words", "form"), CASES.values(), ids=CASES)
def test_titles(text, words, form):
    reading = read(text)
    assert reading.resolution.mentions[reading.mention(words)].form == form


def test_apposition_is_anchored():
    reading = read("Ada Moss, the mayor of Hull, left.")
    assert reading.name("the mayor of Hull") == "Ada Moss"


def test_apposition_by_its_place_when_the_parse_fails():
    reading = read("Kim Dae-jin, the envoy, met Kim Soo-ah, the minister. The minister agreed.")
    assert reading.name("The minister") == "Kim Soo-ah"


def test_whom_a_spokesman_serves_is_not_he():
    reading = read("President Ruth Price left. A spokesman for the president, Karl Moss, said it rained. Moss wept.")
    assert reading.name("the president") == "Ruth Price"


def test_predicate():
    reading = read("Skarvik Group is a builder of ships.")
    assert reading.name("a builder of ships") == "Skarvik Group"


@pytest.mark.parametrize(
    "text",
    ["Ada Moss is not the mayor.", "Ada Moss would be the mayor.", "If Ada Moss is the mayor, they will go."],
    ids=["not", "would", "if"],
)
def test_no_plain_predicate(text):
    reading = read(text)
    assert reading.actor("Ada Moss").role is None


def test_a_reason_is_nobody():
    reading = read("Ada Moss was the reason for it. The reason was told.")
    assert reading.mention("the reason") is None


def test_a_body_behind_a_body_and_not_its_head():
    reading = read("Ada Moss, who heads the DWU, the union representing dockers, left. The union said that it rained.")
    assert reading.name("The union") == "DWU"
    assert reading.name("the union") == "DWU"
