"""Numbers beside each other and beside public statistics."""

from types import SimpleNamespace

import pytest
from report_material import make_material

from onrecord.report.material import Material
from onrecord.report.numbers import find_numbers, is_telling, list_standings, tell_speaker

RAIN = "It rained in Helden all day, and the ferries lay in the harbour."


def material(*texts: str):
    return make_material({f"paper-{'abc'[i]}": text for i, text in enumerate(texts)})


def test_two_numbers_of_one_thing():
    report = "The report on the fire has {} pages and names no culprit, harbour master Mira Olsund said."
    found = find_numbers(material(report.format(48), report.format(47)))
    assert [finding.text for finding in found] == ["Paper A has 48 pages, Paper B has 47 pages."]
    assert find_numbers(material(report.format(48), report.format(48))) == []
    assert find_numbers(material(report.format("48"), report.format("more than 47"))) == []


TELLING = {
    "money": ("The council of Helden spent 4.5 million dollars on the roof.", True),
    "people": ("Some 350 people of Helden saw the roof burn.", True),
    "share": ("In Helden 12 percent of the roofs burned.", True),
    "small change": ("The council of Helden spent 2.5 dollars on the roof.", False),
    "a handful": ("Some 12 people of Helden saw the roof burn.", False),
    "no digits": ("Half of the people of Helden saw the roof burn.", False),
    "who is not said": ("They spent 4.5 million dollars on the roof.", False),
    "all": ("The council of Helden agrees by 100 percent of its votes.", False),
    "of a split quotation": ("“The council of Helden agrees by 12 percent of its votes.", False),
    "the size of something": ("The 150-member council of Helden met.", False),
}


@pytest.mark.parametrize(("text", "telling"), TELLING.values(), ids=TELLING)
def test_a_telling_number(text, telling):
    made = material(text, RAIN)
    assert [is_telling(made, figure) for figure in made.figures.values()] == [telling]


def test_standings_say_what_was_known_then_and_now(processed):
    lines = {line.what: line for line in list_standings(Material(processed))}
    spent = lines["Harbour spending of Portugal"]
    assert spent.stated == "4.2 billion US dollars (Last year)"
    assert spent.speaker == "Ana Duarte"
    assert spent.then == "4 billion in 2018; stated is 1.05 times that"
    assert spent.now == "4.1 billion in 2018; stated is 1.02 times that"


@pytest.mark.parametrize(
    ("given", "who"),
    [
        pytest.param({"claim_id": None}, "Paper A", id="the-outlet"),
        pytest.param({"claim_id": "c1"}, "a speaker left open", id="nobody-known"),
    ],
)
def test_who_states_a_number(given, who):
    figure = SimpleNamespace(**{"actor_id": None, "article_id": "paper-a"} | given)
    assert tell_speaker(material(RAIN, RAIN), figure) == who
