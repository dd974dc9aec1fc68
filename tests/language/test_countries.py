"""Names, demonyms and capitals of countries: what resolves, and what must stay null."""

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from onrecord.language import countries

NAMES = {
    "plain": ("Iran", "IRN"),
    "article": ("the United States", "USA"),
    "abbreviation": ("US", "USA"),
    "abbreviation with points": ("U.S.", "USA"),
    "the people's name for it": ("Britain", "GBR"),
    "possessive": ("Saudi Arabia’s", "SAU"),
    "capitals of a headline": ("IRAN", "IRN"),
    "and for &": ("Bosnia and Herzegovina", "BIH"),
    "saint": ("Saint Lucia", "LCA"),
    "apostrophe": ("Cote d'Ivoire", "CIV"),
    "kosovo has no ISO code of its own": ("Kosovo", "XKX"),
    "two lines": ("South\nKorea", "KOR"),
    "pronoun is no country": ("us", None),
    "bird": ("turkey", None),
    "two Congos": ("Congo", None),
    "two Koreas": ("Korea", None),
    "demonym is no name": ("Iranian", None),
    "capital is no name": ("Tehran", None),
    "part of the kingdom": ("Scotland", None),
    "longer name": ("Bank of England", None),
    "empty": ("", None),
}


@pytest.mark.parametrize(("text", "iso3"), NAMES.values(), ids=NAMES)
def test_find_country(text, iso3):
    assert countries.find_country(text) == iso3


DEMONYMS = {
    "adjective": ("Iranian", "IRN"),
    "people": ("Swedes", "SWE"),
    "abbreviation": ("U.S.", "USA"),
    "possessive": ("Emirati’s", "ARE"),
    "two Dominicas": ("Dominican", None),
    "name": ("Sweden", None),
    "no country": ("European", None),
}


@pytest.mark.parametrize(("text", "iso3"), DEMONYMS.values(), ids=DEMONYMS)
def test_find_demonym(text, iso3):
    assert countries.find_demonym(text) == iso3


CAPITALS = {
    "seat": ("Tehran", "IRN"),
    "longer": ("Washington, D.C.", "USA"),
    "accents": ("Bogotá", "COL"),
    "no seat": ("New York", None),
    "country": ("Iran", None),
}


@pytest.mark.parametrize(("text", "iso3"), CAPITALS.values(), ids=CAPITALS)
def test_find_capital(text, iso3):
    assert countries.find_capital(text) == iso3


def test_names_are_cldr_english():
    assert countries.name_of("USA") == "United States"
    assert countries.name_of("HKG") == "Hong Kong"
    cldr = Locale("en").territories
    renamed = {c.iso3 for c in countries.read_countries() if c.name != cldr[c.iso2]}
    assert renamed == {"COD", "COG", "HKG", "MAC", "MMR"}, "only a bracket or a rider is shortened"


def test_every_name_finds_its_country():
    for country in countries.read_countries():
        assert countries.find_country(country.name) == country.iso3
        assert all(countries.find_country(name) == country.iso3 for name in country.names)


@given(st.text())
def test_total(text):
    for find in (countries.find_country, countries.find_demonym, countries.find_adjective, countries.find_capital):
        assert find(text) is None or countries.name_of(find(text))
