"""What decided a speaker, and how certain that is."""

import pytest
from actor_reading import read

from onrecord.actors import certainty
from onrecord.actors.certainty import LEAST, speaker_confidence
from onrecord.lexicon import read_rows

BASES = {row["basis"] for row in read_rows("speaker_weights")}


def test_each_basis_has_its_share():
    assert {"name", "surname", "title", "description", "pronoun", "first_person", "issuer", "words", "carried"} == BASES
    assert all(LEAST < speaker_confidence(basis) < 1 for basis in BASES)


def test_a_name_is_more_certain_than_what_was_carried_on():
    assert speaker_confidence("name") > speaker_confidence("pronoun") > speaker_confidence("carried")


def test_a_speaker_below_the_threshold_is_left_open(monkeypatch):
    text = "Ada Moss wept. She said it rained."
    assert read(text).speakers == [["Ada Moss"]]
    monkeypatch.setattr(certainty, "_shares", lambda: dict.fromkeys(BASES, LEAST - 0.01))
    assert (read(text).speakers, read(text).confidences) == ([[]], [None])


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Ada Moss said it rained.", "name"),
        ("Ada Moss wept. Moss said it rained.", "surname"),
        ("Ada Moss, the mayor, wept. The mayor said it rained.", "title"),
        ("Ada Moss wept. She said it rained.", "pronoun"),
        ("A senior official said it rained.", "words"),
        ("Ada Moss issued a statement. The statement said it rained.", "issuer"),
        ("“It rained,” said Ada Moss. “It will snow before the week is over.”", "name"),
    ],
)
def test_the_basis_is_told(text, basis):
    assert read(text).confidences[-1] == speaker_confidence(basis)


def test_an_open_speaker_has_none():
    assert read("He said it rained.").confidences == [None]
