"""What is no article: too short, another language, a wall, a list."""

import pytest

from onrecord.errors import DataError
from onrecord.intake.prose import check_prose, check_wall

PROSE = "The council closed the harbour wall on Monday after the storm, its speaker told reporters."
LEAD = "The council will close the harbour wall on Monday, its speaker told reporters in the town hall."


@pytest.mark.parametrize(
    ("body", "told"),
    [
        pytest.param("It rained.", "only 2 words", id="short"),
        pytest.param("La ville a fermé le mur du port lundi après la tempête, a dit son maire.", "'fr'", id="french"),
        pytest.param(f"{LEAD}\n\nSubscribe to continue reading.", "a paywall", id="paywall"),
        pytest.param("We use cookies. Accept all cookies to go on to the site.", "a cookie notice", id="cookies"),
        pytest.param("Page not found. The page you requested is not here.", "an error page", id="error-page"),
        pytest.param("\n\n".join(f"Harbour wall closed after storm number {n}" for n in range(9)), "a list", id="list"),
    ],
)
def test_what_is_set_aside(body, told):
    with pytest.raises(DataError) as caught:
        check_prose(body)
    assert told in caught.value.what
    assert caught.value.remedy


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(PROSE, id="one-sentence"),
        pytest.param(f"{PROSE} " * 12 + "Readers must subscribe to continue reading, the paper said.", id="whole-text"),
        pytest.param("\n\n".join([PROSE] * 6 + ["Wall closed after storm"] * 3), id="headings-between-sentences"),
        pytest.param("\n\n".join(["“No,” she said.", "He left.", "So did I."]), id="few-short-lines"),
    ],
)
def test_what_is_an_article(body):
    check_prose(body)


def test_a_wall_on_the_page_around_a_teaser():
    with pytest.raises(DataError, match="a paywall"):
        check_wall(LEAD, f"{LEAD} Already a subscriber? Log in.")
    check_wall(f"{PROSE} " * 12, "Already a subscriber? Log in.")
