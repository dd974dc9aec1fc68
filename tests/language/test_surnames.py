"""The surname in a name."""

import pytest

from onrecord.language.surnames import surname_of, without_accents

CASES = [
    pytest.param("Ana Roe", "Roe", id="last-word"),
    pytest.param("Ana Roe Jr.", "Roe", id="generation"),
    pytest.param("Ana Roe, III", "Roe", id="generation-behind-a-comma"),
    pytest.param("Ana Roe of New Delvo", "Roe", id="place-behind"),
    pytest.param("Jr.", "Jr.", id="nothing-else-left"),
    pytest.param("", "", id="no-name"),
]


@pytest.mark.parametrize(("name", "surname"), CASES)
def test_surname_of(name, surname):
    assert surname_of(name) == surname


def test_without_accents():
    assert without_accents("Sánchez, Ølsund und Müller") == "Sanchez, Ølsund und Muller"
