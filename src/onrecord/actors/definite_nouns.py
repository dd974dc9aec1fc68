"""Definite nouns: which of an article's bodies and countries "the union", "the company", "this country" may mean.

A body may be called by a noun of its name, by what the article has said that it is ("Delvo, a regional airline"), and
by the class that its name tells ("Dock Workers" are a union); never by a noun of another class.
"""

from collections import defaultdict
from functools import cache

from onrecord.actors.mentions import Mention
from onrecord.actors.names import fold
from onrecord.actors.parties import Parties
from onrecord.actors.words import ACRONYM, read_capitalised
from onrecord.language.plurals import singular
from onrecord.lexicon import read_rows

STEM = 6  # letters that "Democrats" and "Democratic" share
LOOSE = frozenset(("company", "agency"))  # classes of so many bodies that sharing one is no evidence


class DefiniteNoun:
    """One "the company" of an article: its ``word``, and the words in ``told`` that tell which is meant."""

    def __init__(self, parties: Parties, mention: Mention):
        text = parties.text
        self.parties, self.mention, self.word = parties, mention, text.words[mention.head]
        before = range(mention.first, mention.head)
        told = [fold(text.words[k]) for k in before if text.tree.tag[k] not in ("DT", "PDT")]
        self.told = told[told.index("based") + 1 :] if "based" in told else told  # "the Delvo-based agency"

    def is_in_name(self, party: int) -> bool:
        """Whether the noun and all that tells which is meant are words of one of a party's names."""
        return any({self.word, *self.told} <= set(name.words) for name in self.parties.all[party].names)

    def fits(self, party: int) -> bool | None:
        """Whether this may be a party: yes where the article has called it so or its name is of the noun's class, no
        where its name is of another, null where neither is known or more is told."""
        one = self.parties.all[party]
        if not self.told and any(self._is_said_of(k) for k in one.mentions):
            return True
        wanted = _classes().get(self.word, frozenset())
        has = self._classes_of(party)
        if not wanted or not has:
            return None
        shared = wanted & has
        return (not self.told or None) if shared - LOOSE else None if shared else False

    def count_named(self, number: int) -> int:
        """How many bodies with the noun in their name the article has named before this mention (its ``number``)."""
        parties = (p for p, one in enumerate(self.parties.all) if any(k < number for k in one.mentions))
        return sum(self.is_in_name(party) for party in parties)

    def shares_class(self, party: int) -> bool:
        """Whether a party's name has a word of the noun's class, however many bodies are of it ("the company")."""
        return bool(self._classes_of(party) & _classes().get(self.word, frozenset()))

    def _classes_of(self, party: int) -> frozenset[str]:
        words = {word for name in self.parties.all[party].names for word in name.words}
        return frozenset[str]().union(*(_classes().get(word, frozenset()) for word in words))

    def is_unlikely(self, party: int) -> bool:
        """Whether "the agency" would be a body of which neither its words nor its letters say so ("Delvo Tides")."""
        names = (self.parties.words(self.parties.mentions[k]) for k in self.parties.all[party].mentions)
        letters = any(ACRONYM.fullmatch(name) for name in names)
        return self.word == "agency" and not letters and not self.shares_class(party)

    def _is_said_of(self, mention: int) -> bool:
        """Whether a mention is this noun in apposition ("Delvo, a regional airline, …")."""
        m = self.parties.mentions[mention]
        apposed = m.form == "nominal" and m.anchor >= 0
        return apposed and singular(self.parties.text.words[m.head].casefold()) == self.word

    def names_another(self, named: set[int], number: int) -> bool:
        """Whether the article speaks of one more that could be meant, and that has no name among its names.

        "The GMT union" before this mention (its ``number``); of "the party" a people that has one ("Democrats" beside
        "the GOP").
        """
        if any(self._is_another(k) for k in range(number)):
            return True
        if self.word != "party":
            return False
        stems = {word[:STEM] for party in named for name in self.parties.all[party].names for word in name.words}
        groups = [party for party in self.parties.all if party.kind == "group" and party.mentions]
        words = [self.parties.words(self.parties.mentions[party.mentions[0]]) for party in groups]
        return any(word in read_capitalised("party") and word[:STEM].casefold() not in stems for word in words)

    def _is_another(self, k: int) -> bool:
        m, text = self.parties.mentions[k], self.parties.text
        named = any(text.tree.tag[t].startswith("NNP") for t in range(m.first, m.head))
        return m.form == "nominal" and self.parties.of[k] is None and text.words[m.head] == self.word and named

    def named_anywhere(self) -> int | None:
        """The one party of the article whose name ends in this noun, and has what else is told; it may be named in the
        next paragraph."""
        parties = enumerate(self.parties.all)
        same = (p for p, one in parties if one.kind == self.mention.kind)
        ends = (p for p in same if any(name.last == self.word for name in self.parties.all[p].names))
        found = [p for p in ends if self.is_in_name(p) and not self._is_named_far_below(p)]
        return found[0] if len(found) == 1 else None

    def _is_named_far_below(self, party: int) -> bool:
        paragraph = self.parties.text.tree.paragraph
        first = min(self.parties.mentions[k].first for k in self.parties.all[party].mentions)
        return paragraph[first] > paragraph[self.mention.first] + 1


@cache
def _classes() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in read_rows("body_classes"):
        found[row["word"]].add(row["class"])
    return {word: frozenset(classes) for word, classes in found.items()}
