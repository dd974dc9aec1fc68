"""What a page says of its article: headline, day, byline and address, where they contradict each other."""

from datetime import date

import pytest
from lxml import html

from onrecord.intake.formats.page_metadata import find_metadata, read_shown_day
from onrecord.intake.formats.structured import read_page


def metadata(head: str = "", body: str = "", address: str | None = None):
    return find_metadata(
        read_page(html.document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>")), address
    )


def linked(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


@pytest.mark.parametrize(
    ("head", "body", "headline"),
    [
        pytest.param("<title>Storm closes wall - Coast News</title>", "<h1>Storm closes wall</h1>", "Storm closes wall",
                     id="heading"),
        pytest.param('<title>x</title><meta property="og:title" content="Wall shut">', "<h1>Storm closes wall</h1>",
                     "Storm closes wall", id="the-only-heading-over-the-social-title"),
        pytest.param("<title>Storm closes wall | Coast News</title>", "<h1>Coast News</h1><h2>Storm closes wall</h2>",
                     "Storm closes wall", id="a-heading-that-is-the-outlet"),
        pytest.param("<title>Storm closes wall - Coast News</title>",
                     "<h1><a href='/'><span>Coast News and Views</span></a></h1><h2>Storm closes wall</h2>",
                     "Storm closes wall", id="a-masthead-that-leads-home"),
        pytest.param("<title>Storm closes wall - Coast News</title>",
                     "<h1><a href='https://coast.example/'><svg><title>Coast</title><desc>A gull</desc></svg></a></h1>"
                     "<h2>Storm closes wall</h2>", "Storm closes wall", id="a-masthead-that-is-drawn"),
        pytest.param('<meta property="og:title" content="Why you should read this">',
                     "<h1>Storm closes wall <a href='#share'><svg><title>Share</title></svg></a></h1>",
                     "Storm closes wall Share", id="a-heading-with-a-drawn-button"),
        pytest.param('<meta property="og:title" content="Storm closes wall | Coast News">'
                     '<meta property="og:site_name" content="Coast News">', "", "Storm closes wall", id="suffix"),
        pytest.param("<title>Storm closes the old wall</title>",
                     "<h1><span>Weather</span><b>Storm closes the old wall</b></h1>",
                     "Storm closes the old wall", id="kicker"),
        pytest.param("<title>Detail page</title>", "<p>Something else.</p>", None, id="title-of-a-system"),
    ],
)  # fmt: skip
def test_headlines(head, body, headline):
    assert metadata(head, body).headline == headline


@pytest.mark.parametrize(
    ("head", "body", "day", "basis"),
    [
        pytest.param(linked('{"@type":"NewsArticle","headline":"x","datePublished":"2019-07-16T23:10:00-04:00"}'), "",
                     date(2019, 7, 16), "metadata", id="linked-data"),
        pytest.param(linked('{"@graph":[{"@type":"WebPage"},{"@type":["ReportageNewsArticle"],"datePublished":"2019-07-16"}]}'),
                     "", date(2019, 7, 16), "metadata", id="graph"),
        pytest.param('<meta name="article:modified_time" content="2019-07-20"><meta name="article:published_time" '
                     'content="2019-07-16">', "", date(2019, 7, 16), "metadata", id="not-the-last-change"),
        pytest.param('<meta name="article:published_time" content="2019-07-17T01:00:00Z">',
                     "<h1>Storm closes wall</h1><span>July 16, 2019</span>", date(2019, 7, 16), "metadata",
                     id="shown-day-over-utc"),
        pytest.param('<meta name="article:published_time" content="2019-07-17T01:00:00Z">',
                     "<h1>Storm closes wall</h1><span>July 2, 2019</span>", date(2019, 7, 17), "metadata",
                     id="another-day-near-the-heading"),
        pytest.param('<meta name="date" content="2019-11-20">',
                     '<time itemprop="datePublished" datetime="2019-07-16">x</time>',
                     date(2019, 7, 16), "metadata", id="a-vague-tag-is-the-last"),
        pytest.param('<script>{"page":{"publishedAt":"2019-07-16T10:00:00Z"}}</script>', "", date(2019, 7, 16),
                     "metadata",                      id="a-script"),
        pytest.param("", "<h1>Storm closes wall</h1><p>16.07.2019</p>", date(2019, 7, 16), "stated",
                     id="shown-with-points"),
        pytest.param("", "<p>Today is October 16, 2004</p><p>Published Thursday, October 14, 2004</p>",
                     date(2004, 10, 14), "stated", id="published"),
        pytest.param('<meta name="DC.date.issued" content="2019-07-17">',
                     "<h1>Storm closes wall</h1><span>July 16, 2019, 3:43 PM ET</span>", date(2019, 7, 16), "metadata",
                     id="the-day-before-a-later-edition"),
        pytest.param('<meta name="DC.date.issued" content="2019-07-17">',
                     "<h1>Storm closes wall</h1><span>July 18, 2019</span>", date(2019, 7, 17), "metadata",
                     id="no-day-after-it"),
        pytest.param('<meta name="DC.date.issued" content="2019-07-17">',
                     "<h1>Storm closes wall</h1><span>July 17, 2019</span><p>Rain</p><span>July 16, 2019</span>",
                     date(2019, 7, 17), "metadata", id="the-day-of-another-story-beside-its-own"),
        pytest.param('<meta name="DC.date.issued" content="2019-07-17 00:10:00-04:00">',
                     "<h1>Storm closes wall</h1><span>July 16, 2019</span>", date(2019, 7, 17), "metadata",
                     id="a-time-of-its-own"),
        pytest.param("", "<h2>Storm closes wall</h2><time datetime='2019-04-03 05:07:09'>04/03/2019 05:07 AM</time>"
                     "<aside><time datetime='2019-04-09'>9</time></aside>", date(2019, 4, 3), "metadata",
                     id="a-marked-time"),
        pytest.param("", "<h2>Storm closes wall</h2><p>04/03/2019 05:07 AM</p>", None, None, id="numbers-alone"),
        pytest.param("", "<h2>Storm closes wall</h2><p>Posted on 04/23/2019</p>", date(2019, 4, 23), "metadata",
                     id="numbers-with-one-reading"),
        pytest.param(linked("{broken"), "<h1>Storm closes wall</h1>", None, None, id="nowhere"),
    ],
)  # fmt: skip
def test_days(head, body, day, basis):
    found = metadata(head, body)
    assert (found.published, found.published_basis) == (day, basis)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        pytest.param("July 16, 2019 7:18 pm", date(2019, 7, 16), id="with-a-clock"),
        pytest.param("Date 17.07.2019", date(2019, 7, 17), id="label"),
        pytest.param("31.02.2019", None, id="no-such-day"),
        pytest.param("The wall was built on July 16, 2019", None, id="in-a-sentence"),
        pytest.param("07/08/2019", None, id="two-readings"),
    ],
)
def test_shown_days(words, day):
    assert read_shown_day(words) == day


@pytest.mark.parametrize(
    ("head", "body", "byline"),
    [
        pytest.param(linked('{"@type":"NewsArticle","author":[{"name":"Ana Roe"},{"name":"Ivo de la Cruz"}]}'), "",
                     "Ana Roe, Ivo de la Cruz", id="linked-data"),
        pytest.param('<meta name="author" content="By Ana Roe">', "", "Ana Roe", id="tag"),
        pytest.param('<meta name="author" content="admin">', '<p class="byline"><a>Ana Roe</a></p>', "Ana Roe",
                     id="login"),
        pytest.param('<meta name="author" content="https://coast.example/ana">', "", None, id="address"),
        pytest.param('<meta name="author" content="Coast News"><meta name="publisher" content="Coast News">', "", None,
                     id="the-outlet"),
    ],
)  # fmt: skip
def test_bylines(head, body, byline):
    assert metadata(head, body).byline == byline


def test_the_address_of_the_page_goes_before_the_archive_s():
    canonical = '<link rel="canonical" href="https://coast.example/news/1">'
    assert metadata(canonical, address="https://copy.example/2").url == "https://coast.example/news/1"
    assert metadata("", address="https://copy.example/2").url == "https://copy.example/2"
    assert metadata('<link rel="canonical" href="/news/1">').url is None


def test_the_day_of_the_address_goes_before_a_comment_s_and_settles_numbers():
    address = "https://coast.example/2019/04/03/storm"
    comments = "<h2>Storm closes wall</h2><div class='talk'><time datetime='2019-04-09T10:00'>9</time></div>"
    assert metadata("", comments, address).published == date(2019, 4, 3)
    assert metadata("", "<h2>Storm closes wall</h2><p>04/03/2019 05:07 AM</p>", address).published == date(2019, 4, 3)
