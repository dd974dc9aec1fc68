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


def show_checks(found: Tables, checks: pd.DataFrame) -> pd.DataFrame:
    """Figures beside reference values (``figure_checks``), each with who states it, where, and in which words."""
    figure = found.figures.set_index("figure_id").loc[checks["figure_id"]]
    names = found.actors.set_index("actor_id")["name"]
    shown = pd.DataFrame(
        {
            "outlet": _outlets(found, figure["article_id"]),
            "speaker": figure["actor_id"].map(names).to_numpy(),
            "figure": figure["text"].to_numpy(),
            "measure": figure["measure"].to_numpy(),
            "about": figure["about"].to_numpy(),
        },
        index=checks.index,
    )
    return shown.join(checks[["year", "series", "vintage", "reference_value", "ratio", "note", "figure_id"]])


def show_only_in(found: Tables, only_in: pd.DataFrame) -> pd.DataFrame:
    """What one outlet alone prints (``only_in``), in words: a quotation with its speaker, a number in its sentence."""
    return only_in.assign(words=only_in["row_id"].map(_words_of_rows(found)))[["outlet", "kind", "words", "others"]]


def show_named_in(found: Tables, named_in: pd.DataFrame) -> pd.DataFrame:
    """Who names whom (``named_in``): a row a person, a column an outlet."""
    names = found.actors.set_index("actor_id")["name"]
    shown = named_in.assign(person=named_in["actor_id"].map(names), naming=named_in["naming"].fillna("open"))
    outlets = list(dict.fromkeys(found.articles["outlet"]))
    table = shown.pivot_table(
        index=["actor_id", "person"], columns="outlet", values="naming", aggfunc="first", sort=False
    )
    return table.reindex(columns=outlets).reset_index().drop(columns="actor_id").rename_axis(columns=None)


def show_reporting_verbs(found: Tables, verbs: pd.DataFrame, pairs: pd.DataFrame) -> pd.DataFrame:
    """Verbs of different classes for one statement (``reporting_verbs``), with outlets, speaker and words."""
    told = verbs.merge(pairs, left_on="pair", right_on="pair_id")
    shown = show_passages(found, told)[["outlet_a", "outlet_b", "speaker_a", "words_a", "words_b"]]
    return told[["verb_a", "class_a", "verb_b", "class_b"]].join(shown)


def show_left_out(found: Tables, left_out: pd.DataFrame) -> pd.DataFrame:
    """What an outlet leaves out (``left_out``), in words: a statement's, a figure's, a speaker's name."""
    return left_out.assign(words=left_out["row_id"].map(_words_of_rows(found)))[["outlet", "kind", "words", "evidence"]]


def _words_of_rows(found: Tables) -> pd.Series:
    """What each row of three tables says, by its id: a claim's content, a figure's sentence, an actor's name."""
    claims, figures = found.claims.set_index("claim_id"), found.figures.set_index("figure_id")
    return pd.concat([claims["content"], figures["sentence"], found.actors.set_index("actor_id")["name"]])


def _outlets(found: Tables, articles: pd.Series) -> list[str]:
    known = found.articles.set_index("article_id")["outlet"]
    return [known[article] for article in articles]


def _words(found: Tables, articles: pd.Series, starts: pd.Series, ends: pd.Series) -> list[str]:
    bodies = found.articles.set_index("article_id")["body"]
    return [" ".join(bodies[a][s:e].split()) for a, s, e in zip(articles, starts, ends, strict=True)]
