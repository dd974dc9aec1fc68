"""A small neural tagger that proposes who said what; the only module that loads its weights.

MiniLM, fine-tuned (see ``models/README.md``), reads windows of whole paragraphs and gives each word piece one of seven
tags (begin and inside of source, cue and content, or none) and two pointers: from content to its cue, and from a cue to
its source. Without the weights' file nothing is proposed, and ``models.has_tagger`` says so.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import numpy as np

from onrecord import models
from onrecord.claims.tags import Tagged, Tags, Window
from onrecord.language.spans import Chars

LONGEST_WINDOW = 256  # word pieces with the marks between paragraphs: what the weights were trained on
CLS, SEP = 101, 102  # marks: the first opens a window and is "none" to pointers, the second ends a block
SURROGATE = re.compile("[\ud800-\udfff]")  # the tokenizer refuses half a character
CLOSING = ('"', "”", "’", "'", ")")

Piece = tuple[int, int, int, bool]  # vocabulary id, start, end in the text, whether it goes on with a word
Packed = tuple[np.ndarray, np.ndarray]  # a window's ids; per piece: start, end (0, 0 for marks), goes on with a word


def tag(text: str, blocks: Iterable[Chars] | None = None) -> tuple[Tagged, ...]:
    """The attributions in a text, in reading order of their cues (or contents, where a cue is null).

    ``blocks`` are the paragraphs, as for ``language.parse``; words outside them are not read. Without weights: none.
    """
    return read(text, blocks).attributions


def read(text: str, blocks: Iterable[Chars] | None = None) -> Tags:
    """All that the tagger thinks of a text; without weights, of no word."""
    if not models.has_tagger():
        return Tags([])
    session = _session(str(models.TAGGER))
    out = []
    for ids, places in pack(text, blocks):
        scores = session.run(["tags", "to_cue", "to_source"], {"ids": ids[None]})
        out.append(Window.of(places, *(x[0] for x in scores)))
    return Tags(out)


def pack(text: str, blocks: Iterable[Chars] | None = None, first: int = LONGEST_WINDOW) -> list[Packed]:
    """Consecutive blocks packed into windows of at most 256 pieces; ``first`` shortens the first one (for training)."""
    text = SURROGATE.sub("\ufffd", text)
    blocks = [Chars(0, len(text))] if blocks is None else list(blocks)
    encodings = _tokenizer().encode_batch([text[start:end] for start, end in blocks], add_special_tokens=False)
    groups: list[list[list[Piece]]] = [[]]
    room = first - 1
    for (offset, _), encoding in zip(blocks, encodings, strict=True):
        words = encoding.word_ids
        joined = [a == b for a, b in zip(words, [None, *words], strict=False)]
        parts = zip(encoding.ids, encoding.offsets, joined, strict=True)
        pieces = [(i, offset + a, offset + b, goes_on) for i, (a, b), goes_on in parts]
        for part in _cut(pieces, LONGEST_WINDOW - 2, text):
            if len(part) + 1 > room:
                groups.append([])
                room = LONGEST_WINDOW - 1
            groups[-1].append(part)
            room -= len(part) + 1
    return [_window(group) for group in groups if group]


def _cut(pieces: list[Piece], longest: int, text: str) -> Iterator[list[Piece]]:
    """A block's pieces, an overlong one cut after the last full stop that fits, else anywhere."""
    while len(pieces) > longest:
        stops = [i for i in range(longest // 2, longest) if text[pieces[i][1] : pieces[i][2]] in (".", "?", "!")]
        at = stops[-1] + 1 if stops else longest
        while stops and at < longest and text[pieces[at][1] : pieces[at][2]] in CLOSING:
            at += 1
        yield pieces[:at]
        pieces = pieces[at:]
    if pieces:
        yield pieces


def _window(blocks: list[list[Piece]]) -> Packed:
    mark = (SEP, 0, 0, False)
    rows = np.array([(CLS, 0, 0, False), *(piece for block in blocks for piece in (*block, mark))], dtype=np.int64)
    return rows[:, 0], rows[:, 1:]


@cache
def _tokenizer() -> Any:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(models.VOCABULARY))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


@cache
def _session(path: str) -> Any:
    """One thread and a fixed order of work, so that the same text gives the same scores."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
