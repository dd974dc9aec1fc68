"""The tagger: windows, decoding, offsets, determinism, and life without its weights."""

import hashlib
import re
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import tagger
from onrecord.tagger import LONGEST_WINDOW, SEP
from onrecord.tags import Tags, Window

TAG = {"O": 0, "BS": 1, "IS": 2, "BQ": 3, "IQ": 4, "BC": 5, "IC": 6}
ARTICLE = (
    "LAKE TOWN – The mayor said on Monday that the bridge would stay closed until spring.\n\n"
    "“We will not pay twice for the same work,” Ana Ruiz told reporters. “The city has done its part.”\n\n"
    "Snow fell all night, and the harbour froze."
)
PARAGRAPHS = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", ARTICLE)]


def words_of(span):
    return None if span is None else ARTICLE[slice(*span)]


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


def spans_of(n, marks=()):
    """Of n pieces of two letters with a space after each; marks have no place in the text."""
    return np.array([[0, 0] if i in (0, *marks) else [3 * i, 3 * i + 2] for i in range(n)])


def tags_of(labels, cue_of=None, source_of=None, marks=(), weak=()):
    return Tags([Window.of(spans_of(len(labels), marks), *scores(labels, cue_of, source_of, weak))])


def decoded(labels, cue_of=None, source_of=None, marks=(), weak=()):
    found = tags_of(labels, cue_of, source_of, marks, weak).attributions()
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


def test_decoded_scores_are_probabilities():
    found = tags_of(["O", "BS", "BQ", "BC", "IC"], {3: 2, 4: 2}, {2: 1}).attributions()
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
    far = Window.of(spans_of(5) + [[0], [15], [15], [15], [15]] * np.ones((1, 2), int), *scores(labels))
    tags = Tags([*tags_of(labels, {3: 2, 4: 2}, {2: 1}).windows, far])
    assert tags.to_cue([(9, 14)], (6, 8)) > 0.9
    assert tags.to_cue([(9, 14), (24, 29)], (6, 8)) == pytest.approx(0.5, abs=0.05)
    assert tags.to_source((6, 8), (18, 20)) == 0.0


@pytest.mark.parametrize("span", [(0, 1), (100, 200), (5, 6)], ids=["before", "behind", "between"])
def test_words_never_read_weigh_nothing(span):
    tags = tags_of(["O", "BS", "BQ", "BC"])
    assert tags.role([span], "content") == tags.role([], "content") == 0.0
    assert tags.to_cue([span], span) == tags.to_source(span, span) == 0.0


def test_windows_hold_every_block_once_and_in_order():
    text = "\n".join(f"Paragraph {i} has " + "some words, " * (i % 40) + "and ends." for i in range(60))
    blocks = [m.span() for m in re.finditer(r"[^\n]+", text)]
    found = tagger.pack(text, blocks)
    assert len(found) > 5
    assert max(len(ids) for ids, _ in found) <= LONGEST_WINDOW
    read = [span for ids, spans in found for i, span in zip(ids, spans, strict=True) if i > SEP]
    assert all(a[1] <= b[0] for a, b in pairwise(read))
    letters = lambda s: re.sub(r"\W", "", s)  # noqa: E731
    assert letters("".join(text[a:b] for a, b in read)) == letters(text)


def test_an_overlong_block_is_cut_after_a_sentence():
    text = "The river rose again. " * 200
    found = tagger.pack(text)
    assert len(found) > 3
    for _, spans in found[:-1]:
        assert text[slice(*spans[-2])] == "."


def test_a_block_of_one_endless_word_is_cut_anyway():
    assert max(len(ids) for ids, _ in tagger.pack("1,2" * 2000)) <= LONGEST_WINDOW


@pytest.fixture
def without_weights(monkeypatch, tmp_path):
    monkeypatch.setattr(tagger, "WEIGHTS", tmp_path / "tagger.onnx")


def test_without_weights_nothing_is_proposed(without_weights):
    assert not tagger.available()
    assert tagger.tag(ARTICLE, PARAGRAPHS) == []
    assert tagger.read(ARTICLE, PARAGRAPHS).role([(0, 9)], "content") == 0.0


def test_weights_are_those_of_the_card():
    assert tagger.available()
    digest = hashlib.sha256(tagger.WEIGHTS.read_bytes()).hexdigest()
    assert digest in (tagger.MODELS / "README.md").read_text(encoding="utf-8")


def test_who_said_what():
    found = tagger.tag(ARTICLE, PARAGRAPHS)
    rows = [(words_of(t.source), words_of(t.cue), [words_of(s).strip("“”,. ") for s in t.content]) for t in found]
    assert [row[:2] for row in rows] == [("The mayor", "said"), ("Ana Ruiz", "told")]
    assert rows[0][2][-1].endswith("the bridge would stay closed until spring")
    assert rows[1][2] == ["We will not pay twice for the same work", "The city has done its part"]


def test_only_blocks_are_read():
    assert [words_of(t.source) for t in tagger.tag(ARTICLE, PARAGRAPHS[1:])] == ["Ana Ruiz"]
    assert tagger.tag(ARTICLE, []) == []
    assert tagger.tag(ARTICLE, PARAGRAPHS[2:]) == []


def test_the_same_text_gives_the_same_rows():
    first = tagger.tag(ARTICLE, PARAGRAPHS)
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda _: tagger.tag(ARTICLE, PARAGRAPHS), range(8))) == [first] * 8


def test_offsets_move_with_the_text():
    lead = "Élan 🙂 vital.\n\n"
    blocks = [(0, len(lead) - 2), *((a + len(lead), b + len(lead)) for a, b in PARAGRAPHS)]
    found = [t for t in tagger.tag(lead + ARTICLE, blocks) if t.cue]
    assert [(lead + ARTICLE)[slice(*t.cue)] for t in found] == ["said", "told"]


PIECES = st.sampled_from(
    ["“", "”", '"', "‘", "’", "said", " he ", " that ", ". ", "\n\n", "(", "[", "é", "🙂", "\ud800"]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=80).map("".join))


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_any_text_is_read_and_spans_lie_in_its_blocks(text):
    blocks = [m.span() for m in re.finditer(r"[^\n]+", text)]
    for tagged in tagger.tag(text, blocks):
        spans = [*tagged.content, *(s for s in (tagged.source, tagged.cue) if s)]
        assert tagged.content
        assert list(tagged.content) == sorted(tagged.content)
        for start, end in spans:
            assert any(a <= start < end <= b for a, b in blocks)
