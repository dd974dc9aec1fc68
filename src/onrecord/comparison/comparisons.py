"""Tables → the small tidy tables that a report publishes."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from onrecord import tables
from onrecord.comparison.pairs import compare_claims, compare_figures
from onrecord.comparison.ratios import compare_ratios
from onrecord.comparison.references import (
    References,
    check_figures,
    check_series,
    compare_known_values,
    read_references,
)
from onrecord.extraction import Tables
from onrecord.language.quotations import find_quotations
from onrecord.language.readability import measure_readability
from onrecord.language.words import WORD
from onrecord.story import Story


@dataclass(frozen=True)
class Comparisons:
    """The comparison tables; those that need reference statistics are empty without a story's references."""

    claim_pairs: pd.DataFrame
    figure_pairs: pd.DataFrame
    figure_checks: pd.DataFrame
    known_values: pd.DataFrame
    per_person: pd.DataFrame
    ratios: pd.DataFrame
    coverage: pd.DataFrame
    only_in: pd.DataFrame
    quoted_share: pd.DataFrame
    cues: pd.DataFrame
    readability: pd.DataFrame


def compare(found: Tables, story: Story | None = None, references: References | None = None) -> Comparisons:
    """All comparisons of a story's tables; without outlets each article is its own.

    A row that a reviewer rejected is compared with nothing.
    """
    claims = found.claims[found.claims["review"] != "rejected"]
    figures = found.figures[found.figures["review"] != "rejected"]
    days = {row.article_id: None if pd.isna(row.published) else row.published for row in found.articles.itertuples()}
    checks = tables.make_table("figure_checks", [])
    known = tables.make_table("known_values", [])
    if story and references:
        checks = check_figures(figures, days, story, references)
        known = compare_known_values(figures, story, references)
    outlets = dict(zip(found.articles["article_id"], found.articles["outlet"], strict=True))
    spoken = claims[claims["act"] == "says"].assign(outlet=lambda t: t["article_id"].map(outlets))
    return Comparisons(
        claim_pairs=compare_claims(claims),
        figure_pairs=compare_figures(figures),
        figure_checks=checks,
        known_values=known,
        per_person=compare_per_person(figures, checks, references),
        ratios=compare_ratios(figures, found.articles, found.actors, story, references),
        coverage=compare_coverage(figures, outlets),
        only_in=compare_only_in(
            spoken.drop(columns="actor_id").merge(found.speakers, on="claim_id"), figures, found.actors, outlets
        ),
        quoted_share=compare_quoted_share(spoken, found.actors, found.articles),
        cues=compare_cues(spoken),
        readability=compare_readability(found.articles),
    )


def compare_story(found: Tables, story: Story) -> Comparisons:
    """All comparisons of a story, with the project's reference statistics when the story names measures."""
    references = read_references(story.reference) if story.about.measures else None
    if references:
        check_series(story, references)
    return compare(found, story, references)


def compare_quoted_share(spoken: pd.DataFrame, actors: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """``quoted_share``: by outlet and speaker, how many of the attributed words stand in quotation marks."""
    bodies = dict(zip(articles["article_id"], articles["body"], strict=True))
    names = dict(zip(actors["actor_id"], actors["name"], strict=True))
    outer = spoken[spoken["within_claim_id"].isna()]
    rows = []
    for (outlet, actor), group in outer.groupby(["outlet", "actor_id"], dropna=False, sort=False):
        words = sum(len(WORD.findall(c)) for c in group["content"])
        quoted = sum(_quoted_words(claim, bodies[claim.article_id]) for claim in group.itertuples())
        known = isinstance(actor, str)
        rows.append(
            {
                "outlet": outlet,
                "actor_id": actor if known else None,
                "name": names[actor] if known else "speaker left open",
                "claims": len(group),
                "words": words,
                "quoted_words": min(quoted, words),
                "quoted_share": round(min(quoted, words) / words, 4) if words else 0.0,
            }
        )
    rows.sort(key=lambda r: (r["outlet"], r["actor_id"] is None, -r["words"], r["name"]))
    return tables.make_table("quoted_share", rows)


def _quoted_words(claim, body: str) -> int:
    """Words of a claim's content inside quotation marks; a direct quotation is all of them."""
    if claim.quotation != "mixed":
        return len(WORD.findall(claim.content)) if claim.quotation == "direct" else 0
    parts = [part for q in find_quotations(body) if q.depth == 0 for part in q.parts]
    inside = ((max(s, claim.start), min(e, claim.end)) for s, e in parts)
    return sum(len(WORD.findall(body[s:e])) for s, e in inside if s < e)


def compare_coverage(figures: pd.DataFrame, outlets: Mapping[str, str]) -> pd.DataFrame:
    """``coverage``: every outlet beside every measure of the story, with 0 where it states none."""
    measured = figures.dropna(subset=["measure"])
    counts = measured.groupby([measured["article_id"].map(outlets), "measure"]).size()
    measures = list(dict.fromkeys(measured["measure"]))
    rows = [
        {"outlet": outlet, "measure": measure, "figures": int(counts.get((outlet, measure), 0))}
        for outlet in dict.fromkeys(outlets.values())
        for measure in measures
    ]
    return tables.make_table("coverage", rows)


def compare_only_in(
    spoken: pd.DataFrame, figures: pd.DataFrame, actors: pd.DataFrame, outlets: Mapping[str, str]
) -> pd.DataFrame:
    """``only_in``: speakers and measures that exactly one of several outlets has."""
    rows = []
    if len(set(outlets.values())) > 1:
        names = dict(zip(actors["actor_id"], actors["name"], strict=True))
        for actor, group in spoken.dropna(subset=["actor_id"]).groupby("actor_id", sort=False):
            if group["outlet"].nunique() == 1:
                rows.append((group["outlet"].iloc[0], "speaker", names[actor], actor, len(group)))
        for measure, group in figures.dropna(subset=["measure"]).groupby("measure", sort=False):
            holders = set(group["article_id"].map(outlets))
            if len(holders) == 1:
                rows.append((holders.pop(), "measure", measure, None, len(group)))
    columns = ("outlet", "kind", "name", "actor_id", "rows")
    return tables.make_table(
        "only_in", [dict(zip(columns, row, strict=True)) for row in sorted(rows, key=lambda r: r[:2])]
    )


def compare_cues(spoken: pd.DataFrame) -> pd.DataFrame:
    """``cues``: how often each outlet uses each cue, most used first."""
    counts = spoken.dropna(subset=["cue_lemma"]).groupby(["outlet", "cue_lemma"]).size()
    rows = [{"outlet": o, "cue_lemma": c, "claims": int(n)} for (o, c), n in counts.items()]
    rows.sort(key=lambda r: (r["outlet"], -r["claims"], r["cue_lemma"]))
    return tables.make_table("cues", rows)


def compare_readability(articles: pd.DataFrame) -> pd.DataFrame:
    """``readability``: one row an article."""
    rows = []
    for row in articles.itertuples():
        scores = measure_readability(row.body)
        rows.append(
            {
                "article_id": row.article_id,
                "outlet": row.outlet,
                "words": scores.words,
                "sentences": scores.sentences,
                "words_per_sentence": round(scores.words / scores.sentences, 1) if scores.sentences else 0.0,
                "flesch_reading_ease": scores.flesch_reading_ease,
                "flesch_kincaid_grade": scores.flesch_kincaid_grade,
            }
        )
    return tables.make_table("readability", rows)


def compare_per_person(figures: pd.DataFrame, checks: pd.DataFrame, references: References | None) -> pd.DataFrame:
    """``per_person``: each amount of money of a country divided by its people: by the same speaker's own population
    figure, and for each vintage by the reference population of the same year."""
    rows = []
    if references is None:
        return tables.make_table("per_person", rows)
    people_stems = {s.rpartition("-")[0] for s in references.series.query("measure == 'population'")["series"]}
    money = figures[(figures["unit_kind"] == "money") & figures["iso3"].notna() & figures["value"].notna()]
    money = money.dropna(subset=["measure", "unit", "about"])
    counted = (figures["unit"] == "people") | figures["unit"].isna() & (figures["unit_kind"] != "share")
    people = figures[(figures["measure"] == "population") & counted & figures["value"].notna()]
    for figure in money.drop_duplicates(["article_id", "actor_id", "measure", "iso3", "value"]).itertuples():
        same = people[(people["iso3"] == figure.iso3) & (people["article_id"] == figure.article_id)]
        for own in same[same["actor_id"] == figure.actor_id].head(1).itertuples():
            rows.append(_per_person(figure, "stated", figure.value, own.value, None, own.figure_id))
        for check in checks[checks["figure_id"] == figure.figure_id].dropna(subset=["ratio"]).itertuples():
            inhabitants = _population(references, people_stems, figure.iso3, check)
            if inhabitants:
                rows.append(_per_person(figure, check.vintage, check.reference_value, inhabitants, int(check.year)))
    return tables.make_table("per_person", rows)


def _population(references: References, stems: set[str], iso3: str, check) -> float | None:
    """The reference population of the check's year: the first vintage for then and later, the last for now."""
    for stem in sorted(stems):
        names = list(references.vintages(stem)["series"])
        series = names[-1] if check.vintage == "now" else names[0]
        value = references.values.get((series, iso3), {}).get(int(check.year))
        if value:
            return value
    return None


def _per_person(figure, basis: str, amount: float, people: float, year: int | None, people_figure: str | None = None):
    return {
        "figure_id": figure.figure_id,
        "measure": figure.measure,
        "iso3": figure.iso3,
        "about": figure.about,
        "basis": basis,
        "amount": amount,
        "people": people,
        "per_person": round(amount / people, 2),
        "unit": figure.unit,
        "year": year,
        "people_figure_id": people_figure,
    }
