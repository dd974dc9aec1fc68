"""How much two passages have in common, how probable it is that they are one statement, and which stretches match.

The evidence is what a reader would point at: words in common, weighed by how rare they are in the story, and whether
they stand in the same order. Its weights (``lexicon/alignment_weights.csv``) are a logistic regression's.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from math import exp, fsum, log
from typing import Any, NamedTuple

from onrecord.comparison.passages import Passage
from onrecord.language.spans import Chars, Tokens
from onrecord.language.words import find_words
from onrecord.lexicon import read_rows

FUNCTION_WORD = 0.25  # what a function word weighs beside a content word that is as rare
LEAST_WEIGHT = 0.05  # of a word that stands in every sentence
LONG_RUN = 8  # words in a row that are as good as any more
MUCH_TOLD = 15.0  # nats in common that are as good as any more
GAP = 0.5  # what a word that only one side has costs in an alignment, beside one in common


class Evidence(NamedTuple):
    """What speaks for two passages being one statement, each from 0 to 1.

    ``contained``: weight of the words in common over that of the lighter passage; ``letters``: share of the trigrams of
    letters of the passage that has fewer that the other has too; ``run``: the longest run of equal stems, by
    ``LONG_RUN``; ``told``: weight of the content words in common, by ``MUCH_TOLD``; ``in_order``: the same of those
    that stand in one order; ``same_speaker``: 1 where one actor says both.
    """

    contained: float
    letters: float
    run: float
    told: float
    in_order: float
    same_speaker: float


class Alignment(NamedTuple):
    """Where two passages match: a stretch of words of each."""

    a: Tokens
    b: Tokens


@dataclass(frozen=True, slots=True)
class Weighed:
    """A passage with what is compared: its stems in order, the weight of each, and its trigrams of letters."""

    passage: Passage
    stems: tuple[str, ...]
    weights: Mapping[str, float]
    content: frozenset[str]
    letters: frozenset[str]

    @property
    def weight(self) -> float:
        return fsum(self.weights.values())


def weigh_stems(sentences: Iterable[str]) -> dict[str, float]:
    """The weight of each stem: ln((n + 1) / (df + 0.5)), n the sentences and df those that have it (after Spärck Jones
    1972); function words weigh a quarter."""
    counts: dict[str, int] = {}
    function: set[str] = set()
    n = 0
    for sentence in sentences:
        n += 1
        words = find_words(sentence)
        function.update(word.stem for word in words if not word.is_content)
        for found in {word.stem for word in words}:
            counts[found] = counts.get(found, 0) + 1
    rare = {stem: log((n + 1) / (df + 0.5)) for stem, df in counts.items()}
    return {stem: max(LEAST_WEIGHT, w * (FUNCTION_WORD if stem in function else 1)) for stem, w in rare.items()}


def weigh(passage: Passage, weights: Mapping[str, float]) -> Weighed:
    """A passage with its words weighed; ``weights``: those of all stems of the story (:func:`weigh_stems`)."""
    stems = tuple(word.stem for word in passage.words)
    text = f" {' '.join(word.form for word in passage.words)} "
    return Weighed(
        passage,
        stems,
        {stem: weights[stem] for stem in stems},
        frozenset(word.stem for word in passage.words if word.is_content),
        frozenset(text[i : i + 3] for i in range(len(text) - 2)),
    )


def compare_passages(a: Weighed, b: Weighed, *, same_speaker: bool) -> Evidence:
    """The evidence that two passages are one statement."""
    common = a.weights.keys() & b.weights.keys()
    blocks = _blocks(a, b)
    ordered = {stem for i, _, n in blocks for stem in a.stems[i : i + n]} & a.content
    return Evidence(
        contained=min(1.0, fsum(a.weights[stem] for stem in common) / min(a.weight, b.weight)),
        letters=share_letters(a, b),
        run=min(1.0, max((n for _, _, n in blocks), default=0) / LONG_RUN),
        told=min(1.0, fsum(a.weights[stem] for stem in a.content & b.content) / MUCH_TOLD),
        in_order=min(1.0, fsum(a.weights[stem] for stem in ordered) / MUCH_TOLD),
        same_speaker=float(same_speaker),
    )


def share_letters(a: Weighed, b: Weighed) -> float:
    """Share of the trigrams of the passage that has fewer that the other has too."""
    return len(a.letters & b.letters) / min(len(a.letters), len(b.letters))


def probability(evidence: Evidence) -> float:
    """How probable it is, by the labelled pairs that the weights were fitted on, that they are one statement."""
    return 1 / (1 + exp(-log_odds(*evidence)))


def log_odds(*evidence: Any) -> Any:
    """The same as log-odds, of numbers or of arrays of them, in the order of :class:`Evidence`."""
    none, *weights = _weights()
    return none + sum(weight * value for weight, value in zip(weights, evidence, strict=True))


@cache
def _weights() -> tuple[float, ...]:
    weights = {row["evidence"]: float(row["weight"]) for row in read_rows("alignment_weights")}
    return tuple(weights[name] for name in ("none", *Evidence._fields))


def _blocks(a: Weighed, b: Weighed) -> list[tuple[int, int, int]]:
    """Runs of equal stems in one order: (start in a, start in b, length)."""
    return [(m.a, m.b, m.size) for m in SequenceMatcher(None, a.stems, b.stems, autojunk=False).get_matching_blocks()]


def align(a: Weighed, b: Weighed) -> Alignment:
    """The stretches that match best: of each passage the one with most words in common, less ``GAP`` of those that the
    other lacks; a function word counts a quarter."""
    blocks = _blocks(a, b)
    return Alignment(
        _best_stretch(a, {i + k for i, _, n in blocks for k in range(n)}),
        _best_stretch(b, {j + k for _, j, n in blocks for k in range(n)}),
    )


def _best_stretch(side: Weighed, shared: set[int]) -> Tokens:
    """The stretch of greatest sum (Kadane's algorithm)."""
    best, total, start, found = 0.0, 0.0, 0, Tokens(0, len(side.stems))
    for i, word in enumerate(side.passage.words):
        if total <= 0:
            total, start = 0.0, i
        total += (1 if word.is_content else FUNCTION_WORD) * (1 if i in shared else -GAP)
        if total > best:
            best, found = total, Tokens(start, i + 1)
    return found


def place(side: Weighed, stretch: Tokens) -> Chars:
    """A stretch of a passage's words, as offsets into the article's body."""
    words, start = side.passage.words, side.passage.start
    return Chars(start + words[stretch[0]].start, start + words[stretch[1] - 1].end)
