"""A processed story: its tables as the notebooks left them, and the evidence behind any row."""

from dataclasses import dataclass, fields
from pathlib import Path

import pandas as pd

from onrecord import tables
from onrecord.comparison import Comparisons, read_references
from onrecord.errors import UsageError
from onrecord.extraction import Tables
from onrecord.language.wording import join_words
from onrecord.story import Settings, Story, read_story
from onrecord.tables.dictionary import COMPARISONS

CONTEXT = 120  # code points shown on either side of a row's words


@dataclass(frozen=True)
class Evidence:
    """A row with the exact words it points at, inside what stands around them."""

    table: str
    row: dict
    before: str
    words: str
    after: str

    def __str__(self) -> str:
        shown = "\n".join(f"  {k}: {v}" for k, v in self.row.items() if not pd.isna(v))
        return f"{self.table}\n{shown}\n\n  …{self.before}[{self.words}]{self.after}…"

    __repr__ = __str__


@dataclass(frozen=True)
class ProcessedStory(Tables):
    """The tables of one story; ``comparisons`` is null before 03-compare has run."""

    story: Story
    exclusions: pd.DataFrame
    comparisons: Comparisons | None

    def show(self, row_id: str) -> Evidence:
        """The evidence of a claim, figure, mention or actor (its first mention); raises ``UsageError`` for others."""
        for table, key in (("claims", "claim_id"), ("figures", "figure_id"), ("mentions", "mention_id")):
            found = getattr(self, table).query(f"{key} == @row_id")
            if len(found):
                return self._evidence(table, found.iloc[0].to_dict())
        raise UsageError(
            f"Story {self.story.name} has no row {row_id!r}.",
            "Ids stand in the first column of claims.csv, figures.csv, mentions.csv and actors.csv.",
        )

    def names(self) -> dict[str, str]:
        """Each actor's name by its id."""
        return dict(zip(self.actors["actor_id"], self.actors["name"], strict=True))

    def named_figures(self) -> pd.DataFrame:
        """The figures whose measure ``story.yaml`` names; any other noun may be a measure too."""
        return self.figures[self.figures["measure"].isin(list(self.story.about.measures))]

    def count_rows(self) -> pd.DataFrame:
        """Rows of each table."""
        names = [f.name for f in fields(Tables)] + ["exclusions"]
        return pd.DataFrame({"table": names, "rows": [len(getattr(self, name)) for name in names]})

    def article_line(self) -> str:
        """The articles as a chart's source line names them."""
        days = dict.fromkeys(f"{d.day} {d:%B %Y}" for d in self.articles["published"].dropna())
        outlets = join_words(list(dict.fromkeys(self.articles["outlet"])))
        return f"{outlets}, {join_words(list(days))}" if days else outlets

    def series_line(self, measure: str | None = None) -> str:
        """The articles, and who published the series that figures (of one measure) were checked against."""
        checks = self.comparisons.figure_checks
        if measure:
            wanted = self.figures.loc[self.figures["measure"] == measure, "figure_id"]
            checks = checks[checks["figure_id"].isin(wanted)]
        known = read_references(self.story.reference).series if len(checks) else None
        publishers = (
            [] if known is None else known[known["series"].isin(checks["series"])]["publisher"].drop_duplicates()
        )
        return "; ".join([f"stated: {self.article_line()}", *(f"reference: {name}" for name in publishers)])

    def list_line(self) -> str:
        """The articles, and the reference lists used."""
        used = sorted(set(self.comparisons.known_values["series"]))
        lists = [f"list: {name.replace('_', ' ')}, sources by entry in its data" for name in used]
        return "; ".join([f"stated: {self.article_line()}", *lists])

    def _evidence(self, table: str, row: dict) -> Evidence:
        body = self.articles.set_index("article_id")["body"][row["article_id"]]
        start, end = int(row["start"]), int(row["end"])
        before, after = body[max(0, start - CONTEXT) : start], body[end : end + CONTEXT]
        return Evidence(table, row, before, body[start:end], after)


def write_tables(found: Tables, folder: Path) -> None:
    """Every extracted table but ``articles``, which 01-clean wrote."""
    for field in fields(Tables):
        if field.name != "articles":
            tables.write_table(field.name, getattr(found, field.name), folder)


def write_comparisons(made: Comparisons, folder: Path) -> None:
    """Every comparison into ``folder/comparisons``."""
    for name in COMPARISONS:
        tables.write_table(name, getattr(made, name), folder / "comparisons")


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
    kept = {name: getattr(found, name) for name in ("claims", "mentions", "figures")}
    kept = {name: table[table["article_id"].isin(articles["article_id"])] for name, table in kept.items()}
    for name in ("speakers", "spans"):
        table = getattr(found, name)
        kept[name] = table[table["claim_id"].isin(kept["claims"]["claim_id"])]
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
    return Comparisons(**{name: tables.read_table(name, folder / "comparisons") for name in COMPARISONS})


def open_story(name: str, *, folder: Path | None = None, story: Story | None = None) -> ProcessedStory:
    """A story's tables from ``data/processed`` (or from ``folder``); raises ``DataError`` for one not processed yet."""
    story = story or read_story(name)
    folder = folder or story.processed
    found = read_tables(folder)
    compared = read_comparisons(folder) if (folder / "comparisons").is_dir() else None
    exclusions = tables.read_table("exclusions", folder)
    return ProcessedStory(
        **{field.name: getattr(found, field.name) for field in fields(Tables)},
        story=story,
        exclusions=exclusions,
        comparisons=compared,
    )
