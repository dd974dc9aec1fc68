"""The exact words below a finding."""

import pytest
from report_material import make_material, words_of

from onrecord.processed import Mark
from onrecord.report.clippings import clip, is_whole

TEXT = "The roof burned. Mira Olsund said that the pier would be rebuilt in stone. It rained."


def test_a_clipping_is_the_whole_sentence():
    material = make_material({"paper-a": TEXT})
    at = TEXT.index("rebuilt")
    clipping = clip(material, "paper-a", at, at + 7, "c1", [Mark(at, at + 7, "only")])
    assert words_of(material, clipping) == "Mira Olsund said that the pier would be rebuilt in stone."
    assert (clipping.outlet, clipping.rows, clipping.paragraph) == ("Paper A", ("c1",), 1)
    assert not clipping.cut_before
    assert not clipping.cut_after


def test_of_a_long_sentence_it_is_the_part_that_matters():
    long = "Mira Olsund said that " + "the old pier and " * 20 + "the new hall would be rebuilt in stone."
    material = make_material({"paper-a": long})
    at = long.index("the new hall")
    clipping = clip(material, "paper-a", at, at + 12, None)
    assert words_of(material, clipping) == "the new hall"
    assert clipping.cut_before
    assert clipping.cut_after
    assert clipping.rows == ()


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        pytest.param("The roof “burned”.", True, id="whole"),
        pytest.param("and the roof burned.", False, id="a-small-letter"),
        pytest.param("The roof burned.”", False, id="a-mark-too-many"),
        pytest.param('The "roof burned.', False, id="a-plain-mark-alone"),
    ],
)
def test_is_whole(words, whole):
    assert is_whole(words) == whole
