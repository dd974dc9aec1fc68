"""A processed story: its tables as the notebooks left them, and the evidence behind any row."""

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import pandas as pd

from onrecord import tables
from onrecord.comparison import read_references
from onrecord.errors import DataError, UsageError
from onrecord.language.wording import join_words
from onrecord.processed.storage import read_comparisons, read_tables
from onrecord.story import Story, read_story
from onrecord.tables import Comparisons, Tables

CONTEXT = 120  # code points shown on either side of a row's words


@dataclass(frozen=True)
class Excerpt:
    """A row with the exact words it points at, inside what stands around them."""

    table: str
    row: dict[str, Any]
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

    def show(self, row_id: str) -> Excerpt:
        """The evidence of a claim, figure, mention or actor (its first mention); raises ``UsageError`` for others."""
        for table, key in (("claims", "claim_id"), ("figures", "figure_id"), ("mentions", "mention_id")):
            found = getattr(self, table).query(f"{key} == @row_id")
            if len(found):
                return self._cut_out(table, found.iloc[0].to_dict())
        raise UsageError(
            f"Story {self.story.name} has no row {row_id!r}.",
            "Ids stand in the first column of claims.csv, figures.csv, mentions.csv and actors.csv.",
        )

    @property
    def compared(self) -> Comparisons:
        """The comparisons; raises ``DataError`` before 03-compare has run."""
        if self.comparisons is None:
            raise DataError(f"{self.story.name}: there are no comparisons yet.", "Run 03-compare first.")
        return self.comparisons

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
        checks = self.compared.figure_checks
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
        used = sorted(set(self.compared.known_values["series"]))
        lists = [f"list: {name.replace('_', ' ')}, sources by entry in its data" for name in used]
        return "; ".join([f"stated: {self.article_line()}", *lists])

    def _cut_out(self, table: str, row: dict[str, Any]) -> Excerpt:
        body = self.articles.set_index("article_id")["body"][row["article_id"]]
        start, end = int(row["start"]), int(row["end"])
        before, after = body[max(0, start - CONTEXT) : start], body[end : end + CONTEXT]
        return Excerpt(table, row, before, body[start:end], after)


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
