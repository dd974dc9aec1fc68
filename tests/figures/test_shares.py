"""What a share is set beside: the words right after it."""

import pytest

from onrecord.figures.shares import find_whole


@pytest.mark.parametrize(
    ("text", "share", "whole"),
    [
        pytest.param("less than half of our population", "half", "our", id="our"),
        pytest.param("half of Peru’s population", "half", "Peru", id="owner"),
        pytest.param("a tenth as large as South Korea’s fleet", "a tenth", "South Korea", id="as-large-as"),
        pytest.param("61 % of voters said", "61 %", "voters", id="a-noun"),
        pytest.param("half the fleet", "half", None, id="no-of"),
        pytest.param("half, of Peru’s ports", "half", None, id="not-right-after"),
    ],
)
def test_find_whole(text, share, whole):
    span = find_whole(text, text.index(share) + len(share))
    assert (span and text[slice(*span)]) == whole
