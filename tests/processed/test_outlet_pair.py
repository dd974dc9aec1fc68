"""Two outlets side by side: what belongs together, and which words differ."""

from dataclasses import replace

import pytest

from onrecord.errors import UsageError
from onrecord.processed.outlet_pair import mark_differences, pair_outlets


@pytest.mark.parametrize(
    ("left", "right", "marked"),
    [
        pytest.param("It is safe", "It is safe", ("It is safe", "It is safe"), id="the-same"),
        pytest.param(
            "It is safe", "It was very safe",
            ('It <mark class="differs">is</mark> safe',
             'It <mark class="differs">was</mark> <mark class="differs">very</mark> safe'),
            id="other-words",
        ),
        pytest.param("IT is “safe”", "it is safe", ("IT is “safe”", "it is safe"), id="marks-and-capitals-are-none"),
        pytest.param("", "<b>", ("", '&lt;<mark class="differs">b</mark>&gt;'), id="escaped"),
    ],
)  # fmt: skip
def test_differences(left, right, marked):
    assert mark_differences(left, right) == marked


def test_the_first_two_outlets(processed):
    pair = pair_outlets(processed, processed.compared)
    assert (pair.first, pair.second) == ("Coast News", "Fjord Post")
    assert len(pair)
    shown = pair._repr_html_()
    assert "never closed a single harbour in winter" in shown


def test_the_order_of_the_names_is_that_of_the_columns(processed):
    one = pair_outlets(processed, processed.compared, "Coast News", "Fjord Post")
    other = pair_outlets(processed, processed.compared, "Fjord Post", "Coast News")
    assert {(b, a) for _, a, b in one.rows} == {(a, b) for _, a, b in other.rows}
    assert pair_outlets(processed, processed.compared, "Fjord Post").second == "Coast News"


def test_an_unknown_outlet(processed):
    with pytest.raises(UsageError, match="Did you mean 'Coast News'"):
        pair_outlets(processed, processed.compared, "Coast New")


@pytest.mark.parametrize(("relation", "marked"), [("same_claim", True), ("disputes", False)])
def test_differences_are_marked_only_inside_one_statement(processed, relation, marked):
    pairs = processed.compared.claim_pairs
    shorter = pairs.assign(end_a=pairs["end_a"] - 12, relation=relation)  # the last words of one side are cut
    rows = pair_outlets(processed, replace(processed.compared, claim_pairs=shorter)).rows
    assert any("<mark" in a + b for _, a, b in rows) == marked
