"""How likely a proposal is a claim: counts of what each word took in annotated news, and weights for what is around it.

``lexicon/frames.csv`` has, per lemma, part of speech and shape of content, how often a corpus showed the shape
(``seen``) and how often annotators took it for an attribution with that content (``claims``). A rare frame falls back
on the rates of the lemma, of its kind of verb, and of the shape. ``lexicon/telling_words.csv`` and
``lexicon/cue_weights.csv`` add what was fitted on the same corpus for the nouns and the circumstances around a cue.
Origin of both: ``lexicon/README.md``; the script: ``training/fit_frames.py``.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from onrecord.claims.circumstances import describe_content, describe_cue, telling_words
from onrecord.claims.cues import Proposal
from onrecord.language.trees import Tree
from onrecord.lexicon import read_rows

PRIOR = 4.0  # a frame's own counts outweigh the back-off from this many sightings on
LEMMA_PRIOR = 3.0
WORD_PRIOR = 3.0  # expected claims that a telling word must have seen before it counts for much


Counts = dict[Any, tuple[float, float]]  # by the words that a level of the back-off looks at: (seen, claims)


@dataclass(frozen=True, slots=True)
class Frames:
    """The counts, summed for each level of the back-off, as (seen, claims)."""

    exact: dict[tuple[str, str, str], tuple[float, float]]
    lemma: dict[tuple[str, str], tuple[float, float]]
    shape: dict[tuple[str, str], tuple[float, float]]
    pos: dict[str, tuple[float, float]]

    def rate(self, lemma: str, pos: str, shape: str, less: float = 0.0, claims: float = 0.0) -> float:
        """The log-odds that this frame is a claim; ``less``/``claims`` leave sightings out (for fitting)."""
        group, kind = _group(pos, shape), kind_of(lemma, pos)
        n, k = self.pos.get(group, (1.0, 0.1))
        base = k / n
        n, k = self.shape.get((pos, shape), (0.0, 0.0))
        by_shape = _logit((k + 2 * base) / (n + 2))
        prior = base * 0.5  # a word never seen is less likely a cue than the average
        if kind:
            n, k = self.lemma.get((kind, group), (0.0, 0.0))
            prior = (k - claims + 2 * base) / (n - less + 2)
        n, k = self.lemma.get((lemma, group), (0.0, 0.0))
        by_lemma = _logit((k - claims + LEMMA_PRIOR * prior) / (n - less + LEMMA_PRIOR))
        expected = _odds(by_shape + by_lemma - _logit(base))
        if kind:
            n, k = self.exact.get((kind, pos, shape), (0.0, 0.0))
            expected = (k - claims + PRIOR * expected) / (n - less + PRIOR)
        n, k = self.exact.get((lemma, pos, shape), (0.0, 0.0))
        return _logit((k - claims + PRIOR * expected) / (n - less + PRIOR))


def count(rows: Iterable[tuple[str, str, str, float, float]]) -> Frames:
    """Frames from rows of (lemma, pos, shape, seen, claims); words of a kind are counted together too."""
    exact: Counts = {}
    lemma: Counts = {}
    shape: Counts = {}
    pos: Counts = {}
    for word, p, s, seen, claims in rows:
        group, kind = _group(p, s), kind_of(word, p)
        keys: list[tuple[Counts, Any]] = [(exact, (word, p, s)), (lemma, (word, group)), (shape, (p, s)), (pos, group)]
        if kind:
            keys += [(exact, (kind, p, s)), (lemma, (kind, group))]
        for table, key in keys:
            n, k = table.get(key, (0.0, 0.0))
            table[key] = (n + seen, k + claims)
    return Frames(exact, lemma, shape, pos)


@cache
def _kinds() -> dict[str, str]:
    return {r["lemma"]: "~" + r["kind"] for r in read_rows("verb_kinds")}


def kind_of(lemma: str, pos: str) -> str:
    """The kind of a verb ("~criticize"), by which rare verbs learn from common ones; empty for other words."""
    return _kinds().get(lemma, "") if pos == "VERB" else ""


def _odds(x: float) -> float:
    return 1 / (1 + math.exp(-x))


def _group(pos: str, shape: str) -> str:
    """Quotations beside a word are counted apart from content in its parse."""
    return pos + '"' if "quote" in shape else pos


def _logit(p: float) -> float:
    p = min(max(p, 0.002), 0.998)
    return math.log(p / (1 - p))


@cache
def read_frames() -> Frames:
    return count((r["lemma"], r["pos"], r["shape"], float(r["seen"]), float(r["claims"])) for r in read_rows("frames"))


@cache
def read_weights() -> dict[str, float]:
    return {r["circumstance"]: float(r["weight"]) for r in read_rows("cue_weights")}


_RATES: dict[tuple[str, str, str], float] = {}


def rate_of(lemma: str, pos: str, shape: str) -> float:
    """The frame's log-odds, kept once worked out: a pure function of the word list."""
    key = (lemma, pos, shape)
    rate = _RATES.get(key)
    if rate is None:
        rate = read_frames().rate(*key)
        if len(_RATES) < 100_000:
            _RATES[key] = rate
    return rate


def joined_to(tree: Tree, verb: int) -> int | None:
    """The verb of saying that another of the same form is joined to, null when it is joined to none.

    "Denied that it rained but *insisted* …": the parse may hang it on the clause between, which only is something. With
    an auxiliary or in another form, what is said goes on: "said it was a gift and would fail".
    """
    if tree.dep[verb] != "conj" or tree.pos[verb] != "VERB" or rate_of(tree.key(verb), "VERB", "clause") <= 0:
        return None
    if tree.child(verb, "mark") is not None:  # "said it was quiet but that counting lacked …"
        return None
    top = tree.head[verb]
    if tree.lemma[top] == "be" and tree.dep[top] == "ccomp" and tree.subject(verb) is None:
        top = tree.head[top]
    alike = tree.tag[verb] == tree.tag[top] and tree.child(verb, "aux") is None
    return top if alike and rate_of(tree.key(top), "VERB", "clause") > 0 else None


def weigh(rate: float, kind: str, names: list[str]) -> float:
    """Log-odds of a frame's rate (0 where unknown) in these circumstances; ``kind``: frame or quote."""
    weights = read_weights()
    return weights[kind] * rate + sum(weights.get(name, 0.0) for name in names)


def shift(expected: float, claims: float) -> float:
    """How far a word near the cue moves the log-odds: claims seen with it over claims expected of its frames."""
    return math.log((claims + WORD_PRIOR) / (expected + WORD_PRIOR))


@cache
def read_shifts() -> dict[tuple[str, str], float]:
    return {
        (r["role"], r["lemma"]): shift(float(r["expected"]), float(r["claims"])) for r in read_rows("telling_words")
    }


def judge(tree: Tree, p: Proposal, around: list[str] | None = None) -> float:
    """The probability that a proposal is a claim with this content. ``around``: :func:`describe_cue` of its cue."""
    names = ["always", *(describe_cue(tree, p.head) if around is None else around), *describe_content(tree, p)]
    total = weigh(rate_of(p.lemma, tree.pos[p.head], p.shape), "frame", names)
    weights, shifts = read_weights(), read_shifts()
    for word in telling_words(tree, p):
        total += weights[word[0]] * shifts.get(word, 0.0)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
