"""The tagger: windows, offsets, determinism, and life without its weights."""

import hashlib
import re
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import models
from onrecord.claims import tagger
from onrecord.claims.tagger import LONGEST_WINDOW, SEP

ARTICLE = (
    "LAKE TOWN – The mayor said on Monday that the bridge would stay closed until spring.\n\n"
    "“We will not pay twice for the same work,” Ana Ruiz told reporters. “The city has done its part.”\n\n"
    "Snow fell all night, and the harbour froze."
)
PARAGRAPHS = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", ARTICLE)]


def words_of(span):
    return None if span is None else ARTICLE[slice(*span)]


def test_windows_hold_every_block_once_and_in_order():
    text = "\n".join(f"Paragraph {i} has " + "some words, " * (i % 40) + "and ends." for i in range(60))
    blocks = [m.span() for m in re.finditer(r"[^\n]+", text)]
    found = tagger.pack(text, blocks)
    assert len(found) > 5
    assert max(len(ids) for ids, _ in found) <= LONGEST_WINDOW
    read = [span for ids, places in found for i, span in zip(ids, places[:, :2], strict=True) if i > SEP]
    assert all(a[1] <= b[0] for a, b in pairwise(read))
    letters = lambda s: re.sub(r"\W", "", s)  # noqa: E731
    assert letters("".join(text[a:b] for a, b in read)) == letters(text)


def test_an_overlong_block_is_cut_after_a_sentence():
    text = "The river rose again. " * 200
    found = tagger.pack(text)
    assert len(found) > 3
    for _, places in found[:-1]:
        assert text[slice(*places[-2, :2])] == "."


def test_a_block_of_one_endless_word_is_cut_anyway():
    assert max(len(ids) for ids, _ in tagger.pack("1,2" * 2000)) <= LONGEST_WINDOW


@pytest.fixture
def without_weights(monkeypatch, tmp_path):
    monkeypatch.setattr(models, "TAGGER", tmp_path / "tagger.onnx")


def test_without_weights_nothing_is_proposed(without_weights):
    assert not models.has_tagger()
    assert tagger.tag(ARTICLE, PARAGRAPHS) == ()
    assert tagger.read(ARTICLE, PARAGRAPHS).role([(0, 9)], "content") == 0.0


def test_weights_are_those_of_the_card():
    assert models.has_tagger()
    digest = hashlib.sha256(models.TAGGER.read_bytes()).hexdigest()
    assert digest in (models.TAGGER.with_name("README.md")).read_text(encoding="utf-8")


def test_who_said_what():
    found = tagger.tag(ARTICLE, PARAGRAPHS)
    rows = [(words_of(t.source), words_of(t.cue), [words_of(s).strip("“”,. ") for s in t.content]) for t in found]
    assert [(source, cue.split()[0]) for source, cue, _ in rows] == [("The mayor", "said"), ("Ana Ruiz", "told")]
    assert rows[0][2][-1].endswith("the bridge would stay closed until spring")
    assert rows[1][2] == ["We will not pay twice for the same work", "The city has done its part"]


def test_only_blocks_are_read():
    assert [words_of(t.source) for t in tagger.tag(ARTICLE, PARAGRAPHS[1:])] == ["Ana Ruiz"]
    assert tagger.tag(ARTICLE, []) == ()
    assert tagger.tag(ARTICLE, PARAGRAPHS[2:]) == ()


def test_the_same_text_gives_the_same_rows():
    first = tagger.tag(ARTICLE, PARAGRAPHS)
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda _: tagger.tag(ARTICLE, PARAGRAPHS), range(8))) == [first] * 8


def test_offsets_move_with_the_text():
    lead = "Élan 🙂 vital.\n\n"
    blocks = [(0, len(lead) - 2), *((a + len(lead), b + len(lead)) for a, b in PARAGRAPHS)]
    found = [t for t in tagger.tag(lead + ARTICLE, blocks) if t.cue]
    assert [(lead + ARTICLE)[slice(*t.cue)].split()[0] for t in found] == ["said", "told"]


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
