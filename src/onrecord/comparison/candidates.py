"""Which passages have words in common at all: shared weights by index, so that a story of many articles stays quick."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from math import log

import numpy as np
import numpy.typing as npt

from onrecord.comparison.alignment import MUCH_TOLD, Weighed, log_odds, share_letters

Numbers = npt.NDArray[np.intp]
Weights = npt.NDArray[np.float64]


class Overlaps:
    """What each passage shares with every other: an inverted index of the stems of all."""

    def __init__(self, sides: Sequence[Weighed]):
        self.sides = sides
        self.stems = _postings([side.weights.keys() for side in sides])
        self.content = _postings([side.content for side in sides])
        self.weight = np.array([side.weight for side in sides])
        self.article = _numbers([side.passage.claim.article_id for side in sides])
        self.actor = _numbers([side.passage.claim.actor_id for side in sides])

    def others(self, i: int) -> tuple[Numbers, Weights, Weights]:
        """The passages of other articles that share a content word with passage ``i``.

        Of each the weight of the content words in common, and of all in common over that of the lighter of the two.
        """
        side = self.sides[i]
        told = self._shared(self.content, side.content, side)
        near = np.flatnonzero((told > 0) & (self.article != self.article[i]))
        common = self._shared(self.stems, side.weights, side)[near]
        return near, told[near], common / np.minimum(self.weight[near], self.weight[i])

    def _shared(self, holders: dict[str, Numbers], stems: Collection[str], side: Weighed) -> Weights:
        known = [stem for stem in stems if stem in holders]
        if not known:
            return np.zeros(len(self.sides))
        lists = [holders[stem] for stem in known]
        weights = np.repeat([side.weights[stem] for stem in known], [len(found) for found in lists])
        return np.bincount(np.concatenate(lists), weights=weights, minlength=len(self.sides)).astype(np.float64)


def _postings(stems: Sequence[Collection[str]]) -> dict[str, Numbers]:
    holders = defaultdict(list)
    for i, found in enumerate(stems):
        for stem in found:
            holders[stem].append(i)
    return {stem: np.array(numbers, dtype=np.intp) for stem, numbers in holders.items()}


def _numbers(names: Sequence[str | None]) -> Numbers:
    known = {name: n for n, name in enumerate(dict.fromkeys(names))}
    return np.array([known[name] for name in names], dtype=np.intp)


def find_candidates(overlaps: Overlaps, least: float) -> Iterator[tuple[Weighed, Weighed]]:
    """Pairs of passages of two articles, in the story's order, without those that cannot reach the probability
    ``least`` in whatever order their words stand."""
    enough = log(least / (1 - least))
    for i, side in enumerate(overlaps.sides):
        near, told, contained = overlaps.others(i)
        later = near > i
        near, told, contained = near[later], np.minimum(1.0, told[later] / MUCH_TOLD), contained[later]
        same = (overlaps.actor[near] == overlaps.actor[i]) * 1.0
        best = log_odds(contained, 1.0, 1.0, told, told, same)
        for k in np.flatnonzero(best >= enough):
            other = overlaps.sides[near[k]]
            if log_odds(contained[k], share_letters(side, other), 1.0, told[k], told[k], same[k]) >= enough:
                yield side, other
