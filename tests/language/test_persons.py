"""Nouns for persons, and those that are none."""

import pytest

from onrecord.language.persons import read_person_nouns


@pytest.mark.parametrize(("noun", "person"), [("voter", True), ("minister", True), ("mother", True), ("boat", False),
                                              ("council", False), ("report", False)])  # fmt: skip
def test_read_person_nouns(noun, person):
    assert (noun in read_person_nouns()) is person
