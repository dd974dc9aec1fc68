"""Units and currencies beside a number; near misses are words that only look like one."""

import re

import pytest
from babel import Locale

from onrecord.figures.units import find_money_before, find_unit_after, unit_words
from onrecord.lexicon import read_rows

AFTER = [
    ("sign", "5km", "kilometre"),
    ("spaced sign", "5 km away", "kilometre"),
    ("word", "5 kilometers away", "kilometre"),
    ("British spelling", "5 kilometres", "kilometre"),
    ("hyphen", "5-gallon hat", "gallon"),
    ("hyphened sign", "5-mpg gain", "mile per gallon"),
    ("longest name wins", "5 miles per gallon", "mile per gallon"),
    ("square", "5 sq m", "square metre"),
    ("percent sign", "5%", "percent"),
    ("per cent", "5 per cent", "percent"),
    ("points apart from percent", "5 percentage points", "percentage point"),
    ("basis points", "5 basis points", "basis point"),
    ("dollars", "5 dollars", "USD"),
    ("another country's dollars", "5 Australian dollars", "AUD"),
    ("shared name stays a word", "5 rupees", "rupee"),
    ("stated country", "5 Pakistani rupees", "PKR"),
    ("code after", "5 EUR", "EUR"),
    ("pence", "5p", "penny"),
    ("degrees", "5 degrees Celsius", "degree Celsius"),
    ("of between", "5 of metres", "metre"),
    ("divided signs", "5 kV/cm", "kilovolt per centimetre"),
    ("brackets", "5[kg]", "kilogram"),
    ("no unit: preposition in", "5 in the morning", None),
    ("inch before an adjective", "5 in wide", "inch"),
    ("no unit: letter of a list", "5 c of the", None),
    ("no unit: longer word", "5 minions", None),
    ("no unit: model", "5F of that name", None),
    ("letter with a word of heat", "5F outside, so cold", "degree Fahrenheit"),
    ("no unit: plain noun", "5 people", None),
    ("no unit: of the", "5 of the miles", None),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in AFTER], ids=[c[0] for c in AFTER])
def test_find_unit_after(text, expected):
    unit = find_unit_after(text, 1)
    assert (unit and unit.name) == expected
    if unit:
        assert 1 <= unit.start < unit.end <= len(text)


BEFORE = [
    ("dollar sign", "a $", "USD"),
    ("US dollar", "US$", "USD"),
    ("spaced", "US $", "USD"),
    ("letter after the sign", "$A", "AUD"),
    ("Canadian", "C$", "CAD"),
    ("code", "EUR ", "EUR"),
    ("rupees of India", "Rs ", "INR"),
    ("rupees with a dot", "Rs.", "INR"),
    ("pound", "£", "GBP"),
    ("no money: code in a word", "EURO", None),
    ("no money: word that is a code", "the TOP ", None),
    ("no money: name", "Paris ", None),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in BEFORE], ids=[c[0] for c in BEFORE])
def test_find_money_before(text, expected):
    money = find_money_before(f"{text}5", len(text))
    assert (money and money.name) == expected
    if money:
        assert text[money.start : money.end].strip()


def test_currencies_are_iso_codes_of_cldr_or_shared_words():
    known = Locale("en").currencies
    for row in read_rows("currencies"):
        assert re.fullmatch(r"[A-Z]{3}", row["unit"]) is None or row["unit"] in {*known, "BTC", "ETH"}, row
        assert (row["shared"] == "yes") <= row["unit"].islower()


def test_no_two_units_share_a_word():
    seen: dict[str, str] = {}
    for table, name in (("units", "name"), ("currencies", "unit")):
        for row in read_rows(table):
            for word in filter(None, row["words"].split(" | ")):
                assert seen.setdefault(word, row[name]) == row[name], word
    assert unit_words()["feet"] == ("foot", "length")
