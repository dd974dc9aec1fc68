"""Which stretches of claims two outlets can have in common."""

import pytest
from passage_rows import spoken

from onrecord.comparison.passages import find_passages, shape_of

CASES = [
    pytest.param([{"content": "the pier is safe"}], [("the pier is safe", False)], id="reported"),
    pytest.param([{"content": "The pier is safe.", "quotation": "direct"}], [("The pier is safe.", True)], id="quoted"),
    pytest.param(
        [{"content": "the pier was “as safe as a church” in May", "quotation": "mixed"}],
        [("the pier was “as safe as a church” in May", False), ("as safe as a church", True)],
        id="quoted-in-part",
    ),
    pytest.param(
        [{"content": "he calls “the ‘old’ pier” his", "quotation": "mixed"}],
        [("he calls “the ‘old’ pier” his", False), ("the ‘old’ pier", True)],
        id="quotation-in-a-quotation",
    ),
    pytest.param(
        [{"parts": ["The pier is safe,", "The roof is not."], "quotation": "direct"}],
        [("The pier is safe,", True), ("The roof is not.", True)],
        id="broken-quotation",
    ),
    pytest.param([{"content": "…"}], [], id="no-word"),
]


@pytest.mark.parametrize(("rows", "expected"), CASES)
def test_passages(rows, expected):
    found = find_passages(*spoken(*rows))
    assert [(passage.text, passage.quoted) for passage in found] == expected


OUTER = "the chief had warned her that the pier was rotten"
INNER = "the pier was rotten"


def own_words(outer, inner):
    at = outer["content"].index(inner["content"])
    place = {"start": at, "article_id": "a0", "within_claim_id": "c0"}
    return [[w.form for w in p.words] for p in find_passages(*spoken(outer, inner | place)) if p.claim.claim_id == "c0"]


def test_what_another_says_inside_a_claim_is_not_the_claims_own():
    words = own_words({"actor_id": "m1", "content": OUTER}, {"actor_id": "m2", "content": INNER})
    assert words == [["the", "chief", "had", "warned", "her", "that"]]


def test_what_one_says_oneself_inside_a_claim_stays():
    words = own_words({"actor_id": "m1", "content": OUTER}, {"actor_id": "m1", "content": INNER})
    assert words == [OUTER.split()]


def test_a_frame_around_another_claim_is_no_passage():
    inner = {"actor_id": "m2", "content": "the chief had warned her that the pier was"}
    assert own_words({"actor_id": "m1", "content": OUTER}, inner) == []


def test_what_is_denied_is_the_denials_own():
    outer = {
        "actor_id": "m1",
        "content": "the claim that the pier was rotten",
        "stance": "denies",
        "target_claim_id": "c1",
    }
    assert own_words(outer, {"actor_id": "m2", "content": INNER}) == [outer["content"].split()]


def test_offsets_are_into_the_body():
    (passage,) = find_passages(*spoken({"content": "so “old as the pier” it is", "quotation": "mixed", "start": 40}))[
        1:
    ]
    assert (passage.start, passage.end) == (44, 44 + len("old as the pier"))
    assert passage.part == (40, 40 + len("so “old as the pier” it is"))


@pytest.mark.parametrize("rule", ["verb: clause", "noun: clause", "verb: clause, words by tagger", "clause"])
def test_the_shape_of_a_rule_is_without_its_class_and_remarks(rule):
    assert shape_of(rule) == "clause"
