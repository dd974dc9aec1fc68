"""A correction on the page: old and new, by whom only where story.yaml allows it, and verified with the rest."""

import pytest
from bs4 import BeautifulSoup
from conftest import STORY

from onrecord import open_story
from onrecord.processed import write_comparisons, write_tables
from onrecord.report import verify_page
from onrecord.report.corrections import find_published, tell_corrections
from onrecord.report.page import Page
from onrecord.story.parameters import read_parameters

HEADER = "row_id,words,verdict,column,value,reviewer,on,note\n"


@pytest.fixture
def corrected(standing):
    """The invented story after a number and a speaker were corrected by hand."""
    story = open_story(STORY)
    figure = story.figures.query("text == '$4.2 billion'")["figure_id"].iloc[0]
    claim = story.claims[story.claims["content"].str.contains("never closed")]["claim_id"].iloc[0]
    lines = [
        f"{figure},,corrected,value,4300000000,AB,2024-05-03,a misprint <b>",
        f"{claim},,corrected,actor_id,,AB,2024-05-03,",
        f"{claim},,corrected,stance,no_comment,CD,2024-05-03,",
    ]
    standing.write("review.csv", HEADER + "\n".join(lines) + "\n")
    again = story.recompute()
    write_tables(again, standing.processed)
    write_comparisons(again.compared, standing.processed)
    return figure, claim


def make_page() -> str:
    page = Page(read_parameters("04-report", {"story": STORY}))
    page.add("Findings", "", page.first, page.beside, page.alone)
    page.add("Numbers", "", page.standings)
    return page.render()


def test_changes_are_told_in_words(corrected):
    figure, claim = corrected
    assert tell_corrections(open_story(STORY)) == {
        figure: ["number: 4200000000 → 4300000000"],
        claim: ["speaker: Ana Duarte → left open", "what the speaker does: asserts → no comment"],
    }


def test_old_and_new_stand_wherever_the_row_is_printed(corrected):
    figure, claim = corrected
    page = BeautifulSoup(make_page(), "html.parser")
    told = "Corrected by a reviewer: number: 4200000000 → 4300000000"
    assert told in page.find("tr", id=figure).get_text()
    assert told in page.select_one(f'tr[data-of="standing"][data-rows="{figure}"]').get_text()
    assert "speaker: Ana Duarte → left open" in page.find("tr", id=claim).get_text()
    assert "misprint" not in page.get_text()


def test_who_corrected_is_told_where_the_story_allows_it(corrected, standing):
    standing.edit_story("question:", "credit_reviewers: true\nquestion:")
    html = make_page()
    assert "number: 4200000000 → 4300000000 (AB: a misprint &lt;b&gt;)" in html


def test_the_page_is_verified_with_its_corrections(corrected):
    html = make_page()
    verify_page(html)
    changed = html.replace("4200000000 → 4300000000</bdi>", "4200000000 → 4400000000</bdi>")
    assert changed != html
    with pytest.raises(Exception, match="differs"):
        verify_page(changed)


def test_published_data_name_no_reviewer(corrected, standing):
    story = open_story(STORY)
    assert set(story.decisions["reviewer"].dropna()) == {"AB", "CD"}
    published = find_published(story)
    assert published[["reviewer", "note"]].isna().all(axis=None)
    assert published["new"].tolist() == story.decisions["new"].tolist()
    Page(read_parameters("04-report", {"story": STORY})).write()
    assert "AB" not in (standing.reports / "data" / "decisions.csv").read_text(encoding="utf8")
