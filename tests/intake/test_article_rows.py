"""One article as received → its row: who decides over what, and what was cut."""

from datetime import date

import pytest

from onrecord.errors import DataError
from onrecord.intake.article_rows import make_article
from onrecord.intake.received import Metadata, Received
from onrecord.story import ArticleEntry

PROSE = "The council of the town closed the harbour wall on Monday after the storm, its speaker told reporters."
DAY, OTHER = date(2019, 7, 16), date(2019, 7, 20)


def make(text: str = PROSE, entry: ArticleEntry | None = None, **about):
    return make_article(Received(text, Metadata(**about)), "a", text.encode(), "a.html", entry=entry)


def test_without_a_story_the_file_decides():
    row = make(outlet="Coast News", headline="Storm", byline="Ana Roe", url="https://coast.example/1").row
    assert (row.outlet, row.headline, row.byline, row.url) == (
        "Coast News",
        "Storm",
        "Ana Roe",
        "https://coast.example/1",
    )
    assert make().row.outlet == "a"


def test_story_yaml_decides_over_the_file():
    entry = ArticleEntry(outlet="Gull", headline="Wall", published="2019-07-20", byline="A", url="u", licence="CC0")
    row = make(
        entry=entry, outlet="Coast News", headline="Storm", byline="B", published=DAY, published_basis="inferred"
    ).row
    assert (row.outlet, row.headline, row.published, row.published_basis) == ("Gull", "Wall", OTHER, "metadata")
    assert (row.byline, row.url, row.licence) == ("A", "u", "CC0")


@pytest.mark.parametrize(
    ("line", "about", "day", "basis"),
    [
        pytest.param("", {"published": DAY, "published_basis": "metadata"}, DAY, "metadata", id="metadata"),
        pytest.param(
            "July 20, 2019\n\n", {"published": DAY, "published_basis": "metadata"}, DAY, "metadata", id="both"
        ),
        pytest.param(
            "July 20, 2019\n\n", {"published": DAY, "published_basis": "inferred"}, OTHER, "stated", id="over-a-guess"
        ),
        pytest.param("", {"published": DAY, "published_basis": "inferred"}, DAY, "inferred", id="a-guess"),
        pytest.param("", {}, None, None, id="none"),
    ],
)
def test_days(line, about, day, basis):
    row = make(f"Storm closes the wall of the town\n\n{line}{PROSE}", **about).row
    assert (row.published, row.published_basis) == (day, basis)


def test_a_headline_repeated_in_the_text_is_no_paragraph():
    assert make(f"Storm\n\n{PROSE}\n\n{PROSE}", headline="Storm").row.body == f"{PROSE}\n\n{PROSE}"


def test_what_was_cut_is_told():
    made = make(f"{PROSE}\n\nAdvertisement\n\nAdvertisement\n\nRead more: Wall\n\n{PROSE} Twice.")
    assert made.told == "furniture: 2 advertisements and 1 link"
    assert (made.lines, sum(made.cut.values())) == (5, 3)


def test_what_is_no_article():
    with pytest.raises(DataError, match="only 2 words"):
        make("It rained.")
