"""What extraction costs, part by part, and comparing all texts as one story, beside spaCy's own parse in one run.

usage: python benchmarks/speed.py [FILE.txt …] [--rounds N]

Without files the stories' articles are read. Prints spaCy's words a second and each part's time as a percentage of
spaCy's, the best of N rounds (3), on one thread.
"""

import argparse
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import spacy

import onrecord
from onrecord import language
from onrecord.actors.actor import find_mentions, resolve_actors, resolve_speakers
from onrecord.claims import tagger
from onrecord.claims.claim import find_claims
from onrecord.figures.figure import find_figures
from onrecord.intake import find_blocks, read_body
from onrecord.language.quotations import find_quotations
from onrecord.tables import Tables

RAW = Path(__file__).parents[1] / "data" / "raw"


def timed(spent: dict[str, float], part: str, work: Callable):
    started = time.perf_counter()
    result = work()
    spent[part] += time.perf_counter() - started
    return result


def run_round(texts: list[str], tables: Tables) -> dict[str, float]:
    """Seconds by part over all texts; ``tables``: of all texts as one story, to be compared."""
    spent: dict[str, float] = defaultdict(float)
    blocks = [timed(spent, "blocks", lambda text=text: find_blocks(text)) for text in texts]
    nlp = spacy.load(language.PIPELINE)
    paragraphs = [text[s:e] for text, spans in zip(texts, blocks, strict=True) for s, e in spans]
    timed(spent, "spaCy", lambda: list(nlp.pipe(paragraphs)))
    pairs = list(zip(texts, blocks, strict=True))
    docs = timed(spent, "parsing", lambda: list(language.parse_all(pairs)))
    for doc, spans in zip(docs, blocks, strict=True):
        quotations = timed(spent, "quotations", lambda doc=doc, spans=spans: find_quotations(doc.text, spans))
        tags = timed(spent, "tagger", lambda doc=doc, spans=spans: tagger.read(doc.text, spans))
        timed(spent, "tagger", lambda tags=tags: tags.attributions)  # the path through its tags, found when first asked
        claims = timed(spent, "claims", lambda doc=doc, q=quotations, t=tags: find_claims(doc, q, t))
        mentions = timed(spent, "actors", lambda doc=doc: find_mentions(doc))
        found = timed(spent, "actors", lambda doc=doc, m=mentions, q=quotations, c=claims: resolve_actors(doc, m, q, c))
        timed(spent, "actors", lambda c=claims, f=found: resolve_speakers(c, f))
        timed(spent, "figures", lambda doc=doc: find_figures(doc))
    timed(spent, "everything", lambda: onrecord.extract({str(n): text for n, text in enumerate(texts)}))
    timed(spent, "comparing", lambda: onrecord.compare(tables))
    return spent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    files = given.files or sorted(RAW.glob("*/*.txt"))
    texts = [read_body(file, None) for file in files]
    words = sum(len(text.split()) for text in texts)
    tables = onrecord.extract({str(n): text for n, text in enumerate(texts)}, story=True)
    run_round(texts, tables)  # the first round loads models and word lists
    rounds = [run_round(texts, tables) for _ in range(given.rounds)]
    best = {part: min(r[part] for r in rounds) for part in rounds[0]}
    print(f"{len(texts)} texts, {words} words; spaCy {words / best['spaCy']:,.0f} words/s")
    for part, seconds in best.items():
        print(f"{part:12s} {100 * seconds / best['spaCy']:6.1f} %")


if __name__ == "__main__":
    main()
