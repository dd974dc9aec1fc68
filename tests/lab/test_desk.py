"""What the desk answers to the browser; ``test_lab`` drives it there."""

import json

import pytest
from conftest import STORY

from onrecord import lab, open_story
from onrecord.errors import UsageError


@pytest.fixture
def asked(session):
    """Ask a reviewing desk as the browser does; what it sent back."""
    desk = lab.review(session.story, "AB")
    sent: list[dict] = []
    desk.send = sent.append

    def ask(what: str, **data):
        desk._answer(desk, {"ask": what, "number": 7, **data}, [])
        return sent[-1]

    return ask


def test_reading_asks_for_rows_and_articles_only(processed):
    desk = lab.explore(processed, "fjord-post")
    begun = desk.start()
    assert (begun["reviewing"], begun["article"]) == (False, "fjord-post")
    json.dumps(begun)
    shown = desk.show_article("fjord-post")
    body = processed.articles.set_index("article_id").loc["fjord-post", "body"]
    assert shown["paragraphs"][0][0] == 0
    assert len(shown["paragraphs"]) == len(body.split("\n\n"))


def test_an_unknown_article(processed):
    with pytest.raises(UsageError, match="Did you mean 'fjord-post'"):
        lab.explore(processed, "fjord-pots")


def test_reading_decides_nothing(processed):
    desk, sent = lab.explore(processed), []
    desk.send = sent.append
    desk._answer(desk, {"ask": "decide", "number": 1, "row_id": "c1", "verdict": "accepted"}, [])
    assert "error" in sent[0]


def test_a_decision_by_message(asked):
    begun = asked("start")
    assert begun["number"] == 7
    assert [row["queue"] for row in begun["rows"]] == list(range(len(begun["rows"])))
    row = begun["rows"][0]["id"]
    answer = asked("decide", row_id=row, verdict="accepted", column="", value="", note="", together=False)
    assert [changed["review"] for changed in answer["rows"] if changed["id"] == row] == ["accepted"]
    assert asked("undo")["row"] == row


def test_a_fault_is_an_answer_with_its_remedy(asked):
    row = asked("start")["rows"][0]["id"]
    answer = asked("decide", row_id=row, verdict="corrected", column="stance", value="dneies")
    assert "Did you mean 'denies'" in answer["error"]
    assert answer["remedy"]


def test_a_surprise_is_an_answer_and_logged(asked, standing):
    answer = asked("who", rows="none")
    assert answer["error"].startswith("Our fault: TypeError")
    assert (standing.root / ".onrecord" / STORY / "error.log").is_file()


def test_what_the_page_prints_is_shown_before_it_is_made(session):
    shown = lab.preview(session.story)._repr_html_()
    assert session.findings.printed[0].text in shown.replace("&#x27;", "'")


def test_a_sample_is_drawn_first(session, standing):
    with pytest.raises(UsageError, match="No sample was drawn"):
        lab.review(session.story, "AB", sample=True)
    row = next(iter(session.rows))
    standing.write("sample.csv", f"row_id,words,article_id\n{row},x,coast-news\n")
    assert [one["id"] for one in lab.review(session.story, "AB", sample=True).start()["rows"]] == [row]


def test_the_page_is_made_from_the_desk(asked, standing):
    answer = asked("page")
    assert answer["page"] == f"reports/{STORY}/index.html"
    assert (standing.root / answer["page"]).is_file()
    assert open_story(STORY).story.name == STORY
