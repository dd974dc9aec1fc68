"""People's decisions on rows, from ``data/raw/STORY/review.csv``: inputs like any other, so they survive every run."""

import csv
from dataclasses import fields, replace

import pandas as pd

from onrecord import tables
from onrecord.errors import StoryError
from onrecord.story import Story, near
from onrecord.tables import Tables
from onrecord.tables.dictionary import REVIEWS, SCHEMAS

COLUMNS = ("row_id", "words", "verdict", "column", "value", "reviewer", "on", "note")
VERDICTS = REVIEWS[1:]
FLAGS = {"true": True, "false": False}  # as a table's CSV and aliases.csv write them
KEYS = {"claims": "claim_id", "figures": "figure_id"}
FIXED = ("start", "end", "article_id", "rule", "review")  # what shows where a row comes from is not for correcting


def read_reviews(story: Story) -> pd.DataFrame:
    """One row a decision; empty without the file. Raises ``StoryError`` naming the line and what is wrong in it.

    ``verdict``: accepted, rejected or corrected; a correction names the ``column`` and its new ``value`` (empty: null).
    ``words`` repeats what the reviewer saw, for people; rows are found by ``row_id``.
    """
    path = story.raw / "review.csv"
    if not path.is_file():
        return pd.DataFrame(columns=list(COLUMNS), dtype=str)
    with path.open(encoding="utf8", newline="") as file:
        rows = list(csv.DictReader(file))
    for line, row in enumerate(rows, 2):
        if problem := _find_problem(row):
            raise StoryError(f"data/raw/{story.name}/review.csv, line {line}: {problem}", "Mend that line.")
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype=str)


def _find_problem(row: dict) -> str | None:
    if not row.get("row_id"):
        return "row_id is empty."
    if row.get("verdict") not in VERDICTS:
        return f"verdict {row.get('verdict')!r} is none of {', '.join(VERDICTS)}."
    if row["verdict"] != "corrected":
        return None
    tables_of = [name for name in KEYS if row["row_id"].startswith(name[0])]  # an id begins with its table's initial
    known = [c for name in tables_of for c in SCHEMAS[name].columns if c not in (*FIXED, *KEYS.values())]
    if row.get("column") not in known:
        return f"column {row.get('column')!r} cannot be corrected.{near(row.get('column') or '', known)}"
    return None


def apply_reviews(found: Tables, story: Story) -> tuple[Tables, pd.DataFrame]:
    """The tables with each decision entered, and the decisions whose row is no longer there.

    A rejected row stays, marked as rejected; comparisons leave it out.
    """
    reviews = read_reviews(story)
    made, matched = {}, set()
    for name, key in KEYS.items():
        table = getattr(found, name).astype(object)
        for review in reviews[reviews["row_id"].isin(table[key])].itertuples():
            here = table[key] == review.row_id
            matched.add(review.row_id)
            table.loc[here, "review"] = review.verdict
            if review.verdict == "corrected":
                table.loc[here, review.column] = FLAGS.get(str(review.value).lower(), review.value or None)
        made[name] = tables.check_table(name, table) if len(matched) else getattr(found, name)
    reviewed = replace(found, **made, speakers=_follow(found.speakers, made["claims"], reviews))
    tables.check_keys({field.name: getattr(reviewed, field.name) for field in fields(Tables)})
    return reviewed, reviews[~reviews["row_id"].isin(matched)]


def _follow(speakers: pd.DataFrame, claims: pd.DataFrame, reviews: pd.DataFrame) -> pd.DataFrame:
    """The speakers, with the one that a person named where a claim's ``actor_id`` was corrected."""
    moved = reviews[(reviews["verdict"] == "corrected") & (reviews["column"] == "actor_id")]["row_id"]
    named = claims.loc[claims["claim_id"].isin(moved), ["claim_id", "actor_id"]]
    if named.empty:
        return speakers
    kept = speakers[~speakers["claim_id"].isin(named["claim_id"])]
    order = {claim: i for i, claim in enumerate(claims["claim_id"])}
    both = pd.concat([kept, named.dropna()]).sort_values("claim_id", key=lambda ids: ids.map(order), kind="stable")
    return tables.check_table("speakers", both.reset_index(drop=True))
