"""Lines of aliases.csv: each fault by its line, and which of several count."""

import pytest

from onrecord.errors import StoryError
from onrecord.story.aliases import read_alias_lines, settle_aliases

HEADER = "alias,actor,same,reviewer,on,note\n"


@pytest.fixture
def settle(tmp_path):
    def settled(text: str):
        (tmp_path / "aliases.csv").write_text(text, encoding="utf8")
        return settle_aliases(read_alias_lines(tmp_path / "aliases.csv"))

    return settled


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("alias,actor,same\nAna,Ana Duarte,true\n", [("Ana", "Ana Duarte", True)], id="same"),
        pytest.param("alias,actor,same\nAna,Bo Duarte,False\n", [("Ana", "Bo Duarte", False)], id="not-the-same"),
        pytest.param("alias,actor,same\n", [], id="no-rows"),
        pytest.param(HEADER + "Ana,Bo,true,AB,,\nBo,Ana,false,AB,,\n", [("Bo", "Ana", False)], id="a-changed-mind"),
        pytest.param(
            HEADER + "Ana,Bo,true,AB,2024-05-04,\nAna,Bo,false,AB,2024-05-03,\n", [("Ana", "Bo", True)], id="by-day"
        ),
        pytest.param(HEADER + "Ana,Bo,true,AB,,\nana,bo,open,AB,,\n", [], id="taken-back"),
        pytest.param(HEADER + "Ana,Bo,true,AB,,\nAna,Bo,true,CD,,\n", [("Ana", "Bo", True)], id="two-who-agree"),
    ],
)
def test_what_is_decided(settle, text, rows):
    settled = settle(text)
    assert [line[:3] for line in settled.lines] == rows
    assert settled.differing == []


def test_two_who_differ_decide_nothing(settle):
    settled = settle(HEADER + "Ana,Bo,true,AB,,\nAna,Bo,false,CD,,\n")
    assert settled.lines == []
    assert [line.where[-6:] for line in settled.differing] == ["line 2", "line 3"]


def test_a_line_of_both_settles_it(settle):
    settled = settle(HEADER + "Ana,Bo,true,AB,,\nAna,Bo,false,CD,,\nAna,Bo,false,AB + CD,,\n")
    assert [line.same for line in settled.lines] == [False]
    assert settled.differing == []


def test_no_aliases_without_the_file(tmp_path):
    assert read_alias_lines(tmp_path / "aliases.csv") == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("alias,actor,same\nAna,Ana Duarte,perhaps\n", 2, id="neither-true-nor-false"),
        pytest.param("alias,actor\nAna,Ana Duarte\n", 1, id="column-missing"),
        pytest.param("alias,actor,same\nAna,Ana Duarte,true\n,Bo,true\n", 3, id="empty-alias"),
        pytest.param("alias,actor,same\nAna,Ana Duarte\n", 2, id="field-missing"),
        pytest.param("alias;actor;same;on\nAna;Bo;true;3/5/2024\n", 2, id="day-or-month-first"),
        pytest.param("alias,actor,same\nAna,Bo,true\nBo,Ana,false\n", 3, id="both-of-nobody-in-particular"),
    ],
)
def test_a_faulty_line_is_named(settle, text, line):
    with pytest.raises(StoryError, match=rf"aliases\.csv, line {line}:"):
        settle(text)
