"""What rules and tagger say of one proposed claim, as numbers, and the weights that turn them into a probability.

Three questions are asked of a pair: is it a claim, whose reading of its content is better, and whose of its source.
``lexicon/proposal_weights.csv`` holds logistic weights for each; the script: ``training/fit_proposals.py``.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from onrecord.claims.attributions import SettledDraft
from onrecord.claims.frames import rate_of
from onrecord.claims.tags import Tags
from onrecord.language.spans import Chars, Tokens
from onrecord.language.trees import Tree
from onrecord.lexicon import read_rows

FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
RAREST = 0.003  # probabilities nearer to 0 or 1 say no more: keeps one number from deciding alone
FEW = 3  # words: a shorter content is a thing named rather than something said

Numbers = dict[str, float]


@dataclass(slots=True)
class Pair:
    """One claim as proposed by rules (a draft or null), by the tagger (a draft or null), or both."""

    rules: SettledDraft | None
    tagged: SettledDraft | None
    reading: SettledDraft | None = None
    chance: float = 0.0

    @property
    def kind(self) -> str:
        """frame, quote or loose: what the rules went by; none: tagger only. "+" where the tagger proposes it, too."""
        d = self.rules
        rules = "none" if d is None else "loose" if d.cue is None else "quote" if d.quotes else "frame"
        return rules + ("+" if self.tagged is not None else "")


def is_claim(tree: Tree, pair: Pair, tags: Tags) -> float:
    """The probability that a pair is a claim."""
    return weigh("claim " + pair.kind, describe_claim(tree, pair, tags))


def describe_claim(tree: Tree, pair: Pair, tags: Tags) -> Numbers:
    """For "is it a claim": what either says of cue, content and the link between them, in log-odds."""
    out = {"always": 1.0}
    for name, d in (("rules", pair.rules), ("tagged", pair.tagged)):
        if d is None:
            continue
        out[f"{name} content"] = _log_odds(tags.role(d.content.parts, "content"))
        if d.cue is not None:
            cue = cue_of(tree, d)
            out[f"{name} cue"] = _log_odds(tags.role([cue], "cue"))
            out[f"{name} link"] = _log_odds(tags.to_cue(d.content.parts, cue))
        if d.chance is not None:
            out[f"{name} frame"] = _log_odds(d.chance)
    if pair.rules is not None and pair.tagged is not None:
        out["same content"] = overlap(pair.rules, pair.tagged)
    elif pair.tagged is not None:
        out |= _describe_lone(tree, pair.tagged, tags)
    return out


def _describe_lone(tree: Tree, t: SettledDraft, tags: Tags) -> Numbers:
    """What the parse adds on a claim that only the tagger proposes."""
    words = words_of(t)
    return {
        "lemma": rate_of(tree.key(t.cue), tree.pos[t.cue], ""),
        "noun": float(tree.pos[t.cue] == "NOUN"),
        "clause": float(has_verb(tree, t)),
        "short": float(len(words) < FEW),
        "no source": float(t.source is None),
        "points": _log_odds(tags.to_source(cue_of(tree, t), _chars(tree, t.source))),
    }


def describe_contents(tree: Tree, pair: Pair, tags: Tags) -> Numbers:
    """For "is the rules' content better than the tagger's"."""
    rules, tagged, cue = pair.rules, pair.tagged, cue_of(tree, pair.tagged)
    out = {"always": 1.0, "is " + pair.kind: 1.0}
    for name, one, two in (("rules", rules, tagged), ("tagged", tagged, rules)):
        out[f"{name} content"] = _log_odds(tags.role(one.content.parts, "content"))
        out[f"{name} link"] = _log_odds(tags.to_cue(one.content.parts, cue))
        if alone := words_of(one) - words_of(two):
            out[f"{name} alone"] = _log_odds(tags.role(_each(tree, alone), "content"))
            out[f"{name} any alone"] = 1.0
            out[f"{name} many alone"] = math.log1p(len(alone))
    if rules.chance is not None:
        out["frame"] = _log_odds(rules.chance)
    parts = len(rules.content.parts) - len(tagged.content.parts)
    return out | {"more parts": float(parts > 0), "fewer parts": float(parts < 0)}


def describe_sources(tree: Tree, pair: Pair, tags: Tags, rules: Tokens | None) -> Numbers:
    """For "is the rules' source (tokens, or none) better than the tagger's"."""
    cue, tagged = cue_of(tree, pair.tagged), pair.tagged.source
    return {
        "always": 1.0,
        "is " + pair.kind: 1.0,
        "rules points": _log_odds(tags.to_source(cue, _chars(tree, rules))),
        "tagged points": _log_odds(tags.to_source(cue, _chars(tree, tagged))),
        "rules none": float(rules is None),
        "tagged none": float(tagged is None),
        "overlap": float(bool(rules and tagged) and rules[0] < tagged[1] and tagged[0] < rules[1]),
    }


def weigh(question: str, numbers: Numbers) -> float:
    """The probability of "yes"; a question without weights is even."""
    weights = _read_weights()
    total = sum(weights.get((question, name), 0.0) * value for name, value in numbers.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@cache
def _read_weights() -> dict[tuple[str, str], float]:
    rows = read_rows("proposal_weights")
    return {(row["question"], row["circumstance"]): float(row["weight"]) for row in rows}


def _log_odds(p: float) -> float:
    p = min(max(p, RAREST), 1 - RAREST)
    return math.log(p / (1 - p))


def words_of(d: SettledDraft) -> set[int]:
    """The tokens of a draft's content."""
    return {i for a, b in d.content.spans for i in range(a, b)}


def has_verb(tree: Tree, d: SettledDraft) -> bool:
    """Whether a draft's content states something: a finite verb is in it."""
    return any(tree.tag[i] in FINITE for i in words_of(d))


def overlap(d: SettledDraft, t: SettledDraft) -> float:
    """Dice's coefficient of two contents' tokens."""
    one, two = words_of(d), words_of(t)
    return 2 * len(one & two) / (len(one) + len(two)) if one or two else 0.0


def cue_of(tree: Tree, d: SettledDraft) -> Chars:
    """The characters of a draft's cue, all its words."""
    return tree.chars((min(d.cue, *d.also, d.cue), max(d.cue, *d.also, d.cue) + 1))


def _chars(tree: Tree, span: Tokens | None) -> Chars | None:
    return tree.chars(span) if span else None


def _each(tree: Tree, words: Iterable[int]) -> list[Chars]:
    return [(tree.idx[i], tree.end[i]) for i in sorted(words)]
