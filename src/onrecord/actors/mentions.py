"""Mentions: one naming of an actor each, and the pronouns among them.

``namings``, ``sightings`` and ``descriptions`` find the names and titles; who each mention is, ``actors`` decides.
"""

from dataclasses import dataclass

from onrecord.actors.words import Words
from onrecord.language.pronouns import FEMALE, MALE, PERSONAL, I
from onrecord.language.spans import Tokens
from onrecord.tables.extracted import ActorKind, Form

POSSESSIVES = frozenset(("'s", "’s", "'", "’"))


@dataclass(frozen=True, slots=True)
class Mention:
    """One naming of an actor: characters ``start``..``end`` of the text, half-open.

    ``form`` is name, title, pronoun or nominal; ``kind`` person, organisation, country, group or unnamed (pronouns:
    what the pronoun allows). The rest are token numbers for the resolving: ``first``..``stop`` the words, ``head`` the
    head word, ``title`` the words of a title before a name, ``anchor`` the head word of the name that this stands in
    apposition to (-1: none).
    """

    start: int
    end: int
    form: Form
    kind: ActorKind
    first: int = 0
    stop: int = 0
    head: int = 0
    title: Tokens | None = None
    honorific: str = ""
    anchor: int = -1


def make_mention(
    text: Words, first: int, stop: int, form: Form, kind: ActorKind, head: int | None = None, anchor: int = -1
) -> Mention:
    """A mention of tokens ``first``..``stop``, without the possessive at their end."""
    while stop - 1 > first and text.words[stop - 1] in POSSESSIVES:
        stop -= 1
    head = stop - 1 if head is None else head
    return Mention(text.tree.idx[first], text.tree.end[stop - 1], form, kind, first, stop, head, None, "", anchor)


def find_pronouns(text: Words) -> list[Mention]:
    """Every personal pronoun, and "who", as a mention that nobody is known for yet."""
    found = []
    for i, tag in enumerate(text.tree.tag):
        if tag in ("PRP", "PRP$") and (low := text.words[i].casefold()) in PERSONAL:
            kind: ActorKind = "person" if low in MALE | FEMALE | I else "unnamed"
            found.append(make_mention(text, i, i + 1, "pronoun", kind))
        elif tag == "WP" and text.words[i].casefold() in ("who", "whom"):
            found.append(make_mention(text, i, i + 1, "pronoun", "person"))
    return found
