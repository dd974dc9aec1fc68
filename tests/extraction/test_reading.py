"""One article read: sentences around a span, and the one actor that some words name."""

from datetime import date

import pytest

from onrecord import language
from onrecord.actors.actor import Actor, Resolution
from onrecord.actors.mentions import Mention
from onrecord.extraction import reading
from onrecord.intake import find_blocks

TEXT = "Ana Duarte and Lars Holm met. They agreed on the wall. It held."
SENTENCES = [(0, 29), (30, 54), (55, 63)]


def mention(words: str) -> Mention:
    start = TEXT.index(words)
    return Mention(start, start + len(words), "name", "person")


def read(*names: tuple[str, int | None], sentences=SENTENCES) -> reading.Reading:
    """A reading whose only findings are these mentions and the actors that they name."""
    actors = [Actor("Ana Duarte", "person"), Actor("Lars Holm", "person")]
    mentions = [mention(words) for words, _ in names]
    found = Resolution(actors, mentions, [actor for _, actor in names], [""] * len(names), [], [])
    return reading.Reading("a", TEXT, None, [], sentences, [], [], [], found, [])


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        pytest.param("Lars", "Ana Duarte and Lars Holm met.", id="first"),
        pytest.param("It", "It held.", id="last"),
        pytest.param("They agreed on the wall.", "They agreed on the wall.", id="a-whole-sentence-is-not-two"),
        pytest.param("met. They", "Ana Duarte and Lars Holm met. They agreed on the wall.", id="across-two"),
    ],
)
def test_sentence_of(words, sentence):
    start = TEXT.index(words)
    assert read().sentence_of(start, start + len(words)) == sentence


def test_a_sentence_that_follows_without_a_space_is_not_its_neighbour_s():
    assert read(sentences=[(0, 30), (30, 63)]).sentence_of(0, 30) == "Ana Duarte and Lars Holm met."


def test_sentence_of_a_text_without_sentences():
    assert read(sentences=[]).sentence_of(0, 1) == ""


@pytest.mark.parametrize(
    ("span", "actor"),
    [
        pytest.param((0, 10), 0, id="the-name"),
        pytest.param((4, 10), 0, id="part-of-it"),
        pytest.param((0, 19), 0, id="the-one-overlapped-more"),
        pytest.param((15, 29), 1, id="more-words-around-it"),
        pytest.param((6, 19), None, id="two-overlapped-equally"),
        pytest.param((30, 34), None, id="nobody-there"),
        pytest.param(None, None, id="no-words"),
    ],
)
def test_actor_at(span, actor):
    assert read(("Ana Duarte", 0), ("Lars Holm", 1)).actor_at(span) == actor


def test_an_open_mention_names_nobody():
    assert read(("Ana Duarte", None)).actor_at((0, 10)) is None


@pytest.fixture(scope="module")
def done():
    text = "LISBON – Ana Duarte said on Monday that the wall cost 9 million euros.\n\n“It held,” Duarte said."
    doc = language.parse(text, find_blocks(text))
    return reading.read_doc("a", doc, find_blocks(text), date(2019, 3, 5))


def test_a_parse_gives_everything_at_once(done):
    assert [done.text[slice(*c.content[0])].strip(",") for c in done.claims][-1] == "It held"
    assert [done.text[f.start : f.end] for f in done.figures] == ["9 million euros"]
    assert len(done.speakers) == len(done.claims) == 2
    assert len(done.resolution.mentions) == len(done.resolution.actor_of)


def test_nothing_is_found_outside_the_blocks(done):
    spans = [s for c in done.claims for s in c.content] + [(m.start, m.end) for m in done.resolution.mentions]
    assert all(start >= len("LISBON – ") for start, _ in spans)
