"""Rules and tagger together: pairs, doubles, and whose reading is taken."""

import re

import numpy as np
import pytest

from onrecord import language
from onrecord.claims import rules_and_tagger, weights
from onrecord.claims.attributions import Draft, settle_draft
from onrecord.claims.contents import Marks
from onrecord.claims.tags import Tags, Window
from onrecord.language.trees import Tree

TEXT = "The mayor said the bridge would stay closed. Engineers agreed it needs repair, and shops complained."


@pytest.fixture(scope="module")
def tree():
    return Tree(language.parse(TEXT))


def span(words, nth=0):
    return [m.span() for m in re.finditer(re.escape(words), TEXT)][nth]


def tags_of(*attributions, sure=0.98):
    """A tagger that sees these (source, cue, content), a piece a word."""
    places = [(0, 0, 0), *((*m.span(), 0) for m in re.finditer(r"\w+|[^\w\s]", TEXT))]
    n = len(places)
    tags = np.full((n, 7), (1 - sure) / 6)
    tags[:, 0] = sure
    pointers = np.full((2, n, n), (1 - sure) / n)
    pointers[:, :, 0] = sure
    for source, cue, content in attributions:
        rows = {
            role: [
                i for i, (a, b, _) in enumerate(places) if b and words and span(words)[0] <= a and b <= span(words)[1]
            ]
            for role, words in zip(("source", "cue", "content"), (source, cue, content), strict=True)
        }
        for k, role in enumerate(("source", "cue", "content")):
            for nth, i in enumerate(rows[role]):
                tags[i, 0], tags[i, 1 + 2 * k + bool(nth)] = (1 - sure) / 6, sure
        for pointer, (start, end) in zip(pointers, (("content", "cue"), ("cue", "source")), strict=True):
            if rows[end]:
                pointer[rows[start], 0] = 0.0
                pointer[np.ix_(rows[start], rows[end])] = sure / len(rows[end])
    return Tags([Window.of(np.array(places), np.log(tags), *np.log(pointers + 1e-9))])


def draft_of(tree, source, cue, content, within=None):
    tokens = lambda words: (tree.token_at(span(words)[0]), tree.token_at(span(words)[1] - 1) + 1)  # noqa: E731
    d = Draft(tokens(cue)[0], "clause", [tokens(content)], 0.7, source=source and tokens(source), rule="clause")
    settled = settle_draft(tree, Marks(tree, []), d, [])
    settled.within = within
    return settled


def combined(tree, drafts, tags):
    found = rules_and_tagger.combine(tree, Marks(tree, []), drafts, tags)
    words = lambda s: TEXT[slice(*tree.chars(s))] if s else None  # noqa: E731
    return sorted(
        (words(d.source), words((d.cue, d.cue + 1)), " … ".join(TEXT[a:b] for a, b in d.content.parts), d.rule)
        for d in found
    )


MAYOR = ("The mayor", "said", "the bridge would stay closed")
ENGINEERS = ("Engineers", "agreed", "it needs repair")


def test_both_agree(tree):
    assert combined(tree, [draft_of(tree, *MAYOR)], tags_of(MAYOR)) == [(*MAYOR, "clause")]


def test_a_claim_that_the_tagger_alone_sees(tree):
    found = combined(tree, [draft_of(tree, *MAYOR)], tags_of(MAYOR, ENGINEERS))
    assert found == [(*ENGINEERS, "tagger"), (*MAYOR, "clause")]


def test_the_tagger_is_heard_on_claims_of_the_rules_alone(tree):
    # The same draft is likelier where the tagger takes its words for cue and content without linking them.
    d = draft_of(tree, *ENGINEERS)
    pair = weights.Pair(d, None)
    seen, unseen = (weights.is_claim(tree, pair, tags) for tags in (tags_of(ENGINEERS), tags_of(MAYOR)))
    assert seen > unseen


def test_a_source_that_only_the_tagger_finds_is_taken(tree):
    found = combined(tree, [draft_of(tree, None, *MAYOR[1:])], tags_of(MAYOR))
    assert [row[0] for row in found] == ["The mayor"]


def test_a_claim_inside_another_stays_with_it(tree):
    outer = draft_of(tree, "Engineers", "agreed", "it needs repair, and shops complained")
    inner = draft_of(tree, "it", "needs", "repair", within=0)
    whole = ("Engineers", "agreed", "it needs repair, and shops complained")
    assert [row[1] for row in combined(tree, [outer, inner], tags_of(whole))] == ["agreed", "needs"]


def test_a_claim_inside_a_rejected_one_goes_with_it(tree, monkeypatch):
    monkeypatch.setattr(rules_and_tagger, "is_claim", lambda tree, pair, tags: 0.01)
    outer, inner = draft_of(tree, *ENGINEERS), draft_of(tree, "it", "needs", "repair", within=0)
    assert combined(tree, [outer, inner], tags_of()) == []


def test_of_doubles_the_likelier_stays(tree):
    one, two = (draft_of(tree, s, c, "it needs repair") for s, c in (("Engineers", "agreed"), ("shops", "complained")))
    pairs = [weights.Pair(one, None, one, 0.6), weights.Pair(two, None, two, 0.9)]
    assert [pair.reading for pair in rules_and_tagger.drop_doubles(pairs)] == [two]


def test_a_content_with_the_other_cue_inside_is_no_double(tree):
    one = draft_of(tree, *ENGINEERS)
    two = draft_of(tree, "The mayor", "said", "Engineers agreed it needs repair")
    pairs = [weights.Pair(one, None, one, 0.6), weights.Pair(two, None, two, 0.9)]
    assert len(rules_and_tagger.drop_doubles(pairs)) == 2
