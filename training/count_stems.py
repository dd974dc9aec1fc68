#!/usr/bin/env python3
"""Count in how many articles each stem stands: how rare a word is, for grouping articles by event.

usage: count_stems.py ARTICLES.jsonl src/onrecord/lexicon/stem_counts.csv

A line of ARTICLES is an article, {"text": …}. Only stems, and counts of them, are written; the first line's count, of
the empty stem, is that of all articles.
"""

import csv
import json
import sys
from collections import Counter
from pathlib import Path

from onrecord.intake.events import BEGINNING
from onrecord.language.words import content_words

FEWEST = 4  # articles


def main() -> None:
    source, target = map(Path, sys.argv[1:])
    counts: Counter[str] = Counter()
    articles = 0
    with source.open(encoding="utf8") as lines:
        for line in lines:
            counts.update(content_words(json.loads(line)["text"][:BEGINNING]).keys())
            articles += 1
    rows = sorted((stem, n) for stem, n in counts.items() if n >= FEWEST and not stem.isdigit())
    with target.open("w", encoding="utf8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("stem", "articles"), ("", articles), *rows])


if __name__ == "__main__":
    main()
