"""Saved pages in the markup of twenty content systems → body, headline, day and outlet; and pages that hold no article.

The pages in ../pages were written for this project: invented news, in the structure and furniture of real systems.
"""

import json
import re
import time
from collections import Counter

import pytest
from conftest import REPOSITORY

from onrecord.errors import DataError
from onrecord.intake.formats.web_page import read_web_page
from onrecord.intake.layout import split_article

PAGES = sorted((REPOSITORY / "tests" / "intake" / "pages").glob("*.html"))
PROSE = "The council of the town closed the harbour wall on Monday after the storm, its speaker told reporters there."
ARTICLE = f"<article><h1>Storm closes wall</h1><p>{PROSE}</p><p>{PROSE.replace('closed', 'shut')}</p></article>"


def runs(text: str) -> Counter:
    words = re.findall(r"\w+", text.casefold())
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)))


def f1(found: str, gold: str) -> float:
    """Of runs of four words."""
    a, b = runs(found), runs(gold)
    return 2 * (a & b).total() / (a.total() + b.total())


def read(path):
    gold = json.loads(path.with_suffix(".json").read_text(encoding="utf8"))
    received = read_web_page(path.read_bytes())
    return split_article(received.text, received.metadata.headline).body, received.metadata, gold


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_gives_its_article(path):
    body, metadata, gold = read(path)
    assert f1(body, gold["body"]) >= 0.93
    assert metadata.headline == gold["headline"]
    assert str(metadata.published) == gold["published"]


def test_bodies_and_outlets_of_all_pages():
    read_all = [read(path) for path in PAGES]
    assert len(read_all) == 20
    assert sum(f1(body, gold["body"]) for body, _, gold in read_all) / len(read_all) >= 0.97
    assert sum(metadata.outlet == gold["outlet"] for _, metadata, gold in read_all) >= 19


def page(body: str, head: str = "") -> bytes:
    return f"<html><head><title>Storm closes wall</title>{head}</head><body>{body}</body></html>".encode()


def test_links_to_other_stories_are_no_paragraphs():
    links = '<p><a href="/a">Ferry sinks off the coast of Porto</a></p><p>Read more: <a href="/b">Wall was old</a></p>'
    text = read_web_page(page(ARTICLE.replace("</article>", f"{links}<p>{PROSE} Twice.</p></article>"))).text
    assert "Ferry sinks" not in text
    assert "Wall was old" not in text
    assert text.endswith("Twice.")


def test_a_teaser_that_opens_the_article_is_kept():
    opening = f"<div class='teaser-content'><p>It was the third storm of the year. {PROSE}</p></div>"
    text = read_web_page(page(ARTICLE.replace("</h1>", f"</h1>{opening}"))).text
    assert text.startswith("It was the third storm")


def test_a_page_laid_out_with_tables():
    rows = "".join(f"{PROSE} {word}.<br><br>" for word in ("Once", "Twice", "Thrice", "Often"))
    text = read_web_page(page(f"<table><tr><td><table><tr><td>{rows}</td></tr></table></td></tr></table>")).text
    assert [line[-6:] for line in text.split("\n") if line] == [" Once.", "Twice.", "hrice.", "Often."]


HEADLINES = "".join(f'<li><a href="/{n}">Harbour wall closed after the storm of day {n}</a></li>' for n in range(40))
TEASERS = "".join(f'<h3><a href="/{n}">Wall {n} closed</a></h3><p>{PROSE} Then it was day {n}.</p>' for n in range(20))
NONE = [
    pytest.param(b"", "the file is empty", id="empty"),
    pytest.param(b"\x00\x01\x02" * 50, "", id="binary"),
    pytest.param(page(""), "no article", id="no-body"),
    pytest.param(page(f"<ul>{HEADLINES}</ul><p>{PROSE}</p>"), "a list", id="front-page"),
    pytest.param(page(TEASERS, '<meta property="og:type" content="website">'), "a list", id="teasers"),
    pytest.param(page(f"<p>{PROSE}</p>", '<link rel="canonical" href="https://coast.example/">'), "a list", id="root"),
    pytest.param(
        page(f"<article><p>{PROSE}</p></article><div>Subscribe to continue reading.</div>"), "a paywall", id="paywall"
    ),
    pytest.param(
        page("<div><p>We use cookies. Accept all cookies to see the site.</p></div>"), "a cookie notice", id="cookies"
    ),
    pytest.param(page("<p>" * 250_000), "tags", id="tags-without-end"),
    pytest.param(page("<div>" * 100_000 + PROSE), "", id="nested-without-end"),
    pytest.param(b"<html><body><p>" + b"a" * 3_000_000, "characters are more", id="one-long-word"),
]


@pytest.mark.parametrize(("content", "told"), NONE)
def test_what_is_no_article(content, told):
    start = time.perf_counter()
    with pytest.raises(DataError) as caught:
        read_web_page(content)
    assert told in caught.value.what
    assert caught.value.remedy
    assert time.perf_counter() - start < 20
