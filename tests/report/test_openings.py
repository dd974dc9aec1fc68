"""How each outlet begins."""

import pytest
from report_material import make_material, words_of

from onrecord.report.openings import list_openings

FIRST = "The ferry terminal of Helden burned down in the night to Monday."
CASES = [
    pytest.param(FIRST, FIRST, id="the-first-sentence"),
    pytest.param(f"It is gone. {FIRST}", f"It is gone. {FIRST}", id="a-short-one-with-the-next"),
    pytest.param(f"In this May 3, 2019 file photo, the terminal stands. It was old.\n\n{FIRST}", FIRST, id="a-caption"),
    pytest.param(
        f"Ana Roe, second from left, and Ivo Lund (right) stand before the hall.\n\n{FIRST}", FIRST, id="who-is-where"
    ),
    pytest.param(f"EDITOR’S NOTE: This text was revised on Tuesday.\n\n{FIRST}", FIRST, id="an-editor-s-note"),
    pytest.param(f"(We added a new top to this post on Tuesday.)\n\n{FIRST}", FIRST, id="a-note-in-brackets"),
    pytest.param(f"The terminal burns. So sad. — Ana Roe (@anaroe) May 3, 2019\n\n{FIRST}", FIRST, id="a-post"),
    pytest.param(f"Ana Roe is a senior reporter at the Helden Gazette.\n\n{FIRST}", FIRST, id="who-wrote-it"),
    pytest.param(
        "Ana Roe is the new mayor of the old town of Helden.",
        "Ana Roe is the new mayor of the old town of Helden.",
        id="whom-it-is-about",
    ),
]


@pytest.mark.parametrize(("text", "opening"), CASES)
def test_opening(text, opening):
    material = make_material({"paper-a": text, "paper-b": FIRST})
    assert words_of(material, list_openings(material)[0].clipping) == opening


def test_one_outlet_has_nothing_to_set_beside_it():
    assert list_openings(make_material({"paper-a": FIRST})) == []
