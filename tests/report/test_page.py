"""The page: one file that asks for nothing, escapes everything, and replaces the last one as a whole."""

import base64
import hashlib
import html
import itertools
import re
from dataclasses import replace

import pandas as pd
import pytest
from bs4 import BeautifulSoup
from conftest import STORY

from onrecord import charts
from onrecord.report.page import Page
from onrecord.story.parameters import read_parameters

HOSTILE = '<script>alert("1")</script> & <img src=x onerror=alert(1)>'


def test_the_page_asks_for_nothing(page):
    shown = page.render()
    assert not re.search(r"<(link|iframe|object|embed|form|base)\b", shown)
    assert set(re.findall(r"<script([^>]*)>", shown)) == {
        ' type="application/ld+json"',
        ' type="application/json" id="rows"',
    }
    assert not re.search(r'(?:src|srcset|href|action)="(?!data:image/svg\+xml;base64,|#)', shown)
    assert not re.search(r'\sstyle="|\son\w+="', shown)
    assert "url(" not in shown
    assert "@import" not in shown


def test_the_policy_pins_the_page_s_own_style(page):
    shown = page.render()
    style = re.search(r"<style>(.*?)</style>", shown, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = html.unescape(re.search(r'Content-Security-Policy" content="([^"]*)"', shown)[1])
    assert f"style-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert "script-src" not in policy


def test_ids_are_unique_and_every_link_has_its_target(page):
    shown = page.render()
    ids = re.findall(r'\sid="([^"]*)"', shown)
    assert len(ids) == len(set(ids))
    links = set(re.findall(r'href="#([^"]*)"', shown))
    assert links
    assert links <= set(ids)


def test_every_claim_and_figure_stands_on_the_page(page):
    shown = page.render()
    for row_id in [*page.story.claims["claim_id"], *page.story.figures["figure_id"]]:
        assert shown.count(f'<tr id="{row_id}"') == 1


def test_every_chart_has_alt_text_source_count_and_numbers(page):
    shown = page.render()
    drawn = [chart for section in page.sections for chart in section.of(charts.Chart)]
    assert len(drawn) == 3
    assert shown.count("<img ") == 3
    for chart in drawn:
        assert html.escape(chart.alt, quote=True).replace("&#x27;", "&#39;").replace("&quot;", "&#34;") in shown
        assert re.search(r"\d", chart.n)
        assert f"n = {html.escape(chart.n)}." in shown
    assert shown.count("The numbers of this chart") == 3


SECTIONS = ["Method and limits", "Left out", "reviewed by a person", "Right of reply and corrections", "Provenance"]


@pytest.mark.parametrize("title", SECTIONS)
def test_these_sections_are_no_option(page, title):
    assert re.search(rf"<(?:h[23]|summary)[^>]*>[^<]*{title}", page.render())


def test_nothing_is_rated(page):
    words = re.sub(r"<[^>]+>", " ", page.render()).lower()
    for word in ("liar", "misleading", "debunk", "fake", "pants on fire", "exaggerat"):
        assert word not in words


def test_the_same_tables_give_the_same_page(page, standing):
    again = Page(read_parameters("04-report", {"story": STORY}))
    again.sections = page.sections
    assert page.render() == again.render()


def test_no_path_or_clock_of_the_machine_is_on_the_page(page, standing):
    assert str(standing.root) not in page.render()
    assert "/tmp/" not in page.render()


def test_a_section_added_again_replaces_itself(page):
    page.add("How readable?", "Now with words.")
    assert [s.title for s in page.sections].count("How readable?") == 1
    assert page.sections[-1].text == "Now with words."


def test_an_empty_section_is_told_not_shown(page):
    page.add("What is not there?", "Nothing.", None, pd.DataFrame(columns=["a"]))
    shown = page.render()
    assert "<h2 id=" in shown
    assert 'id="section-what-is-not-there"' not in shown
    assert "What is not there?" in shown


def test_text_of_an_article_never_becomes_markup(page, monkeypatch):
    story = page.story
    bodies = story.articles["body"].str.replace("“", "<").str.replace("”", ">")
    hostile = replace(
        story,
        articles=story.articles.assign(
            outlet=HOSTILE, headline=HOSTILE, licence=HOSTILE, url="javascript:alert(1)", body=bodies
        ),
        actors=story.actors.assign(name=HOSTILE),
        figures=story.figures.assign(measure=HOSTILE, about=HOSTILE, period_text=HOSTILE),
    )
    monkeypatch.setattr("onrecord.report.page.open_story", lambda *_, **__: hostile)
    page = Page(read_parameters("04-report", {"story": STORY}))
    page.add(
        HOSTILE, HOSTILE, page.first, page.openings, page.words, page.standings, pd.DataFrame({HOSTILE: [HOSTILE]})
    )
    shown = page.render()
    assert len(re.findall("<script", shown)) == 2
    assert "<img src=x" not in shown
    assert 'href="javascript' not in shown
    assert "&lt;script&gt;" in shown
    assert "<script" not in page.sections[-1]._repr_html_()


# Ways in which text has become markup elsewhere: tags, handlers, addresses, entities, breaks of attributes and scripts.
TAGS = [
    "script",
    "img",
    "svg",
    "iframe",
    "a",
    "style",
    "base",
    "form",
    "object",
    "math",
    "meta",
    "link",
    "details",
    "video",
]
ENTRIES = [
    "<{0}>",
    "</{0}><{0} src=x>",
    "<{0} onerror=alert(1) onload=alert(1) src=x>",
    '"><{0} autofocus onfocus=alert(1)>',
    '\'><{0} style="background:url(javascript:alert(1))">',
    "<{0}/onclick=alert(1)//",
    "&lt;{0}&gt;<{0}\n onmouseover\n=alert(1)>",
    "<!--<{0}>--><![CDATA[<{0}>]]>",
    "{{{{ {0} }}}}{{% {0} %}}<{0}>",
]
CORPUS = [entry.format(tag) for tag in TAGS for entry in ENTRIES]
CORPUS += [
    "javascript:alert(1)",
    "data:text/html,<script>",
    "\u202eevil\u202c",
    "]]></script>",
    "\u2028<b>",
    "<\x00b>",
    "=1+1<b>",
]
ALLOWED = frozenset(
    word
    for line in (
        "html head meta title style body a header p h1 h2 h3 main section div article blockquote bdi span mark",
        "table thead tbody tr th td figure figcaption picture source img details summary footer ul li code strong",
        "script",
    )
    for word in line.split()
)


def test_no_field_of_a_hostile_story_becomes_markup(page, monkeypatch):
    assert len(CORPUS) >= 60
    hostile = itertools.cycle(CORPUS)
    fill = {
        "articles": ["outlet", "headline", "byline", "dateline", "licence", "source_file"],
        "actors": ["name", "role"],
        "figures": ["measure", "about", "period_text", "unit"],
        "claims": ["cue", "source"],
        "exclusions": ["reason"],
    }
    shown = ""
    for _ in range(0, len(CORPUS), 20):
        tables = {
            name: getattr(page.story, name).assign(
                **{column: [next(hostile) for _ in range(len(getattr(page.story, name)))] for column in columns}
            )
            for name, columns in fill.items()
        }
        story = replace(page.story, **tables)
        monkeypatch.setattr("onrecord.report.page.open_story", lambda *_, made=story, **__: made)
        made = Page(read_parameters("04-report", {"story": STORY}))
        made.add(next(hostile), next(hostile), made.first, made.beside, made.openings, made.standings, made.words)
        shown = made.render()
        read = BeautifulSoup(shown, "html.parser")
        assert {tag.name for tag in read.find_all(True)} <= ALLOWED
        assert len(read.find_all("script")) == 2
        assert not [a for tag in read.find_all(True) for a in tag.attrs if a.startswith("on") or a == "style"]
        assert all(link["href"].startswith("#") for link in read.find_all("a"))
        assert all(image["src"].startswith("data:image/svg+xml;base64,") for image in read.find_all("img"))


def test_a_page_that_nobody_reviewed_is_a_draft(page):
    assert "<title>Draft, not reviewed: " in page.render()
    assert "Draft, not reviewed by a person" in page.render()
    page.story = replace(page.story, claims=page.story.claims.assign(review="accepted"))
    assert "Draft" not in page.render()


def test_what_is_folded_stands_below_the_public_part(page):
    public, _, below = page.render().partition("</main>")
    assert "How do the numbers stand?" in public
    assert "How readable?" not in public
    assert "<summary>How readable?</summary>" in below


def test_a_page_without_findings_says_so(page):
    page.sections = []
    assert "Nothing in these articles is both comparable and certain enough to be printed." in page.render()


def test_written_again_the_bytes_are_the_same(page, standing):
    page.write()
    first = standing.files()
    page.write()
    assert standing.files() == first


def test_a_failure_keeps_the_last_good_report(page, standing, monkeypatch):
    page.write()
    first = standing.files()
    monkeypatch.setattr("onrecord.report.page.write_package", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        page.write()
    assert {k: v for k, v in standing.files().items() if "/." not in k} == first


def test_reports_that_cannot_be_written_are_told(page, standing):
    from onrecord.errors import UsageError

    (standing.root / "reports").write_text("a file in place of the folder")
    with pytest.raises(UsageError, match="cannot write into reports/"):
        page.write()
