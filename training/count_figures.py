"""How many figures of labelled paragraphs were found, and how many are right in each column.

usage: python training/count_figures.py STORIES LABELS.jsonl

STORIES holds a folder a story: its articles and ``about.json``, which lists them as {"file", "published"}. A line of
LABELS is a paragraph: {"story", "article", "start", "end", "labels": [[figure, …], …]}, a list of figures a reader:
{"start", "end", "value" or "low" and "high", "bound", "unit", "units" (others that would do), "measure", "about",
"period", "speaker" ("outlet", or a name), "optional"}. A figure counts where all readers have it and none calls it
optional. A column is right where it agrees with a reader: measure, about, period and speaker by a content word in
common (measure strictly: half of the words, by F1), unit by its words. A row is right when no column that it gives is
wrong.
"""

import argparse
import json
from collections import Counter, defaultdict
from math import isclose
from pathlib import Path
from typing import Any

import pandas as pd
from count_speakers import extract_story

from onrecord.language.words import content_words, stems

COLUMNS = ("measure", "about", "period", "speaker")
Row = dict[str, Any]


def number(row: Row) -> tuple[float | None, ...]:
    return (row["value"],) if row.get("value") is not None else (row.get("low"), row.get("high"))


def same_number(a: Row, b: Row) -> bool:
    x, y = number(a), number(b)
    known = len(x) == len(y) and None not in (*x, *y)
    return known and all(isclose(p or 0, q or 0, rel_tol=1e-4) for p, q in zip(x, y, strict=True))


def overlap(a: Row, b: Row) -> bool:
    return a["start"] < b["end"] and b["start"] < a["end"]


def join_labels(labels: list[list[Row]]) -> list[list[Row]]:
    """The readers' labels of one figure together; what one of them lacks or calls optional comes with fewer rows."""
    joined: list[list[Row]] = []
    for n, reader in enumerate(labels):
        for row in reader:
            at = next((g for g in joined if len(g) <= n and overlap(g[0], row)), None)
            if at is None:
                joined.append([row])
            else:
                at.append(row)
    return joined


def read_figures(article: str, start: int, end: int, tables: Any) -> list[Row]:
    names = dict(zip(tables.actors["actor_id"], tables.actors["name"], strict=True))
    rows = tables.figures
    rows = rows[(rows["article_id"] == article) & (rows["start"] >= start) & (rows["end"] <= end)]
    found = [{k: None if pd.isna(v) else v for k, v in row._asdict().items()} for row in rows.itertuples(index=False)]
    return [row | {"period": row["period_text"], "speaker": names.get(row["actor_id"])} for row in found]


def share(a: str | None, b: str | None) -> bool:
    return bool(content_words(a or "").keys() & content_words(b or "").keys())


def half_alike(a: str | None, b: str | None) -> bool:
    x, y = content_words(a or "").keys(), content_words(b or "").keys()
    return bool(x and y) and 4 * len(x & y) >= len(x) + len(y)


def unit_right(row: Row, label: Row) -> bool:
    have = stems(row["unit"] or "")
    wanted = [stems(unit or "") for unit in (label["unit"], *label.get("units", ()))]
    return any(have == w or (have and w and (have <= w or w <= have)) for w in wanted)


def judge(row: Row, labels: list[Row], count: Counter[str]) -> None:
    """Count one found figure against the readers' labels of it."""
    wrong = not any(unit_right(row, label) for label in labels)
    count["unit"] += not wrong
    right = any(row["bound"] == label["bound"] for label in labels)
    count["bound"] += right
    wrong |= not right
    for column in COLUMNS:
        wanted = [label.get(column) for label in labels]
        given = row[column]
        if column == "speaker":
            ok = any(share(given, w) for w in wanted) or (given is None and "outlet" in wanted)
            count["speaker"] += ok
            wrong |= given is not None and not ok
            continue
        ok = given is not None and any(share(given, w) for w in wanted)
        count[f"{column}, given"] += given is not None
        count[f"{column}, wanted"] += all(wanted) if column != "measure" else any(wanted)
        count[f"{column}, right"] += ok
        wrong |= given is not None and not ok
    count["measure, half"] += any(half_alike(row["measure"], label.get("measure")) for label in labels)
    count["rows right"] += not wrong


def count_paragraph(found: list[Row], line: Row, count: Counter[str]) -> None:
    groups = join_labels(line["labels"])
    readers = len(line["labels"])
    firm = [g for g in groups if len(g) == readers and not any(label.get("optional") for label in g)]
    used: list[list[Row]] = []
    for row in found:
        group = next(
            (g for g in groups if g not in used and overlap(row, g[0]) and any(same_number(row, x) for x in g)), None
        )
        if group is None:
            count["found"] += not any(g not in firm and overlap(row, g[0]) for g in groups)
            continue
        used.append(group)
        count["found"] += group in firm
        count["value"] += group in firm
        count["judged"] += 1
        judge(row, [label for label in group if same_number(row, label)], count)
    count["wanted"] += len(firm)


def ratio(a: int, b: int) -> str:
    return f"{100 * a / b:.1f}" if b else "–"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", type=Path)
    parser.add_argument("labels", type=Path)
    given = parser.parse_args()
    by_story = defaultdict(list)
    for line in map(json.loads, given.labels.read_text(encoding="utf8").splitlines()):
        by_story[line["story"]].append(line)
    count: Counter[str] = Counter()
    for story, lines in by_story.items():
        tables, _, _ = extract_story(given.stories / story)
        for line in lines:
            found = read_figures(line["article"], line["start"], line["end"], tables)
            count_paragraph(found, line, count)
    n = count["judged"]
    print(f"value: precision {ratio(count['value'], count['found'])}, recall {ratio(count['value'], count['wanted'])}")
    print(
        f"of {n} found: " + ", ".join(f"{c} {ratio(count[c], n)}" for c in ("unit", "bound", "speaker", "rows right"))
    )
    for column in COLUMNS[:3]:
        right, asked, wanted = (count[f"{column}, {x}"] for x in ("right", "given", "wanted"))
        of = f"({right} of {asked} given, {wanted} wanted)"
        print(f"{column}: precision {ratio(right, asked)}, recall {ratio(right, wanted)} {of}")
    print(f"measure, half of the words: precision {ratio(count['measure, half'], count['measure, given'])}, "
          f"recall {ratio(count['measure, half'], count['measure, wanted'])}")  # fmt: skip


if __name__ == "__main__":
    main()
