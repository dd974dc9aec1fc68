"""What an outlet leaves out, where its whole text shows that it does."""

from dataclasses import replace
from datetime import date

import pytest

import onrecord

COAST = (
    "Harbour master Mira Olsund said the ferry terminal of Helden will stay closed until the spring storms are over. "
    "Olsund said the pier has 5,120 planks."
)
FJORD = (
    "The ferry terminal of Helden will stay closed until the spring storms are over, Mira Olsund said. "
    "The pier has 5,120 planks, she said."
)
SILENT = "It rained in Helden all day."


def left_out(third, *, first=COAST, second=FJORD, days=None):
    texts = {"coast": first, "fjord": second, "island": third}
    tables = onrecord.extract(texts, outlets={key: key.title() for key in texts}, published=days, story=True)
    table = onrecord.compare(tables).left_out
    return sorted(zip(table["outlet"], table["kind"], strict=True))


CASES = [
    pytest.param(SILENT, ["figure", "speaker", "statement"], id="nothing-of-it"),
    pytest.param("Olsund slept well.", ["figure", "statement"], id="the-name-occurs"),
    pytest.param(
        "The terminal of Helden stays closed until the storms of spring are over.",
        ["figure", "speaker"],
        id="the-statement-in-the-outlets-own-words",
    ),
    pytest.param(
        "“We are open until the spring storms are over the sea,” somebody sang.",
        ["figure"],
        id="some-of-its-words-in-marks",
    ),
    pytest.param("A pier of 5,120 planks burned.", ["speaker", "statement"], id="the-number-occurs"),
    pytest.param("“Nobody sleeps here,” was heard.", ["figure", "statement"], id="a-speaker-left-open"),
    pytest.param("Flight 5,120 was late.", ["speaker", "statement"], id="the-numeral-occurs"),
    pytest.param("The harbour master said nobody sleeps.", ["figure", "statement"], id="an-unnamed-holder"),
]


@pytest.mark.parametrize(("third", "kinds"), CASES)
def test_what_the_third_outlet_lacks(third, kinds):
    assert left_out(third) == [("Island", kind) for kind in kinds]


def test_what_one_outlet_alone_states_is_not_left_out_by_the_others():
    found = left_out(SILENT, second="It snowed in Helden all night.")
    assert ("Island", "statement") not in found
    assert ("Island", "figure") not in found


def test_who_published_before_the_others_leaves_nothing_out():
    days = {"coast": date(2020, 3, 5), "fjord": date(2020, 3, 6), "island": date(2020, 3, 4)}
    assert left_out(SILENT, days=days) == []
    assert left_out(SILENT, days=days | {"island": date(2020, 3, 5)})


def test_who_may_have_published_before_the_others_leaves_nothing_out():
    days = {"coast": date(2020, 3, 5), "fjord": date(2020, 3, 6), "island": None}
    assert left_out(SILENT, days=days) == []


def test_the_article_that_carries_it_tells_the_day():
    texts = {"early": SILENT, "late": COAST, "island": SILENT}
    days = {"early": date(2020, 3, 1), "late": date(2020, 3, 9), "island": date(2020, 3, 4)}
    outlets = {"early": "Coast", "late": "Coast", "island": "Island"}
    tables = onrecord.extract(texts, outlets=outlets, published=days, story=True)
    assert onrecord.compare(tables).left_out.empty


def test_the_headline_may_say_it():
    headline = "Ferry terminal of Helden stays closed until spring storms are over"
    texts = {"coast": COAST, "fjord": FJORD, "island": SILENT}
    tables = onrecord.extract(texts, outlets={key: key.title() for key in texts}, story=True)
    assert "statement" in onrecord.compare(tables).left_out["kind"].tolist()
    headlines = tables.articles["headline"].where(tables.articles["article_id"] != "island", headline)
    found = onrecord.compare(replace(tables, articles=tables.articles.assign(headline=headlines))).left_out
    assert "statement" not in found["kind"].tolist()


def test_of_many_outlets_half_must_carry_it():
    texts = {"coast": COAST, "fjord": FJORD} | dict.fromkeys(("island", "north", "south", "west"), SILENT)
    tables = onrecord.extract(texts, outlets={key: key.title() for key in texts}, story=True)
    assert len(onrecord.compare(tables).left_out) == 0


def test_a_fragment_is_no_statement():
    assert ("Island", "statement") not in left_out(
        SILENT, first="Mira Olsund said it rains.", second="Mira Olsund said it rains."
    )


def test_one_outlet_leaves_nothing_out():
    tables = onrecord.extract({"a": COAST}, story=True)
    assert len(onrecord.compare(tables).left_out) == 0
