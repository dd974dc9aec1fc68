"""What one asks of a story in one expression: whose claims, which figures, everything about a number."""

from dataclasses import dataclass
from html import escape
from math import isclose

import pandas as pd

from onrecord.errors import UsageError, near
from onrecord.figures import find_numerals
from onrecord.language.wording import count, join_words, number
from onrecord.processed.marking import as_text
from onrecord.processed.side_by_side import show_checks
from onrecord.tables import Comparisons, Tables, read_rows
from onrecord.tables.extracted import FigureRow

SAID = ["outlet", "published", "speaker", "cue", "stance", "quotation", "content", "said_start", "review", "claim_id"]
STATED = ["outlet", "speaker", "text", "value", "low", "high", "bound", "unit", "measure", "about", "period_text"]


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def find_actor(found: Tables, name: str) -> str:
    """The id of the actor with this name, alias or id; raises ``UsageError`` where nobody or several are called so."""
    if name in set(found.actors["actor_id"]):
        return name
    called = found.actors.loc[found.actors["name"].map(_plain) == _plain(name), "actor_id"].tolist()
    called = called or found.aliases.loc[found.aliases["alias"].map(_plain) == _plain(name), "actor_id"].tolist()
    if len(set(called)) == 1:
        return str(called[0])
    names = dict(zip(found.actors["actor_id"], found.actors["name"], strict=True))
    if called:
        told = "; ".join(f"{names[actor]} ({actor})" for actor in dict.fromkeys(called))
        raise UsageError(f"{name!r} are several: {told}.", "Ask with one of these ids.")
    raise UsageError(f"Nobody in this story is called {name!r}.{near(name, list(names.values()))}", "See story.actors.")


def list_claims(found: Tables) -> pd.DataFrame:
    """The claims in words: outlet and speakers by name, in reading order."""
    names = dict(zip(found.actors["actor_id"], found.actors["name"], strict=True))
    spoken = found.speakers.assign(name=found.speakers["actor_id"].map(names)).groupby("claim_id", sort=False)["name"]
    articles = found.articles.set_index("article_id")
    claims = found.claims.assign(
        outlet=found.claims["article_id"].map(articles["outlet"]),
        published=found.claims["article_id"].map(articles["published"]),
        speaker=found.claims["claim_id"].map(spoken.apply(lambda several: join_words(list(several)))),
    )
    return claims[SAID].reset_index(drop=True)


def list_claims_by(found: Tables, name: str) -> pd.DataFrame:
    """One actor's claims (without a name everybody's) in the order in which they were said, else published."""
    claims = list_claims(found)
    if name:
        own = found.speakers.loc[found.speakers["actor_id"] == find_actor(found, name), "claim_id"]
        claims = claims[claims["claim_id"].isin(own)]
    when = claims["said_start"].fillna(claims["published"])
    return claims.loc[when.sort_values(kind="stable").index].reset_index(drop=True)


def list_figures(found: Tables) -> pd.DataFrame:
    """The figures in words: outlet and speaker by name, in reading order."""
    figures = found.figures.assign(
        outlet=found.figures["article_id"].map(found.articles.set_index("article_id")["outlet"]),
        speaker=found.figures["actor_id"].map(found.actors.set_index("actor_id")["name"]),
    )
    return figures[[*STATED, "sentence", "review", "figure_id"]].reset_index(drop=True)


def list_figures_of(found: Tables, measure: str) -> pd.DataFrame:
    """The figures whose measure is this, or holds all of its words; without a measure all of them.

    Raises ``UsageError`` naming the likeliest measure where there are none.
    """
    figures = list_figures(found)
    if not measure:
        return figures
    measures = figures["measure"].fillna("").map(_plain)
    chosen = measures == _plain(measure)
    if not chosen.any():
        words = set(_plain(measure).split())
        chosen = measures.map(lambda known: bool(words) and words <= set(known.split()))
    if not chosen.any():
        known = sorted(set(figures["measure"].dropna()))
        raise UsageError(f"No figure of this story has the measure {measure!r}.{near(measure, known)}",
                         f"Measures: {', '.join(known) or 'none'}.")  # fmt: skip
    return figures[chosen].reset_index(drop=True)


@dataclass(frozen=True)
class NumberInStory:
    """Everything about a number: ``figures`` that state it (or a range that ends at it), rejected ones too, the
    ``claims`` they stand in, the ``checks`` of public statistics beside them, and the ``silent`` outlets without it."""

    value: float
    figures: pd.DataFrame
    claims: pd.DataFrame
    checks: pd.DataFrame
    silent: list[str]

    def __str__(self) -> str:
        kept = self.figures[self.figures["review"] != "rejected"]
        outlets = list(dict.fromkeys(kept["outlet"]))
        given = f"given {count(len(kept), 'time')} by {join_words(outlets)}" if outlets else "given by no outlet"
        return f"{number(self.value)}: {given}" + (f"; not by {join_words(self.silent)}" if self.silent else "")

    __repr__ = __str__

    def _repr_html_(self) -> str:
        shown = [
            ("figures", self.figures),
            ("claims that they stand in", self.claims),
            ("beside statistics", self.checks),
        ]
        parts = [f"<h4>{title}</h4>{table.to_html(index=False, na_rep='')}" for title, table in shown if len(table)]
        return as_text(f"<p><b>{escape(str(self))}</b></p>{''.join(parts)}")


def look_up_number(found: Tables, compared: Comparisons | None, asked: str) -> NumberInStory:
    """Everything about the one number in ``asked`` ("16 billion", "$16bn", "sixteen"), however the articles write it.

    Raises ``UsageError`` where ``asked`` holds no number, or several.
    """
    numerals = [one for one in find_numerals(str(asked)) if one.value is not None]
    if len(numerals) != 1 or numerals[0].value is None:
        raise UsageError(f"{asked!r} is not one number.", "Ask for one: 16 billion, 2,000 or sixteen.")
    value = numerals[0].value
    stated = read_rows(found.figures, FigureRow)
    same = [any(x is not None and isclose(value, x) for x in (row.value, row.low, row.high)) for row in stated]
    rows = found.figures[same]
    figures, claims = list_figures(found), list_claims(found)
    chosen = figures[figures["figure_id"].isin(rows["figure_id"])].reset_index(drop=True)
    given = set(chosen.loc[chosen["review"] != "rejected", "outlet"])
    checks = show_checks(found, compared.figure_checks) if compared else pd.DataFrame(columns=["figure_id"])
    return NumberInStory(
        value,
        chosen,
        claims[claims["claim_id"].isin(rows["claim_id"])].reset_index(drop=True),
        checks[checks["figure_id"].isin(rows["figure_id"])].drop(columns="figure_id").reset_index(drop=True),
        [outlet for outlet in dict.fromkeys(found.articles["outlet"]) if outlet not in given],
    )
