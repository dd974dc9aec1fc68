"""A reviewer's decisions: entered at once, written as lines, taken back one by one, also in a later session."""

import pytest
from conftest import STORY

from onrecord import open_story
from onrecord.errors import StoryError, UsageError
from onrecord.lab.session import Session

HEADER = "row_id,words,verdict,column,value,reviewer,on,note,article_id"


def lines(standing, name: str = "review.csv") -> list[str]:
    path = standing.raw / name
    return path.read_text(encoding="utf-8-sig").splitlines() if path.is_file() else []


def claim(session, words: str) -> str:
    return next(row["id"] for row in session.rows.values() if row["kind"] == "claim" and words in row["words"])


def figure(session, words: str) -> str:
    return next(row["id"] for row in session.rows.values() if row["kind"] == "figure" and words in row["value"])


def review_of(session, row: str) -> str:
    return session.rows[row]["review"]


def test_a_decision_is_entered_and_written_at_once(session, standing):
    row = claim(session, "have never closed")
    change = session.decide(row, "accepted", note="heard it")
    assert [changed["id"] for changed in change.rows] == [row]
    assert review_of(session, row) == "accepted"
    head, line = lines(standing)
    assert head == HEADER
    assert line.startswith(f"{row},")
    assert line.endswith(",accepted,,,AB,2024-05-03T10:00:00,heard it,coast-news")
    assert change.told == []


def test_what_cannot_be_entered_is_not_written(session, standing):
    with pytest.raises(StoryError, match=r"\Avalue: nobody in this story is called 'Ana Duart'") as caught:
        session.decide(claim(session, "have never closed"), "corrected", "actor_id", "Ana Duart")
    assert "Did you mean 'Ana Duarte'" in caught.value.what
    assert lines(standing) == []


def test_nobody_decides_without_a_name(session, standing):
    session.reviewer = ""
    for act in (lambda: session.decide(claim(session, "have never closed"), "accepted"), session.undo):
        with pytest.raises(UsageError, match=r"Who decides\?"):
            act()
    assert lines(standing) == []


def test_a_speaker_is_corrected_by_name_and_its_figures_follow(session):
    row = claim(session, "Last year Portugal spent")
    change = session.decide(row, "corrected", "actor_id", "Lars Holm")
    assert session.rows[row]["speaker"] == "Lars Holm"
    assert session.rows[figure(session, "4.2 billion")]["speaker"] == "Lars Holm"
    assert figure(session, "4.2 billion") in [changed["id"] for changed in change.rows]
    assert session.rows[row]["decided"] == ["AB corrected actor_id: Ana Duarte → Lars Holm"]


def test_words_are_corrected_by_what_was_selected(session):
    row = claim(session, "have never closed")
    body = session.story.articles.set_index("article_id").loc["coast-news", "body"]
    start = body.index("never closed a single harbour")
    session.decide(row, "corrected", "content", f"{start}-{start + 29} never closed a single harbour")
    assert session.rows[row]["words"] == "never closed a single harbour"


def test_the_last_decision_is_taken_back_and_the_one_before_it_again(session):
    first, second = claim(session, "have never closed"), claim(session, "wall was high enough")
    session.decide(first, "accepted")
    session.decide(first, "corrected", "stance", "denies")
    session.decide(second, "rejected")
    taken = [session.undo()[0] for _ in range(2)]
    assert taken == [second, first]
    assert (review_of(session, first), review_of(session, second)) == ("accepted", "unreviewed")
    assert session.rows[first]["stance"] == "asserts"
    session.undo()
    assert review_of(session, first) == "unreviewed"
    with pytest.raises(UsageError, match="nothing to undo"):
        session.undo()


def test_a_later_session_knows_everything_and_can_undo_it(session):
    row = claim(session, "have never closed")
    session.decide(row, "accepted")
    session.decide(row, "rejected")
    session.undo()
    later = Session(open_story(STORY), "AB")
    assert review_of(later, row) == "accepted"
    assert later.undo()[0] == row
    assert review_of(later, row) == "unreviewed"


def test_nobody_undoes_another_s_decision(session):
    session.decide(claim(session, "have never closed"), "accepted")
    with pytest.raises(UsageError, match="nothing to undo"):
        Session(open_story(STORY), "CD").undo()


def test_a_flag_decides_nothing(session):
    row = claim(session, "have never closed")
    session.decide(row, "flagged", note="who is that?")
    assert review_of(session, row) == "flagged"
    assert session.story.claims.set_index("claim_id").loc[row, "review"] == "unreviewed"
    assert "AB flagged (who is that?)" in session.rows[row]["decided"]
    session.undo()
    assert session.rows[row]["decided"] == []


def test_two_who_differ_are_shown_and_settle_it_together(session):
    row = claim(session, "have never closed")
    session.decide(row, "accepted")
    other = Session(open_story(STORY), "CD")
    other.decide(row, "rejected")
    assert review_of(other, row) == "reviewers differ"
    assert [told.partition(";")[0] for told in other.rows[row]["decided"]] == ["AB accepted", "CD rejected"]
    other.decide(row, "accepted", together=True)
    assert review_of(other, row) == "accepted"
    assert [changed["id"] for changed in session.refresh().rows] == [row]


def test_two_names_become_one_actor_and_two_again(session, standing):
    before = len(session.story.actors)
    changes = session.try_identity("A fisherman", "Norway's coast guard", True)
    assert f"{before} → {before - 1} actors" in changes
    assert lines(standing, "aliases.csv") == []
    session.identify("A fisherman", "Norway's coast guard", True)
    assert len(session.story.actors) == before - 1
    assert lines(standing, "aliases.csv")[1] == "A fisherman,Norway's coast guard,true,AB,2024-05-03T10:00:01,"
    session.undo()
    assert len(session.story.actors) == before


def test_undo_goes_back_over_both_files_in_the_order_of_the_decisions(session):
    session.identify("A fisherman", "Norway's coast guard", True)
    row = claim(session, "have never closed")
    session.decide(row, "accepted")
    assert session.undo()[0] == row
    assert session.undo()[0] == "A fisherman, Norway's coast guard"


def test_what_the_page_says_of_a_row_and_would_say(session):
    finding = next(f for f in session.findings.printed if f.rows)
    row = next(row for row in finding.rows if row in session.rows)
    assert {"id": finding.finding_id, "text": finding.text} in session.says(row)["printed"]
    told = session.would_say(row)
    assert all(line.startswith("The page would ") for line in told)


def test_a_rejected_row_leaves_the_page(session):
    finding = session.findings.printed[0]
    session.decide(next(row for row in finding.rows if row in session.rows), "rejected")
    assert finding.text not in [f.text for f in session.findings.printed]


def test_a_sentence_is_refused_whatever_its_rows_say(session, standing):
    finding = session.findings.printed[0]
    session.refuse(finding.finding_id, "two statements")
    assert finding.text not in [f.text for f in session.findings.printed]
    assert any("a reviewer refused it" in f.doubts for f in session.findings.to_check)
    assert lines(standing)[-1].startswith(f"{finding.finding_id},")
    assert session.undo()[0] == finding.finding_id
    assert finding.text in [f.text for f in session.findings.printed]


def test_a_sentence_that_a_decision_brings_is_told(session):
    finding = session.findings.printed[0]
    session.decide(finding.rows[0], "rejected")
    change = session.undo()[1]
    assert f"The page now says: {finding.text}" in change.told


def test_selected_words_are_written_with_their_offsets_without_white_space(session, standing):
    row = claim(session, "have never closed")
    body = session.story.articles.set_index("article_id").loc["coast-news", "body"]
    start = body.index("never closed")
    session.decide(row, "corrected", "content", f"{start - 1}-{start + 13}")
    assert f"{start}-{start + 12} never closed" in lines(standing)[1]
    assert session.rows[row]["words"] == "never closed"


def test_words_that_stand_nowhere_are_refused_and_not_written(session, standing):
    with pytest.raises(StoryError, match="It cannot be entered"):
        session.decide(claim(session, "have never closed"), "corrected", "content", "5-9 words of nobody")
    assert lines(standing) == []


def test_a_corrected_content_beyond_its_sentence_can_be_decided_on_again(session):
    row = claim(session, "have never closed")
    body = session.story.articles.set_index("article_id").loc["coast-news", "body"]
    start, end = body.index("We have never"), body.index("population of")
    session.decide(row, "corrected", "content", f"{start}-{end}")
    session.decide(row, "accepted")
    assert review_of(session, row) == "corrected"
    session.undo()
    session.undo()
    assert review_of(session, row) == "unreviewed"


def test_undoing_what_was_settled_together_brings_both_opinions_back(session):
    row = claim(session, "have never closed")
    session.decide(row, "accepted")
    other = Session(open_story(STORY), "CD")
    other.decide(row, "rejected")
    other.decide(row, "rejected", together=True)
    assert review_of(other, row) == "rejected"
    other.undo()
    assert review_of(other, row) == "reviewers differ"


def test_nobody_signs_for_who_only_asked(session, standing):
    row = claim(session, "have never closed")
    session.decide(row, "flagged")
    Session(open_story(STORY), "CD").decide(row, "accepted", together=True)
    assert ",accepted,,,CD," in lines(standing)[-1]


def test_a_question_stands_until_a_decision_answers_it(session):
    row = claim(session, "have never closed")
    session.decide(row, "flagged", note="who?")
    other = Session(open_story(STORY), "CD")
    other.decide(row, "accepted")
    assert review_of(other, row) == "accepted"
    other.undo()
    assert review_of(other, row) == "flagged"


def test_an_open_line_is_restored_as_one(session, standing):
    names = "A fisherman,Norway's coast guard"
    standing.write("aliases.csv", f"alias,actor,same,reviewer,on,note\n{names},open,AB,2024-05-01,\n")
    session.identify("A fisherman", "Norway's coast guard", True)
    session.undo()
    assert [line.split(",")[2] for line in lines(standing, "aliases.csv")[1:]] == ["open", "true", "open", "open"]
    session.refresh()


def test_a_file_without_reviewers_gets_their_column(session, standing):
    standing.write("aliases.csv", "alias,actor,same\nA fisherman,A fisherman,true\n")
    session.identify("A fisherman", "Norway's coast guard", True)
    session.decide(claim(session, "have never closed"), "accepted")
    assert lines(standing, "aliases.csv")[0] == "alias,actor,same,reviewer,on,note"
    assert len(lines(standing, "aliases.csv")) == 3
    assert session.undo()[0] == claim(session, "have never closed")
    assert session.undo()[0] == "A fisherman, Norway's coast guard"


def test_waiting_decisions_are_undone_too_and_keep_the_page_from_being_made(session, monkeypatch):
    from onrecord.errors import DataError
    from onrecord.lab import ledger

    first, second = claim(session, "have never closed"), claim(session, "wall was high enough")
    session.decide(first, "accepted")

    def locked(path, *_, **__):
        raise DataError(f"{path.name}: cannot be written: locked.")

    with monkeypatch.context() as patch:
        patch.setattr(ledger, "append_rows", locked)
        session.decide(second, "rejected")
        with pytest.raises(DataError, match="locked"):
            session.check_written()
        assert session.undo()[0] == second
    session.check_written()
    assert (review_of(session, first), review_of(session, second)) == ("accepted", "unreviewed")


def test_what_was_taken_back_does_not_come_back_through_a_spreadsheet(session, standing):
    """A spreadsheet writes TRUE, and 5000000 for 5000000.0."""
    session.identify("A fisherman", "Norway's coast guard", True)
    session.undo()
    path = standing.raw / "aliases.csv"
    path.write_text(path.read_text(encoding="utf-8-sig").replace("true", "TRUE"), encoding="utf8")
    before = len(lines(standing, "aliases.csv"))
    assert session.decide(claim(session, "have never closed"), "accepted").told == []
    assert len(lines(standing, "aliases.csv")) == before
    assert "by_hand" not in session.story.actors["merge_basis"].tolist()
