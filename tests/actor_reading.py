"""One text → its actors, for the tests of everything that finds them."""

import re
from dataclasses import dataclass

from onrecord import language
from onrecord.actors.actor import Resolution, find_mentions, resolve_actors
from onrecord.actors.words import Words, read_words
from onrecord.claims.claim import find_claims
from onrecord.language.quotations import find_quotations


@dataclass
class Read:
    """A text with its resolution, asked by words: the ``nth`` (from 0) place where they stand."""

    text: str
    words: Words
    claims: list
    resolution: Resolution

    def mention(self, words: str, nth: int = 0):
        """The number of the mention that is exactly these words, null when there is none."""
        start = [m.start() for m in re.finditer(re.escape(words), self.text)][nth]
        spans = {(m.start, m.end): i for i, m in enumerate(self.resolution.mentions)}
        return spans.get((start, start + len(words)))

    def actor(self, words: str, nth: int = 0):
        """The actor of a mention, null when it is open or no mention."""
        number = self.mention(words, nth)
        local = None if number is None else self.resolution.actor_of[number]
        return None if local is None else self.resolution.actors[local]

    def name(self, words: str, nth: int = 0) -> str | None:
        actor = self.actor(words, nth)
        return actor.name if actor else None

    def kind(self, words: str, nth: int = 0) -> str | None:
        actor = self.actor(words, nth)
        return actor.kind if actor else None

    @property
    def names(self) -> list[str]:
        return [actor.name for actor in self.resolution.actors]

    @property
    def speakers(self) -> list[list[str]]:
        return [[self.names[k] for k in speakers] for speakers in self.resolution.speakers]

    @property
    def confidences(self) -> list[float | None]:
        return self.resolution.confidences


def read(text: str) -> Read:
    """A text whose lines are its paragraphs, read with its claims."""
    blocks = [m.span() for m in re.finditer(r"[^\n]+", text)]
    doc = language.parse(text, blocks)
    quotations = find_quotations(text, blocks)
    claims = find_claims(doc, quotations)
    resolution = resolve_actors(doc, find_mentions(doc), quotations, claims)
    return Read(text, read_words(doc), claims, resolution)
