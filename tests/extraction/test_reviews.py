"""Decisions of reviewers: the latest of each counts, and two who differ decide nothing."""

from types import SimpleNamespace

import pytest

from onrecord.errors import StoryError
from onrecord.extraction.reviews import find_not_entered, read_reviews, settle_decisions

HEADER = "row_id,words,verdict,column,value,reviewer,on,note\n"


@pytest.fixture
def story(tmp_path):
    return SimpleNamespace(raw=tmp_path, name="bridge")


def settle(story, *lines: str):
    (story.raw / "review.csv").write_text(HEADER + "\n".join(lines) + "\n", encoding="utf8")
    return settle_decisions(read_reviews(story))


def test_without_the_file_there_are_none(story):
    assert read_reviews(story) == []


@pytest.mark.parametrize(
    ("lines", "verdict", "corrected"),
    [
        pytest.param(["c1,,accepted,,,AB,,"], "accepted", {}, id="one"),
        pytest.param(["c1,,rejected,,,AB,,", "c1,,accepted,,,AB,,"], "accepted", {}, id="a-changed-mind"),
        pytest.param(
            ["c1,,accepted,,,AB,2024-05-04,", "c1,,rejected,,,AB,2024-05-03,"], "accepted", {}, id="by-day-not-by-line"
        ),
        pytest.param(["c1,,rejected,,,AB,,", "c1,,unreviewed,,,AB,,"], "unreviewed", {}, id="undone"),
        pytest.param(
            ["c1,,corrected,stance,denies,AB,,", "c1,,corrected,stance,refuses,AB,,"],
            "corrected",
            {"stance": "refuses"},
            id="corrected-again",
        ),
        pytest.param(
            ["c1,,corrected,stance,denies,AB,,", "c1,,corrected,act,believes,AB,,", "c1,,unreviewed,act,,AB,,"],
            "corrected",
            {"stance": "denies"},
            id="one-column-undone",
        ),
        pytest.param(
            ["c1,,corrected,stance,denies,AB,,", "c1,,corrected,act,believes,CD,,"],
            "corrected",
            {"stance": "denies", "act": "believes"},
            id="two-reviewers-two-columns",
        ),
        pytest.param(["c1,,accepted,,,AB,,", "c1,,accepted,,,CD,,"], "accepted", {}, id="two-who-agree"),
        pytest.param(["c1,,corrected,act,believes,AB,,", "c1,,rejected,,,AB,,"], "rejected", {}, id="given-up"),
    ],
)
def test_what_is_decided(story, lines, verdict, corrected):
    (settled,) = settle(story, *lines)
    assert not settled.conflict
    assert settled.verdict == verdict
    assert {column: decision.value for column, decision in settled.corrections.items()} == corrected


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["c1,,accepted,,,AB,,", "c1,,rejected,,,CD,,"], id="accepted-and-rejected"),
        pytest.param(["c1,,accepted,,,AB,,", "c1,,corrected,stance,denies,CD,,"], id="accepted-and-corrected"),
        pytest.param(
            ["c1,,corrected,stance,denies,AB,,", "c1,,corrected,stance,refuses,CD,,"], id="corrected-differently"
        ),
        pytest.param(["c1,,rejected,,,AB,,", "c1,,corrected,stance,denies,CD,,"], id="rejected-and-corrected"),
    ],
)
def test_two_who_differ_decide_nothing_and_both_lines_are_told(story, lines):
    (settled,) = settle(story, *lines)
    assert settled.conflict
    assert settled.verdict == "unreviewed"
    assert not settled.corrections
    told = find_not_entered([settled], {"c1"})
    assert [(decision.line, why) for decision, why in told] == [(2, "reviewers differ"), (3, "reviewers differ")]


def test_a_decision_whose_row_is_gone_is_told(story):
    told = find_not_entered(settle(story, "c1,,accepted,,,AB,,"), {"c2"})
    assert [(str(decision), why) for decision, why in told] == [
        ("line 2: AB accepted", "there is no such row any more")
    ]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        pytest.param(",x,accepted,,,,,", "row_id is empty", id="no-id"),
        pytest.param("c1,x,acepted,,,,,", "'acepted' is none of", id="wrong-verdict"),
        pytest.param("c1,x,corrected,stnce,denies,,,", "Did you mean 'stance'?", id="wrong-column"),
        pytest.param("m1,x,accepted,,,,,", "row_id 'm1' is neither a claim_id nor a figure_id", id="an-actor"),
        pytest.param("c1,x,corrected,start,5,,,", "'start' cannot be corrected", id="evidence-is-fixed"),
        pytest.param("c1,x,corrected,sentence,It fell.,,,", "'sentence' cannot be corrected", id="sentence-is-fixed"),
        pytest.param("c1,x,corrected,,5,,,", "'' cannot be corrected", id="no-column"),
        pytest.param("c1,x,accepted,,,AB,3 May,", "'3 May' is no day", id="no-day"),
    ],
)
def test_a_wrong_line_is_named(story, line, told):
    with pytest.raises(StoryError, match=r"review\.csv, line 2") as error:
        settle(story, line)
    assert told in error.value.what


def test_a_missing_header_is_an_error(story):
    (story.raw / "review.csv").write_text("c1,x,accepted,,,AB,,\n", encoding="utf8")
    with pytest.raises(StoryError, match="line 1: column 'row_id' is missing"):
        read_reviews(story)
