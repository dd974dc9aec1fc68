"""What rules and tagger say of a proposal, and what the weights make of it."""

import numpy as np
import pytest

from onrecord import language
from onrecord.claims import weights
from onrecord.claims.attributions import Draft, settle_draft
from onrecord.claims.contents import Marks
from onrecord.claims.tags import Tags
from onrecord.claims.weights import Pair
from onrecord.language.trees import Tree

TEXT = "The mayor said the bridge would stay closed. Engineers rejected the new plan."
NOTHING = Tags([])  # a tagger that read no word
KINDS = ("frame", "quote", "loose", "frame+", "quote+", "loose+", "none+")


@pytest.fixture(scope="module")
def tree():
    return Tree(language.parse(TEXT))


def draft_of(tree, cue, content, quotes=()):
    at = lambda words: tree.token_at(TEXT.index(words))  # noqa: E731
    last = tree.token_at(TEXT.index(content) + len(content) - 1) + 1
    d = Draft(cue and at(cue), "clause", [(at(content), last)], 0.7, quotes=list(quotes))
    return settle_draft(tree, Marks(tree, []), d, [])


@pytest.mark.parametrize(
    ("cue", "quotes", "rules", "tagged", "kind"),
    [
        ("said", (), True, False, "frame"),
        ("said", (), True, True, "frame+"),
        ("said", ("a quotation",), True, True, "quote+"),
        (None, ("a quotation",), True, False, "loose"),
        ("said", (), False, True, "none+"),
    ],
    ids=["a word's frame", "and the tagger", "a quotation", "a quotation without cue", "the tagger alone"],
)
def test_kinds(tree, cue, quotes, rules, tagged, kind):
    d = draft_of(tree, cue, "the bridge would stay closed")
    d.quotes = list(quotes)
    assert Pair(d if rules else None, d if tagged else None).kind == kind


@pytest.mark.parametrize(
    ("cue", "content", "expected"),
    [
        ("said", "the bridge would stay closed", True),
        ("rejected", "the new plan", False),
    ],
    ids=["a clause states", "a thing does not"],
)
def test_what_states_something(tree, cue, content, expected):
    assert weights.has_verb(tree, draft_of(tree, cue, content)) is expected


def test_overlap_counts_shared_words(tree):
    whole, part = draft_of(tree, "said", "the bridge would stay closed"), draft_of(tree, "said", "stay closed")
    assert weights.overlap(whole, whole) == 1.0
    assert weights.overlap(whole, part) == pytest.approx(2 * 2 / (5 + 2))
    assert weights.overlap(whole, draft_of(tree, "rejected", "the new plan")) == 0.0


def test_a_cue_of_several_words_is_taken_whole(tree):
    d = draft_of(tree, "said", "stay closed")
    d.also = (d.cue - 1,)
    assert TEXT[slice(*weights.cue_of(tree, d))] == "mayor said"


def test_every_question_has_weights():
    questions = {question for question, _ in weights._read_weights()}
    assert questions == {"content", "source", *(f"claim {kind}" for kind in KINDS)}


def test_every_number_is_finite_where_the_tagger_read_nothing(tree):
    d, t = draft_of(tree, "said", "the bridge would stay closed"), draft_of(tree, "said", "stay closed")
    for pair in (Pair(d, None), Pair(d, t), Pair(None, t)):
        assert 0 < weights.is_claim(tree, pair, NOTHING) < 1
    numbers = weights.describe_contents(tree, Pair(d, t), NOTHING) | weights.describe_sources(
        tree, Pair(d, t), NOTHING, None
    )
    assert np.isfinite(list(numbers.values())).all()


def test_a_question_without_weights_is_even():
    assert weights.weigh("unheard of", {"always": 1.0}) == 0.5


def test_extreme_numbers_do_not_overflow(monkeypatch):
    monkeypatch.setattr(weights, "_read_weights", lambda: {("q", "x"): 1.0})
    assert 0 < weights.weigh("q", {"x": -1e9}) < 1e-9 < 1 - 1e-9 < weights.weigh("q", {"x": 1e9}) <= 1
