"""A story's tables in its folders: written, read again, and limited to one outlet."""

from dataclasses import fields
from pathlib import Path

import pandas as pd

from onrecord import tables
from onrecord.story import Settings
from onrecord.tables import Comparisons, Tables


def write_tables(found: Tables, folder: Path) -> None:
    """Every extracted table but ``articles``, which 01-clean wrote."""
    for field in fields(Tables):
        if field.name != "articles":
            tables.write_table(field.name, getattr(found, field.name), folder)


def write_comparisons(made: Comparisons, folder: Path) -> None:
    """Every comparison into ``folder/comparisons``."""
    for field in fields(Comparisons):
        tables.write_table(field.name, getattr(made, field.name), folder / "comparisons")


def read_tables(folder: Path) -> Tables:
    """The extracted tables of a processed folder."""
    return Tables(**{field.name: tables.read_table(field.name, folder) for field in fields(Tables)})


def read_compared(settings: Settings) -> Tables:
    """The tables that a comparison starts from, limited to one outlet when the parameter names one."""
    found = read_tables(settings.source)
    return select_outlet(found, settings.outlet) if settings.outlet else found


def select_outlet(found: Tables, outlet: str) -> Tables:
    """The rows of one outlet's articles, with the actors that they mention."""
    articles = found.articles[found.articles["outlet"] == outlet]
    names = ("sentences", "claims", "mentions", "figures", "readability")
    kept = {name: getattr(found, name) for name in names}
    kept = {name: table[table["article_id"].isin(articles["article_id"])] for name, table in kept.items()}
    for name in ("speakers", "spans"):
        table = getattr(found, name)
        kept[name] = table[table["claim_id"].isin(kept["claims"]["claim_id"])]
    rows = {*kept["claims"]["claim_id"], *kept["figures"]["figure_id"]}
    kept["decisions"] = found.decisions[found.decisions["row_id"].isin(rows)]
    for name in ("actors", "aliases"):
        table = getattr(found, name)
        used = pd.concat([kept["mentions"]["actor_id"], kept["claims"]["actor_id"], kept["figures"]["actor_id"]])
        kept[name] = table[table["actor_id"].isin(used)]
    return Tables(articles=articles, **kept)


def write_compared(found: Tables, made: Comparisons, settings: Settings) -> None:
    """Write the comparisons; where they are of one outlet, its tables stand beside them, for the report."""
    if settings.outlet:
        tables.write_table("articles", found.articles, settings.processed)
        write_tables(found, settings.processed)
        if not (settings.processed / "exclusions.parquet").is_file():
            left_out = tables.read_table("exclusions", settings.story.processed)
            tables.write_table("exclusions", left_out, settings.processed)
    write_comparisons(made, settings.processed)


def read_comparisons(folder: Path) -> Comparisons:
    names = [field.name for field in fields(Comparisons)]
    return Comparisons(**{name: tables.read_table(name, folder / "comparisons") for name in names})
