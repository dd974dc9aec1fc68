"""Sentences made from the tables: each states what they hold, with its numbers, and rates nothing true or false."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from onrecord.language.wording import (
    VINTAGES,
    amount,
    bounded,
    capital,
    count,
    in_sentence,
    join_words,
    multiple,
    times,
)
from onrecord.language.words import count_words
from onrecord.processed import ProcessedStory

MOST_NAMED = 4  # names in one sentence; more are counted
MOST_DENIALS = 6  # told one by one; more are counted
MOST_QUOTES = 8  # quotations of two outlets
FEWEST_WORDS = 4  # of a quotation that is told
SURE = 0.8  # probability of one statement from which it is told


@dataclass(frozen=True)
class Finding:
    """A sentence, the ids of the rows that it was made from, and its topic: ``voices`` or ``numbers``."""

    text: str
    rows: tuple[str, ...] = ()
    topic: str = "voices"


def find_findings(story: ProcessedStory) -> list[Finding]:
    """The story's findings, in the order in which a reader asks for them."""
    found = [
        _extent(story),
        *_denials(story),
        *_disputes(story),
        *_shared_quotes(story),
        *_checks(story),
        *_per_person(story),
        *_ratios(story),
        *_known_values(story),
        *_agreements(story),
        *_left_out(story),
        *_left_open(story),
    ]
    return [finding for finding in found if finding]


def _names(story: ProcessedStory) -> dict[str, str]:
    return {actor: in_sentence(name) for actor, name in story.names().items()}


def _outlets(story: ProcessedStory) -> dict[str, str]:
    return dict(zip(story.articles["article_id"], story.articles["outlet"], strict=True))


def _stated_by(names: dict[str, str], outlets: dict[str, str], figure: Any) -> str:
    """Who states a figure: its speaker, else the outlet, or, inside a claim, a speaker left open."""
    if figure.actor_id in names:
        return names[figure.actor_id]
    return "a speaker left open" if isinstance(figure.claim_id, str) else outlets[figure.article_id]


def _by_figure(table: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """A table's rows by figure, in their order."""
    return dict(iter(table.groupby("figure_id", sort=False)))


def _spoken(story: ProcessedStory) -> pd.DataFrame:
    claims = story.claims
    claims = claims[(claims["act"] == "says") & (claims["review"] != "rejected")]
    return claims.assign(outlet=claims["article_id"].map(_outlets(story)))


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
    figures = count(int((story.figures["review"] != "rejected").sum()), "figure")
    verb = "attributes" if len(story.articles) == 1 else "attribute"
    return Finding(
        f"{articles} by {outlets} {verb} {count(len(spoken), 'claim')} to {count(speakers, 'speaker')}; "
        f"{direct} of the claims are direct quotations, and the articles state {figures}."
    )


def _denials(story: ProcessedStory) -> list[Finding]:
    """What is denied, by whom and whose claim it was, in the words of the article."""
    names, out = _names(story), []
    denials = _spoken(story).query("stance == 'denies'")
    outer = denials[denials["within_claim_id"].isna()].dropna(subset=["actor_id"])
    for row in outer.head(MOST_DENIALS).itertuples():
        whose = f", aimed at {names[row.target_actor_id]}" if isinstance(row.target_actor_id, str) else ""
        how = "denies, in the words" if row.quotation == "direct" else "denies"
        text = f"{row.outlet}: {names[row.actor_id]} {how} “{_shorten(row.content)}”{whose}."
        out.append(Finding(text, (row.claim_id,)))
    if len(outer) > MOST_DENIALS:
        rest = outer.iloc[MOST_DENIALS:]
        who = _list_names([names[a] for a in rest["actor_id"]])
        come = "comes" if len(rest) == 1 else "come"
        out.append(Finding(f"{count(len(rest), 'further denial')} {come} from {who}.", tuple(rest["claim_id"])))
    return out


def _disputes(story: ProcessedStory) -> list[Finding]:
    """Denials in one article beside the statement in another that they deny, one sentence a denial."""
    names, claims, out = _names(story), _spoken(story).set_index("claim_id"), []
    for pair in story.compared.claim_pairs.query("relation == 'disputes'").itertuples():
        a, b = claims.loc[pair.claim_a], claims.loc[pair.claim_b]
        denial, denied = (a, b) if pair.denier == "a" else (b, a)
        if denial["outlet"] == denied["outlet"] or not isinstance(denied["actor_id"], str):
            continue
        who = names.get(denial["actor_id"], "somebody")
        said = f"{names[denied['actor_id']]} says in {denied['outlet']}: “{_shorten(denied['content'])}”."
        text = f"What {who} denies in {denial['outlet']}, {said}"
        out.append(Finding(text, (denial.name, denied.name)))
    return out[:MOST_DENIALS]


def _shared_quotes(story: ProcessedStory) -> list[Finding]:
    """Quotations of one speaker that two outlets carry, with what each cut, or both wordings where words differ."""
    names, claims, out = _names(story), _spoken(story).set_index("claim_id"), []
    bodies = dict(zip(story.articles["article_id"], story.articles["body"], strict=True))
    wordings = story.compared.wordings.set_index("pair")
    told = set()
    for pair in story.compared.claim_pairs.query(f"relation == 'same_quote' and score >= {SURE}").itertuples():
        a, b = claims.loc[pair.claim_a], claims.loc[pair.claim_b]
        if not {a["article_id"], b["article_id"]} <= bodies.keys():
            continue
        one = bodies[a["article_id"]][pair.start_a : pair.end_a]
        other = bodies[b["article_id"]][pair.start_b : pair.end_b]
        key = (a["outlet"], b["outlet"], one)
        same_speaker = a["actor_id"] == b["actor_id"] and a["actor_id"] in names
        if a["outlet"] == b["outlet"] or not same_speaker or key in told or count_words(one) < FEWEST_WORDS:
            continue
        told.add(key)
        words = f"“{_shorten(one)}”"
        if pair.change == "reworded":
            words = f"{a['outlet']} {words}, {b['outlet']} “{_shorten(other)}”"
        text = f"{a['outlet']} and {b['outlet']} both quote {names[a['actor_id']]}: {words}."
        for row, cut in ((a, "cut_a"), (b, "cut_b")):
            left_off = wordings.loc[pair.pair_id, cut]
            text += f" {row['outlet']} leaves off “{_shorten(left_off)}”." if isinstance(left_off, str) else ""
        out.append(Finding(text, (pair.claim_a, pair.claim_b)))
    return out[:MOST_QUOTES]


def _shorten(text: str, most: int = 110) -> str:
    """The beginning of a content, cut at a word; marks inside it become single ones, as inside a quotation."""
    text = " ".join(text.split()).replace("“", "‘").replace("”", "’").strip(",;:. ")
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0].rstrip(",;: ") + " …"


def _checks(story: ProcessedStory) -> list[Finding]:
    """Each checked figure beside the reference values of its year, one sentence a figure."""
    names, outlets, out, told = _names(story), _outlets(story), [], set()
    checks = story.compared.figure_checks
    by_figure = _by_figure(checks)
    for figure in story.figures[story.figures["figure_id"].isin(checks["figure_id"])].itertuples():
        key = (figure.actor_id, figure.measure, figure.iso3, figure.value)
        if key in told:
            continue
        told.add(key)
        speaker = _stated_by(names, outlets, figure)
        period = f" for “{figure.period_text}”" if isinstance(figure.period_text, str) else ""
        said = bounded(figure.bound) + amount(figure.value, figure.unit)
        beside = [_beside(row) for row in by_figure[figure.figure_id].itertuples()]
        text = f"{capital(figure.measure)} of {figure.about}: {speaker} says {said}{period}. {' '.join(beside)}"
        out.append(Finding(text, (figure.figure_id,), "numbers"))
    return out


def _beside(row: Any) -> str:
    """One reference value as a sentence, with its year, its vintage and the ratio."""
    known = {"then": "As known then", "later": f"As first known, in {row.known_from}", "now": "As known now"}[
        row.vintage
    ]
    if pd.isna(row.reference_value):
        why = row.note if row.note.startswith("no value") else f"no value to set beside it: {row.note}"
        return f"{known}, there is {why}."
    ratio = "" if pd.isna(row.ratio) else f"; what is said is {times(row.ratio)} that"
    units = [part for part in str(row.note).split("; ") if part.startswith("units differ")]
    ratio = f" ({units[0]}, so no ratio)" if units else ratio
    late = ", after the article’s date" if isinstance(row.note, str) and "after publication" in row.note else ""
    return f"{known}, it was {amount(row.reference_value, None)} in {row.year}{late}{ratio}."


def _per_person(story: ProcessedStory) -> list[Finding]:
    """What the speaker's own numbers come to, beside the reference values first known."""
    out = []
    table = story.compared.per_person
    by_figure = _by_figure(table)
    for own in table[table["basis"] == "stated"].itertuples():
        same = by_figure[own.figure_id]
        reference = same[same["basis"].isin(["then", "later"])].head(1)
        known = [
            f"by reference values for {r.year} it is {amount(r.per_person, r.unit)}" for r in reference.itertuples()
        ]
        text = (
            f"By the speaker’s own numbers, {own.measure} of {own.about} comes to {amount(own.per_person, own.unit)} "
            f"a person; {known[0] if known else 'there is no reference value to set beside it'}."
        )
        rows = (own.figure_id, own.people_figure_id)
        out.append(Finding(text, rows, "numbers"))
    return out


def _ratios(story: ProcessedStory) -> list[Finding]:
    """Each stated ratio between two countries beside the same one by reference values."""
    out = []
    table = story.compared.ratios
    by_figure = _by_figure(table)
    for own in table[table["basis"] == "stated"].itertuples():
        same = by_figure[own.figure_id]
        same = same[(same["of_iso3"] == own.of_iso3) & same["year"].notna()]
        known = [f"{multiple(r.ratio)} times {VINTAGES[r.basis]} (for {r.year})" for r in same.itertuples()]
        beside = f"by reference values it is {join_words(known)}" if known else "no year has reference values for both"
        two = isinstance(own.other_figure_id, str)
        lead = "by the stated numbers comes to" if two else "is stated as"
        stated = f"{bounded(own.bound)}{multiple(own.ratio)} times that of {own.of}"
        text = f"{capital(own.measure)} of {own.about} {lead} {stated}; {beside}."
        rows = tuple(i for i in (own.figure_id, own.other_figure_id) if isinstance(i, str))
        out.append(Finding(text, rows, "numbers"))
    return out


def _known_values(story: ProcessedStory) -> list[Finding]:
    """How many entries of a reference list go beyond a stated value, told once a value."""
    out, told = [], set()
    figures = story.figures.set_index("figure_id")
    for figure_id, group in story.compared.known_values.groupby("figure_id", sort=False):
        figure = figures.loc[figure_id]
        if (key := (figure["measure"], figure["iso3"], figure["unit"], figure["value"])) in told:
            continue
        told.add(key)
        beyond = list(dict.fromkeys(group[group["reference_value"] > figure["value"]]["item"]))
        named = f": {join_words(beyond)}" if beyond else ""
        text = (
            f"{capital(figure['measure'])} is put at {amount(figure['value'], figure['unit'])}. Of "
            f"{count(group['item'].nunique(), 'entry', 'entries')} for {figure['about']} in the reference list, "
            f"{len(beyond) or 'none'} {'goes' if len(beyond) == 1 else 'go'} beyond that{named}."
        )
        out.append(Finding(text, (figure_id,), "numbers"))
    return out


def _agreements(story: ProcessedStory) -> list[Finding]:
    """Speakers who give one measure of one party, and whether their numbers agree."""
    names, outlets, out = _names(story), _outlets(story), []
    figures = {row.figure_id: row for row in story.figures.itertuples()}
    told = {"agree": "give the same number for", "agree_rounded": "agree, rounded, on", "conflict": "differ on"}
    for pair in story.compared.figure_pairs.itertuples():
        a, b = figures[pair.figure_a], figures[pair.figure_b]
        who = [_stated_by(names, outlets, figure) for figure in (a, b)]
        one = a.measure == b.measure and isinstance(a.about, str) and a.about == b.about
        if who[0] == who[1] or not one:
            continue
        numbers = " and ".join(dict.fromkeys(amount(x.value, x.unit) for x in (a, b)))
        text = f"{join_words(who)} {told[pair.relation]} the {a.measure} of {a.about}: {numbers}."
        out.append(Finding(text, (pair.figure_a, pair.figure_b), "numbers"))
    return out


def _left_out(story: ProcessedStory) -> list[Finding]:
    """Persons whom other outlets let speak and one does not name."""
    names, out = _names(story), []
    first = _spoken(story).dropna(subset=["actor_id"]).drop_duplicates("actor_id").set_index("actor_id")["claim_id"]
    table = story.compared.left_out.query("kind == 'speaker'")
    for outlet, group in table.groupby("outlet", sort=False):
        text = f"{outlet} does not name {_list_names([names[actor] for actor in group['row_id']])}."
        out.append(Finding(text, tuple(first[actor] for actor in group["row_id"])))
    return out


def _left_open(story: ProcessedStory) -> list[Finding]:
    """What the extractor would not decide."""
    spoken = _spoken(story)
    n = int(spoken["actor_id"].isna().sum())
    if not n:
        return []
    text = f"The speaker of {count(n, 'claim')} is left open, because the words do not decide it."
    return [Finding(text, tuple(spoken.loc[spoken["actor_id"].isna(), "claim_id"]))]
