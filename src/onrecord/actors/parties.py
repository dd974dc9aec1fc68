"""Parties: the actors of one article in the making, and how its countries and peoples are found among the names."""

from dataclasses import dataclass, field
from functools import cache

from onrecord.actors.mentions import Mention
from onrecord.actors.names import Name, fold_words, known_name
from onrecord.actors.roles import Role, read_broader
from onrecord.actors.words import Words
from onrecord.language import countries
from onrecord.lexicon import read_rows

FORCES = frozenset(("department", "force", "service", "bureau", "district", "police"))  # what a police force is called
# Reasons that later steps ask for; the others only tell a reader why.
ISSUED = "who issued the document"
QUOTED = "the speaker of the quotation"


@dataclass(slots=True)
class Party:
    """An actor in the making: the mentions (by number) and names that are its own, and what they tell of it."""

    kind: str
    mentions: list[int] = field(default_factory=list)
    names: dict[Name, int] = field(default_factory=dict)
    roles: list[Role] = field(default_factory=list)
    genders: set[str] = field(default_factory=set)
    supposed: str = ""
    leads: set[str] = field(default_factory=set)
    iso3: str | None = None
    text: str = ""

    @property
    def gender(self) -> str:
        return next(iter(self.genders)) if len(self.genders) == 1 else ""

    @property
    def country(self) -> str | None:
        """ISO3 of the country that this party acts for, where its roles name one only."""
        found = {role.iso3 for role in self.roles if role.iso3} | self.leads
        return self.iso3 or (found.pop() if len(found) == 1 else None)


class Parties:
    """All parties of an article, who each mention is, and why."""

    def __init__(self, text: Words, mentions: list[Mention]):
        self.text, self.mentions = text, mentions
        self.all: list[Party] = []
        self.of: list[int | None] = [None] * len(mentions)
        self.reasons: list[str] = [""] * len(mentions)
        self.holders: dict[str, set[int]] = {}

    def new(self, kind: str) -> int:
        self.all.append(Party(kind))
        return len(self.all) - 1

    def put(self, mention: int, party: int, reason: str) -> None:
        self.of[mention] = party
        self.reasons[mention] = reason
        self.all[party].mentions.append(mention)

    def add_role(self, party: int, role: Role) -> None:
        """Give a party a role; ``holders`` finds it by the role's noun and by every broader one."""
        self.all[party].roles.append(role)
        for noun in (role.noun, *read_broader().get(role.noun, ())):
            self.holders.setdefault(noun, set()).add(party)

    def country(self, iso3: str | None, name: str = "") -> int:
        """The party of a country (by its name where it has no code), made when it is not there yet."""
        for p, one in enumerate(self.all):
            if one.kind == "country" and (one.iso3, one.text) == (iso3, name):
                return p
        made = self.new("country")
        self.all[made].iso3, self.all[made].text = iso3, name
        return made

    def body_of(self, m: Mention) -> tuple[int, str] | None:
        """Whose body a noun phrase names without its name, and why: the one police force, a country's government."""
        noun = self.text.words[m.head].casefold()
        if noun == "police" and (force := self._police()) is not None:
            return force, "the one police force named"
        if noun in ("government", "regime") and (iso3 := self._owner(m)):
            return self.country(iso3), "the government of the country"
        return None

    def _owner(self, m: Mention) -> str | None:
        """ISO3 of the country whose government a noun phrase names ("the Iranian government")."""
        words = self.text.words
        for width in (3, 2, 1):
            for k in range(m.first, m.head - width + 1):
                text = " ".join(words[k : k + width])
                if iso3 := countries.find_country(text) or countries.find_adjective(text):
                    return iso3
        return None

    def _police(self) -> int | None:
        """The police force that the article names, when it names one."""
        forces = [p for p, party in enumerate(self.all) if any(is_police(name.words) for name in party.names)]
        return forces[0] if len(forces) == 1 else None

    def words(self, m: Mention) -> str:
        return self.text.tree.text[m.start : m.end]


def is_police(name: tuple[str, ...]) -> bool:
    """Whether a body's name is a police force's: "Delvo Police", no "Police Officers Association"."""
    return "police" in name and (name[-1] in FORCES or "of" in name)


@cache
def read_kin() -> dict[str, str]:
    """Kinship noun → "m" or "f", where it says, else ""."""
    return {row["noun"]: row["gender"] for row in read_rows("kin")}


def place_countries(parties: Parties, numbers: list[int]) -> None:
    """Countries by their ISO3, capitals that stand for a government with them."""
    for i in numbers:
        words = parties.words(parties.mentions[i])
        if iso3 := countries.find_country(words):
            parties.put(i, parties.country(iso3), "a name of the country")
        elif iso3 := countries.find_capital(words):
            parties.put(i, parties.country(iso3), "its capital, acting as the government")
        else:
            parties.put(i, parties.country(None, words), "the same name")


def place_groups(parties: Parties, numbers: list[int]) -> None:
    """Peoples and parties of them ("Germans") by their name."""
    found: dict[tuple[str, ...], int] = {}
    for i in numbers:
        key = known_name(fold_words(parties.words(parties.mentions[i]).split()))
        if key not in found:
            found[key] = parties.new("group")
        parties.put(i, found[key], "the same name")
