"""Time what claims cost: spaCy's parse, the tagger and the rules over the same articles, in one run on one thread.

usage: time_claims.py [ARTICLES.jsonl] [--rounds N]

ARTICLES.jsonl has one {"text"} a line; without it, the stories in data/raw are read. Each step is timed article by
article in turn, so that whatever else the machine does strikes all alike; the fastest of N rounds counts.
"""

import argparse
import json
import os
import time
from pathlib import Path

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1")

from onrecord import articles, language, tagger
from onrecord.claims import find_claims
from onrecord.quotations import find_quotations

STEPS = ("spaCy", "tagger", "rules")


def read_texts(path: str | None) -> list[str]:
    """The texts of a file, or of the stories beside this folder."""
    if path:
        with open(path, encoding="utf-8") as lines:
            return [json.loads(line)["text"] for line in lines]
    raw = Path(__file__).parents[1] / "data" / "raw"
    return [file.read_text(encoding="utf-8") for file in sorted(raw.glob("*/*.txt"))]


def time_round(texts: list[str]) -> list[float]:
    """Seconds that each step took over all texts."""
    seconds = [0.0] * len(STEPS)
    for text in texts:
        blocks = articles.find_blocks(text)
        marks = [time.perf_counter()]
        doc = language.parse(text, blocks)
        marks.append(time.perf_counter())
        tags = tagger.read(text, blocks)
        assert tags.attributions is not None  # worked out when first asked for
        marks.append(time.perf_counter())
        find_claims(doc, find_quotations(text, blocks), tags)
        marks.append(time.perf_counter())
        seconds = [s + b - a for s, a, b in zip(seconds, marks, marks[1:], strict=False)]
    return seconds


def main() -> None:
    """Print words a second and the cost beside spaCy's."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="?")
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    texts = read_texts(args.articles)
    words = sum(len(text.split()) for text in texts)
    time_round(texts[:1])  # loads the models
    best = [min(column) for column in zip(*(time_round(texts) for _ in range(args.rounds)), strict=True)]
    for name, seconds in zip(STEPS, best, strict=True):
        print(f"{name:7} {seconds:7.2f} s {words / seconds:8,.0f} words/s {100 * seconds / best[0]:6.1f} % of spaCy")


if __name__ == "__main__":
    main()
