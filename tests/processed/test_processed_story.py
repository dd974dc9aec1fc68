"""A processed story: its tables, and the evidence behind a row."""

from dataclasses import fields

import pandas as pd
import pytest
from conftest import STORY

from onrecord import open_story, tables
from onrecord.errors import DataError, UsageError


def test_open_story_reads_what_was_written(standing):
    story = open_story(STORY)
    assert story.story.name == STORY
    assert len(story.claims) == len(tables.read_table("claims", standing.processed))
    assert story.comparisons is not None


def test_a_story_that_was_not_processed_says_so(project):
    with pytest.raises(DataError, match="there is no such table yet") as caught:
        open_story(STORY)
    assert "onrecord run" in caught.value.remedy


def test_a_story_before_03_compare(standing):
    import shutil

    shutil.rmtree(standing.processed / "comparisons")
    assert open_story(STORY).comparisons is None


@pytest.mark.parametrize("table", ["claims", "figures", "mentions"])
def test_show_gives_the_exact_words(processed, table):
    row = getattr(processed, table).iloc[-1]
    evidence = processed.show(row.iloc[0])
    body = processed.articles.set_index("article_id")["body"][row["article_id"]]
    assert evidence.table == table
    assert evidence.words == body[row["start"] : row["end"]]
    assert f"{evidence.before}{evidence.words}{evidence.after}" in body
    assert f"[{evidence.words}]" in str(evidence)
    assert row.iloc[0] in str(evidence)


def test_an_actor_is_shown_by_its_first_mention(processed):
    actor = processed.actors.set_index("name").loc["Ana Duarte", "actor_id"]
    assert processed.show(actor).words == "Ana Duarte"


@pytest.mark.parametrize("row_id", ["", "c000000000000", "claims", "' or 1"])
def test_an_unknown_row(processed, row_id):
    with pytest.raises(UsageError, match="has no row") as caught:
        processed.show(row_id)
    assert "claims.csv" in caught.value.remedy


def test_count_rows(processed):
    counts = processed.count_rows().set_index("table")["rows"]
    assert counts["articles"] == 2
    assert counts["claims"] == len(processed.claims)
    assert counts["exclusions"] == 0


def test_source_lines(processed):
    assert processed.article_line() == "Coast News and Fjord Post, 5 March 2019"
    assert processed.series_line("harbour spending").endswith("; reference: Invented Statistics")
    assert processed.series_line("rain").startswith("stated: ")
    assert "reference" not in processed.series_line("rain")
    assert processed.list_line().endswith("list: ferry ranges, sources by entry in its data")


def test_an_article_without_date_has_a_source_line(processed):
    from dataclasses import replace

    undated = replace(processed, articles=processed.articles.assign(published=pd.NaT))
    assert undated.article_line() == "Coast News and Fjord Post"


def test_it_says_what_is_in_it(processed):
    told = repr(processed)
    assert told.startswith(f"{STORY}: 2 articles (Coast News and Fjord Post), ")
    assert ".claims_by(NAME)" in told


def test_recompute_gives_what_a_run_gives(standing):
    """The same tables as the notebooks wrote; after a decision, the tables with it, and the files as they were."""
    story, before = open_story(STORY), standing.files()
    again = story.recompute()
    for name in [f.name for f in fields(tables.Tables)]:
        pd.testing.assert_frame_equal(getattr(again, name), getattr(story, name))
    for name in [f.name for f in fields(tables.Comparisons)]:
        pd.testing.assert_frame_equal(getattr(again.compared, name), getattr(story.compared, name))
    row = story.claims["claim_id"].iloc[0]
    standing.write("review.csv", f"row_id,words,verdict,column,value,reviewer,on,note\n{row},,rejected,,,AB,,\n")
    standing.write("aliases.csv", "alias,actor,same\nLars Holm,Ana Duarte,true\n")
    decided = again.recompute()
    assert decided.claims["review"].iloc[0] == "rejected"
    assert "by_hand" in decided.actors["merge_basis"].tolist()
    changed = {path for path, content in standing.files().items() if before.get(path) != content}
    assert changed == {f"data/raw/{STORY}/review.csv", f"data/raw/{STORY}/aliases.csv"}
