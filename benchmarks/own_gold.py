"""Judge what the package finds against the gold in ``tests/gold``, row by row.

usage: python benchmarks/own_gold.py        (JSON lines: measure, row, verdict; ``quality.py`` reads them)

Everything goes through ``onrecord.extract`` and ``onrecord.compare``, so that another revision on the import path is
judged by the same eyes. A verdict is ``right``, ``wrong`` (another answer than gold's), ``open`` (found, and left
undecided), ``missed`` (gold's row has no counterpart) or ``spare`` (a row that gold does not have).
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from judging import (
    Judgement,
    form,
    judge_answer,
    judge_column,
    judge_words,
    names_by_actor,
    pair_up,
    rows_of,
    same_number,
    word_offsets,
)

import onrecord

GOLD = Path(__file__).parents[1] / "tests" / "gold"
RAW = Path(__file__).parents[1] / "data" / "raw"
SAME_CONTENT = 0.5  # Dice of the words, as in PolNeAR's and GUM's scorers
# How the first story's gold spells what the tables' contract calls otherwise.
UNITS = {"km": "kilometre"}
BOUNDS = {"almost": "about", "less than": "less_than", "more than": "more_than"}


def read_json(name: str) -> dict[str, Any]:
    return json.loads((GOLD / name).read_text(encoding="utf8"))


def judge_story(name: str) -> Iterator[Judgement]:
    """The first story: its claims, actors, figures and claim pairs."""
    gold = read_json(f"{name}.json")
    texts = {key: (RAW / name / file).read_text(encoding="utf8") for key, file in gold["articles"].items()}
    tables = onrecord.extract(texts, published=dict.fromkeys(texts, date(2019, 7, 17)), story=True)
    names = names_by_actor(tables)
    wanted = {a["name"]: {form(n) for n in (a["name"], *a["aliases"])} for a in gold["actors"]}
    gold_of = {}
    for judged in judge_claims(gold, tables, texts, names, wanted, gold_of):
        yield Judgement(f"first story · {judged.measure}", judged.row, judged.verdict)
    for judged in judge_story_figures(gold, tables, names, wanted):
        yield Judgement(f"first story · {judged.measure}", judged.row, judged.verdict)
    for who, forms in wanted.items():
        holders = [actor for actor, known in names.items() if form(who) in known or forms & known]
        shared = any(form(other) in names[actor] for actor in holders for other in wanted if other != who)
        verdict = "missed" if not holders else "wrong" if shared or len(holders) > 1 else "right"
        yield Judgement("first story · actors", who, verdict)
    yield from judge_pairs(f"{name}-pairs.json", onrecord.compare(tables), gold_of)


def judge_claims(gold, tables, texts, names, wanted, gold_of: dict[str, str]) -> Iterator[Judgement]:
    """Content, speaker, quotation and stance; fills ``gold_of`` with the gold claim of each claim found."""
    parts, speakers = defaultdict(list), defaultdict(list)
    for row in rows_of(tables.spans):
        if row["role"] == "content":
            parts[row["claim_id"]].append((row["start"], row["end"]))
    for row in rows_of(tables.speakers):
        if row["actor_id"]:
            speakers[row["claim_id"]].append(names[row["actor_id"]])
    found = [r for r in rows_of(tables.claims) if r["act"] == "says"]
    inside = {
        key: (article, word_offsets(texts[article], spans))
        for key, article, spans in [(r["claim_id"], r["article_id"], parts[r["claim_id"]]) for r in found]
        + [(g["id"], g["article"], g["content"]) for g in gold["claims"]]
    }

    def alike(g, f) -> float:
        (article, a), (other, b) = inside[g["id"]], inside[f["claim_id"]]
        score = 2 * len(a & b) / (len(a) + len(b)) if article == other and a and b else 0
        return score if score >= SAME_CONTENT else 0

    pairs, missed, spare = pair_up(gold["claims"], found, alike)
    for g, f in pairs:
        gold_of[f["claim_id"]] = g["id"]
        right = set().union(*(wanted.get(n.strip(), {form(n)}) for n in g["speaker"].split(";")))
        yield Judgement("claims, content", g["id"], "right")
        yield Judgement("claims, speaker", g["id"], judge_answer(right, speakers[f["claim_id"]]))
        for column in ("quotation", "stance"):
            if g.get(column):
                yield Judgement(f"claims, {column}", g["id"], "right" if f[column] == g[column] else "wrong")
    for g in missed:
        for column in ("content", "speaker", "quotation", "stance"):
            yield Judgement(f"claims, {column}", g["id"], "missed")
    for f in spare:
        yield Judgement("claims, content", f"{f['article_id']}: {f['content'][:60]}", "spare")


def judge_story_figures(gold, tables, names, wanted) -> Iterator[Judgement]:
    """The first story's figures; a figure of the outlet's own must have no speaker."""
    found = rows_of(tables.figures)

    def alike(g, f) -> int:
        shared = min(g["span"][1], f["end"]) - max(g["span"][0], f["start"])
        return max(0, shared) if g["article"] == f["article_id"] and same_number(g, f) else 0

    pairs, missed, spare = pair_up(gold["figures"], found, alike)
    for g, f in pairs:
        speaker = [names[f["actor_id"]]] if f["actor_id"] else []
        party = f"{f['about'] or ''} {' '.join(names.get(f['about_actor_id'], ()))}"
        yield Judgement("figures, value", g["id"], "right")
        yield from judge_column("figures, unit", g["id"], UNITS.get(g["unit"], g["unit"]), f["unit"])
        yield from judge_column("figures, bound", g["id"], BOUNDS.get(g["bound"], g["bound"]), f["bound"])
        yield from judge_words("figures, measure", g["id"], g["measure"], f["measure"])
        yield from judge_words("figures, party", g["id"], g["about"], party)
        yield Judgement("figures, speaker", g["id"], judge_answer(wanted.get(g["stated_by"], set()), speaker))
    yield from (Judgement("figures, value", g["id"], "missed") for g in missed)
    yield from (Judgement("figures, value", f"{f['article_id']}: {f['text']}", "spare") for f in spare)


def judge_pairs(file: str, made, gold_of: dict[str, str]) -> Iterator[Judgement]:
    """Claim pairs of two outlets, by relation. What gold accepts as well counts neither way; a pair with a claim that
    gold does not have is judged where the claims are, as ``spare``."""
    found = defaultdict(set)
    for row in rows_of(made.claim_pairs):
        sides = frozenset(gold_of.get(row[side], "") for side in ("claim_a", "claim_b"))
        if "" not in sides:
            found[sides].add(row["relation"])
    for pair in read_json(file)["pairs"]:
        sides = frozenset((pair["a"]["claim"], pair["b"]["claim"]))
        accepted = {pair["label"], *pair.get("also_accept", ())}
        for relation in ("same_quote", "same_claim", "disputes"):
            has = relation in found[sides]
            name = " ~ ".join(sorted(sides))
            if pair["label"] == relation and "none" not in accepted:
                met = bool(accepted & found[sides])
                yield Judgement(f"first story · pairs, {relation}", name, "right" if met else "missed")
            elif has and relation not in accepted:
                yield Judgement(f"first story · pairs, {relation}", name, "spare")


def hard_tables(passages: list[dict]):
    """Each story of the hard passages with its tables: those that share a ``group`` are read together."""
    groups = defaultdict(list)
    for passage in passages:
        groups[passage["group"]].append(passage)
    for group in groups.values():
        yield group, onrecord.extract({p["id"]: p["text"] for p in group}, story=len(group) > 1)


def read_lines(name: str) -> list[dict]:
    return [json.loads(line) for line in (GOLD / name).read_text(encoding="utf8").splitlines()]


def judge_hard_actors() -> Iterator[Judgement]:
    """Is each mention found, and is its actor one of gold's and whole?"""
    for group, tables in hard_tables(read_lines("actors/hard.jsonl")):
        found = rows_of(tables.mentions)
        yield from spare_names(group, found)
        held = []  # (row, gold actor, actor found or None or "" where no mention is)
        for passage in group:
            for g in passage["mentions"]:
                if g.get("optional"):
                    continue
                spans = [(g["start"], g["end"]), *map(tuple, g.get("alt", ()))]
                near = [f for f in found if f["article_id"] == passage["id"] and f["end"] in {e for _, e in spans}]
                f = min(near, key=lambda f: min(abs(f["start"] - s) for s, _ in spans), default=None)
                row = f"{passage['id']}: {passage['text'][g['start'] : g['end']]} at {g['start']}"
                held.append((row, g["actor"], f["actor_id"] if f else ""))
                if g["name_form"] == "name":
                    verdict = "missed" if not f else "right" if f["kind"] == g["kind"] else "wrong"
                    yield Judgement("hard passages · names and their kind", row, verdict)
        yield from judge_identity(held)


def spare_names(group: list[dict], found: list[dict]) -> Iterator[Judgement]:
    """Names found where gold has no mention."""
    for passage in group:
        known = [tuple(s) for g in passage["mentions"] for s in [(g["start"], g["end"]), *g.get("alt", ())]]
        names = [f for f in found if f["article_id"] == passage["id"] and f["form"] == "name"]
        for f in names:
            if not any(f["start"] < e and s < f["end"] for s, e in known):
                row = f"{passage['id']}: {f['text']} at {f['start']}"
                yield Judgement("hard passages · names and their kind", row, "spare")


def judge_identity(held: list[tuple[str, Any, str | None]]) -> Iterator[Judgement]:
    """A mention is wrong where its actor holds a mention of another of gold's actors, or gold's actor another actor."""
    for row, actor, got in held:
        if not got:
            verdict = "missed" if got == "" else "right" if actor is None else "open"
        else:
            same = {a for _, a, g in held if g == got} == {actor} and {g for _, a, g in held if a == actor and g} == {
                got
            }
            verdict = "right" if same and actor is not None else "wrong"
        yield Judgement("hard passages · whose mention", row, verdict)


def judge_hard_speakers() -> Iterator[Judgement]:
    """Who speaks in each claim whose source overlaps gold's; where nobody can know, the right answer is nobody."""
    for group, tables in hard_tables(read_lines("actors/hardspeak.jsonl")):
        names = names_by_actor(tables)
        article_of = {row["claim_id"]: row["article_id"] for row in rows_of(tables.claims)}
        sources = [(article_of[r["claim_id"]], r) for r in rows_of(tables.spans) if r["role"] == "source"]
        spoken = [row for row in rows_of(tables.speakers) if row["actor_id"]]
        for passage, g in [(p, g) for p in group for g in p["claims"]]:
            (start, end), here = g["source"], [r for article, r in sources if article == passage["id"]]
            claims = {r["claim_id"] for r in here if r["start"] < end and start < r["end"]}
            answered = [names[r["actor_id"]] for r in spoken if r["claim_id"] in claims]
            verdict = judge_answer({form(n) for n in g["names"]} if g["speaker"] else set(), answered)
            if g["speaker"] is None and verdict == "open":
                verdict = "right"
            yield Judgement("hard passages · who speaks", g["id"], verdict if claims else "missed")


def judge_invented(name: str) -> Iterator[Judgement]:
    """Every figure of an invented story, in reading order."""
    gold = read_json(f"{name}/figures.json")
    texts = {key: (GOLD / name / f"{key}.txt").read_text(encoding="utf8") for key in gold["articles"]}
    published = dict.fromkeys(texts, date.fromisoformat(gold["published"]))
    found = rows_of(onrecord.extract(texts, published=published).figures)
    golds = [
        dict(row, id=f"{key}: {row['text']}", article=key) for key, rows in gold["articles"].items() for row in rows
    ]
    pairs, missed, spare = pair_up(
        golds, found, lambda g, f: (g["article"], g["text"]) == (f["article_id"], f["text"]) and same_number(g, f)
    )
    for g, f in pairs:
        yield Judgement(f"{name} · figures, value", g["id"], "right")
        yield from judge_column(f"{name} · figures, unit", g["id"], g["unit"], f["unit"])
        yield from judge_column(f"{name} · figures, bound", g["id"], g["bound"], f["bound"])
        for column in ("measure", "about"):
            yield from judge_words(f"{name} · figures, {column}", g["id"], g.get(column), f[column])
        if "period" in g:
            period = [str(f["period_start"])[:10], str(f["period_end"])[:10]]
            yield from judge_column(f"{name} · figures, period", g["id"], g["period"], period)
    yield from (Judgement(f"{name} · figures, value", g["id"], "missed") for g in missed)
    yield from (Judgement(f"{name} · figures, value", f"{f['article_id']}: {f['text']}", "spare") for f in spare)


def judge_all() -> Iterator[Judgement]:
    yield from judge_story("iran-missile-talks")
    yield from judge_hard_actors()
    yield from judge_hard_speakers()
    yield from judge_invented("clinic-budget")


if __name__ == "__main__":
    for judgement in judge_all():
        print(json.dumps(judgement, ensure_ascii=False))
