"""What a run and ``onrecord check`` tell a person: days after publication, decisions without a row."""

import pandas as pd
import pytest

from onrecord.run import notices
from onrecord.story import read_story

PUBLISHED = pd.Timestamp("2019-03-09")  # a Saturday


@pytest.fixture
def told(standing, monkeypatch):
    """Run ``tell_notices`` over tables in which one claim was said at ``words``."""

    def run(words: str | None, start: str | None = None, published=PUBLISHED, again: bool = False) -> str:
        read = notices.read_table

        def changed(name, folder):
            table = read(name, folder)
            if name == "claims":
                table = table.head(1).assign(
                    said_text=words, said_start=pd.to_datetime(start), said_end=pd.to_datetime(start)
                )
            if name == "articles":
                table = table.assign(published=pd.to_datetime(published))
            return table

        monkeypatch.setattr(notices, "read_table", changed)
        lines: list[str] = []
        notices.tell_notices(read_story(standing.name), standing.processed, lines.append, again=again)
        return "\n".join(lines)

    return run


def test_the_day_after_publication_is_a_warning_with_its_remedy(told):
    said = told("Sunday evening")
    assert "“Sunday evening”" in said
    assert "-news.txt" in said
    assert "2019-03-09" in said
    assert "mend story.yaml" in said


@pytest.mark.parametrize("words", ["on Friday", "on Saturday", "in recent months", None])
def test_other_days_are_none(told, words):
    assert told(words) == ""


def test_a_day_that_was_resolved_or_an_article_without_a_date_is_none(told):
    assert told("on Sunday", start="2019-03-03") == ""
    assert told("on Sunday", published=pd.NaT) == ""


def test_a_decision_whose_row_is_gone_is_told(told, standing):
    standing.write(
        "review.csv", "row_id,words,verdict,column,value,reviewer,on,note\nc-gone,,rejected,,,AB,2024-05-01,\n"
    )
    assert "on c-gone is not entered" in told(None, again=True)
    assert told(None) == "", "the tables of the last run know nothing of it"


def test_a_series_without_figures_is_a_warning(standing, told):
    assert "no figure is set beside" not in told(None)
    text = (standing.raw / "story.yaml").read_text(encoding="utf8")
    standing.write(
        "story.yaml",
        text.replace("  population:\n", "  snow:\n    words: [snow]\n    series: population\n  population:\n"),
    )
    assert "no figure is set beside the series population (measure snow)" in told(None)


def test_the_measures_are_told_with_what_they_catch(standing):
    lines: list[str] = []
    notices.tell_measures(read_story(standing.name), standing.processed, lines.append)
    assert lines[0].startswith("measure harbour spending (series harbour_spending): 3 figures")
    assert sum("caught: " in line for line in lines) >= 4


def test_before_the_comparisons_are_made_nothing_is_told_of_measures(standing):
    (standing.processed / "comparisons" / "figure_checks.parquet").unlink()
    lines: list[str] = []
    notices.tell_notices(read_story(standing.name), standing.processed, lines.append)
    notices.tell_measures(read_story(standing.name), standing.processed, lines.append)
    assert lines == []


def test_what_the_page_would_say(standing):
    from onrecord import intake
    from onrecord.run.notices import tell_preview

    told = []
    story = read_story(standing.name)
    cleaned = intake.read_articles(story)
    tell_preview(story, cleaned.articles, cleaned.exclusions, told.append)
    assert told[0].startswith("The page would say (")
    assert len(told) > 1
