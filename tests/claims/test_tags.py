"""Tags: from the network's scores to attributions, and the weight of spans that others propose."""

import numpy as np
import pytest

from onrecord.claims.tags import Tags, Window

TAG = {"O": 0, "BS": 1, "IS": 2, "BQ": 3, "IQ": 4, "BC": 5, "IC": 6}


def scores(labels, cue_of=None, source_of=None, weak=()):
    """Raw scores that say these tags, and these pointers (row → column; rows not named point at 0)."""
    n = len(labels)
    tags = np.zeros((n, 7))
    tags[range(n), [TAG[label] for label in labels]] = 8.0
    for i in weak:
        tags[i] /= 8
    pointers = np.zeros((2, n, n))
    pointers[:, :, 0] = 8.0
    for pointer, pairs in zip(pointers, (cue_of or {}, source_of or {}), strict=True):
        for i, j in pairs.items():
            pointer[i, 0], pointer[i, j] = 0.0, 8.0
    return tags, *pointers


def places_of(n, marks=(), goes_on=()):
    """Of n pieces of two letters with a space after each; marks have no place in the text."""
    return np.array([[0, 0, 0] if i in (0, *marks) else [3 * i, 3 * i + 2, i in goes_on] for i in range(n)])


def tags_of(labels, cue_of=None, source_of=None, marks=(), weak=(), goes_on=()):
    return Tags([Window.of(places_of(len(labels), marks, goes_on), *scores(labels, cue_of, source_of, weak))])


def decoded(labels, cue_of=None, source_of=None, marks=(), weak=()):
    found = tags_of(labels, cue_of, source_of, marks, weak).attributions
    pieces = lambda span: None if span is None else (span[0] // 3, span[1] // 3 + 1)  # noqa: E731
    return [(pieces(t.source), pieces(t.cue), [pieces(s) for s in t.content]) for t in found]


DECODING = {
    # labels, content → cue, cue → source, marks, expected (source, cue, contents) in pieces
    "one attribution": (
        ["O", "BS", "BQ", "BC", "IC"], {3: 2, 4: 2}, {2: 1}, (), [((1, 2), (2, 3), [(3, 5)])]),
    "a broken quotation is one, in two parts": (
        ["O", "BC", "IC", "BS", "BQ", "BC"], {1: 4, 2: 4, 5: 4}, {4: 3}, (), [((3, 4), (4, 5), [(1, 3), (5, 6)])]),
    "two cues share a source": (
        ["O", "BS", "BQ", "BC", "BQ", "BC"], {3: 2, 5: 4}, {2: 1, 4: 1}, (),
        [((1, 2), (2, 3), [(3, 4)]), ((1, 2), (4, 5), [(5, 6)])]),
    "the farther cue, when content points there": (
        ["O", "BS", "BQ", "BC", "BS", "BQ", "BC"], {3: 5, 6: 5}, {2: 1, 5: 4}, (),
        [((4, 5), (5, 6), [(3, 4), (6, 7)])]),
    "a cue that points at none has no source": (
        ["O", "BS", "BQ", "BC"], {3: 2}, {}, (), [(None, (2, 3), [(3, 4)])]),
    "content that points at none has no cue": (
        ["O", "BS", "BQ", "BC", "BC"], {4: 2}, {2: 1}, (), [((1, 2), (2, 3), [(4, 5)]), (None, None, [(3, 4)])]),
    "content that points at untagged words makes them its cue": (
        ["O", "BS", "O", "BC", "IC"], {3: 2, 4: 2}, {2: 1}, (), [((1, 2), (2, 3), [(3, 5)])]),
    "a cue that points at untagged words makes them its source": (
        ["O", "O", "BQ", "BC", "IC"], {3: 2, 4: 2}, {2: 1}, (), [((1, 2), (2, 3), [(3, 5)])]),
    "a cue without content is no attribution": (["O", "BS", "BQ", "O"], {}, {2: 1}, (), []),
    "a source alone is no attribution": (["O", "BS", "IS", "O"], {}, {}, (), []),
    "a mark between paragraphs parts a content": (
        ["O", "BQ", "BC", "O", "BC"], {2: 1, 4: 1}, {}, (3,), [(None, (1, 2), [(2, 3), (4, 5)])]),
    "begin right after inside starts anew": (
        ["O", "BQ", "BC", "IC", "BC"], {2: 1, 3: 1, 4: 1}, {}, (), [(None, (1, 2), [(2, 4), (4, 5)])]),
    "nothing tagged": (["O", "O", "O"], {}, {}, (), []),
    "marks alone": (["O"], {}, {}, (), []),
}  # fmt: skip


@pytest.mark.parametrize("case", DECODING.values(), ids=DECODING)
def test_decoding(case):
    labels, cue_of, source_of, marks, expected = case
    assert decoded(labels, cue_of, source_of, marks) == expected


def test_inside_without_begin_is_repaired():
    # An inside tag right after another role cannot stand; the likeliest legal path begins or drops it.
    (found,) = decoded(["O", "BQ", "IC", "IC"], {2: 1, 3: 1}, weak=(2,))
    assert found[1] == (1, 2)
    assert found[2][-1][1] == 4


def test_a_word_in_pieces_is_not_cut():
    found = tags_of(["O", "BQ", "BC", "IC", "O"], {2: 1, 3: 1}, weak=(4,), goes_on=(4,)).attributions
    assert found[0].content == ((6, 14),)


def test_decoded_scores_are_probabilities():
    found = tags_of(["O", "BS", "BQ", "BC", "IC"], {3: 2, 4: 2}, {2: 1}).attributions
    for value in (found[0].cue_score, found[0].content_score, found[0].link_score, found[0].source_score):
        assert 0.9 < value <= 1


def test_spans_proposed_by_others_are_weighed():
    tags = tags_of(["O", "BS", "BQ", "BC", "IC", "O"], {3: 2, 4: 2}, {2: 1})
    content, cue, source, other = (9, 14), (6, 8), (3, 5), (15, 17)
    assert tags.role([content], "content") > 0.9 > 0.1 > tags.role([content], "cue")
    assert tags.role([content, other], "content") == pytest.approx(2 / 3, abs=0.05)
    assert tags.to_cue([content], cue) > 0.9 > 0.1 > tags.to_cue([other], cue)
    assert tags.to_source(cue, source) > 0.9 > 0.1 > tags.to_source(cue, None)
    assert tags.to_source(content, None) > 0.9 > 0.1 > tags.to_source(content, source)


def test_words_in_another_window_than_the_cue_do_not_point_at_it():
    labels = ["O", "BS", "BQ", "BC", "IC"]
    far = Window.of(np.add(places_of(5), [[0, 0, 0], *([[15, 15, 0]] * 4)]), *scores(labels))
    tags = Tags([*tags_of(labels, {3: 2, 4: 2}, {2: 1}).windows, far])
    assert tags.to_cue([(9, 14)], (6, 8)) > 0.9
    assert tags.to_cue([(9, 14), (24, 29)], (6, 8)) == pytest.approx(0.5, abs=0.05)
    assert tags.to_source((6, 8), (18, 20)) == 0.0


@pytest.mark.parametrize("span", [(0, 1), (100, 200), (5, 6)], ids=["before", "behind", "between"])
def test_words_never_read_weigh_nothing(span):
    tags = tags_of(["O", "BS", "BQ", "BC"])
    assert tags.role([span], "content") == tags.role([], "content") == 0.0
    assert tags.to_cue([span], span) == tags.to_source(span, span) == 0.0
