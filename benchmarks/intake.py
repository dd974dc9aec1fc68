"""How well saved pages are read, and how well articles are grouped by event.

usage: python benchmarks/intake.py pages [DIR] [--faults] [--trafilatura]
       python benchmarks/intake.py events DIR [--undated]

pages: DIR (tests/intake/pages) holds NAME.html with NAME.json beside it: headline, published, outlet, body. Prints F1,
precision and recall of the body's runs of four words, the mean over pages, and how many headlines, days and outlets are
right (letters and digits compared, "The" apart; gold may list several names, and lack a body). With --trafilatura what
that library finds alone is judged.
events: DIR holds a folder an event, each with about.json: file, outlet, published, headline. Prints pairwise F1.
"""

import argparse
import json
import re
from collections import Counter
from datetime import date
from itertools import combinations
from pathlib import Path

from trafilatura import bare_extraction

from onrecord.errors import DataError
from onrecord.intake import Item, Told, group_events, read_row
from onrecord.intake.inputs import LeftOut

PAGES = Path(__file__).parents[1] / "tests" / "intake" / "pages"
RUN = 4  # words
GOOD = 0.95  # F1 of a body, below which it is a fault


def runs(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return Counter(tuple(words[i : i + RUN]) for i in range(max(1, len(words) - RUN + 1)))


def squash(value: object) -> str:
    return re.sub(r"\W+", "", str(value or "").casefold().removeprefix("the "))


def read_found(path: Path, alone: bool) -> dict[str, object]:
    """Body, headline, day and outlet of a page: ours, or trafilatura's alone; nothing where it is left out."""
    if alone:
        found = bare_extraction(
            path.read_bytes(),
            include_comments=False,
            with_metadata=True,
            date_extraction_params={"original_date": True},
        )
        return {"body": found.text, "headline": found.title, "published": found.date, "outlet": found.sitename}
    row = read_row(Item(path.name, path.stem, ".html", path.read_bytes()))
    names = ("body", "headline", "published", "outlet")
    return {} if isinstance(row, LeftOut) else {name: getattr(row, name) for name in names}


def judge_pages(folder: Path, faults: bool, alone: bool) -> None:
    scores, right, asked = [], Counter(), Counter()
    for path in sorted(folder.glob("*.html")):
        gold = json.loads(path.with_suffix(".json").read_text(encoding="utf8"))
        found = read_found(path, alone)
        if "body" in gold:
            scores.append(judge_body(str(found.get("body", "")), gold["body"]))
        wrong = []
        for name in ("headline", "published", "outlet"):
            if gold.get(name):
                asked[name] += 1
                names = gold[name] if isinstance(gold[name], list) else [gold[name]]
                right[name] += (good := squash(found.get(name)) in map(squash, names))
                wrong += [] if good else [f"{name}: {found.get(name)!r}, not {gold[name]!r}"]
        if "body" in gold and scores[-1][0] < GOOD:
            wrong.append(f"body: {scores[-1][0]:.3f}")
        if faults and wrong:
            print(f"{path.stem}: {'; '.join(wrong)}")
    means = [sum(column) / len(scores) for column in zip(*scores, strict=True)]
    body = "body F1 {:.3f} (precision {:.3f}, recall {:.3f}); ".format(*means) if means else ""
    print(f"{body}{', '.join(f'{name} {right[name]}/{asked[name]}' for name in asked)}")


def judge_body(found: str, gold: str) -> tuple[float, float, float]:
    """F1, precision and recall of a body's runs of words."""
    a, b = runs(found), runs(gold)
    both = (a & b).total()
    return 2 * both / (a.total() + b.total()), both / a.total(), both / b.total()


def judge_events(folder: Path, dated: bool) -> None:
    articles, event = [], {}
    for about in sorted(folder.glob("*/about.json")):
        for one in json.loads(about.read_text(encoding="utf8")):
            name = f"{about.parent.name}/{one['file']}"
            text = f"{one['headline']}\n{(about.parent / one['file']).read_text(encoding='utf8')}"
            day = date.fromisoformat(one["published"]) if dated else None
            articles.append(Told(name, one["outlet"] if dated else name, day, text))
            event[name] = about.parent.name
    if not articles:
        raise DataError(f"{folder}: holds no event.", "Name a folder of folders with about.json.")
    grouped = [[told.article_id for told in found.articles] for found in group_events(articles)]
    pairs = {frozenset(pair) for group in grouped for pair in combinations(group, 2)}
    gold = {frozenset(pair) for pair in combinations(event, 2) if event[pair[0]] == event[pair[1]]}
    both = len(pairs & gold)
    precision, recall = both / max(1, len(pairs)), both / len(gold)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"{len(articles)} articles, {len(set(event.values()))} events: pairwise F1 {f1:.3f} "
          f"(precision {precision:.3f}, recall {recall:.3f})")  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("pages", "events"))
    parser.add_argument("folder", nargs="?", type=Path, default=PAGES)
    parser.add_argument("--faults", action="store_true")
    parser.add_argument("--trafilatura", action="store_true")
    parser.add_argument("--undated", action="store_true")
    given = parser.parse_args()
    if given.what == "pages":
        judge_pages(given.folder, given.faults, given.trafilatura)
    else:
        judge_events(given.folder, not given.undated)


if __name__ == "__main__":
    main()
