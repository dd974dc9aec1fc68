"""Values of corrections by their kind; ``test_corrections`` enters them in tables."""

import pytest

from onrecord.extraction.corrected_values import read_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        pytest.param("9600000", 9_600_000, id="digits"),
        pytest.param("1e6", 1_000_000, id="exponent"),
        pytest.param("16 billion", 16e9, id="scale"),
        pytest.param("9,600,000", 9_600_000, id="commas"),
    ],
)
def test_numbers(text, number):
    assert read_number(text) == number


@pytest.mark.parametrize("text", ["9,600", "9,6", "9.600.000", "16 billion dollars", "nan", "inf", "about 5", "dozens"])
def test_what_is_no_one_number_is_refused_with_a_remedy(text):
    with pytest.raises(ValueError, match="Write"):
        read_number(text)
