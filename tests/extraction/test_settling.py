"""Which decisions count: of one reviewer the latest, and of two who differ none."""

import pytest

from onrecord.extraction.reviews import read_decisions
from onrecord.extraction.settling import form_opinions, settle_decisions

HEADER = "row_id,words,verdict,column,value,reviewer,on,note\n"


@pytest.fixture
def settle(tmp_path):
    def settled(*lines: str):
        path = tmp_path / "review.csv"
        path.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf8")
        return settle_decisions(read_decisions(path))

    return settled


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
        pytest.param(
            ["c1,,corrected,stance,denies,AB,,", "c1,,accepted,,,CD,,"],
            "corrected",
            {"stance": "denies"},
            id="accepted-as-corrected",
        ),
        pytest.param(
            ["f1,,corrected,value,5 billion,AB,,", "f1,,corrected,value,5000000000,CD,,"],
            "corrected",
            {"value": "5000000000"},
            id="one-number-in-two-ways",
        ),
        pytest.param(
            ["c1,,corrected,stance,denies,AB,,", "c1,,corrected,stance,refuses,CD,,", "c1,,accepted,,,AB + CD,,"],
            "accepted",
            {},
            id="settled-together",
        ),
        pytest.param(
            ["c1,,accepted,,,AB,2024-05-03T10:00:09,", "c1,,rejected,,,ab,2024-05-03T10:00:08,"],
            "accepted",
            {},
            id="by-the-time-of-the-day",
        ),
        pytest.param(
            ["c1,,accepted,,,AB,2024-05-03T10:00:09,", "c1,,rejected,,,AB,2024-05-03,"],
            "rejected",
            {},
            id="by-its-place-where-one-has-no-time",
        ),
    ],
)
def test_what_is_decided(settle, lines, verdict, corrected):
    (settled,) = settle(*lines)
    assert not settled.conflict
    assert settled.verdict == verdict
    assert {column: decision.value for column, decision in settled.corrections.items()} == corrected


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["c1,,accepted,,,AB,,", "c1,,rejected,,,CD,,"], id="accepted-and-rejected"),
        pytest.param(["c1,,accepted,,,AB,,", "c1,,corrected,stance,denies,CD,,"], id="accepted-and-then-corrected"),
        pytest.param(
            ["c1,,corrected,stance,denies,AB,,", "c1,,corrected,stance,refuses,CD,,"], id="corrected-differently"
        ),
        pytest.param(["c1,,rejected,,,AB,,", "c1,,corrected,stance,denies,CD,,"], id="rejected-and-corrected"),
    ],
)
def test_two_who_differ_decide_nothing_and_both_lines_are_told(settle, lines):
    (settled,) = settle(*lines)
    assert settled.conflict
    assert settled.verdict == "unreviewed"
    assert not settled.corrections
    assert [decision.line for decision in settled.lines] == [2, 3]


def test_the_lines_of_an_opinion_are_those_that_still_count(settle, tmp_path):
    settle("c1,,accepted,,,AB,,", "c1,,corrected,stance,denies,AB,,", "c1,,corrected,stance,refuses,AB,,")
    (opinion,) = form_opinions(read_decisions(tmp_path / "review.csv")).values()
    assert [line.line for line in opinion.lines] == [2, 4]


def test_a_decision_answers_a_question(settle):
    (asked,) = settle("c1,,accepted,,,AB,,", "c1,,flagged,,,CD,,")
    assert [line.line for line in asked.flags] == [3]
    (answered,) = settle("c1,,flagged,,,CD,,", "c1,,accepted,,,AB,,")
    assert answered.flags == ()
