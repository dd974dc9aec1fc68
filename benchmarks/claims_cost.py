#!/usr/bin/env python3
"""What the claim rules cost beside the parse, in one run and one process.

usage: claims_cost.py TEXTS.jsonl [N]        one {"text"} a line, the first N of them (default 60)

Prints seconds of spaCy's parse, of the quotation marks and of the claims, and their share (goal: at most 8 %).
The texts are read three times in turn, so that a busy machine slows all alike; the least of each counts.
"""

import json
import sys
import time
from pathlib import Path

from onrecord import language
from onrecord.articles import find_blocks
from onrecord.claims import find_claims
from onrecord.quotations import find_quotations

ROUNDS = 3


def timed(work, items):
    """(CPU seconds, results) of ``work`` on each item."""
    start = time.process_time()
    out = [work(*item) for item in items]
    return time.process_time() - start, out


def main(path, count=60):
    lines = Path(path).read_text(encoding="utf8").splitlines()[: int(count)]
    items = [(text, find_blocks(text)) for text in (json.loads(line)["text"] for line in lines)]
    language.load()
    find_claims(language.parse("Warm up, she said."), [])
    rounds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        docs = list(language.parse_all(items))
        parse = time.process_time() - start
        marks, quotations = timed(find_quotations, items)
        rules, _ = timed(find_claims, list(zip(docs, quotations, strict=True)))
        rounds.append((parse, marks, rules))
    parse, marks, rules = (min(r[k] for r in rounds) for k in range(3))
    tokens = sum(len(doc) for doc in docs)
    print(f"{len(items)} articles, {tokens} tokens: parse {parse:.2f} s, marks {marks:.3f} s, claims {rules:.3f} s")
    print(f"marks and claims take {100 * (marks + rules) / parse:.1f} % of the parse")


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
