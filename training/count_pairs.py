"""How many pairs of labelled stories were found, and how many of those found are right; or fit the alignment's weights.

usage: python training/count_pairs.py STORIES READER.jsonl… [--misses] [--fit OUT.csv]

STORIES holds a folder a story: its articles and ``about.json``, which lists them as {"file", "outlet", "published"}.
A READER's file has a line a pair of two articles of a story: {"story", "kind": same_quote · same_claim · disputes ·
figure, "a": {"file", "text"}, "b": …}; a figure also has "context", a stretch of text that places it, and "relation".
"start" and "end" place a text that the article has twice.
A line of kind "stance" has "file", "text", "stance" and "target" instead. ``text`` stands in the article word for word.
What every reader of a story has is wanted; what some have counts neither way. Two pairs are the same where both sides
overlap by half of the shorter. --fit writes the weights of a logistic regression (L2 1) on the passages of all stories:
against pairs of kind "different" where a story has any, else against all pairs that no reader has, at half their
weight, because readers list a statement that an article repeats only once.
"""

import argparse
import csv
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from count_speakers import extract_story

import onrecord
from onrecord.comparison.alignment import Evidence, compare_passages, weigh, weigh_stems
from onrecord.comparison.candidates import Overlaps, find_candidates
from onrecord.comparison.passages import find_passages
from onrecord.comparison.same_statements import is_one_speaker, may_be_one
from onrecord.tables import read_rows
from onrecord.tables.extracted import ActorRow, ClaimRow, SpanRow

Side = tuple[str, int, int]
Pair = tuple[Side, Side]
KINDS = {"same_quote": "same", "same_claim": "same", "disputes": "disputes", "different": "different"}
UNLISTED = 0.5  # what a pair counts that no reader has
UNLIKELY = 0.03  # what is less likely by the weights so far teaches nothing
EVEN = 1e-6  # keeps the Newton step finite


def place(side: dict[str, Any], texts: dict[str, str], name: str) -> Side:
    article = side["file"].removesuffix(".txt")
    if "start" in side:
        return article, side["start"], side["end"]
    text = texts[article]
    start = 0
    if "context" in side:
        start = text.find(side["context"])
    at = text.find(side["text"], start)
    if start < 0 or at < 0:
        raise SystemExit(f"{name}: {side['text']!r} is not in {side['file']}")
    return article, at, at + len(side["text"])


def alike(a: Side, b: Side) -> bool:
    common = min(a[2], b[2]) - max(a[1], b[1])
    return a[0] == b[0] and common > 0 and 2 * common >= min(a[2] - a[1], b[2] - b[1])


def same_pair(one: Pair, other: Pair) -> bool:
    (a, b), (c, d) = one, other
    return (alike(a, c) and alike(b, d)) or (alike(a, d) and alike(b, c))


class Labels:
    """What the readers of one story wrote: pairs by kind, with the readers who have each, and stances."""

    def __init__(self, texts: dict[str, str], readers: Sequence[Sequence[dict[str, Any]]], story: str):
        self.readers = len(readers)
        self.pairs: dict[str, list[tuple[Pair, set[int], dict[str, Any]]]] = defaultdict(list)
        self.stances: list[tuple[int, Side, dict[str, Any]]] = []
        for n, lines in enumerate(readers):
            for line in lines:
                if line["kind"] == "stance":
                    self.stances.append((n, place(line, texts, story), line))
                elif line["kind"] in KINDS or line["kind"] == "figure":
                    pair = place(line["a"], texts, story), place(line["b"], texts, story)
                    self._add(KINDS.get(line["kind"], "figure"), pair, n, line)

    def _add(self, kind: str, pair: Pair, reader: int, line: dict[str, Any]) -> None:
        for known, have, _ in self.pairs[kind]:
            if same_pair(known, pair):
                have.add(reader)
                return
        self.pairs[kind].append((pair, {reader}, line))

    def firm(self, kind: str) -> list[tuple[Pair, dict[str, Any]]]:
        return [(pair, line) for pair, have, line in self.pairs[kind] if len(have) == self.readers]

    def known(self, kind: str) -> list[Pair]:
        return [pair for pair, _, _ in self.pairs[kind]]


def read_labels(stories: Path, files: Sequence[Path]) -> dict[str, Labels]:
    lines: dict[str, list[list[dict[str, Any]]]] = defaultdict(list)
    for file in files:
        mine = defaultdict(list)
        for line in map(json.loads, file.read_text(encoding="utf8").splitlines()):
            mine[line["story"]].append(line)
        for story, found in mine.items():
            lines[story].append(found)
    texts = {story: {p.stem: p.read_text(encoding="utf8") for p in (stories / story).glob("*.txt")} for story in lines}
    return {story: Labels(texts[story], readers, story) for story, readers in sorted(lines.items())}


def found_pairs(tables: Any) -> Iterator[tuple[str, str, Pair]]:
    """Kind, relation and place of every pair that the package finds."""
    made = onrecord.compare(tables)
    claims = dict(zip(tables.claims["claim_id"], tables.claims["article_id"], strict=True))
    for row in made.claim_pairs.itertuples():
        a, b = (claims[row.claim_a], row.start_a, row.end_a), (claims[row.claim_b], row.start_b, row.end_b)
        yield KINDS[row.relation], row.relation, (a, b)
    figures = {row.figure_id: (row.article_id, row.start, row.end) for row in tables.figures.itertuples()}
    for row in made.figure_pairs.itertuples():
        yield "figure", row.relation, (figures[row.figure_a], figures[row.figure_b])


def count_pairs(tables: Any, labels: Labels, count: Counter[str], misses: list[str]) -> None:
    found = list(found_pairs(tables))
    for kind in ("same", "disputes", "figure"):
        got = [(relation, pair) for k, relation, pair in found if k == kind]
        for wanted, line in labels.firm(kind):
            relations = [relation for relation, pair in got if same_pair(pair, wanted)]
            count[f"{kind}, wanted"] += 1
            count[f"{kind}, met"] += bool(relations)
            if kind != "disputes":
                count[f"{kind}, relation right"] += (line.get("relation") or line["kind"]) in relations
            if not relations:
                misses.append(f"missed {kind}: {line['a']['text'][:150]!r} / {line['b']['text'][:150]!r}")
        firm = [pair for pair, _ in labels.firm(kind)]
        for relation, pair in got:
            if any(same_pair(pair, other) for other in firm):
                count[f"{kind}, right"] += 1
            elif any(same_pair(pair, other) for other in labels.known(kind)):
                count[f"{kind}, of some readers"] += 1
            else:
                count[f"{kind}, spare"] += 1
                bodies = dict(zip(tables.articles["article_id"], tables.articles["body"], strict=True))
                a, b = (bodies[side[0]][max(0, side[1] - 40) : side[2] + 40] for side in pair)
                misses.append(f"spare {relation}: {a[:230]!r} / {b[:230]!r}")


def count_stances(tables: Any, labels: Labels, count: Counter[str], misses: list[str]) -> None:
    """A stance that every reader gives to a stretch, beside that of the claim there."""
    names = dict(zip(tables.actors["actor_id"], tables.actors["name"], strict=True))
    claims = list(tables.claims.itertuples())
    first = [(side, line) for n, side, line in labels.stances if n == 0]
    for side, line in first:
        others = [x for n, s, x in labels.stances if n and alike(s, side)]
        if len(others) < labels.readers - 1 or any(x["stance"] != line["stance"] for x in others):
            continue
        here = [c for c in claims if alike((c.article_id, c.start, c.end), side)]
        count["stances, wanted"] += 1
        count["stances, claim found"] += bool(here)
        right = [c for c in here if c.stance == line["stance"]]
        count["stances, right"] += bool(right)
        if not right:
            misses.append(f"stance {line['stance']}, found {[c.stance for c in here]}: {line['text'][:150]!r}")
        if line["stance"] == "denies" and all(x.get("target") for x in (line, *others)):
            given = {names[c.target_actor_id] for c in right if isinstance(c.target_actor_id, str)}
            last = {x["target"].split()[-1].casefold() for x in (line, *others)}
            hit = any(word in name.casefold() for name in given for word in last)
            count["targets, wanted"] += 1
            count["targets, right"] += hit
            count["targets, wrong"] += bool(given) and not hit


def evidence_of(tables: Any, labels: Labels) -> Iterator[tuple[Evidence, bool, float]]:
    """The evidence of every pair of passages that readers call one statement or none, and how much it counts."""
    claims = [claim for claim in read_rows(tables.claims, ClaimRow) if claim.act == "says"]
    weights = weigh_stems({(c.article_id, c.sentence): c.sentence for c in claims}.values())
    passages = find_passages(claims, read_rows(tables.spans, SpanRow))
    actors = {actor.actor_id: actor for actor in read_rows(tables.actors, ActorRow)}
    firm = [pair for pair, _ in labels.firm("same")]
    told, different = labels.known("same"), labels.known("different")
    for a, b in find_candidates(Overlaps([weigh(passage, weights) for passage in passages]), UNLIKELY):
        evidence = compare_passages(a, b, same_speaker=is_one_speaker(a, b))
        if not may_be_one(a, b, evidence, actors):
            continue
        pair = tuple((side.passage.claim.article_id, side.passage.start, side.passage.end) for side in (a, b))
        if any(same_pair(pair, wanted) for wanted in firm):
            yield evidence, True, 1.0
        elif any(same_pair(pair, known) for known in told):
            continue
        elif not different:
            yield evidence, False, UNLISTED
        elif any(same_pair(pair, other) for other in different):
            yield evidence, False, 1.0


def fit(cases: Sequence[tuple[Evidence, bool, float]]) -> dict[str, float]:
    """Logistic regression by Newton's method, with an L2 penalty of 1 on all weights but the constant."""
    x = np.array([[1.0, *evidence] for evidence, _, _ in cases])
    y = np.array([right for _, right, _ in cases], dtype=float)
    counts = np.array([counted for _, _, counted in cases])
    penalty = np.diag([0.0, *([1.0] * len(Evidence._fields))])
    weights = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ weights))
        curve = (x.T * (counts * p * (1 - p) + EVEN)) @ x + penalty
        weights += np.linalg.solve(curve, x.T @ (counts * (y - p)) - penalty @ weights)
    return dict(zip(("none", *Evidence._fields), weights.round(2).tolist(), strict=True))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", type=Path)
    parser.add_argument("readers", type=Path, nargs="+")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--fit", type=Path)
    given = parser.parse_args()
    count: Counter[str] = Counter()
    misses: list[str] = []
    cases: list[tuple[Evidence, bool, float]] = []
    for story, labels in read_labels(given.stories, given.readers).items():
        tables, _, _ = extract_story(given.stories / story)
        if given.fit:
            cases += evidence_of(tables, labels)
            continue
        misses.append(f"== {story}")
        count_pairs(tables, labels, count, misses)
        count_stances(tables, labels, count, misses)
    if given.fit:
        with given.fit.open("w", encoding="utf8", newline="") as file:
            out = csv.writer(file, lineterminator="\n")
            out.writerows([("evidence", "weight"), *fit(cases).items()])
        return
    for name in ("same", "disputes", "figure"):
        met, wanted = count[f"{name}, met"], count[f"{name}, wanted"]
        right, some, spare = (count[f"{name}, {k}"] for k in ("right", "of some readers", "spare"))
        print(f"{name}: met {met} of {wanted}; found {right} right, {some} of some readers, {spare} spare; relation "
              f"right {count[f'{name}, relation right']}")  # fmt: skip
    print(", ".join(f"{name} {n}" for name, n in count.items() if name.startswith(("stances", "targets"))))
    if given.misses:
        print("\n".join(misses))


if __name__ == "__main__":
    main()
