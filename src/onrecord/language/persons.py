"""Nouns that mean a person: by office or trade ("minister", "nurse"), by kinship, by what one does ("voter")."""

from functools import cache

from onrecord.lexicon import read_rows


@cache
def read_person_nouns() -> frozenset[str]:
    """Singular nouns in small letters, from the tables of speaking nouns, roles and kin."""
    speaking = {row["noun"] for row in read_rows("speaking_nouns") if row["kind"] == "person"}
    return frozenset(speaking | {row["noun"] for name in ("roles", "kin") for row in read_rows(name)})
