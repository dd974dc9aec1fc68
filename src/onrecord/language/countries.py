"""Countries: the names, people and capitals that stand for one, and its ISO codes.

A country here is what has an ISO 3166-1 code (and Kosovo, by the user-assigned XKX), territories included.  Its name is
CLDR's English one; where that carries a bracket or a rider ("Hong Kong SAR China"), the shorter form CLDR also gives.
What could mean two countries (Congo, Korea, Dominican) is in no list, so it resolves to null.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from babel import Locale

from onrecord.lexicon import read_rows

LEAD = re.compile(r"^(?:the)\s+", re.IGNORECASE)
POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Country:
    """One row of ``lexicon/countries.csv`` with its CLDR name.

    ``adjectives`` are demonyms before a noun ("Iranian"), ``people`` the nouns for its people ("Iranians", "Swede"),
    ``capitals`` the cities that news writing uses for its government (a seat of government, not only by law).
    """

    iso3: str
    iso2: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]


def _words(field: str) -> tuple[str, ...]:
    return tuple(field.split(" | ")) if field else ()


@cache
def read_countries() -> tuple[Country, ...]:
    """Every country, in ISO3 order."""
    cldr = Locale("en").territories
    countries = []
    for row in read_rows("countries"):
        name = row["name"] or cldr[row["iso2"]]
        names = (name, *(n for n in _words(row["other_names"]) if n != name))
        lists = (_words(row[column]) for column in ("adjectives", "people", "capitals"))
        countries.append(Country(row["iso3"], row["iso2"], name, names, *lists))
    return tuple(countries)


def _spellings(name: str) -> set[str]:
    """A name as newspapers also write it: with "and" for "&", "Saint" for "St.", either apostrophe, no accents lost."""
    out = {name, name.replace("&", "and"), name.replace("St. ", "Saint "), name.replace("St. ", "St ")}
    out |= {n.replace("&", "and") for n in out} | {n.replace("’", "'") for n in out}
    return out


def _key(text: str) -> str:
    """Abbreviations keep their case ("US" is no "us"); names compare without it ("IRAN" in a headline)."""
    return text if text.isupper() and len(text.replace(".", "")) <= 4 else text.casefold()


@cache
def _index(column: str) -> dict[str, str]:
    """Spelling → ISO3 for one column of :class:`Country`; what two countries share is left out."""
    found: dict[str, set[str]] = {}
    for country in read_countries():
        for name in getattr(country, column):
            for spelling in _spellings(name):
                found.setdefault(_key(spelling), set()).add(country.iso3)
                found.setdefault(spelling.casefold() if len(spelling) > 3 else _key(spelling), set()).add(country.iso3)
    return {name: min(isos) for name, isos in found.items() if len(isos) == 1}


@lru_cache(maxsize=20_000)  # the same few words are asked for again and again
def _look_up(column: str, text: str) -> str | None:
    text = " ".join(text.split())
    if not text or not any(c.isupper() for c in text[:5]):
        return None
    index = _index(column)
    bare = POSSESSIVE.sub("", text)
    for form in (text, bare, LEAD.sub("", text), LEAD.sub("", bare)):
        if iso3 := index.get(_key(form)) or (index.get(form.casefold()) if len(form) > 3 else None):
            return iso3
    return None


def find_country(text: str) -> str | None:
    """ISO3 of the country that these words name ("the United States", "UK", "Iran’s"), null for all else.

    Capitals and demonyms are no names of a country: see :func:`find_capital` and :func:`find_demonym`.
    """
    return _look_up("names", text)


def find_demonym(text: str) -> str | None:
    """ISO3 of the country whose adjective or people this is ("Iranian", "Swedes", "US"), else null."""
    return _look_up("adjectives", text) or _look_up("people", text)


def find_adjective(text: str) -> str | None:
    """ISO3 of the country whose adjective this is ("Iranian", "U.S."), else null."""
    return _look_up("adjectives", text)


def find_capital(text: str) -> str | None:
    """ISO3 of the country whose government this city stands for ("Ankara", "Washington"), else null.

    Whether it does in a given sentence is for the reader of the sentence: "in Ankara" is a place.
    """
    return _look_up("capitals", text)


def name_of(iso3: str) -> str:
    """CLDR's English short name of an ISO3 code ("USA" → "United States"); raises ``KeyError`` for any other."""
    return _by_iso3()[iso3].name


@cache
def _by_iso3() -> dict[str, Country]:
    return {country.iso3: country for country in read_countries()}
