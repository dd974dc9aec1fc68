"""Verbs of two classes for one statement."""

import pytest
from rows import claims, make_row

from onrecord.comparison.reporting_verbs import compare_reporting_verbs

PAIR = {"pair_id": "p1", "claim_a": "c0", "claim_b": "c1", "relation": "same_claim", "score": 0.9, "start_a": 0,
        "end_a": 9, "start_b": 0, "end_b": 9, "paragraph_a": 1, "paragraph_b": 1, "change": "identical"}  # fmt: skip
CASES = [
    pytest.param("say", "admit", [("neutral", "concession")], id="said-and-admitted"),
    pytest.param("claim", "point out", [("distance", "factive")], id="claimed-and-pointed-out"),
    pytest.param("say", "tell", [], id="one-class"),
    pytest.param("say", None, [], id="no-cue"),
    pytest.param("say", "yodel", [], id="a-verb-of-no-class"),
]


def compare(a, b, *pairs, **columns):
    clause = {"content": "x", "rule": "verb: clause"}
    said = claims(clause | {"cue_lemma": a}, clause | {"cue_lemma": b} | columns)
    return compare_reporting_verbs(
        [make_row("claim_pairs", PAIR | row) for row in pairs], {c.claim_id: c for c in said}
    )


@pytest.mark.parametrize(("a", "b", "expected"), CASES)
def test_reporting_verbs(a, b, expected):
    table = compare(a, b, {})
    assert list(zip(table["class_a"], table["class_b"], strict=True)) == expected


def test_a_dispute_is_no_statement_of_both():
    assert len(compare("say", "deny", {"relation": "disputes"})) == 0


@pytest.mark.parametrize("columns", [{"rule": "verb: object+as"}, {"rule": "tagger"}, {"stance": "not_said"}])
def test_a_verb_that_takes_less_than_the_statement_is_not_compared(columns):
    assert len(compare("say", "admit", {}, **columns)) == 0


def test_a_pair_that_is_not_sure_is_not_compared():
    assert len(compare("say", "admit", {"score": 0.6})) == 0


def test_two_passages_of_two_claims_are_one_row():
    assert compare("say", "admit", {}, {"pair_id": "p2"})["pair"].tolist() == ["p1"]
