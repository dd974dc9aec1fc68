"""Articles that repeat another's words: one outlet's twice, or an agency's text in several outlets.

Runs of five words outside quotations are compared, since every outlet prints what was said at a press conference. Of a
corpus a fixed part of all runs is kept, chosen by their hash, so that the share of one text that stands in another can
be told without comparing all pairs (FracMinHash: Irber et al., Lightweight compositional analysis of metagenomes with
FracMinHash and minimum metagenome covers, 2022).
"""

import hashlib
import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from onrecord.language.words import WORD

# Share of the shorter text's runs that the other has. Of 207 articles on 69 events by several outlets, those written
# apart share up to a quarter; an agency's text under an outlet's own first paragraphs more than half.
SAME = 0.6  # from which they are one text
PARTLY = 0.4  # from which one has much of the other's
RUN = 5  # words
FEWEST = 5  # runs in common, below which nothing is said of longer texts
QUOTED = re.compile(r"[“\"][^“”\"\n]{0,600}[”\"]")


@dataclass(frozen=True)
class Copy:
    """An earlier article that a text repeats, with the share of the shorter one's runs in common, and their number."""

    article_id: str
    share: float
    runs: int

    @property
    def is_whole(self) -> bool:
        return self.share >= SAME


class Copies:
    """The articles met so far by their runs of words; each new one is looked up, not compared with all.

    ``every``: keep one run in so many; 1 is exact.
    """

    def __init__(self, every: int = 1) -> None:
        self.every = every
        self.holders: dict[int, list[int]] = defaultdict(list)
        self.sizes: list[int] = []
        self.ids: list[str] = []

    def find(self, body: str) -> list[Copy]:
        """The articles that this body repeats at least partly, those with the greatest share first."""
        runs = self._runs(body)
        shared = Counter(k for run in runs for k in self.holders.get(run, ()))
        shares = {k: n / min(len(runs), self.sizes[k]) for k, n in shared.items()
                  if n >= min(FEWEST, len(runs), self.sizes[k])}  # fmt: skip
        found = [
            Copy(self.ids[k], share, shared[k] * self.every)
            for k, share in sorted(shares.items(), key=lambda one: (-one[1], one[0]))
        ]
        return [copy for copy in found if copy.share >= PARTLY]

    def add(self, article_id: str, body: str) -> None:
        """Remember an article."""
        runs = self._runs(body)
        for run in runs:
            self.holders[run].append(len(self.ids))
        self.ids.append(article_id)
        self.sizes.append(len(runs))

    def _runs(self, body: str) -> set[int]:
        """The hashes of the runs that are kept; no run goes across a quotation. A text without one is one run."""
        kept: set[int] = set()
        for part in QUOTED.sub("\n", body).split("\n"):
            words = [word.casefold() for word in WORD.findall(part)]
            for i in range(len(words) - RUN + 1):
                run = _digest(words[i : i + RUN])
                if run % self.every == 0:
                    kept.add(run)
        return kept or {_digest(WORD.findall(body.casefold()))}


def _digest(words: list[str]) -> int:
    return int.from_bytes(hashlib.blake2b("\0".join(words).encode(), digest_size=8).digest())
