"""Letters after digits: a scale, or a unit that looks like one."""

import pytest

from onrecord.figures.scales import find_scale_after, scale_of


@pytest.mark.parametrize(
    ("before", "after", "scale"),
    [
        ("£2.2", "m", 1e6),
        ("The toll could reach 2.2", "m by Friday", 1e6),
        ("The toll rose after a wall; it was 2.2", "m high", None),
        ("The wall is 2.2", "m high", None),
        ("1.2", "m voters", 1e6),
        ("100", "t of grain", None),
        ("$100", "t of debt", 1e12),
        ("5", "bn", 1e9),
    ],
)
def test_find_scale_after(before, after, scale):
    text = before + after
    start = next(i for i, c in enumerate(text) if c.isdigit())
    found = find_scale_after(text, start, len(before))
    assert (found and found[0]) == scale


@pytest.mark.parametrize(("words", "scale"), [("33 billion", 1e9), ("33bn", 1e9), ("33", 1), ("thirty", 1)])
def test_scale_of(words, scale):
    assert scale_of(words) == scale
