"""A processed story: its tables, and the evidence behind a row."""

from dataclasses import fields

import pandas as pd
import pytest
from conftest import STORY

from onrecord import open_story, processed, tables
from onrecord.errors import DataError, UsageError
from onrecord.extraction.extracting import Tables
from onrecord.processed.processed import select_outlet
from onrecord.story.parameters import read_parameters


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


def test_one_outlet_s_tables_hang_together(processed):
    found = processed_tables(processed)
    chosen = select(found, "Fjord Post")
    assert chosen.articles["article_id"].tolist() == ["fjord-post"]
    assert set(chosen.claims["article_id"]) == {"fjord-post"}
    assert set(chosen.spans["claim_id"]) == set(chosen.claims["claim_id"])
    assert set(chosen.mentions["actor_id"].dropna()) == set(chosen.actors["actor_id"])
    tables.check_keys({f.name: getattr(chosen, f.name) for f in fields(Tables)})
    assert len(chosen.claims) < len(found.claims)


def processed_tables(story) -> Tables:
    return Tables(**{f.name: getattr(story, f.name) for f in fields(Tables)})


def select(found: Tables, outlet: str) -> Tables:
    return select_outlet(found, outlet)


def compare_outlet() -> Tables:
    """What 03-compare does with an outlet under plain papermill."""
    from onrecord.comparison import comparisons

    settings = read_parameters("03-compare", {"story": STORY, "outlet": "Fjord Post"})
    found = processed.read_compared(settings)
    processed.write_compared(found, comparisons.compare_story(found, settings.story), settings)
    return found


def test_an_outlet_of_its_own_never_touches_the_story_s_tables(standing):
    before = {k: v for k, v in standing.files().items() if not k.startswith(".onrecord")}
    assert set(compare_outlet().articles["outlet"]) == {"Fjord Post"}
    assert {k: v for k, v in standing.files().items() if not k.startswith(".onrecord")} == before
    settings = read_parameters("04-report", {"story": STORY, "outlet": "Fjord Post"})
    assert set(open_story(STORY, folder=settings.processed).articles["outlet"]) == {"Fjord Post"}


def test_an_outlet_compared_again_sees_the_story_s_new_tables(standing):
    compare_outlet()
    claims = tables.read_table("claims", standing.processed)
    tables.write_table("claims", claims.assign(review="accepted"), standing.processed)
    assert set(compare_outlet().claims["review"]) == {"accepted"}
