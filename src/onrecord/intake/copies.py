"""Articles that repeat another's words: one outlet's twice, or an agency's text in several outlets.

Runs of five words outside quotations are compared, since every outlet prints what was said at a press conference.
"""

import hashlib
import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from onrecord.language.words import WORD

# Of 207 articles on 69 events by several outlets, those written apart share up to a quarter of the shorter one's runs;
# an agency's text under an outlet's own first paragraphs has more than half.
SAME = 0.6  # share of a text's own runs from which it is a copy
PARTLY = 0.4  # share of the shorter one's from which much of one stands in the other
RUN = 5  # words
SHORTEST = 40  # runs in common, below which two texts are two reports of one sentence
SAMPLE = 8  # one run in so many stands for a text where thousands are looked through: five of the fewest in common
QUOTED = re.compile(r"[“\"][^“”\"\n]{0,600}[”\"]")


@dataclass(frozen=True)
class Copy:
    """An earlier article that has words of a text. ``share``: of the shorter one's runs, those in common; ``own``: of
    the text's own; ``runs``: how many; ``equal``: whether they are the same to the letter."""

    article_id: str
    share: float
    own: float
    runs: int
    equal: bool

    @property
    def is_whole(self) -> bool:
        """Whether the text is a copy, with nothing of its own to speak of; one sentence is none, though it be equal."""
        return self.own >= SAME and self.runs >= SHORTEST


class Copies:
    """The articles met so far by their runs of words; each new one is looked up, not compared with all."""

    def __init__(self) -> None:
        self.holders: dict[int, list[int]] = defaultdict(list)
        self.sizes: list[int] = []
        self.ids: list[str] = []
        self.bodies: dict[str, int] = {}

    def find(self, body: str) -> list[Copy]:
        """The articles that much of this body stands in, or that stand in it, those with most in common first."""
        runs = _find_runs(body)
        shared = Counter(k for run in runs for k in self.holders.get(run, ()))
        equal = self.bodies.get(body)
        found = [
            Copy(self.ids[k], n / min(len(runs), self.sizes[k]), n / len(runs), n, k == equal)
            for k, n in shared.items()
            if n >= SHORTEST or k == equal
        ]
        return sorted((one for one in found if one.share >= PARTLY), key=lambda one: (-one.own, one.article_id))

    def add(self, article_id: str, body: str) -> None:
        """Remember an article."""
        runs = _find_runs(body)
        for run in runs:
            self.holders[run].append(len(self.ids))
        self.bodies.setdefault(body, len(self.ids))
        self.ids.append(article_id)
        self.sizes.append(len(runs))


def sketch(body: str) -> list[int]:
    """A fixed part of a text's runs, so that two texts' parts have in common what the texts have (Manber 1994).
    Each is divided by SAMPLE, so that a signed integer of 64 bits holds it."""
    return sorted(run // SAMPLE for run in _find_runs(body) if run % SAMPLE == 0)


def _find_runs(body: str) -> set[int]:
    """The hashes of a text's runs; none goes across a quotation. A text without one is one run."""
    runs: set[int] = set()
    for part in QUOTED.sub("\n", body).split("\n"):
        words = [word.casefold() for word in WORD.findall(part)]
        runs.update(_digest(words[i : i + RUN]) for i in range(len(words) - RUN + 1))
    return runs or {_digest(WORD.findall(body.casefold()))}


def _digest(words: list[str]) -> int:
    return int.from_bytes(hashlib.blake2b("\0".join(words).encode(), digest_size=8).digest())
