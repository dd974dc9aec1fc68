"""Fit the weights with which rules and tagger together decide on claims.

usage: fit_proposals.py GOLD.jsonl OUT.csv

GOLD: articles as for train_tagger.py, but others than the tagger and the counts were fitted on: both are surer of what
they have seen. OUT becomes src/onrecord/lexicon/proposal_weights.csv. Printed: how often each answer is right on
articles left out (five folds).
"""

import csv
import json
import sys
from collections import Counter, defaultdict

import numpy as np

from onrecord import language
from onrecord.claims import rules_and_tagger, tagger, weights
from onrecord.claims.claim import draft_claims
from onrecord.intake import find_blocks
from onrecord.language.quotations import find_quotations
from onrecord.language.trees import Tree

FOLDS = 5
ENOUGH = 100  # cases of a question from which on its weights are drawn no further towards nought
SAME = 0.5  # Dice from which a content is the gold's
TELLING = 0.02  # two readings nearer to each other than this teach nothing

Case = tuple[str, dict, bool, float]  # question, numbers, answer, how much it matters


def words_in(tree: Tree, spans) -> set[int]:
    """The words (no punctuation) of character spans, as tokens."""
    found = {i for a, b in spans for i in range(tree.token_at(a), tree.token_at(b - 1) + 1)}
    return {i for i in found if tree.text[tree.idx[i]].isalnum()}


def dice(one: set[int], two: set[int]) -> float:
    """2 × shared / all; two empty sets are the same."""
    return 2 * len(one & two) / (len(one) + len(two)) if one or two else 1.0


def read_cases(article: dict) -> list[Case]:
    """Every question that an article's pairs ask, with the gold's answer."""
    text = article["text"]
    blocks = find_blocks(text)
    tags = tagger.read(text, blocks)
    tree, marks, drafts = draft_claims(language.parse(text, blocks), find_quotations(text, blocks))
    gold = [
        (words_in(tree, a["content"]), words_in(tree, [a["source"]] if a["source"] else []))
        for a in article["attributions"]
    ]

    def nearest(draft) -> tuple[float, set[int]]:
        words = words_in(tree, draft.content.parts) if draft else set()
        return (
            max(((dice(words, c), s) for c, s in gold), key=lambda x: x[0], default=(0.0, set()))
            if words
            else (0.0, set())
        )

    out = []
    for pair in rules_and_tagger.pair_up(tree, marks, drafts, tags):
        if pair.rules is not None and pair.rules.within is not None:
            continue  # the gold is flat
        (rules, source), (tagged, other) = nearest(pair.rules), nearest(pair.tagged)
        right = max(rules, tagged) >= SAME
        out.append(("claim " + pair.kind, weights.describe_claim(tree, pair, tags), right, 1.0))
        if not right or pair.tagged is None:
            continue
        if pair.rules and not pair.rules.quotes and abs(rules - tagged) > TELLING:
            decides = (rules >= SAME) != (tagged >= SAME)
            numbers = weights.describe_contents(tree, pair, tags)
            out.append(("content", numbers, rules > tagged, abs(rules - tagged) + decides))
        out += source_cases(tree, marks, pair, tags, other if tagged >= rules else source)
    return out


def source_cases(tree, marks, pair, tags, gold: set[int]) -> list[Case]:
    """Whose source is nearer to the gold's, where they differ."""
    ours = rules_and_tagger.rules_source(tree, marks, pair)
    near = [dice(words_in(tree, [tree.chars(s)] if s else []), gold) for s in (ours, pair.tagged.source)]
    if abs(near[0] - near[1]) < 0.3:
        return []
    return [("source", weights.describe_sources(tree, pair, tags, ours), near[0] > near[1], 1.0)]


def fit(cases: list[Case]) -> dict[tuple[str, str], float]:
    """Logistic weights for each question, drawn towards nought."""
    out = {}
    for question in sorted({case[0] for case in cases}):
        chosen = [case for case in cases if case[0] == question]
        names = sorted({name for case in chosen for name in case[1]})
        x = np.array([[case[1].get(name, 0.0) for name in names] for case in chosen])
        y, matters = np.array([case[2] for case in chosen], float), np.array([case[3] for case in chosen])
        w, ridge = np.zeros(len(names)), max(1.0, ENOUGH / len(chosen))
        for _ in range(40):
            p = 1 / (1 + np.exp(-x @ w))
            slope = (x * (matters * p * (1 - p))[:, None]).T @ x + ridge * np.eye(len(w))
            w -= np.linalg.solve(slope, x.T @ (matters * (p - y)) + ridge * w)
        out |= {(question, name): float(value) for name, value in zip(names, w, strict=True)}
    return out


def answer(weights: dict, case: Case) -> bool:
    """What the weights say."""
    return sum(weights.get((case[0], name), 0.0) * value for name, value in case[1].items()) >= 0


def main() -> None:
    """Read, check on articles left out, fit on all, write."""
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as lines:
        read = [read_cases(json.loads(line)) for line in lines]
    seen, right = Counter(), defaultdict(int)
    for fold in range(FOLDS):
        weights = fit([case for n, cases in enumerate(read) if n % FOLDS != fold for case in cases])
        for case in (case for cases in read[fold::FOLDS] for case in cases):
            seen[case[0], case[2]] += 1
            right[case[0]] += answer(weights, case) == case[2]
    for question in sorted(right):
        yes, no = seen[question, True], seen[question, False]
        print(f"{question}: {yes} yes, {no} no, {right[question] / (yes + no):.3f} right")
    with open(sys.argv[2], "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["question", "circumstance", "weight"])
        rows = fit([case for cases in read for case in cases]).items()
        writer.writerows((question, name, f"{weight:.3f}") for (question, name), weight in rows)


if __name__ == "__main__":
    main()
