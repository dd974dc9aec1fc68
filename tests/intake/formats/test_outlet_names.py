"""Who published a page, of all the names that stand on it."""

import pytest
from lxml import html

from onrecord.intake.formats.outlet_names import find_outlet, squash
from onrecord.intake.formats.structured import read_page

URL = "https://www.coastnews.example/2019/storm"


def outlet(head: str, url: str | None = URL, body: str = "") -> str | None:
    return find_outlet(read_page(html.document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>")), url)


def site(name: str) -> str:
    return f'<meta property="og:site_name" content="{name}">'


@pytest.mark.parametrize(
    ("head", "name"),
    [
        pytest.param(site("Coast News"), "Coast News", id="name"),
        pytest.param(site("Coast News – Local news you can trust"), "Coast News", id="slogan"),
        pytest.param(
            '<meta name="publisher" content="Gull Media Group">' + site("Coast News"), "Coast News", id="parent-company"
        ),
        pytest.param(
            site("coastnews.example") + "<title>Storm closes wall | Coast News</title>", "Coast News", id="domain"
        ),
        pytest.param('<meta name="publisher" content="Coast News Foundation">', "Coast News", id="its-company"),
        pytest.param(
            site("Coast News") + "<title>Storm | The Coast News</title>", "The Coast News", id="with-its-article"
        ),
        pytest.param(
            '<meta name="publisher" content="Coast News (www.coastnews.example)">', "Coast News", id="with-its-address"
        ),
        pytest.param(site("Evening Gull"), "Evening Gull", id="unconfirmed-name"),
        pytest.param("<title>Storm | The Coast</title>", "The Coast", id="a-part-of-the-domain"),
        pytest.param("<title>Storm closes wall: what we know</title>", "coastnews.example", id="only-the-domain"),
    ],
)
def test_find_outlet(head, name):
    assert outlet(head) == name


def test_an_abbreviation_is_spelt_out_where_the_page_does():
    assert outlet('<meta name="publisher" content="Mittelwelle">' + site("MW"), "https://mw.example/a") in (
        "Mittelwelle",
        "MW",
    )
    assert (
        outlet('<meta name="publisher" content="Mittelwelle">' + site("MW.EXAMPLE"), "https://mw.example/a")
        == "Mittelwelle"
    )


def test_without_an_address_the_commonest_name_on_the_page_counts():
    body = '<img class="logo" alt="Coast News"><footer>© 2019 Coast News. All rights reserved.</footer>'
    assert outlet("<title>Detail - Coast News - English</title>", None, body) == "Coast News"
    assert outlet("", None, "<p>Nothing.</p>") is None


def test_a_city_s_edition_is_confirmed_by_a_subdomain():
    head = site("Gull Porto") + '<meta name="publisher" content="Gull">'
    assert outlet(head, "https://porto.gull.example/2019/storm") == "Gull Porto"


def test_a_name_in_one_word_is_written_as_the_text_writes_it():
    assert outlet(site("coastnews"), URL, "<p>This is what Coast News found.</p>") == "Coast News"
    assert outlet(site("Coastnews"), URL, "<p>Coastnews | Storm</p>") == "Coastnews"


def test_squash():
    assert squash("The U.S. News!") == "theusnews"
