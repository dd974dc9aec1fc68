"""English plurals of nouns and units, and back. Irregular ones stand in ``lexicon/irregular_plurals.csv``."""

import re
from functools import cache

from onrecord.lexicon import read_rows

_HISSING = re.compile(r"(?:s|x|z|ch|sh)\Z")
_CONSONANT_Y = re.compile(r"[^aeiou]y\Z")


@cache
def _irregular() -> dict[str, str]:
    return {row["singular"]: row["plural"] for row in read_rows("irregular_plurals")}


@cache
def _singulars() -> dict[str, str]:
    return {plural: singular for singular, plural in _irregular().items() if plural != singular}


def plural(name: str) -> str:
    """The plural of a noun, a compound or a unit: its head takes it ("years of age", "miles per hour", "feet")."""
    head, link, rest = name, "", ""
    for joint in (" per ", " of "):
        before, found, after = head.partition(joint)
        if found:
            head, link, rest = before, found, after + link + rest
    if head.startswith("degree "):
        return head.replace("degree", "degrees", 1) + link + rest
    first, space, last = head.rpartition(" ")
    return first + space + _plural(last) + link + rest


def _plural(noun: str) -> str:
    known = _irregular().get(noun)
    if known is None and noun.endswith("man"):
        known = noun[:-3] + "men"
    if known is not None:
        return known
    if noun.endswith("hertz"):
        return noun
    if _CONSONANT_Y.search(noun):
        return noun[:-1] + "ies"
    return noun + ("es" if _HISSING.search(noun) else "s")


def singular(noun: str) -> str:
    """The singular of a noun in the plural; a word that is none comes back as it is."""
    known = _singulars().get(noun)
    return known or (noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun)
