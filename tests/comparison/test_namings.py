"""Which outlets name a person who speaks in one of them."""

import pytest
from report_material import make_story

from onrecord.tables import read_rows
from onrecord.tables.compared import NamedInRow

SAID = "“We shall rebuild the old pier in stone,” harbour master Mira Olsund said."
CASES = [
    pytest.param("It rained in Helden all day.", "not_named", id="nowhere"),
    pytest.param("The Ölsund street was closed.", None, id="with-an-accent"),
    pytest.param("Colonel Olsunt was there.", None, id="another-spelling"),
    pytest.param("Mira Olsund slept well.", "named", id="named"),
    pytest.param("The Olsund street was closed.", None, id="somebody-or-something-else"),
]


@pytest.mark.parametrize(("text", "naming"), CASES)
def test_naming(text, naming):
    table = make_story({"paper-a": SAID, "paper-b": text}).compared.named_in
    found = {row.outlet: row.naming for row in read_rows(table, NamedInRow)}
    assert found == {"Paper A": "named", "Paper B": naming}


def test_whom_only_a_surname_names_is_left_out():
    assert make_story({"paper-a": "“It is cold in here,” Olsund said."}).compared.named_in.empty
