"""One article → everything found in it: parsed once, before ids and tables."""

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from onrecord.actors import Resolution, find_mentions, resolve_actors, resolve_speakers
from onrecord.claims import Claim, find_claims, tagger
from onrecord.figures import Figure, find_figures
from onrecord.language import spell
from onrecord.language.quotations import Quotation, find_quotations, with_double_marks
from onrecord.language.spans import Chars

if TYPE_CHECKING:
    from spacy.tokens import Doc


_PREPOSITION = re.compile(r"\b(?:of|in|on|for|with|at|by|from|per|to)\s", re.IGNORECASE)
POSSESSIVE = ("", "'s", "’s", "'", "’")  # what may stand between a name's end and that of the words for its owner


@dataclass(frozen=True)
class Reading:
    """One article as read: its parse and everything found in it, before ids.

    ``sentences`` are the parser's, the gaps between ``blocks`` (the paragraphs) among them.
    """

    article_id: str
    text: str
    published: date | None
    blocks: list[Chars]
    sentences: list[Chars]
    quotations: list[Quotation]
    claims: list[Claim]
    figures: list[Figure]
    resolution: Resolution
    speakers: list[list[int]]

    def sentence_of(self, start: int, end: int) -> str:
        """The sentences from the one that holds ``start`` to the one that holds ``end``."""
        starts = [s for s, _ in self.sentences]
        first = max(0, bisect_right(starts, start) - 1)
        last = max(first, bisect_right(starts, max(start, end - 1)) - 1)
        return self.text[self.sentences[first][0] : self.sentences[last][1]].strip() if starts else ""

    def actor_at(self, span: Chars | None) -> int | None:
        """The one actor whose mention overlaps the span most; null when there is none or two overlap equally."""
        if span is None:
            return None
        overlaps: Counter[int] = Counter()
        for mention, actor in zip(self.resolution.mentions, self.resolution.actor_of, strict=True):
            shared = min(span[1], mention.end) - max(span[0], mention.start)
            if actor is not None and shared > 0:
                overlaps[actor] = max(overlaps[actor], shared)
        best = overlaps.most_common(2)
        if not best or (len(best) == 2 and best[0][1] == best[1][1]):
            return None
        return best[0][0]

    def actor_ending_in(self, span: Chars) -> int | None:
        """The actor that a span names: of "the state" not "the state's towns", of "the attack on Peru" nobody."""
        ends = {
            actor
            for mention, actor in zip(self.resolution.mentions, self.resolution.actor_of, strict=True)
            if actor is not None and span[0] < mention.end <= span[1] and self.text[mention.end : span[1]] in POSSESSIVE
            if not _PREPOSITION.search(self.text, span[0], max(span[0], mention.start))
        }
        return ends.pop() if len(ends) == 1 else None


def read_doc(article_id: str, doc: "Doc", blocks: list[Chars], published: date | None) -> Reading:
    """Everything that one parsed article says; ``blocks`` are the paragraphs that it was parsed in."""
    text = spell(doc)
    quotations = find_quotations(text, blocks)
    claims = find_claims(doc, quotations, tagger.read(with_double_marks(text, quotations), blocks))
    resolution = resolve_actors(doc, find_mentions(doc), quotations, claims)
    return Reading(
        article_id=article_id,
        text=text,
        published=published,
        blocks=blocks,
        sentences=[Chars(s.start_char, s.end_char) for s in doc.sents],
        quotations=quotations,
        claims=claims,
        figures=find_figures(doc, published),
        resolution=resolution,
        speakers=resolve_speakers(claims, resolution),
    )
