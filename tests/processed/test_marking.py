"""Marked text: escaped, no word lost or added, and every stretch under the marks that cover it."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.processed import marking
from onrecord.processed.marking import Mark, mark_text

TAG = re.compile(r'<mark class="[a-z ]+"(?: id="[^"<>]*")?>|</mark>')
TEXT = "Ana <said> “no & yes”."


@pytest.mark.parametrize(
    ("marks", "marked"),
    [
        pytest.param([], "Ana &lt;said&gt; “no &amp; yes”.", id="no-marks"),
        pytest.param([Mark(0, 3, "source")], '<mark class="source">Ana</mark> &lt;said&gt; “no &amp; yes”.', id="one"),
        pytest.param(
            [Mark(0, 3, "source", "m1")],
            '<mark class="source" id="m1">Ana</mark> &lt;said&gt; “no &amp; yes”.',
            id="with-id",
        ),
        pytest.param(
            [Mark(0, 3, "source"), Mark(0, 3, "actor")],
            '<mark class="actor source">Ana</mark> &lt;said&gt; “no &amp; yes”.',
            id="same-words",
        ),
        pytest.param(
            [Mark(0, 10, "content"), Mark(4, 22, "cue")],
            '<mark class="content">Ana </mark><mark class="content cue">&lt;said&gt;</mark>'
            '<mark class="cue"> “no &amp; yes”.</mark>',
            id="crossing",
        ),
        pytest.param([Mark(90, 99, "cue")], "Ana &lt;said&gt; “no &amp; yes”.", id="beyond-the-text"),
    ],
)
def test_mark_text(marks, marked):
    assert mark_text(TEXT, marks) == marked


def test_a_stretch_of_the_text():
    assert mark_text(TEXT, [Mark(0, 10, "cue")], 4, 11) == '<mark class="cue">&lt;said&gt;</mark> '


def test_an_id_is_escaped():
    assert 'id="&quot;&gt;"' in mark_text("a", [Mark(0, 1, "cue", '">')])


KINDS = st.sampled_from(sorted(marking.LEGEND))
MARKS = st.lists(st.builds(Mark, st.integers(0, 40), st.integers(0, 40), KINDS, st.text("ab", max_size=2)), max_size=8)
ANY = st.text(st.sampled_from("ab<>&\"'“ \n🌊é"), max_size=40)


@given(ANY, MARKS)
def test_every_word_is_kept_and_escaped(text, marks):
    marked = mark_text(text, marks)
    inside = TAG.sub("", marked)
    assert not set("<>\"'") & set(inside)
    assert html.unescape(inside) == text


@given(ANY, MARKS)
def test_marks_are_flat_and_cover_what_they_span(text, marks):
    marks = [m for m in marks if m.start < m.end]
    at, over, covered = 0, set(), []
    for part in re.split(r"(<[^>]*>)", mark_text(text, marks)):
        if part == "</mark>":
            assert over
            over = set()
        elif part.startswith("<mark"):
            assert not over
            over = set(re.search('class="([^"]*)"', part)[1].split())
        else:
            covered += [over] * len(html.unescape(part))
    for at in range(len(text)):
        assert covered[at] == {m.kind for m in marks if m.start <= at < m.end}


@given(ANY, MARKS)
def test_an_id_stands_once(text, marks):
    unique = list({m.row_id: m for m in marks if m.start < m.end}.values())
    ids = re.findall(' id="([^"]*)"', mark_text(text, unique))
    assert len(ids) == len(set(ids))


def test_paragraphs_keep_the_offsets_of_the_body():
    body = "Ana left.\n\nShe said no."
    assert marking.mark_paragraphs(body, [Mark(15, 19, "cue")]) == {
        0: "Ana left.",
        11: 'She <mark class="cue">said</mark> no.',
    }


def test_with_tips_every_stretch_tells_all_its_rows():
    marks = [Mark(0, 10, "content", "c1"), Mark(4, 22, "cue", "c2")]
    assert mark_text(TEXT, marks, 4, 12, {"c1": "Ana <3", "c2": "Bo"}) == (
        '<mark class="content cue" data-rows="c1 c2" title="Ana &lt;3\nBo">&lt;said&gt;</mark>'
        '<mark class="cue" data-rows="c2" title="Bo"> “</mark>'
    )


def test_every_row_of_an_article_is_told_and_marked(processed):
    body = processed.articles.set_index("article_id").loc["coast-news", "body"]
    tips = marking.tell_rows(processed, "coast-news")
    shown = "".join(mark_text(body, marking.find_marks(processed, "coast-news"), tips=tips))
    rows = {row for rows in re.findall('data-rows="([^"]*)"', shown) for row in rows.split()}
    for table, key in (("claims", "claim_id"), ("figures", "figure_id")):
        own = getattr(processed, table).query("article_id == 'coast-news'")[key]
        assert set(own) <= rows & set(tips)
    assert "Ana Duarte · denies · c" in shown


def test_marks_of_an_article_are_its_own(processed):
    body = processed.articles.set_index("article_id").loc["fjord-post", "body"]
    marks = marking.find_marks(processed, "fjord-post")
    words = {body[m.start : m.end] for m in marks if m.kind == "source"}
    assert "Norwegian Trade Minister Lars Holm" in words
    assert {m.kind for m in marks} == set(marking.LEGEND)
    assert "She" not in {body[m.start : m.end] for m in marks if m.kind == "actor"}


def test_legend_and_colours_belong_together():
    assert set(marking.LEGEND) == set(marking.COLOURS)
