"""Articles → all their tables; the ids that cross tables are filled here."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from onrecord import language, tables
from onrecord.actors import Actor, Resolution, resolve_story
from onrecord.claims import Claim
from onrecord.extraction.linking import Linked, dates_the_saying, find_innermost, resolve_about, resolve_target
from onrecord.extraction.reading import Reading, read_bodies
from onrecord.figures import match_measure
from onrecord.intake import articles
from onrecord.language.periods import resolve_period
from onrecord.story import Story

GAP = " … "  # between the parts of a broken quotation in claims.content
AS_FOUND = ("value", "low", "high", "bound", "unit", "unit_kind", "unit_stated", "start", "end")
PERIOD = ("period_text", "period_start", "period_end")


@dataclass(frozen=True)
class Tables:
    """The tables of the data dictionary, as DataFrames; offsets are into ``articles.body``."""

    articles: pd.DataFrame
    claims: pd.DataFrame
    speakers: pd.DataFrame
    spans: pd.DataFrame
    mentions: pd.DataFrame
    actors: pd.DataFrame
    aliases: pd.DataFrame
    figures: pd.DataFrame


def extract(
    texts: Mapping[str, str],
    *,
    published: Mapping[str, date] | None = None,
    outlets: Mapping[str, str] | None = None,
    story: bool = False,
) -> Tables:
    """The tables of articles given as ``{article_id: text}``, with their dates and outlets by the same ids.

    Offsets are into the texts as given: a dateline is skipped, never cut. ``story=True`` merges actors across articles;
    otherwise each article has its own. Without ``outlets`` each article is its own outlet.
    """
    published, outlets = published or {}, outlets or {}
    rows = [
        {
            "article_id": key,
            "story": "",
            "outlet": outlets.get(key, key),
            "published": published.get(key),
            "language": articles.LANGUAGE,
            "source_file": "",
            "source_sha256": "",
            "words": len(articles.WORD.findall(text)),
            "body": text,
        }
        for key, text in texts.items()
    ]
    return extract_articles(tables.make_table("articles", rows), story=story)


def extract_articles(
    table: pd.DataFrame,
    *,
    story: bool = True,
    measures: Mapping[str, list[str]] | None = None,
    aliases: Iterable[tuple[str, str, bool]] = (),
    pipeline: str = language.PIPELINE,
) -> Tables:
    """The tables of an ``articles`` table. ``measures``: words by measure name, from ``story.yaml``; ``aliases``:
    (alias, actor, same) decided by hand."""
    readings = list(read_bodies(table, pipeline))
    resolutions = [reading.resolution for reading in readings]
    merged, groups = resolve_story(resolutions, list(aliases)) if story else _apart(resolutions)
    rows: dict[str, list[dict]] = {
        name: [] for name in ("claims", "speakers", "spans", "mentions", "actors", "figures")
    }
    ids: dict[int, str] = {}
    used: Counter[tuple[str, str]] = Counter()
    for reading, numbers in zip(readings, groups, strict=True):
        _add_mentions(reading, numbers, ids, rows, used)
    rows["actors"] = [_actor_row(actor, ids[i]) for i, actor in enumerate(merged) if i in ids]
    for reading, numbers in zip(readings, groups, strict=True):
        linked = Linked(reading, [ids.get(n) for n in numbers], [merged[n] for n in numbers])
        _add_claims(linked, rows)
        _add_figures(linked, rows, measures or {})
    made = {name: tables.make_table(name, table_rows) for name, table_rows in rows.items()}
    made["aliases"] = _count_aliases(made["mentions"], made["actors"])
    tables.check_keys({"articles": table, **made})
    return Tables(articles=table, **made)


def extract_story(table: pd.DataFrame, story: Story, pipeline: str = language.PIPELINE) -> Tables:
    """The tables of a story's articles, with its measures and its hand-made aliases."""
    measures = {name: entry.words for name, entry in story.about.measures.items()}
    return extract_articles(table, measures=measures, aliases=story.read_aliases(), pipeline=pipeline)


def count_open(found: Tables) -> pd.DataFrame:
    """How many rows were left open for want of a decision, by table and column."""
    asked = {"claims": ("actor_id", "source"), "figures": ("measure", "about", "unit"), "mentions": ("actor_id",)}
    rows = [
        {"table": name, "column": column, "rows": len(table), "open": int(table[column].isna().sum())}
        for name, columns in asked.items()
        for table in [getattr(found, name)]
        for column in columns
    ]
    return pd.DataFrame(rows)


def _apart(resolutions: list[Resolution]) -> tuple[list[Actor], list[list[int]]]:
    """Each article's actors as they are."""
    merged: list[Actor] = []
    groups = []
    for resolution in resolutions:
        groups.append(list(range(len(merged), len(merged) + len(resolution.actors))))
        merged += resolution.actors
    return merged, groups


def _add_mentions(reading: Reading, numbers: list[int], ids: dict[int, str], rows: dict, used: Counter) -> None:
    """Mention rows; the first mention's id of an actor becomes the actor's."""
    ordered = sorted(
        zip(reading.resolution.mentions, reading.resolution.actor_of, strict=True), key=lambda pair: pair[0].start
    )
    for mention, actor in ordered:
        text = reading.text[mention.start : mention.end]
        mention_id = tables.row_id("mentions", reading.article_id, mention.start, mention.end, text)
        used[reading.article_id, mention_id] += 1
        if used[reading.article_id, mention_id] > 1:  # the same words found twice
            continue
        if actor is not None:
            ids.setdefault(numbers[actor], mention_id)
        rows["mentions"].append(
            {
                "mention_id": mention_id,
                "article_id": reading.article_id,
                "actor_id": None if actor is None else ids[numbers[actor]],
                "text": text,
                "form": mention.form,
                "kind": mention.kind,
                "start": mention.start,
                "end": mention.end,
            }
        )


def _actor_row(actor: Actor, actor_id: str) -> dict:
    return {"actor_id": actor_id, "name": actor.name, "kind": actor.kind, "role": actor.role, "iso3": actor.iso3}


def _count_aliases(mentions: pd.DataFrame, actors: pd.DataFrame) -> pd.DataFrame:
    """Names and titles by actor, most used first; an unnamed party's own words stand for a name."""
    unnamed = set(actors.loc[actors["kind"].isin(["unnamed", "group"]), "actor_id"])
    naming = mentions["form"].isin(["name", "title"]) | (mentions["form"] == "nominal") & mentions["actor_id"].isin(
        unnamed
    )
    counts = Counter(zip(mentions.loc[naming, "actor_id"], mentions.loc[naming, "text"], strict=True))
    order = {actor_id: i for i, actor_id in enumerate(actors["actor_id"])}
    listed = sorted((order[a], -n, alias, a) for (a, alias), n in counts.items() if a in order)
    return tables.make_table("aliases", [{"actor_id": a, "alias": alias, "mentions": -n} for _, n, alias, a in listed])


def _add_claims(linked: Linked, rows: dict) -> None:
    """Rows of ``claims``, ``speakers`` and ``spans`` of one article."""
    reading = linked.reading
    ids = [_claim_id(reading, claim) for claim in reading.claims]
    for claim, claim_id, speakers in zip(reading.claims, ids, reading.speakers, strict=True):
        rows["claims"].append(_claim_row(linked, claim, claim_id, speakers, ids))
        rows["speakers"] += [{"claim_id": claim_id, "actor_id": linked.ids[s]} for s in speakers]
        stretches = {"source": [claim.source], "cue": [claim.cue], "content": list(claim.content)}
        for role, spans in stretches.items():
            for part, (start, end) in enumerate(filter(None, spans), 1):
                row = {"claim_id": claim_id, "role": role, "part": part, "start": start, "end": end}
                rows["spans"].append(row | {"text": reading.text[start:end]})


def _claim_id(reading: Reading, claim: Claim) -> str:
    """The id from all the words and offsets of source, cue and content, since two claims may share a content."""
    spans = [s for s in (claim.source, claim.cue, *claim.content) if s]
    words = "|".join(f"{s}:{e}:{reading.text[s:e]}" for s, e in spans)
    return tables.row_id("claims", reading.article_id, claim.content[0][0], claim.content[-1][1], words)


def _claim_row(linked: Linked, claim: Claim, claim_id: str, speakers: list[int], ids: list[str]) -> dict:
    reading = linked.reading
    text, hull = reading.text, (claim.content[0][0], claim.content[-1][1])
    spans = [s for s in (claim.source, claim.cue, *claim.content) if s]
    said = text[slice(*claim.said)] if claim.said else None
    start, end = (resolve_period(said, reading.published, False) or (None, None)) if said else (None, None)
    return {
        "claim_id": claim_id,
        "article_id": reading.article_id,
        "within_claim_id": None if claim.within is None else ids[claim.within],
        "act": claim.act,
        "actor_id": linked.ids[speakers[0]] if speakers else None,
        "source": text[slice(*claim.source)] if claim.source else None,
        "cue": text[slice(*claim.cue)] if claim.cue else None,
        "cue_lemma": claim.cue_lemma,
        "content": GAP.join(text[s:e] for s, e in claim.content),
        "quotation": claim.quotation,
        "stance": claim.stance,
        "target_claim_id": None if claim.target_claim is None else ids[claim.target_claim],
        "target_actor_id": linked.id_of(resolve_target(reading, claim)),
        "said_text": said,
        "said_start": start,
        "said_end": end,
        "start": hull[0],
        "end": hull[1],
        "sentence": reading.sentence_of(min(s for s, _ in spans), max(e for _, e in spans)),
        "rule": claim.rule,
        "confidence": None if claim.confidence is None else round(claim.confidence, 2),
        "review": "unreviewed",
    }


def _add_figures(linked: Linked, rows: dict, measures: Mapping[str, list[str]]) -> None:
    """Rows of ``figures`` of one article; ``rows["claims"]`` already holds the article's claims."""
    reading = linked.reading
    for figure in reading.figures:
        inside = find_innermost(reading.claims, figure)
        speakers = reading.speakers[inside] if inside is not None else []
        about, actor, iso3 = resolve_about(linked, figure, speakers)
        text = reading.text[figure.start : figure.end]
        named = match_measure(figure.measure, measures) if figure.measure else None
        rows["figures"].append(
            {
                "figure_id": tables.row_id("figures", reading.article_id, figure.start, figure.end, text),
                "article_id": reading.article_id,
                "claim_id": None if inside is None else _claim_id(reading, reading.claims[inside]),
                "actor_id": linked.ids[speakers[0]] if speakers else None,
                "text": text,
                **{k: getattr(figure, k) for k in AS_FOUND},
                **{k: getattr(figure, k) for k in PERIOD if not dates_the_saying(reading.claims, figure)},
                "measure": named or figure.measure,
                "about": about,
                "about_actor_id": linked.id_of(actor),
                "iso3": iso3,
                "sentence": reading.sentence_of(figure.start, figure.end),
                "rule": figure.rule,
                "review": "unreviewed",
            }
        )
