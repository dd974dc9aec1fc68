"""Numbers beside each other, alone, and beside public statistics."""

from types import SimpleNamespace

import pytest
from report_material import make_material

from onrecord.report.material import Material
from onrecord.report.numbers import find_lone_numbers, find_numbers, list_standings, tell_speaker

RAIN = "It rained in Helden all day, and the ferries lay in the harbour."


def material(*texts: str):
    return make_material({f"paper-{'abc'[i]}": text for i, text in enumerate(texts)})


def test_two_numbers_of_one_thing():
    report = "The report on the fire has {} pages and names no culprit, harbour master Mira Olsund said."
    found = find_numbers(material(report.format(48), report.format(47)))
    assert [finding.text for finding in found] == ["Paper A has 48 pages, Paper B has 47 pages."]
    assert find_numbers(material(report.format(48), report.format(48))) == []


LONE = [
    pytest.param("The council of Helden spent 4.5 million dollars on the roof.", ["4.5 million dollars"], id="money"),
    pytest.param("Some 350 people of Helden saw the roof burn.", ["about 350 people"], id="people"),
    pytest.param("In Helden 12 percent of the roofs burned.", ["12 percent"], id="share"),
    pytest.param("The council of Helden spent 2.5 dollars on the roof.", [], id="small-change"),
    pytest.param("Some 12 people of Helden saw the roof burn.", [], id="a-handful"),
    pytest.param("Half of the people of Helden saw the roof burn.", [], id="no-digits"),
    pytest.param("They spent 4.5 million dollars on the roof.", [], id="who-is-not-said"),
    pytest.param("The council of Helden agrees by 100 percent of its votes.", [], id="all"),
    pytest.param("“The council of Helden agrees by 12 percent of its votes.", [], id="of-a-split-quotation"),
    pytest.param("The 150-member council of Helden met.", [], id="the-size-of-something"),
    pytest.param("The council of Helden met 150 members in the hall.", ["150 members"], id="members"),
    pytest.param(f"{RAIN} {RAIN} {RAIN} In Helden 12 percent of the roofs burned.", [], id="far-down"),
    pytest.param("The pier of Helden has 5,120 planks.", [], id="things"),
]


@pytest.mark.parametrize(("text", "numbers"), LONE)
def test_numbers_that_one_outlet_alone_gives(text, numbers):
    found = find_lone_numbers(material(text, RAIN))
    assert [finding.text for finding in found] == [f"Printed by Paper A alone: {number}." for number in numbers]


def test_two_numbers_of_one_sentence_are_one_clipping():
    text = "The council of Helden spent 4.5 million dollars on the roof and 2.5 million dollars on the road."
    (finding,) = find_lone_numbers(material(f"{text} {RAIN}", RAIN))
    assert finding.text == "Printed by Paper A alone: 4.5 million dollars and 2.5 million dollars."
    (clipping,) = finding.clippings
    assert [text[m.start : m.end] for m in clipping.marks] == ["4.5 million dollars", "2.5 million dollars"]


def test_a_number_in_another_s_range_is_not_alone():
    text, other = (
        "Some 350 people of Helden saw the roof burn.",
        "Between {} and 400 people of Helden watched the fire.",
    )
    assert find_lone_numbers(material(text, other.format(300))) == []
    assert len(find_lone_numbers(material(text, other.format(380)))) == 1


def test_what_stands_first_is_told_first_and_no_more_than_two():
    text = " ".join(f"In Helden {n} percent of the roofs burned in {n} hours." for n in (12, 14, 16, 18))
    (finding,) = find_lone_numbers(material(text, RAIN))
    assert finding.text == "Printed by Paper A alone: 12 percent and 14 percent."


def test_standings_say_what_was_known_then_and_now(processed):
    lines = {line.what: line for line in list_standings(Material(processed))}
    spent = lines["Harbour spending of Portugal"]
    assert spent.stated == "4.2 billion US dollars (Last year)"
    assert spent.speaker == "Ana Duarte"
    assert spent.then == "4 billion in 2018; stated is 1.05 times that"
    assert spent.now == "4.1 billion in 2018; stated is 1.02 times that"


def test_a_checked_number_is_not_told_as_alone(processed):
    checked = set(processed.compared.figure_checks["figure_id"])
    assert checked
    assert not {row for f in find_lone_numbers(Material(processed)) for row in f.rows} & checked


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
