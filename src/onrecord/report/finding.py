"""A finding: a sentence that compares the outlets, with the clippings that show it and the rows it was made from."""

from dataclasses import dataclass, replace
from typing import Literal

from onrecord.report.clippings import Clipping
from onrecord.story import digest_parts

Kind = Literal[
    "answer",
    "number",
    "denial",
    "reply",
    "described",
    "verbs",
    "alone",
    "rival_number",
    "rounded_number",
    "missing_number",
    "copied",
    "parallel",
    "words",
    "contested",
]

# How much a kind of finding sets the outlets against each other, 0 to 1: what a reader comes for stands first.
CONTRAST: dict[Kind, float] = {
    "answer": 1.0,
    "number": 0.95,
    "denial": 0.9,
    "reply": 0.85,
    "described": 0.9,
    "verbs": 0.75,
    "alone": 0.6,
    "copied": 0.55,
    "rival_number": 0.9,
    "contested": 0.5,
    "parallel": 0.45,
    "rounded_number": 0.5,
    "missing_number": 0.5,
    "words": 0.4,
}


@dataclass(frozen=True)
class Finding:
    """``text``: what the page says; ``rows``: ids of the claims and figures it rests on; ``clippings``: their words.

    ``certainty`` is the least probability of what it rests on, ``depth`` how far down the articles its first words
    stand (0 at the top, 1 at the end). ``doubts`` say why it is not certain enough to be printed; with any of them it
    goes to what is to be checked by hand.
    """

    kind: Kind
    text: str
    rows: tuple[str, ...] = ()
    clippings: tuple[Clipping, ...] = ()
    certainty: float = 1.0
    depth: float = 0.0
    doubts: tuple[str, ...] = ()

    @property
    def rank(self) -> float:
        """Contrast between outlets × certainty × place in the articles: the last paragraph counts half of the first."""
        return CONTRAST[self.kind] * self.certainty * (1 - self.depth / 2)

    @property
    def key(self) -> str:
        """What a page names it by: its rows, or where its words stand."""
        places = (f"{clipping.article_id}:{clipping.start}-{clipping.end}" for clipping in self.clippings)
        return " ".join(self.rows or places)

    @property
    def finding_id(self) -> str:
        """What a reviewer refuses it by: the same kind of finding on the same rows or words has it after every run."""
        return "n" + digest_parts([self.kind, self.key])[:12]

    def doubted(self, *reasons: str) -> "Finding":
        return replace(self, doubts=self.doubts + reasons)
