"""How often each way of deciding a claim's speaker was right, on stories whose claims people have labelled.

usage: python training/count_speakers.py STORIES LABELS.jsonl [--write]

STORIES holds a folder a story: its articles and ``about.json``, which lists them as {"file", "published"}. A line of
LABELS is a claim: {"story", "article", "cue": first character or null, "start", "end", "labels": [[who, ok], …]}, a
label a reader: the fullest name of who says it ("unnamed: aides", several joined by " | "), and yes, cut or no-claim.
Claims that a reader calls none, or on which the readers differ, are left out. ``--write`` puts the counts into
``lexicon/speaker_weights.csv``; a source in the text's own words counts as right there.
"""

import argparse
import csv
import json
import re
import unicodedata
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path
from typing import Any

import onrecord
from onrecord import language
from onrecord.extraction.reading import read_doc
from onrecord.intake import find_blocks
from onrecord.lexicon import read_rows

WEIGHTS = Path(onrecord.__file__).parent / "lexicon" / "speaker_weights.csv"
TITLES = ("mr", "mrs", "ms", "sen", "rep", "senator", "president", "former", "official", "officials")
EMPTY = frozenset(("the", "a", "an", "of", "and", "unnamed", "document", *TITLES))
ALIKE = 0.6  # of the shorter name's words, beside which two spellings name one


def words_of(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = re.sub(r"^(unnamed|document):|['’]s\b", "", "".join(c for c in plain if not unicodedata.combining(c)))
    found = re.findall(r"[a-z0-9]+", plain)
    return [word for word in found if word not in EMPTY] or found


def is_same(a: str, b: str) -> bool:
    """Whether two spellings name one: the same last word and no other first one, or most words in common."""
    one, other = words_of(a), words_of(b)
    if not one or not other:
        return False
    if one[-1] == other[-1] and (1 in (len(one), len(other)) or one[0] == other[0]):
        return True
    return len(set(one) & set(other)) >= ALIKE * min(len(set(one)), len(set(other)))


def extract_story(folder: Path) -> tuple[Any, dict[str, str], dict[str, date]]:
    """A story's tables, its texts and the days they were published, by article."""
    about = json.loads((folder / "about.json").read_text(encoding="utf8"))
    entries = about if isinstance(about, list) else about["articles"]
    texts = {Path(e["file"]).stem: (folder / e["file"]).read_text(encoding="utf8") for e in entries}
    days = {Path(e["file"]).stem: date.fromisoformat(e["published"][:10]) for e in entries if e.get("published")}
    return onrecord.extract(texts, published=days, story=True), texts, days


def read_story(folder: Path) -> list[dict]:
    """The claims of a story as found, each with its names, the basis of its speaker and where it stands."""
    tables, texts, days = extract_story(folder)
    names = tables.aliases.groupby("actor_id")["alias"].apply(list).to_dict()
    cues = tables.spans[tables.spans["role"] == "cue"].groupby("claim_id")["start"].min().to_dict()
    kinds = dict(zip(tables.actors["actor_id"], tables.actors["kind"], strict=True))
    found = []
    for article, text in texts.items():
        blocks = find_blocks(text)
        bases = read_doc(article, language.parse(text, blocks), blocks, days.get(article)).resolution.bases
        rows = tables.claims[tables.claims["article_id"] == article].to_dict("records")
        for row, basis in zip(rows, bases, strict=True):
            speakers = tables.speakers.loc[tables.speakers["claim_id"] == row["claim_id"], "actor_id"].tolist()
            called = [name for speaker in speakers for name in names.get(speaker, [])]
            unnamed = all(kinds[speaker] in ("unnamed", "group") for speaker in speakers)
            own = unnamed and any(name.casefold() in (row["source"] or "").casefold() for name in called)
            found.append(row | {"basis": basis, "names": called, "own": own, "cue_at": cues.get(row["claim_id"])})
    return found


def judge(label: dict, found: list[dict]) -> tuple[str, str | None]:
    """What became of a labelled claim, and the basis of its speaker."""
    whose = [[who.strip() for who in said.split("|")] for said, _ in label["labels"]]
    if any(ok == "no-claim" for _, ok in label["labels"]):
        return "no claim", None
    if not all(is_same(whose[0][0], others[0]) for others in whose):
        return "readers differ", None
    here = [row for row in found if row["article_id"] == label["article"] and _stands_at(row, label)]
    if not here:
        return "not found", None
    row = here[0]
    if not row["names"]:
        return "left", None
    if any(is_same(who, name) for those in whose for who in those for name in row["names"]):
        return "right", row["basis"]
    named = not whose[0][0].startswith("unnamed")  # of two unnamed sources one is wrong
    return "own words" if row["own"] and named else "wrong", row["basis"]


def _stands_at(row: dict, label: dict) -> bool:
    same_cue = label["cue"] is not None and row["cue_at"] == label["cue"]
    return same_cue or (row["start"], row["end"]) == (label["start"], label["end"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", type=Path)
    parser.add_argument("labels", type=Path)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    by_story = defaultdict(list)
    for line in given.labels.read_text(encoding="utf8").splitlines():
        by_story[json.loads(line)["story"]].append(json.loads(line))
    verdicts, by_basis = Counter(), defaultdict(Counter)
    for story, labels in by_story.items():
        found = read_story(given.stories / story)
        for label in labels:
            verdict, basis = judge(label, found)
            verdicts[verdict] += 1
            if basis:
                by_basis[basis][verdict] += 1
    total = sum(verdicts[v] for v in ("right", "wrong", "left", "own words"))
    print(dict(verdicts), {v: f"{verdicts[v] / total:.1%}" for v in ("right", "wrong", "left", "own words")}, total)
    rows = []
    for basis in (row["basis"] for row in read_rows("speaker_weights")):
        count = by_basis[basis]
        rows.append([basis, count["right"] + count["own words"], count.total()])
        print(*rows[-1], sep=",")
    if given.write:
        with WEIGHTS.open("w", encoding="utf8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([["basis", "right", "of"], *rows])


if __name__ == "__main__":
    main()
