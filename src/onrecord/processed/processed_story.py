"""A processed story: its tables as the notebooks left them, and the evidence behind any row."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

import pandas as pd

from onrecord import extraction, tables
from onrecord.comparison import compare_story, read_references
from onrecord.errors import DataError, UsageError
from onrecord.language.wording import count, join_words
from onrecord.processed.outlet_pair import OutletPair, pair_outlets
from onrecord.processed.questions import NumberInStory, list_claims_by, list_figures_of, look_up_number
from onrecord.processed.storage import read_comparisons, read_tables
from onrecord.story import AliasLine, Story, read_story
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


@dataclass(frozen=True, repr=False)
class ProcessedStory(Tables):
    """The tables of one story; ``comparisons`` is null before 03-compare has run."""

    story: Story
    exclusions: pd.DataFrame
    comparisons: Comparisons | None

    def __repr__(self) -> str:
        outlets = join_words(list(dict.fromkeys(self.articles["outlet"])))
        speaking = self.speakers["actor_id"].nunique()
        return (
            f"{self.story.name}: {count(len(self.articles), 'article')} ({outlets}), "
            f"{count(len(self.claims), 'claim')} by {count(speaking, 'actor')}, {count(len(self.figures), 'figure')}, "
            f"{count(len(self.decisions), 'decision')} by hand"
            f"{'' if self.comparisons else '; not compared yet'}.\n"
            "Ask .claims_by(NAME), .figures_of(MEASURE), .about(NUMBER), .side_by_side(OUTLET, OUTLET), .show(ROW_ID); "
            "tables: .claims, .figures, .actors, .mentions, .articles, .comparisons"
        )

    def claims_by(self, name: str) -> pd.DataFrame:
        """One actor's claims, by name, alias or id (empty: everybody's), in the order in which they were said as far as
        that is known.

        Raises ``UsageError`` naming the likeliest when nobody, or several, are called so.
        """
        return list_claims_by(self, name)

    def figures_of(self, measure: str) -> pd.DataFrame:
        """The figures of a measure, by its name in ``story.yaml`` or some of its words (empty: all figures)."""
        return list_figures_of(self, measure)

    def about(self, asked: str) -> NumberInStory:
        """Everything about a number ("16 billion", "sixteen"): figures, claims, statistics, outlets without it."""
        return look_up_number(self, self.comparisons, asked)

    def side_by_side(self, first: str = "", second: str = "") -> OutletPair:
        """The passages of two outlets that belong together, differences marked; of the first two without names."""
        return pair_outlets(self, self.compared, first, second)

    def recompute(
        self, decisions: Sequence[extraction.Decision] = (), aliases: Sequence[AliasLine] = ()
    ) -> "ProcessedStory":
        """The story after the decisions that now stand in ``review.csv`` and ``aliases.csv``, and after further ones:
        its tables and comparisons made again in memory, without a new parse of what 02-extract read.

        Files are left as they are: ``onrecord run`` writes them. Raises ``StoryError`` naming a faulty line.
        """
        found = extraction.extract_story(self.articles, self.story, aliases=aliases)
        found = extraction.apply_reviews(found, self.story, decisions)
        made = compare_story(found, self.story)
        return replace(self, **{field.name: getattr(found, field.name) for field in fields(Tables)}, comparisons=made)

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


def preview_story(story: Story, articles: pd.DataFrame, exclusions: pd.DataFrame) -> ProcessedStory:
    """A story's tables and comparisons made in memory of its cleaned articles, as a run would write them."""
    empty = {field.name: tables.make_table(field.name, []) for field in fields(Tables)}
    made = ProcessedStory(**{**empty, "articles": articles}, story=story, exclusions=exclusions, comparisons=None)
    return made.recompute()
