"""The rows behind a page, embedded in it: enough to make every sentence of the page again, without the articles.

Of an article's body only the stretches go along that the page quotes; the rest is a gap of the right length, so that
all offsets hold.
"""

import hashlib
import importlib.metadata
import json
from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path
from typing import Any

import pandas as pd

from onrecord import tables
from onrecord.errors import DataError
from onrecord.processed import ProcessedStory
from onrecord.report.clippings import Clipping
from onrecord.report.corrections import find_published
from onrecord.report.evidence import find_sentence
from onrecord.report.material import Material
from onrecord.report.openings import list_openings
from onrecord.story import Story, StoryFile
from onrecord.tables import SCHEMAS, Comparisons, Tables

EXTRACTED = ("articles", "sentences", "claims", "speakers", "spans", "mentions", "actors", "figures", "decisions")
COMPARED = (
    "claim_pairs",
    "printings",
    "parallels",
    "reporting_verbs",
    "figure_pairs",
    "figure_checks",
    "left_out",
    "only_in",
    "named_in",
)
GAP = "\0"
BEGINS = 7  # code points with which a sentence begins
AROUND = 2  # code points kept beside what is quoted: its marks


def embed_rows(material: Material, shown: Iterable[Clipping] = ()) -> str:
    """The rows as JSON that is safe inside a page; the same tables give the same text.

    ``shown``: what the page prints beside its openings.
    """
    story = material.story
    found = {opening.article_id: opening.clipping for opening in list_openings(material)}
    openings = {a: (c.start, c.end) if (c := found.get(a)) else None for a in material.articles}
    printed: dict[str, list[tuple[int, int]]] = {a: [place] if place else [] for a, place in openings.items()}
    for clipping in shown:
        printed[clipping.article_id].append((clipping.start, clipping.end))
    held: dict[str, pd.DataFrame] = {name: getattr(story, name) for name in EXTRACTED}
    held["articles"] = story.articles.assign(body="")
    named = (story.mentions["form"] == "name") & story.mentions["kind"].isin(("person", "group", "unnamed"))
    held["mentions"] = story.mentions[named]
    held["decisions"] = find_published(story)
    held |= {name: getattr(story.compared, name) for name in COMPARED}
    content = {
        "onrecord": importlib.metadata.version("onrecord"),
        "story": story.story.name,
        "about": story.story.about.model_dump(mode="json"),
        "tables": {name: _plain(name, table) for name, table in held.items()},
        "openings": {article: list(place) if place else None for article, place in openings.items()},
        "definite": sorted(material.definite),
        "bodies": {article: _body(material, article, printed[article]) for article in material.articles},
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def digest_rows(text: str) -> str:
    """The hash by which a page names its rows."""
    return "sha256-" + hashlib.sha256(text.encode()).hexdigest()


def _plain(name: str, table: pd.DataFrame) -> dict[str, Any]:
    rows = table.astype(object).where(table.notna(), None).to_numpy().tolist()
    days = [[str(v.date()) if isinstance(v, pd.Timestamp) else v for v in row] for row in rows]
    return {"columns": list(SCHEMAS[name].columns), "rows": days}


def _body(material: Material, article_id: str, printed: list[tuple[int, int]]) -> dict[str, Any]:
    body = material.articles[article_id].body
    stretches = [[start, body[start:end]] for start, end in _quoted(material, article_id, printed)]
    digest = hashlib.sha256(body.encode()).hexdigest()
    return {"length": len(body), "sha256": digest, "stretches": stretches}


def _quoted(material: Material, article_id: str, printed: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The sentences that claims, figures, speeches and what is printed touch, joined where they meet."""
    story, body = material.story, material.articles[article_id].body
    spans: list[tuple[int, int]] = []
    for table in (
        story.claims,
        story.figures,
        story.compared.parallels,
        story.compared.printings,
    ):
        own = table[table["article_id"] == article_id]
        spans += list(zip(own["start"], own["end"], strict=True))
    for row in story.claims[story.claims["article_id"] == article_id].itertuples():
        spans.append(find_sentence(body, row))
    spans += printed
    whole = [material.hull(article_id, int(start), int(end)) for start, end in spans]
    # Every sentence's first letters: what a page shows around some words depends on whether it begins with a mark or a
    # pronoun.
    whole = sorted(whole + [(row.start, row.start) for row in material.sentences[article_id]])
    joined: list[tuple[int, int]] = []
    for start, end in whole:
        around = AROUND if end > start else 0
        start, end = max(0, start - around), min(len(body), max(end + around, start + BEGINS))
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def restore_material(text: str) -> Material:
    """What the page was made from, as far as the page holds it; raises ``DataError`` where the rows are not of the
    dictionary's form."""
    try:
        content = json.loads(text)
        held = {name: _table(name, content["tables"][name]) for name in (*EXTRACTED, *COMPARED)}
        story = Story(content["story"], Path(), StoryFile.model_validate(content["about"]))
        bodies = {article: _gapped(held_body) for article, held_body in content["bodies"].items()}
        tables.check_keys(held)
        openings = {a: tuple(place) if place else None for a, place in content["openings"].items()}
        definite = [str(actor) for actor in content["definite"]]
        held["articles"]["body"] = [bodies[article] for article in held["articles"]["article_id"]]
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DataError(
            f"The rows in the page cannot be read: {error}", "Ask for the page as it was published."
        ) from error
    empty = {f.name: tables.make_table(f.name, []) for kind in (Tables, Comparisons) for f in fields(kind)}
    extracted = {f.name: held.get(f.name, empty[f.name]) for f in fields(Tables)}
    compared = Comparisons(**{f.name: held.get(f.name, empty[f.name]) for f in fields(Comparisons)})
    restored = ProcessedStory(
        **extracted, story=story, exclusions=tables.make_table("exclusions", []), comparisons=compared
    )
    return Material(restored, openings, frozenset(definite))


def read_stretches(text: str) -> list[tuple[str, list[tuple[int, str]]]]:
    """The stretches of each article that the page quotes, with where they begin."""
    bodies = json.loads(text)["bodies"]
    return [(article, [(start, words) for start, words in held["stretches"]]) for article, held in bodies.items()]


def _table(name: str, held: dict[str, Any]) -> pd.DataFrame:
    return tables.check_table(name, pd.DataFrame(held["rows"], columns=held["columns"], dtype=object))


def _gapped(held: dict[str, Any]) -> str:
    out, at = [], 0
    for start, words in held["stretches"]:
        out += [GAP * (start - at), words]
        at = start + len(words)
    return "".join([*out, GAP * (held["length"] - at)])
