"""A corpus of extracted shards, asked with DuckDB: who says what over time and outlet, with the words behind it.

Actors are one article's own; across articles they are told together by name, so two people of one name are one here.
"""

import html
from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd

from onrecord import tables
from onrecord.errors import DataError, UsageError
from onrecord.extraction import SKETCHES
from onrecord.language.wording import count
from onrecord.tables import Tables

ALL = (*(part.name for part in fields(Tables) if part.name != "decisions"), "exclusions", "copies")
PLACES = {"copies": "copies.parquet"}  # the one table of all shards
CONTEXT = 160  # characters around a row's words
MOST_ROWS = 20  # shown below one line of an answer
# Who is told of as a woman or a man: only by pronouns and titles that the text itself uses for the actor.
WOMAN, MAN = "^(she|her|hers|herself)$", "^(he|him|his|himself)$"
MISTRESS, MISTER = r"\b(Mrs|Ms|Miss|Madam|Lady)\.? ", r"\b(Mr|Sir|Lord)\.? "
TITLE = 7  # characters before a name in which its title stands

CLAIMS = """
    SELECT a.name AS actor, r.outlet, r.published, c.stance, c.content AS words, copy_of, c.claim_id AS row_id,
           c.article_id
    FROM speakers s JOIN claims c USING (claim_id) JOIN actors a ON a.actor_id = s.actor_id
    JOIN articles r ON r.article_id = c.article_id LEFT JOIN copies k ON k.article_id = c.article_id
    WHERE c.act = 'says'
"""
BY_NAME = """
    AND s.actor_id IN (SELECT actor_id FROM actors WHERE lower(name) = lower($name) OR ends_with(lower(name), $last)
                       UNION SELECT actor_id FROM aliases WHERE lower(alias) = lower($name))
    ORDER BY r.published, r.outlet, c.article_id, c.start
"""
QUOTED = f"""
    WITH said AS ({CLAIMS} AND a.kind IN ('person', 'organisation', 'country'))
    SELECT actor, count(DISTINCT (coalesce(copy_of, article_id), words)) AS claims,
           count(DISTINCT outlet) AS outlets, count(DISTINCT article_id) AS articles,
           min(published) AS first, max(published) AS last,
           list(row_id ORDER BY published, row_id)[1:{MOST_ROWS}] AS rows
    FROM said GROUP BY actor ORDER BY claims DESC, actor LIMIT $most
"""
FIGURES = """
    SELECT r.published, r.outlet, f.text AS words, f.value, f.low, f.high, f.bound, f.unit, f.measure, f.about,
           copy_of, f.figure_id AS row_id, f.article_id
    FROM figures f JOIN articles r USING (article_id) LEFT JOIN copies USING (article_id)
    WHERE f.measure ILIKE $like OR f.about ILIKE $like OR f.unit ILIKE $like OR f.text ILIKE $like
    ORDER BY r.published, r.outlet, f.article_id, f.start
"""
COVERAGE = f"""
    WITH named AS (
        SELECT actor_id, text, substr(body, greatest(start - {TITLE}, 0) + 1, least(start, {TITLE})) || text AS titled
        FROM mentions JOIN articles USING (article_id) WHERE actor_id IS NOT NULL
    ), told AS (
        SELECT actor_id,
               bool_or(regexp_matches(text, '{WOMAN}', 'i') OR regexp_matches(titled, '{MISTRESS}')) AS she,
               bool_or(regexp_matches(text, '{MAN}', 'i') OR regexp_matches(titled, '{MISTER}')) AS he
        FROM named GROUP BY actor_id
    ), spoken AS (
        SELECT claim_id, a.kind = 'person' AS person, coalesce(she AND NOT he, false) AS woman,
               coalesce(he AND NOT she, false) AS man
        FROM speakers s JOIN actors a ON a.actor_id = s.actor_id LEFT JOIN told ON told.actor_id = s.actor_id
    ), said AS (
        SELECT c.article_id, c.claim_id, coalesce(bool_or(woman), false) AS by_woman,
               coalesce(bool_or(man), false) AS by_man,
               coalesce(bool_or(person AND NOT woman AND NOT man), false) AS by_other
        FROM claims c LEFT JOIN spoken USING (claim_id) WHERE c.act = 'says' GROUP BY c.article_id, c.claim_id
    )
    SELECT r.outlet, strftime(r.published, '%Y-%m') AS month, count(DISTINCT r.article_id) AS articles,
           count(DISTINCT r.article_id) FILTER (copy_of IS NOT NULL) AS copies,
           count(claim_id) AS claims, count_if(by_woman) AS by_women, count_if(by_man) AS by_men,
           count_if(by_other) AS by_people_not_told
    FROM articles r LEFT JOIN said USING (article_id) LEFT JOIN copies USING (article_id)
    GROUP BY ALL ORDER BY month, r.outlet
"""
COPIES = """
    SELECT coalesce(o.headline, left(o.body, 80)) AS text, o.outlet, o.published, max(k.agency) AS agency,
           count(*) AS copies, string_agg(DISTINCT r.outlet, ', ' ORDER BY r.outlet) AS printed_by
    FROM copies k JOIN articles o ON o.article_id = k.copy_of JOIN articles r ON r.article_id = k.article_id
    GROUP BY o.article_id, o.headline, o.body, o.outlet, o.published
    ORDER BY copies DESC, o.published, o.article_id
"""
WHOLE = """
    SELECT (SELECT count(*) FROM articles) AS articles, (SELECT count(DISTINCT outlet) FROM articles) AS outlets,
           (SELECT min(published) FROM articles) AS first, (SELECT max(published) FROM articles) AS last,
           (SELECT count(*) FROM copies) AS copies, (SELECT count(*) FROM claims) AS claims,
           (SELECT count(*) FROM figures) AS figures,
           (SELECT count(*) FROM exclusions) AS left_out
"""


@dataclass(frozen=True, repr=False)
class Answer:
    """A table that answers a question; in a notebook the words behind each line are one click away.

    ``excerpts``: for each line, the rows behind it as (id, before, words, after).
    """

    table: pd.DataFrame
    excerpts: Sequence[Sequence[tuple[str, str, str, str]]] = field(default=())

    def __repr__(self) -> str:
        return self.table.to_string(index=False) if len(self.table) else "Nothing."

    def _repr_html_(self) -> str:
        heads = "".join(f"<th>{html.escape(str(name))}</th>" for name in [*self.table.columns, "evidence"])
        lines = []
        for number, row in enumerate(self.table.itertuples(index=False)):
            cells = "".join(f"<td>{html.escape(_spell(value))}</td>" for value in row)
            lines.append(f"<tr>{cells}<td>{self._unfold(number)}</td></tr>")
        return f"<table><thead><tr>{heads}</tr></thead><tbody>{''.join(lines)}</tbody></table>"

    def _unfold(self, number: int) -> str:
        rows = self.excerpts[number] if number < len(self.excerpts) else ()
        shown = "".join(
            f"<p>…{html.escape(before)}<mark>{html.escape(words)}</mark>{html.escape(after)}… <code>{row}</code></p>"
            for row, before, words, after in rows
        )
        return f"<details><summary>{len(rows)}</summary>{shown}</details>" if rows else ""


def _spell(value: Any) -> str:
    """A cell's value: nothing for null, a day without its midnight."""
    if pd.isna(value):
        return ""
    return f"{value:%Y-%m-%d}" if isinstance(value, pd.Timestamp) else str(value)


@dataclass(frozen=True, repr=False)
class Corpus:
    """The shards of one folder as the tables of the dictionary."""

    folder: Path

    def __repr__(self) -> str:
        row = self.query(WHOLE).iloc[0]
        days = "undated" if pd.isna(row["first"]) else f"{row['first']:%Y-%m-%d} to {row['last']:%Y-%m-%d}"
        return (
            f"{self.folder.name}: {count(row['articles'], 'article')} of {count(row['outlets'], 'outlet')}, {days}, "
            f"of which {row['copies']:,} print an earlier one's text; "
            f"{count(row['claims'], 'claim')}, {count(row['figures'], 'figure')}; {row['left_out']:,} left out.\n"
            "Ask .most_quoted(), .claims_by(NAME), .figures_of(WORDS), .coverage(), .copies(), .query(SQL)"
        )

    @cached_property
    def _database(self) -> Any:
        """DuckDB in memory with a view for each table; it reads this folder and nothing else."""
        import duckdb

        opened = duckdb.connect()
        for name in (*ALL, SKETCHES):
            files = sorted(str(path) for path in self.folder.glob(PLACES.get(name, f"shards/*/{name}.parquet")))
            if files:
                listed = ", ".join("'" + file.replace("'", "''") + "'" for file in files)
                opened.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet([{listed}], union_by_name = true)")
            elif name in ALL:
                opened.register(name, tables.make_table(name, []))
        allowed = str(self.folder).replace("'", "''")
        opened.execute(f"SET allowed_directories = ['{allowed}']")
        opened.execute("SET enable_external_access = false; SET lock_configuration = true")
        return opened

    def query(self, sql: str, **given: Any) -> pd.DataFrame:
        """The rows that SQL asks for, of the tables in the README's dictionary. Raises ``UsageError`` with DuckDB's
        message for what is no question."""
        import duckdb

        try:
            kinds = {statement.type for statement in duckdb.extract_statements(sql)}
            if not kinds <= {duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN}:
                raise UsageError("query: only questions are answered.", "Begin with SELECT, FROM, WITH or DESCRIBE.")
            found = self._database.execute(sql, given or None).df()
        except duckdb.Error as error:
            raise UsageError(f"query: {error}", f"Tables: {', '.join(ALL)}; DESCRIBE claims lists columns.") from error
        return found if isinstance(found, pd.DataFrame) else pd.DataFrame()

    def claims_by(self, name: str) -> Answer:
        """What an actor of this name, surname or alias says, by day and outlet; an alias counts only in its article."""
        return self._answer(self.query(CLAIMS + BY_NAME, name=name, last=f" {name.casefold()}"), hidden=("article_id",))

    def most_quoted(self, most: int = 20) -> Answer:
        """The named actors with most claims, with the outlets that print them and some of their words; a claim that
        copies of one text print counts once."""
        return self._answer(self.query(QUOTED, most=most), hidden=("rows",))

    def figures_of(self, words: str) -> Answer:
        """The figures whose text, measure, unit or party holds these words, by day and outlet."""
        return self._answer(self.query(FIGURES, like=f"%{words}%"), hidden=("article_id",))

    def coverage(self) -> Answer:
        """Articles and claims (of saying) by outlet and month; claims of which a speaker is a woman or a man as far as
        the texts' own pronouns and titles say, or a person of whom they do not: of two speakers, both count."""
        return Answer(self.query(COVERAGE))

    def copies(self) -> Answer:
        """The texts that several articles print, by the first of them, with the agency that is credited."""
        return Answer(self.query(COPIES))

    def _answer(self, found: pd.DataFrame, hidden: Sequence[str]) -> Answer:
        ids = found["rows"] if "rows" in found else found["row_id"].map(lambda row: [row])
        excerpts = self._cut_out([str(row) for rows in ids for row in rows])
        lines = [[excerpts[str(row)] for row in rows if str(row) in excerpts] for rows in ids]
        return Answer(found.drop(columns=list(hidden)), lines)

    def _cut_out(self, rows: Sequence[str]) -> dict[str, tuple[str, str, str, str]]:
        """Each row's words with what stands around them; offsets are code points, which SQL's substring counts too."""
        found = self.query(
            'SELECT row_id, body, start, "end" FROM (SELECT claim_id AS row_id, article_id, start, "end" FROM claims '
            'UNION ALL SELECT figure_id, article_id, start, "end" FROM figures) JOIN articles USING (article_id) '
            "WHERE row_id IN (SELECT unnest($rows))",
            rows=list(dict.fromkeys(rows)) or [""],
        )
        return {
            one.row_id: (one.row_id, one.body[max(0, one.start - CONTEXT) : one.start], one.body[one.start : one.end],
                         one.body[one.end : one.end + CONTEXT])
            for one in found.itertuples()
        }  # fmt: skip


def open_corpus(folder: Path | str) -> Corpus:
    """The corpus that ``onrecord extract --out FOLDER`` made; raises ``DataError`` where there is none."""
    path = Path(folder).resolve()
    if not any(path.glob("shards/*/articles.parquet")):
        raise DataError(f"{folder}: holds no corpus.", f"Make one: onrecord extract FILES… --out {folder}")
    return Corpus(path)
