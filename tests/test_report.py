"""The report: findings from the tables, evidence in exact words, one file that asks for nothing, and its data."""

import base64
import csv
import hashlib
import html
import json
import re
from dataclasses import replace
from types import SimpleNamespace

import pandas as pd
import pytest
from conftest import STORY

from onrecord import charts, tables
from onrecord.comparisons import compare_story
from onrecord.parameters import read_parameters
from onrecord.report import evidence, findings, method, package
from onrecord.report.page import Page, Section

HOSTILE = '<script>alert("1")</script> & <img src=x onerror=alert(1)>'


@pytest.fixture
def page(standing):
    """The page of the processed story with one section of charts and one of a table, as 04-report makes it."""
    made = Page(read_parameters("04-report", {"story": STORY}))
    compared = made.story.comparisons
    made.add(
        "How do the numbers stand?",
        "Beside public statistics.",
        made.findings.on("numbers"),
        charts.draw_all_checks(compared.figure_checks, made.story.figures, made.story.series_line),
        charts.draw_quoted_share(compared.quoted_share, made.story.article_line()),
    )
    made.add("How readable?", "", compared.readability.drop(columns="article_id"))
    return made


def test_the_page_asks_for_nothing(page):
    shown = page.render()
    assert not re.search(r"<(script|link|iframe|object|embed|form|base)\b", shown)
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
    drawn = page.sections[0].charts
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
    assert re.search(rf"<h[23][^>]*>[^<]*{title}", page.render())


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
    assert [s.title for s in page.sections] == ["How do the numbers stand?", "How readable?"]
    assert page.sections[-1].text == "Now with words."


def test_an_empty_section_is_told_not_shown(page):
    page.add("What is not there?", "Nothing.", None, pd.DataFrame(columns=["a"]))
    shown = page.render()
    assert "<h2 id=" in shown
    assert 'id="what-is-not-there"' not in shown
    assert "What is not there?" in shown


def test_text_of_an_article_never_becomes_markup(page):
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
    page.story = hostile
    page.findings = type(page.findings)(findings.find_findings(hostile))
    page.add(HOSTILE, HOSTILE, page.findings, pd.DataFrame({HOSTILE: [HOSTILE]}))
    shown = page.render()
    assert "<script" not in shown
    assert "<img src=x" not in shown
    assert 'href="javascript' not in shown
    assert "&lt;script&gt;" in shown
    assert "<script" not in page.sections[-1]._repr_html_()


def test_a_section_in_jupyterlab_is_escaped():
    shown = Section(HOSTILE, HOSTILE, tables=[pd.DataFrame({"a": [HOSTILE]})])._repr_html_()
    assert "<script" not in shown
    assert "<img" not in shown


@pytest.fixture
def written(page, standing):
    assert page.write() == f"reports/{STORY}/index.html"
    return standing.reports


def test_the_report_s_folder(written):
    assert {p.name for p in written.iterdir()} == {
        "charts",
        "data",
        "datapackage.json",
        "index.html",
        "provenance.json",
    }
    assert sorted(p.name for p in written.parent.iterdir()) == [STORY]
    assert {p.suffix for p in (written / "charts").iterdir()} == {".svg", ".csv"}


def test_a_body_is_published_only_where_its_licence_lets_it(written):
    with (written / "data" / "articles.csv").open(encoding="utf8", newline="") as file:
        bodies = {row["article_id"]: row["body"] for row in csv.DictReader(file)}
    assert bodies["coast-news"].startswith("Portugal rejected")
    assert bodies["fjord-post"] == ""
    shown = (written / "index.html").read_text(encoding="utf8")
    assert shown.count("<summary>The whole text of") == 1


def test_the_package_describes_each_file_and_column(written):
    described = json.loads((written / "datapackage.json").read_text(encoding="utf8"))
    assert {r["path"] for r in described["resources"]} == {f"data/{p.name}" for p in (written / "data").iterdir()}
    for resource in described["resources"]:
        with (written / resource["path"]).open(encoding="utf8", newline="") as file:
            assert next(csv.reader(file)) == [field["name"] for field in resource["schema"]["fields"]]
        assert all(field["description"] for field in resource["schema"]["fields"])


def test_every_type_of_the_dictionary_is_one_of_the_package():
    types = {spec.metadata["type"] for schema in tables.EVERY.values() for spec in schema.columns.values()}
    assert types <= set(package.FIELD_TYPES)


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


# Findings


def told(story) -> list[str]:
    """All findings as sentences."""
    return [finding.text for finding in findings.find_findings(story)]


def test_findings_are_made_from_the_tables(processed):
    text = "\n".join(told(processed))
    assert text.startswith(f"2 articles by 2 outlets attribute {len(processed.claims)} claims to ")
    assert (
        "Coast News: Portugal denies “a claim by Norway on Monday that its harbours are unsafe”, aimed at Norway."
        in text
    )
    assert "Coast News and Fjord Post both quote Ana Duarte in the same words" in text
    assert "harbour spending of Portugal comes to 420 US dollars a person; by reference values for 2018" in text
    assert "Harbour spending of Portugal: Ana Duarte says 4.2 billion US dollars for “Last year”." in text
    assert "As known then, it was 4 billion in 2018" in text
    assert (
        "Ana Duarte and Lars Holm give the same number for the harbour spending of Norway: 9 billion US dollars."
        in text
    )


def test_every_finding_s_rows_are_on_the_page(processed):
    rows = {*processed.claims["claim_id"], *processed.figures["figure_id"]}
    found = findings.find_findings(processed)
    assert {row for finding in found for row in finding.rows} <= rows
    assert {finding.topic for finding in found} == {"voices", "numbers"}


def test_findings_change_with_the_tables(processed):
    doubled = replace(processed, figures=processed.figures.assign(value=processed.figures["value"] * 2))
    text = "\n".join(told(replace(doubled, comparisons=compare_story(doubled, doubled.story))))
    assert "8.4 billion US dollars" in text
    assert "4.2 billion US dollars" not in text


def test_a_rejected_claim_is_in_no_finding(processed):
    rejected = replace(processed, claims=processed.claims.assign(review="rejected"))
    compared = replace(rejected, comparisons=compare_story(rejected, rejected.story))
    assert " 0 claims to 0 speakers" in told(compared)[0]
    assert not any("denies" in text for text in told(compared))


def test_a_story_without_anything_has_findings_too(processed):
    empty = {name: getattr(processed, name).head(0) for name in ("claims", "speakers", "spans", "figures")}
    bare = replace(processed, **empty)
    bare = replace(bare, comparisons=compare_story(bare, bare.story))
    assert told(bare)[0].startswith("2 articles by 2 outlets attribute 0 claims")


def test_one_article_attributes(processed):
    one = replace(processed, articles=processed.articles.head(1))
    assert told(one)[0].startswith("1 article by 1 outlet attributes ")


@pytest.mark.parametrize(
    ("text", "short"),
    [
        pytest.param("We “won”, they said.", "We ‘won’, they said", id="inner-marks-and-end"),
        pytest.param("word " * 60, "word " * 21 + "word …", id="cut-at-a-word"),
        pytest.param("a\n b", "a b", id="one-line"),
    ],
)
def test_shorten(text, short):
    assert findings._shorten(text) == short


@pytest.mark.parametrize(
    ("names", "listed"),
    [
        pytest.param(["A", "B", "A"], "A and B", id="each-once"),
        pytest.param(list("ABCD"), "A, B, C and D", id="four"),
        pytest.param(list("ABCDE"), "A, B, C and 2 others", id="five"),
    ],
)
def test_list_names(names, listed):
    assert findings._list_names(names) == listed


# Evidence and method


def test_the_words_shown_are_the_row_s_own(processed):
    for row, shown in zip(processed.claims.itertuples(), evidence.show_claims(processed), strict=True):
        words = html.unescape(re.sub(r"<[^>]+>", "", shown["words"]))
        assert words == row.sentence
        marked = "".join(re.findall(r'<mark class="[a-z ]*content[a-z ]*">(.*?)</mark>', shown["words"]))
        assert html.unescape(marked) == row.content.replace(" … ", "")
    for row, shown in zip(processed.figures.itertuples(), evidence.show_figures(processed), strict=True):
        assert f'<mark class="figure">{html.escape(row.text)}</mark>' in shown["words"]


def test_a_rejected_row_is_shown_as_rejected(processed):
    rejected = replace(processed, claims=processed.claims.assign(review="rejected"))
    shown = evidence.show_claims(rejected)
    assert len(shown) == len(processed.claims)
    assert all(entry["rejected"] and "rejected by a reviewer" in entry["place"] for entry in shown)


def test_every_stance_and_act_has_words():
    from onrecord.dictionary import ACTS, STANCES

    assert set(evidence.DOES) == set(STANCES)
    assert set(evidence.ACTS) == set(ACTS) - {"says"}


VALUES = [
    pytest.param({"value": 16e9, "unit": "USD"}, "16 billion US dollars", id="exact"),
    pytest.param({"value": 9.0, "unit": "metre", "bound": "more_than"}, "more than 9 metres", id="bound"),
    pytest.param({"low": 3.0, "high": 5.0, "unit": "metre", "bound": "range"}, "from 3 to 5 metres", id="range"),
    pytest.param({"low": 1e10, "unit": "USD", "bound": "range"}, "from 10 billion", id="open-range"),
    pytest.param({"value": 0.5, "unit_kind": "share", "text": "half"}, "half", id="share-in-its-words"),
    pytest.param({"text": "dozens"}, "dozens", id="no-number"),
]


@pytest.mark.parametrize(("row", "words"), VALUES)
def test_tell_value(row, words):
    empty = {"value": None, "low": None, "high": None, "unit": None, "unit_kind": None, "bound": "exact", "text": ""}
    assert evidence.tell_value(SimpleNamespace(**empty | row)) == words


def test_what_was_reviewed(processed):
    rows = len(processed.claims) + len(processed.figures)
    assert method.tell_reviewed(processed) == f"None of the {rows} rows has been reviewed yet."
    review = ["accepted"] * 2 + ["rejected"] + ["unreviewed"] * (len(processed.claims) - 3)
    some = replace(processed, claims=processed.claims.assign(review=review))
    assert method.tell_reviewed(some) == f"Of {rows} rows: 2 accepted, 1 rejected; the others are not reviewed."


def test_sources_name_licences_and_series(processed):
    lines = method.list_sources(processed)
    assert lines[0] == "Coast News; licence: CC BY 4.0 (coast-news.txt)."
    assert "Harbour spending (2019): Invented Statistics; licence: CC0; known from 2019-02." in lines
    assert "Reference list ferry_ranges: each row names its own source." in lines
