"""Web Annotations of every span, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.report.annotations import describe_annotations, find_quote, quote
from onrecord.report.material import Material


def test_every_span_finds_its_words_again(processed):
    material = Material(processed)
    collection = describe_annotations(material)
    items = collection["first"]["items"]
    assert collection["total"] == len(items) == len(processed.spans) + len(processed.figures)
    for item in items:
        words, place = item["target"]["selector"]
        article = item["target"]["source"].rpartition(":")[2]
        body = material.articles[article].body
        assert body[place["start"] : place["end"]] == words["exact"]
        assert find_quote(body, words) == (place["start"], place["end"])


@given(st.text(alphabet="ab \n“”", max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_a_quotation_is_found_where_it_stands_or_not_at_all(body, one, other):
    start, end = sorted((min(one, len(body)), min(other, len(body))))
    assert find_quote(body, quote(body, start, end)) in ((start, end), None)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("a b c", (2, 3), id="once"),
        pytest.param("a b c, a b c", None, id="twice"),
        pytest.param("x y z", None, id="nowhere"),
    ],
)
def test_find_quote(body, found):
    assert find_quote(body, {"exact": "b", "prefix": "a ", "suffix": " c"}) == found
