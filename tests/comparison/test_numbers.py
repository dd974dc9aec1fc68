"""Whether two numbers of one thing agree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.comparison.numbers import count_digits, relate_numbers

NUMBERS = [
    pytest.param(16e9, 16e9, "agree", id="equal"),
    pytest.param(82e6, 82.3e6, "agree_rounded", id="finer-rounds-to-coarser"),
    pytest.param(43e6, 43_885_000.0, "agree_rounded", id="finer-cut-to-coarser"),
    pytest.param(82e6, 83.1e6, "conflict", id="just-beside"),
    pytest.param(80e6, 82e6, "agree_rounded", id="one-digit-is-coarse"),
    pytest.param(400_000.0, 350_000.0, "conflict", id="one-digit-is-not-that-coarse"),
    pytest.param(0.5, 0.52, "agree_rounded", id="below-one"),
    pytest.param(30.0, 31.0, "conflict", id="what-is-counted-is-not-rounded"),
    pytest.param(140.0, 144.0, "agree_rounded", id="a-round-hundred"),
    pytest.param(7.7, 8.0, "agree_rounded", id="a-share-with-a-decimal"),
    pytest.param(0.0, 1.0, "conflict", id="zero"),
    pytest.param(-3.0, 3.0, "conflict", id="sign"),
    pytest.param(1000.0, 100.0, "conflict", id="scale"),
]


@pytest.mark.parametrize(("a", "b", "relation"), NUMBERS)
def test_relate_numbers(a, b, relation):
    assert relate_numbers(a, b) == relation
    assert relate_numbers(b, a) == relation


@given(st.floats(allow_nan=False, allow_infinity=False, width=32))
def test_a_number_agrees_with_itself(x):
    assert relate_numbers(x, x) == "agree"


@pytest.mark.parametrize(("x", "digits"), [(146_000.0, 3), (7.7, 2), (1e9, 1), (0.05, 1), (0.0, 1), (-12.5, 3)])
def test_count_digits(x, digits):
    assert count_digits(x) == digits
