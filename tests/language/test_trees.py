"""The lists answer as spaCy's tokens do."""

import pytest
from spacy.tokens import Doc

from onrecord import language
from onrecord.language.trees import Tree, read_tree

TEXT = "ROME – The mayor, who left, shot down the idea.\nShe “said” so."


@pytest.fixture(scope="module")
def tree():
    return Tree(language.parse(TEXT, [(7, 47), (48, len(TEXT))]))


def test_columns_are_spacys(tree):
    for token in tree.doc:
        i = token.i
        assert (tree.head[i], tree.dep[i], tree.tag[i]) == (token.head.i, token.dep_, token.tag_)
        assert (tree.lemma[i], tree.pos[i], tree.idx[i]) == (token.lemma_, token.pos_, token.idx)
        assert tree.kids(i) == [c.i for c in token.children]
        assert tree.span(i) == (token.left_edge.i, token.right_edge.i + 1)


def test_words_are_spacys():
    doc = language.parse("Two mayors of New York left. They, the 1/2 of it, 'd say so!", [(0, 28), (29, 60)])
    tree = read_tree(doc)
    assert tree.numeric == [bool(t.like_num) for t in doc] and any(tree.numeric)
    assert tree.punctuation == [t.is_punct for t in doc] and any(tree.punctuation)
    assert tree.starts == [bool(t.is_sent_start) for t in doc] and any(tree.starts)
    assert tree.goes_on == [t.ent_iob_ == "I" for t in doc] and any(tree.goes_on)
    assert tree.edges == [(t.left_edge.i, t.right_edge.i + 1) for t in doc]
    assert [tree.spelt(t.i) for t in doc] == [t.text for t in doc]


def test_edges_follow_arcs_that_cross(tree):
    heads, deps = [2, 3, 2, 2], ["dep", "dep", "ROOT", "dep"]
    crossed = Doc(tree.doc.vocab, words=["a", "b", "c", "d"], heads=heads, deps=deps)
    assert read_tree(crossed).edges[3] == (1, 4)


def test_paragraphs_leave_the_gaps_out(tree):
    assert [TEXT[slice(*tree.chars(p))] for p in tree.paragraphs] == [TEXT[7:47], TEXT[48:]]
    assert len({tree.paragraph[a] for a, _ in tree.paragraphs}) == 2


def test_key_has_the_particle(tree):
    shot = next(i for i in range(tree.n) if tree.word(i) == "shot")
    assert tree.key(shot) == "shoot down"


def test_offsets(tree):
    for offset in range(len(TEXT)):
        i = tree.token_at(offset)
        assert tree.idx[i] <= offset and (i + 1 == tree.n or offset < tree.idx[i + 1])
        assert tree.first_from(offset) == next((k for k in range(tree.n) if tree.idx[k] >= offset), tree.n)


def test_empty():
    assert Tree(language.parse("")).n == 0
