"""Sentences made from the tables: each states what they hold, with its numbers, and rates nothing true or false."""

from dataclasses import dataclass

import pandas as pd

from onrecord.processed import ProcessedStory
from onrecord.wording import amount, bounded, count, join_words, times

MOST_NAMED = 4  # names in one sentence; more are counted


@dataclass(frozen=True)
class Finding:
    """A sentence and the ids of the rows that it was made from."""

    text: str
    rows: tuple[str, ...] = ()


def find_findings(story: ProcessedStory) -> list[Finding]:
    """The story's findings, in the order in which a reader asks for them."""
    found = [
        _extent(story),
        *_denials(story),
        *_shared_quotes(story),
        *_checks(story),
        *_per_person(story),
        *_known_values(story),
        *_agreements(story),
        *_alone(story),
        *_left_open(story),
    ]
    return [finding for finding in found if finding]


def _names(story: ProcessedStory) -> dict[str, str]:
    return dict(zip(story.actors["actor_id"], story.actors["name"], strict=True))


def _spoken(story: ProcessedStory) -> pd.DataFrame:
    claims = story.claims
    claims = claims[(claims["act"] == "says") & (claims["review"] != "rejected")]
    outlets = dict(zip(story.articles["article_id"], story.articles["outlet"], strict=True))
    return claims.assign(outlet=claims["article_id"].map(outlets))


def _list_names(names: list[str]) -> str:
    """Up to four names, then how many others."""
    unique = list(dict.fromkeys(names))
    if len(unique) <= MOST_NAMED:
        return join_words(unique)
    return join_words([*unique[: MOST_NAMED - 1], count(len(unique) - MOST_NAMED + 1, "other")])


def _extent(story: ProcessedStory) -> Finding:
    spoken = _spoken(story)
    speakers = spoken["actor_id"].nunique()
    direct = (spoken["quotation"] == "direct").sum()
    articles = count(len(story.articles), "article")
    outlets = count(story.articles["outlet"].nunique(), "outlet")
    return Finding(
        f"{articles} by {outlets} attribute {count(len(spoken), 'claim')} to {count(speakers, 'speaker')}; "
        f"{direct} of the claims are direct quotations, and the articles state {count(len(story.figures), 'figure')}."
    )


def _denials(story: ProcessedStory) -> list[Finding]:
    """Who denies, and whose claims."""
    names, out = _names(story), []
    denials = _spoken(story).query("stance == 'denies'")
    for target, group in denials.dropna(subset=["target_actor_id", "actor_id"]).groupby("target_actor_id", sort=False):
        who = _list_names([names[a] for a in group["actor_id"]])
        where = join_words(list(dict.fromkeys(group["outlet"])))
        out.append(
            Finding(f"{who} denied what {names[target]} is reported to have said ({where}).", tuple(group["claim_id"]))
        )
    rest = denials[denials["target_actor_id"].isna()].dropna(subset=["actor_id"])
    if len(rest):
        who = _list_names([names[a] for a in rest["actor_id"]])
        out.append(
            Finding(f"{who} denied something without the words naming whose claim it was.", tuple(rest["claim_id"]))
        )
    return out


def _shared_quotes(story: ProcessedStory) -> list[Finding]:
    """Quotations that several outlets carry, and whether in the same words."""
    names, claims, out = _names(story), _spoken(story).set_index("claim_id"), []
    pairs = story.comparisons.claim_pairs.query("relation == 'same_quote'")
    for pair in pairs.itertuples():
        a, b = claims.loc[pair.claim_a], claims.loc[pair.claim_b]
        if a["outlet"] == b["outlet"]:
            continue
        differ = isinstance(pair.only_a, str) or isinstance(pair.only_b, str)
        how = "in different words" if differ else "in the same words"
        out.append(
            Finding(
                f"{a['outlet']} and {b['outlet']} both quote {names[a['actor_id']]} {how}: "
                f"“{_shorten(a['content'])}” and “{_shorten(b['content'])}”.",
                (pair.claim_a, pair.claim_b),
            )
        )
    return out


def _shorten(text: str, most: int = 110) -> str:
    """The beginning of a quotation, cut at a word."""
    text = " ".join(text.split()).strip("“”\"'‘’ ")
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0].rstrip(",;: ") + " …"


def _checks(story: ProcessedStory) -> list[Finding]:
    """Each checked figure beside the reference values of its year, one sentence a figure."""
    names, out, told = _names(story), [], set()
    checks = story.comparisons.figure_checks
    for figure in story.figures[story.figures["figure_id"].isin(checks["figure_id"])].itertuples():
        key = (figure.actor_id, figure.measure, figure.iso3, figure.value)
        if key in told:
            continue
        told.add(key)
        rows = checks[checks["figure_id"] == figure.figure_id]
        speaker = names.get(figure.actor_id) or "the outlet"
        said = f"{figure.measure.capitalize()} of {figure.about}: {speaker} says {_bounded(figure)}"
        period = f" ({figure.period_text})" if isinstance(figure.period_text, str) else ""
        beside = [_beside(row) for row in rows.itertuples()]
        out.append(Finding(f"{said}{period}; {'; '.join(beside)}.", (figure.figure_id,)))
    return out


def _bounded(figure) -> str:
    return bounded(figure.bound) + amount(figure.value, figure.unit)


def _beside(row) -> str:
    """One reference value in words, with its vintage."""
    source = f"the series {row.series}"
    known = {"then": "as known then", "later": f"first known in {row.known_from}", "now": "as known now"}[row.vintage]
    if pd.isna(row.reference_value):
        return f"{source}, {known}, has {row.note}"
    value = amount(row.reference_value, None)
    ratio = f", so the statement is {times(row.ratio)} it" if not pd.isna(row.ratio) else ""
    return f"{source}, {known}, gives {value} for {row.year}{ratio}"


def _per_person(story: ProcessedStory) -> list[Finding]:
    out = []
    table = story.comparisons.per_person
    for (about, measure, _), group in table.groupby(["about", "measure", "amount"], sort=False):
        stated = group[group["basis"] == "stated"]
        same = (table["about"] == about) & (table["measure"] == measure)
        reference = table[same & table["basis"].isin(["then", "later"])]
        if stated.empty or reference.empty:
            continue
        own, known = stated.iloc[0], reference.iloc[0]
        text = (
            f"By the speaker’s own numbers, {measure} of {about} comes to "
            f"{amount(own['per_person'], own['unit'])} a person; by reference values for {known['year']} "
            f"it is {amount(known['per_person'], known['unit'])}."
        )
        out.append(Finding(text, (own["figure_id"],)))
    return out


def _known_values(story: ProcessedStory) -> list[Finding]:
    out = []
    for figure_id, group in list(story.comparisons.known_values.groupby("figure_id", sort=False))[:1]:
        figure = story.figures.set_index("figure_id").loc[figure_id]
        farther = group[group["reference_value"] > figure["value"]]
        text = (
            f"Of {count(group['item'].nunique(), 'system')} of {figure['about']} in the reference list, "
            f"{farther['item'].nunique()} reach farther than the stated {amount(figure['value'], figure['unit'])}"
        )
        named = f" ({join_words(list(dict.fromkeys(farther['item'])))})" if len(farther) else ""
        out.append(Finding(f"{text}{named}.", (figure_id,)))
    return out


def _agreements(story: ProcessedStory) -> list[Finding]:
    """Speakers who give one measure, and whether their numbers agree."""
    names, figures, out = _names(story), story.figures.set_index("figure_id"), []
    told = {"agree": "give the same number for", "agree_rounded": "agree, rounded, on", "conflict": "differ on"}
    for pair in story.comparisons.figure_pairs.itertuples():
        a, b = figures.loc[pair.figure_a], figures.loc[pair.figure_b]
        who = [names.get(x["actor_id"], "the outlet") for x in (a, b)]
        if who[0] == who[1]:
            continue
        numbers = " and ".join(dict.fromkeys(amount(x["value"], x["unit"]) for x in (a, b)))
        text = f"{join_words(who)} {told[pair.relation]} the {a['measure']} of {a['about']}: {numbers}."
        out.append(Finding(text, (pair.figure_a, pair.figure_b)))
    return out


def _alone(story: ProcessedStory) -> list[Finding]:
    """What one outlet alone reports."""
    out = []
    for (outlet, kind), group in story.comparisons.only_in.groupby(["outlet", "kind"], sort=False):
        what = _list_names(list(group.sort_values("rows", ascending=False, kind="stable")["name"]))
        verb = "reports statements by" if kind == "speaker" else "gives numbers on"
        out.append(Finding(f"Only {outlet} {verb} {what}."))
    return out


def _left_open(story: ProcessedStory) -> list[Finding]:
    """What the extractor would not decide."""
    spoken = _spoken(story)
    n = int(spoken["actor_id"].isna().sum())
    if not n:
        return []
    text = f"The speaker of {count(n, 'claim')} is left open, because the words do not decide it."
    return [Finding(text, tuple(spoken.loc[spoken["actor_id"].isna(), "claim_id"]))]
