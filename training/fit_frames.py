#!/usr/bin/env python3
"""Count cue frames and fit the weights of their circumstances.

usage: fit_frames.py GOLD.jsonl OUT_DIR [PARSED.spacy]

GOLD.jsonl has one article a line, {"text", "attributions": [{"source", "cue", "content"}]} with character offsets.
Lemmas that are mostly written with a capital are left out: the lists name no one.
Writes OUT_DIR/frames.csv and OUT_DIR/cue_weights.csv: counts and weights, no words of the articles but the lemmas.
PARSED.spacy is a DocBin of the same articles, to save parsing them again.
"""

import csv
import json
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
from spacy.tokens import DocBin

from onrecord import language
from onrecord.claims.circumstances import describe_content, describe_cue, telling_words
from onrecord.claims.cues import propose
from onrecord.claims.frames import count, shift
from onrecord.claims.links import by_paragraph, candidates, describe_link, place_quotations, windows
from onrecord.language.quotations import find_quotations
from onrecord.language.trees import Tree

WORD = re.compile(r"\w+")
LEAST_SEEN, LEAST_CONTEXT, LEAST_WORD = 2, 40, 1.0
RIDGE = 3.0


def words(text, spans):
    return {m.start() for a, b in spans for m in WORD.finditer(text, a, b)}


def examples(text, doc, attributions):
    """(lemma, pos, shape, label, circumstances) for each proposal outside quotations and outside others' contents."""
    tree = Tree(doc)
    contents = [words(text, a["content"]) for a in attributions]
    quoted = words(text, [p for q in find_quotations(text) if q.depth == 0 and q.end - q.start > 25 for p in q.parts])
    inside = set().union(*contents) if contents else set()
    by_cue = defaultdict(list)
    for a, content in zip(attributions, contents, strict=True):
        for at in words(text, [a["cue"]]) if a["cue"] else ():
            by_cue[at].append(content)
    for i in range(tree.n):
        if tree.idx[i] in quoted:
            continue
        around = None
        for p in propose(tree, i):
            at = tree.idx[i]
            got = words(text, [tree.chars(s) for s in p.content])
            dice = max((2 * len(got & g) / (len(got) + len(g)) for g in by_cue.get(at, ()) if got or g), default=0.0)
            label = dice if dice >= 0.5 else 0.0
            if not label and at in inside:
                continue
            around = around or describe_cue(tree, i)
            yield p.lemma, tree.pos[i], p.shape, label, around + describe_content(tree, p), telling_words(tree, p)


def link_examples(text, doc, attributions):
    """The same for (cue, quotation) pairs: label 1 when the cue's gold content holds half of the quotation."""
    tree = Tree(doc)
    quoted = place_quotations(tree, find_quotations(text))
    spoken = [q for q in quoted if q.utterance and q.quotation.depth == 0]
    by_cue = defaultdict(list)
    for a in attributions:
        for at in words(text, [a["cue"]]) if a["cue"] else ():
            by_cue[at].append(words(text, a["content"]))
    for paragraph, group in by_paragraph(tree, spoken, [p[0] for p in tree.paragraphs]):
        for k, q in enumerate(group):
            before, after = windows(tree, group, k, paragraph)
            said = words(text, q.quotation.parts)
            for i, shape in candidates(tree, before, after):
                label = float(any(2 * len(said & g) >= len(said) for g in by_cue.get(tree.idx[i], ())))
                yield tree.key(i), tree.pos[i], shape, label, describe_link(tree, q, i, shape, after), []


def fit(columns, numbers, y):
    """Ridge logistic regression of y on sparse 0/1 columns, some numbers and a constant, by Newton's method."""
    rows, cols, n = columns
    m = numbers.shape[1]
    full = np.zeros((len(y), n + m + 1), "float32")
    full[:, :m], full[:, m] = numbers, 1
    full[rows, cols + m + 1] = 1
    ridge = np.full(n + m + 1, RIDGE)
    ridge[: m + 1] = 1e-3
    w = np.zeros(n + m + 1)
    w[0] = 1.0
    for _ in range(15):
        p = 1 / (1 + np.exp(-(full @ w)))
        hessian = (full * (p * (1 - p))[:, None].astype("float32")).T @ full + np.diag(ridge)
        step = np.linalg.solve(hessian.astype("float64"), full.T @ (p - y) + ridge * w)
        w -= step
        if np.abs(step).max() < 1e-4:
            break
    return w, 1 / (1 + np.exp(-(full @ w)))


def learn(data, kind, constant):
    """Counts, telling words and weights of the examples; an example never counts for its own rates."""
    seen, claims = Counter(), Counter()
    for e in data:
        seen[e[:3]] += 1
        claims[e[:3]] += e[3]
    frames = count((*key, n, claims[key]) for key, n in seen.items())
    y = np.array([e[3] for e in data])
    rates = np.array([[frames.rate(*e[:3], 1.0, e[3])] for e in data])
    context = Counter(c for e in data for c in set(e[4]))
    names = sorted(c for c, n in context.items() if n >= LEAST_CONTEXT)
    index = {c: k for k, c in enumerate(names)}
    rows, cols = np.array([(r, index[c]) for r, e in enumerate(data) for c in set(e[4]) if c in index]).T
    w, p = fit((rows, cols, len(names)), rates, y)
    words, roles = weigh_words(data, p), sorted({x[0] for e in data for x in e[5]})
    shifts = np.zeros((len(data), len(roles)))
    for r, e in enumerate(data):
        for word in e[5]:
            expected, got = words[word]
            shifts[r, roles.index(word[0])] = shift(expected - p[r], got - e[3])
    w, p = fit((rows, cols, len(names)), np.hstack([rates, shifts]), y)
    for t in (0.3, 0.4, 0.5, 0.6):
        took = p >= t
        print(f"{kind} {t}: precision {y[took].mean():.3f}, recall {y[took].sum() / y.sum():.3f}, taken {took.sum()}")
    print(f"{len(data)} proposals, {y.sum():.0f} claims, {len(names)} circumstances")
    return seen, claims, words, list(zip([kind, *roles, constant, *names], w, strict=True))


def weigh_words(data, p):
    """(role, lemma) → (claims expected from the rest, claims seen)."""
    words = defaultdict(lambda: [0.0, 0.0])
    for e, expected in zip(data, p, strict=True):
        for word in e[5]:
            words[word][0] += expected
            words[word][1] += e[3]
    return words


def read(gold_path, parsed):
    gold = [json.loads(line) for line in Path(gold_path).read_text(encoding="utf8").splitlines()]
    if parsed:
        docs = DocBin().from_disk(parsed).get_docs(language.load().vocab)
    else:
        docs = language.parse_all([(g["text"], [m.span() for m in re.finditer(r"[^\n]+", g["text"])]) for g in gold])
    return zip(gold, docs, strict=True)


def main(gold_path, out_dir, parsed=None):
    frames, links = [], []
    small = Counter()  # lemma: sightings without a capital less those with one
    for g, doc in read(gold_path, parsed):
        for token in doc:
            small[token.lemma_] += 1 if token.text[0].islower() else -1
        frames += examples(g["text"], doc, g["attributions"])
        links += link_examples(g["text"], doc, g["attributions"])
    seen, claims, words, weights = learn(frames, "frame", "always")
    seen_too, claims_too, _, weights_too = learn(links, "quote", "quote:always")
    seen, claims = seen + seen_too, claims + claims_too
    with (Path(out_dir) / "cue_weights.csv").open("w", encoding="utf8", newline="") as f:
        writer = csv.writer(f, lineterminator="\n")
        writer.writerow(["circumstance", "weight"])
        writer.writerows((name, f"{weight:.3f}") for name, weight in weights + weights_too)
    with (Path(out_dir) / "telling_words.csv").open("w", encoding="utf8", newline="") as f:
        writer = csv.writer(f, lineterminator="\n")
        writer.writerow(["role", "lemma", "expected", "claims"])
        for (role, lemma), (expected, got) in sorted(words.items()):
            if max(expected, got) >= LEAST_WORD and re.fullmatch("[a-z]+", lemma) and small[lemma] > 0:
                writer.writerow([role, lemma, f"{expected:.1f}", f"{got:.1f}"])
    with (Path(out_dir) / "frames.csv").open("w", encoding="utf8", newline="") as f:
        writer = csv.writer(f, lineterminator="\n")
        writer.writerow(["lemma", "pos", "shape", "seen", "claims"])
        for (lemma, pos, shape), n in sorted(seen.items()):
            if n >= LEAST_SEEN and re.fullmatch(r"[a-z'’ -]+", lemma) and small[lemma.split()[0]] > 0:
                writer.writerow([lemma, pos, shape, n, f"{claims[lemma, pos, shape]:.1f}"])


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
