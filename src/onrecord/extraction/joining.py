"""The tables of a story's articles joined: local actors become the story's, and what hangs on them is settled."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from onrecord import tables
from onrecord.actors import Actor, Alias, resolve_story
from onrecord.extraction.article_tables import ArticleTables
from onrecord.language.countries import name_of
from onrecord.tables import Tables
from onrecord.tables.extracted import ActorRow, AliasRow, FigureRow, MentionRow


@dataclass(frozen=True)
class _Joined:
    """One article's local actors as the story has them: the merged actor of each, and its id (null: never named)."""

    actors: list[Actor]
    ids: list[str | None]

    def id_of(self, local: str | None) -> str | None:
        return None if local is None else self.ids[int(local)]

    def country(self, local: str | None) -> str | None:
        """ISO3 of the country that an actor is, or acts for."""
        return None if local is None else self.actors[int(local)].iso3 or self.actors[int(local)].country

    def find_country(self, iso3: str) -> str | None:
        """The id of a country among the article's actors."""
        return next((i for i, actor in zip(self.ids, self.actors, strict=True) if actor.iso3 == iso3), None)


def join_articles(
    found: Sequence[ArticleTables], articles: pd.DataFrame, *, story: bool, aliases: Iterable[Alias] = ()
) -> Tables:
    """One set of tables. ``story``: merge actors across articles, by ``aliases`` first; else none is."""
    actors = [article.actors for article in found]
    merged, numbers = resolve_story(actors, list(aliases)) if story else _apart(actors)
    ids = _name_actors(found, numbers)
    joined = [_Joined([merged[n] for n in of_article], [ids.get(n) for n in of_article]) for of_article in numbers]
    pairs = list(zip(found, joined, strict=True))
    mentions = [replace(row, actor_id=j.id_of(row.actor_id)) for a, j in pairs for row in a.mentions]
    people = [_actor_row(actor, ids[n]) for n, actor in enumerate(merged) if n in ids]
    made: dict[str, Sequence[object]] = {
        "sentences": [row for article in found for row in article.sentences],
        "claims": [
            replace(row, actor_id=j.id_of(row.actor_id), target_actor_id=j.id_of(row.target_actor_id))
            for a, j in pairs
            for row in a.claims
        ],
        "speakers": [replace(row, actor_id=str(j.id_of(row.actor_id))) for a, j in pairs for row in a.speakers],
        "spans": [row for article in found for row in article.spans],
        "mentions": mentions,
        "actors": people,
        "aliases": _count_aliases(mentions, people),
        "figures": [_settle_figure(row, a, j) for a, j in pairs for row in a.figures],
        "readability": [article.readability for article in found],
        "decisions": [],
    }
    checked = {name: tables.make_table(name, rows) for name, rows in made.items()}
    tables.check_keys({"articles": articles, **checked})
    return Tables(articles=articles, **checked)


def _apart(actors: list[list[Actor]]) -> tuple[list[Actor], list[list[int]]]:
    """Each article's actors as they are."""
    merged: list[Actor] = []
    numbers = []
    for of_article in actors:
        numbers.append(list(range(len(merged), len(merged) + len(of_article))))
        merged += of_article
    return merged, numbers


def _name_actors(found: Sequence[ArticleTables], numbers: list[list[int]]) -> dict[int, str]:
    """An actor's id is that of its first mention."""
    ids: dict[int, str] = {}
    for article, of_article in zip(found, numbers, strict=True):
        for row in article.mentions:
            if row.actor_id is not None:
                ids.setdefault(of_article[int(row.actor_id)], row.mention_id)
    return ids


def _actor_row(actor: Actor, actor_id: str) -> ActorRow:
    return ActorRow(
        actor_id=actor_id,
        name=actor.name,
        kind=actor.kind,
        role=actor.role,
        iso3=actor.iso3,
        merge_basis=actor.merge_basis,
    )


def _settle_figure(row: FigureRow, article: ArticleTables, joined: _Joined) -> FigureRow:
    """Its party by the story's name and country; "we" and "our" of an official are the country's."""
    actor_id, about, iso3 = joined.id_of(row.about_actor_id), row.about, row.iso3
    if row.about_actor_id is not None:
        actor = joined.actors[int(row.about_actor_id)]
        about, iso3 = actor.name, actor.iso3
    if row.figure_id in article.about_us and (land := joined.country(row.about_actor_id)):
        actor_id, about, iso3 = joined.find_country(land), name_of(land), land
    of, of_iso3 = row.of, row.of_iso3
    if row.figure_id in article.of_us and (land := joined.country(row.actor_id)):
        of, of_iso3 = name_of(land), land
    return replace(
        row,
        actor_id=joined.id_of(row.actor_id),
        about=about,
        about_actor_id=actor_id,
        iso3=iso3,
        of=of,
        of_iso3=of_iso3,
    )


def _count_aliases(mentions: list[MentionRow], actors: list[ActorRow]) -> list[AliasRow]:
    """Names and titles by actor, most used first; an unnamed party's own words stand for a name."""
    unnamed = {row.actor_id for row in actors if row.kind in ("unnamed", "group")}
    counts = Counter(
        (row.actor_id, row.text)
        for row in mentions
        if row.form in ("name", "title") or (row.form == "nominal" and row.actor_id in unnamed)
    )
    order = {row.actor_id: i for i, row in enumerate(actors)}
    listed = sorted((order[a], -n, alias, a) for (a, alias), n in counts.items() if a in order)
    return [AliasRow(actor_id=a, alias=alias, mentions=-n) for _, n, alias, a in listed]
