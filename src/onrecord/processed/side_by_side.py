"""Rows that belong together, as people read them: the words of two outlets side by side, not ids."""

import pandas as pd

from onrecord.tables import Tables

CONTEXT = 60  # code points shown on each side of a figure


def show_passages(found: Tables, pairs: pd.DataFrame) -> pd.DataFrame:
    """Pairs of passages (rows of ``claim_pairs``): how they belong together, and who says what in which outlet."""
    claims = found.claims.set_index("claim_id")
    names = found.actors.set_index("actor_id")["name"]
    shown = pairs[["relation", "change", "score"]].copy()
    for side in ("a", "b"):
        claim = claims.loc[pairs[f"claim_{side}"]]
        shown[f"outlet_{side}"] = _outlets(found, claim["article_id"])
        shown[f"speaker_{side}"] = claim["actor_id"].map(names).to_numpy()
        shown[f"paragraph_{side}"] = pairs[f"paragraph_{side}"]
        shown[f"words_{side}"] = _words(found, claim["article_id"], pairs[f"start_{side}"], pairs[f"end_{side}"])
    return shown


def show_stretches(found: Tables, rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of ``statements`` or ``parallels`` with the words that they point at, in place of ids and offsets."""
    words = _words(found, rows["article_id"], rows["start"], rows["end"])
    return rows.assign(words=words).drop(
        columns=["article_id", "start", "end", "claim_id", "actor_id"], errors="ignore"
    )


def show_figures(found: Tables, pairs: pd.DataFrame) -> pd.DataFrame:
    """Pairs of figures (``figure_pairs``), each with the words around it."""
    figures = found.figures.set_index("figure_id")
    shown = pairs[["relation", "shared"]].copy()
    for side in ("a", "b"):
        figure = figures.loc[pairs[f"figure_{side}"]]
        shown[f"outlet_{side}"] = _outlets(found, figure["article_id"])
        shown[f"figure_{side}"] = figure["text"].to_numpy()
        starts, ends = (figure["start"] - CONTEXT).clip(lower=0), figure["end"] + CONTEXT
        shown[f"words_{side}"] = _words(found, figure["article_id"], starts, ends)
    return shown


def show_left_out(found: Tables, left_out: pd.DataFrame) -> pd.DataFrame:
    """What an outlet leaves out (``left_out``), in words: a statement's, a figure's, a speaker's name."""
    words = pd.concat(
        [
            found.claims.set_index("claim_id")["content"],
            found.figures.set_index("figure_id")["sentence"],
            found.actors.set_index("actor_id")["name"],
        ]
    )
    return left_out.assign(words=left_out["row_id"].map(words))[["outlet", "kind", "words", "evidence"]]


def _outlets(found: Tables, articles: pd.Series) -> list[str]:
    known = found.articles.set_index("article_id")["outlet"]
    return [known[article] for article in articles]


def _words(found: Tables, articles: pd.Series, starts: pd.Series, ends: pd.Series) -> list[str]:
    bodies = found.articles.set_index("article_id")["body"]
    return [" ".join(bodies[a][s:e].split()) for a, s, e in zip(articles, starts, ends, strict=True)]
