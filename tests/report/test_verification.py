"""A page set beside what its rows say."""

import json
import re
import shutil

import pytest
from conftest import STORY

from onrecord.errors import DataError
from onrecord.report.embedding import digest_rows
from onrecord.report.page import Page
from onrecord.report.verification import verify_page
from onrecord.story import read_parameters


def test_a_page_as_it_was_made(page):
    lines = verify_page(page.render())
    assert lines[0].startswith("rows: sha256-")
    assert "follow from the rows" in lines[1]


def test_with_the_articles_its_quotations_are_looked_up(page, standing, tmp_path):
    raw = standing.root / "data" / "raw" / "harbour-wall"
    lines = verify_page(page.render(), raw)
    assert len(lines) == 4
    assert all("stand at their places" in line for line in lines[2:])
    (tmp_path / "articles").mkdir()
    shutil.copy(raw / "coast-news.txt", tmp_path / "articles")
    (tmp_path / "articles" / "fjord-post.txt").write_text("")
    lines = verify_page(page.render(), tmp_path / "articles")
    assert "stand at their places" in lines[2]
    assert "not at hand" in lines[3]
    (tmp_path / "articles" / "coast-news.txt").write_text("Another text of another day, which says another thing.")
    with pytest.raises(DataError, match=r"coast-news, at \d+: “.*” (does not stand|stands elsewhere)"):
        verify_page(page.render(), tmp_path / "articles")


def test_a_headline_of_the_story_s_own_moves_nothing(standing):
    text = (standing.raw / "coast-news.txt").read_text(encoding="utf8")
    headline = "Harbours of Portugal are as safe as any, minister says in Lisbon on a windy Monday"
    (standing.raw / "coast-news.txt").write_text(f"{headline}\n\n{text}", encoding="utf8")
    story = (standing.raw / "story.yaml").read_text(encoding="utf8")
    story = story.replace("    outlet: Coast News\n", f"    outlet: Coast News\n    headline: {headline}\n")
    (standing.raw / "story.yaml").write_text(story, encoding="utf8")
    made = Page(read_parameters("04-report", {"story": STORY}))
    made.add("What sets the outlets apart", "", made.first)
    assert "stand at their places" in verify_page(made.render(), standing.raw)[2]


def change(pattern: str, new: str):
    """A page with the first match replaced; the test fails where there is none."""

    def spoil(html: str) -> str:
        spoilt, n = re.subn(pattern, new, html, count=1, flags=re.DOTALL)
        assert n == 1
        return spoilt

    return spoil


SPOILT = [
    pytest.param(change(r"(<h3><bdi>)[^<]*", r"\1Nobody said it."), r"differs: the page has", id="a-finding"),
    pytest.param(change(r'(<span class="said">)', r"\1Never: "), r"differs: the page has", id="a-quotation"),
    pytest.param(change(r"4\.2 billion", "9.2 billion"), r"differs: the page has", id="a-number"),
    pytest.param(change(r'data-of="claim" data-rows="(\w+)"', r'data-of="claim" data-rows="cffffffffffff"'),
                 r"does not follow from its rows", id="a-row-that-is-none"),
    pytest.param(change(r'<tr id="\w+" data-of="claim".*?</tr>', ""), r"does not show the claim", id="a-row-left-out"),
    pytest.param(change(r'(<tr id="\w+" data-of="claim".*?</tr>)', r"\1\1"), r"claim \w+ twice", id="a-row-twice"),
    pytest.param(change(r"<main id=.main.>", "<main><h3>Nobody stole it.</h3>"), "follow from no row", id="a-card"),
    pytest.param(change(r"<main id=.main.>", "<main><blockquote>No.</blockquote>"), "follow from no row", id="words"),
    pytest.param(change(r'(id="rows">.*?)Duarte', r"\1Olsund"), r"not those that its hash names", id="the-rows"),
    pytest.param(change(r'<script type="application/json" id="rows">.*?</script>', ""), "holds no rows", id="no-rows"),
    pytest.param(lambda html: "", "holds no rows", id="no-page"),
]  # fmt: skip


@pytest.mark.parametrize(("spoil", "message"), SPOILT)
def test_the_first_thing_that_differs_is_named(page, spoil, message):
    with pytest.raises(DataError, match=message):
        verify_page(spoil(page.render()))


def test_rows_changed_with_their_hash_no_longer_give_the_page(page):
    html = page.render()
    held = re.search(r'id="rows">(.*?)</script>', html, re.DOTALL)[1]
    changed = held.replace("Ana Duarte", "Ana Olsund")
    spoilt = html.replace(held, changed).replace(digest_rows(held), digest_rows(changed))
    with pytest.raises(DataError, match=r"differs|does not follow"):
        verify_page(spoilt)


def test_rows_that_do_not_belong_together_are_told(page):
    html = page.render()
    held = re.search(r'id="rows">(.*?)</script>', html, re.DOTALL)[1]
    rows = json.loads(held)
    rows["tables"]["actors"]["rows"] = []
    broken = json.dumps(rows)
    with pytest.raises(DataError, match=r"cannot be read|belong together|names"):
        verify_page(html.replace(held, broken).replace(digest_rows(held), digest_rows(broken)))


def test_two_points_of_a_page_are_two(page):
    """Findings without rows are known by where their words stand."""
    keys = [finding.key for finding in page.findings.printed]
    assert len(keys) == len(set(keys))
    assert all(keys)
