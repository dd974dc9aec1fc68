"""What one outlet alone prints."""

import pytest
from report_material import make_story

SAID = "“We shall rebuild the old pier in stone before the storms,” harbour master Mira Olsund said."
SPENT = "The council of Helden spent 4.5 million dollars on the roof."
RAIN = "It rained in Helden all day."


def only_in(first: str, second: str) -> set[tuple[str, str]]:
    table = make_story({"paper-a": first, "paper-b": second}).compared.only_in
    return set(zip(table["outlet"].str[-1], table["kind"], strict=True))


CASES = [
    pytest.param(SAID, RAIN, {("A", "quotation")}, id="a-quotation"),
    pytest.param(SAID, "The old pier in stone before the flood was a sight.", set(), id="five-of-its-words-in-a-row"),
    pytest.param(
        SAID, "The pier is to be rebuilt in stone before the storms, Olsund wrote.", set(), id="told-elsewhere"
    ),
    pytest.param(SPENT, RAIN, {("A", "number")}, id="a-number"),
    pytest.param(SPENT, "The roof cost $4,500,000, people said.", set(), id="the-same-in-digits"),
    pytest.param(SPENT, "The road is 4.5 miles long.", set(), id="its-digits-occur"),
    pytest.param("The pier has 5,120 planks.", RAIN, set(), id="no-money-people-or-share"),
]


@pytest.mark.parametrize(("first", "second", "alone"), CASES)
def test_only_in(first, second, alone):
    assert only_in(first, second) == alone


def test_one_outlet_is_set_beside_nothing():
    assert make_story({"paper-a": SAID + " " + SPENT}).compared.only_in.empty
