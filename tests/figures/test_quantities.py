"""A number with what it counts, before neighbours are joined."""

import pytest

from onrecord import language
from onrecord.figures.quantities import find_quantities
from onrecord.language.periods import find_periods
from onrecord.language.trees import read_tree


def quantities(text: str):
    return find_quantities(read_tree(language.parse(text)), text, find_periods(text))


@pytest.mark.parametrize(
    ("text", "words", "unit", "kind"),
    [
        ("It cost $76 US then.", "$76 US", "USD", "money"),
        ("It cost $5 million dollars.", "$5 million dollars", "USD", "money"),
        ("They own 12 cargo ships.", "12 cargo ships", "cargo ship", "count"),
        ("It grew sixfold.", "sixfold", "time", "ratio"),
        ("It used a quarter of a mile.", "a quarter of a mile", "mile", "length"),
        ("A drop of 40 basis points.", "40 basis points", "basis point", "share"),
        ("The last three months were wet.", "three months", "month", "duration"),
        ("A range of 2000 kilometers.", "2000 kilometers", "kilometre", "length"),
        ("It lost 5 pounds.", "5 pounds", "pound", None),
    ],
    ids=lambda x: str(x),
)
def test_unit_and_span(text, words, unit, kind):
    (quantity,) = quantities(text)
    assert (text[quantity.start : quantity.end], quantity.unit, quantity.unit_kind) == (words, unit, kind)


def test_the_number_of_a_model_is_no_second_count():
    assert [q.value for q in quantities("They ordered two new 320 Neo jets.")] == [2]


def test_a_code_belongs_to_the_number_before_it():
    text = "It paid 7 GBP 50 times."
    assert [(q.value, q.unit) for q in quantities(text)] == [(7, "GBP"), (50, "time")]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("It cost much over ten years.", "exact"),
        ("It ran for over ten years.", "more_than"),
        ("over ten km", "more_than"),
    ],
)
def test_over_a_stretch_of_time_is_during(text, bound):
    assert quantities(text)[-1].bound == bound


def test_a_date_is_no_quantity():
    assert quantities("On 14 June 2018 and in 2015 it rained.") == []
