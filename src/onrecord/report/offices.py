"""Offices: what a person is, as the texts say it, where that may stand beside the name."""

import re

from onrecord.language.wording import in_sentence
from onrecord.report.material import UNTOLD, Material

TITLES = frozenset(
    ("Rep.", "Sen.", "Gov.", "Dr.", "Gen.", "Col.", "Lt.", "Sgt.", "Capt.", "Prof.", "Rev.", "Mr.", "Ms.")
)
LONGEST_ROLE, GARBLED = 9, re.compile(r"[,;:“”\"\d]")  # words of an office, and what none has
OF_A_DAY = frozenset(("until", "since"))
# Nouns of what somebody is to another or likes to do: no office.
REGARD = frozenset(
    (
        "supporter",
        "user",
        "fan",
        "critic",
        "opponent",
        "friend",
        "ally",
        "rival",
        "admirer",
        "foe",
        "friends",
        "son",
        "wife",
    )
)


def with_office(material: Material, actor_id: str) -> str:
    """A name with its office behind it, or its title before it ("President Roe"); alone where the texts give none."""
    actor, role = material.actors[actor_id], _role(material, actor_id)
    if role is None and " " not in actor.name and actor.role and " " not in actor.role:
        return f"{actor.role} {actor.name}"  # “President Roe”
    return f"{actor.name}, {in_sentence(role)}" if role else actor.name


def _role(material: Material, actor_id: str) -> str | None:
    """The office that the texts give, without a title behind it ("Committee Chairman Rep."), where it says more than a
    title and names whose; no relation or habit."""
    words = (material.actors[actor_id].role or "").split()
    if not OF_A_DAY.isdisjoint(words):
        return None  # "until March", of which year is cut off
    while words and words[-1] in TITLES:
        words.pop()
    office = (
        any(word[0].isupper() for word in words)
        and words[0].casefold() not in UNTOLD
        and not REGARD & {word.casefold() for word in words}
    )
    role = " ".join(words)
    return role if 1 < len(words) <= LONGEST_ROLE and office and not GARBLED.search(role) else None
