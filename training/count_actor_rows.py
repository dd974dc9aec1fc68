"""How many rows of a story's table of actors are without fault, by readers' verdicts.

usage: python training/count_actor_rows.py STORIES ROWS.jsonl            write the rows to be judged, shuffled
       python training/count_actor_rows.py STORIES VERDICTS.jsonl --count

STORIES holds a folder a story with about.json (file, outlet, published) and the texts. A line of ROWS is a row of
``actors`` with its namings in context. A reader adds ``actor`` (is it a party at all), ``right`` (of name, kind, role
and namings: what is right, as a list) and ``who`` (the party's true name, the same for all its rows; "unnamed: …" for
one that nobody names), and may judge the rows of several versions in one file: a row is found again by its namings.
Printed: how many rows there are and how many have no verdict; of the others the share without fault, and with each.
"""

import argparse
import json
import random
from collections import Counter
from pathlib import Path

from count_speakers import extract_story

PARTS = ("name", "kind", "role", "namings")
CONTEXT = 60  # code points on either side of a naming


def read_rows(folder: Path) -> list[dict]:
    """The rows of ``actors`` of one story, each with its namings (article, words, first code point) and a key."""
    tables, texts, _ = extract_story(folder)
    namings = tables.mentions[tables.mentions["form"] != "pronoun"]
    rows = []
    for actor in tables.actors.itertuples():
        own = namings[namings["actor_id"] == actor.actor_id]
        places = sorted(zip(own["article_id"], own["start"].astype(int), own["text"], strict=True))
        shown = [f"{a}: {texts[a][max(0, s - CONTEXT) : s + len(w) + CONTEXT]!r}" for a, s, w in places]
        role = actor.role if isinstance(actor.role, str) else None
        row = {"story": folder.name, "name": actor.name, "kind": actor.kind, "role": role}
        rows.append({**row, "key": json.dumps([*row.values(), places], ensure_ascii=False), "namings": shown})
    return rows


def count(rows: list[dict], verdicts: dict[str, dict]) -> Counter:
    """Faults of the rows by their verdicts; a party with two rows of one story is split."""
    judged = [{**verdicts[row["key"]], "story": row["story"]} for row in rows if row["key"] in verdicts]
    named = Counter((v["story"], v["who"]) for v in judged if v["actor"] and not v["who"].startswith("unnamed"))
    out = Counter(rows=len(rows), unjudged=len(rows) - len(judged))
    for verdict in judged:
        wrong = [part for part in PARTS if part not in verdict["right"]] if verdict["actor"] else []
        faults = [] if verdict["actor"] else ["no actor"]
        faults += ["split"] if verdict["actor"] and named[verdict["story"], verdict["who"]] > 1 else []
        faults += ["name, kind or role wrong"] if {*wrong} - {"namings"} else []
        faults += ["a naming wrong"] if "namings" in wrong else []
        out.update(faults or ["faultless"])
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", type=Path)
    parser.add_argument("file", type=Path)
    parser.add_argument("--count", action="store_true")
    args = parser.parse_args()
    rows = [row for about in sorted(args.stories.glob("*/about.json")) for row in read_rows(about.parent)]
    if not args.count:
        random.Random(0).shuffle(rows)
        args.file.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf8")
        return
    lines = [json.loads(line) for line in args.file.read_text(encoding="utf8").splitlines()]
    counted = count(rows, {line["key"]: line for line in lines})
    judged = counted["rows"] - counted["unjudged"]
    print({fault: n if fault in ("rows", "unjudged") else f"{n / judged:.1%}" for fault, n in counted.items()})


if __name__ == "__main__":
    main()
