"""What a person is, beside the name."""

import pytest
from report_material import make_material

from onrecord.report.offices import with_office


@pytest.mark.parametrize(
    ("said", "told"),
    [
        pytest.param(
            "Mira Olsund, the Harbour Board's chairwoman, said it fell.",
            "Mira Olsund, Harbour Board's chairwoman",
            id="an-office",
        ),
        pytest.param("President Olsund said it fell.", "President Olsund", id="a-title"),
        pytest.param("One Delvo woman, Mira Olsund, said it fell.", "Mira Olsund", id="no-office"),
        pytest.param(
            "Mira Olsund, who was Harbour Board chief until March, 2024, said it fell.",
            "Mira Olsund",
            id="until-a-day-that-is-cut",
        ),
        pytest.param("A friend, Mira Olsund, said it fell.", "Mira Olsund", id="what-she-is-to-another"),
        pytest.param("Mira Olsund said it fell.", "Mira Olsund", id="none"),
    ],
)
def test_with_office(said, told):
    material = make_material({"paper-a": said})
    (actor,) = (key for key, row in material.actors.items() if row.kind == "person")
    assert with_office(material, actor) == told
