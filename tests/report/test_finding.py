"""A finding's place on the page."""

from typing import get_args

from onrecord.report.finding import CONTRAST, Finding, Kind


def test_every_kind_has_its_contrast():
    assert set(CONTRAST) == set(get_args(Kind))
    assert all(0 < contrast <= 1 for contrast in CONTRAST.values())


def test_rank_is_contrast_by_certainty_by_place():
    assert Finding("answer", "").rank == 1
    assert Finding("answer", "", certainty=0.5).rank == 0.5
    assert Finding("answer", "", depth=1.0).rank == 0.5
    assert Finding("contested", "", certainty=0.8, depth=0.5).rank == CONTRAST["contested"] * 0.8 * 0.75


def test_doubts_add_up():
    assert Finding("contested", "a").doubted("one").doubted("two", "three").doubts == ("one", "two", "three")
