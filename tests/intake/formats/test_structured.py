"""JSON-LD and meta tags, also broken ones."""

import pytest
from lxml import html

from onrecord.intake.formats.structured import names_in, read_page, text_of, tidy, types_of


def page(head: str):
    return read_page(html.document_fromstring(f"<html><head>{head}</head><body><p>Hello</p></body></html>"))


def linked(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        pytest.param('{"@type":"NewsArticle","headline":"Storm"}', "Storm", id="object"),
        pytest.param('[{"@type":"WebSite"},{"@type":"NewsArticle","headline":"Storm"}]', "Storm", id="list"),
        pytest.param('{"@graph":[{"@type":"BlogPosting","headline":"Storm"}]}', "Storm", id="graph"),
        pytest.param(
            '{"@type":"WebPage","mainEntity":{"@type":"Article","headline":"Storm"}}', "Storm", id="main-entity"
        ),
        pytest.param('//<![CDATA[\n{"@type":"NewsArticle","headline":"Storm"}\n//]]>', "Storm", id="wrapped"),
        pytest.param('{"@type":"NewsArticle","headline":"Sto\nrm"}', "Sto\nrm", id="raw-line-break"),
        pytest.param('{"@type":"NewsArticle", headline}', None, id="broken"),
        pytest.param('{"@type":"Recipe","headline":"Storm"}', None, id="no-article"),
        pytest.param("[" * 100_000, None, id="nested-without-end"),
    ],
)
def test_articles(text, headline):
    assert page(linked(text)).article.get("headline") == headline


def test_the_article_with_a_day_goes_before_one_without():
    two = '[{"@type":"Article","headline":"A"},{"@type":"Article","headline":"B","datePublished":"2019-07-16"}]'
    assert page(linked(two)).article["headline"] == "B"


def test_tags_are_the_first_of_each_name():
    found = page('<meta name="Author" content=" Ana  Roe "><meta name="author" content="x"><meta content="y">')
    assert found.tags == {"author": "Ana Roe"}
    assert not found.tells_article
    assert page('<meta property="og:type" content="article">').tells_article


def test_the_front_page_says_so():
    assert page('<link rel="canonical" href="https://coast.example/">').is_front
    assert not page('<link rel="canonical" href="https://coast.example/a">').is_front


def test_names():
    assert names_in([{"name": "Ana Roe"}, "Ivo", {"name": ["A", "B"]}, None, 3]) == ["Ana Roe", "Ivo", "A", "B"]
    assert types_of({"@type": ["Article", 3]}) == ["Article"]
    assert tidy("Ana &amp; Ivo <b>Roe</b>") == "Ana & Ivo Roe"
    assert text_of(None) == ""
