"""A page set beside what its rows say."""

import re

import pytest

from onrecord.errors import DataError
from onrecord.report.embedding import digest_rows
from onrecord.report.verification import read_bodies, verify_page


def test_a_page_as_it_was_made(page):
    lines = verify_page(page.render())
    assert lines[0].startswith("rows: sha256-")
    assert "follow from the rows" in lines[1]


def test_with_the_articles_its_quotations_are_looked_up(page, standing):
    bodies = read_bodies(standing.root / "data" / "raw" / "harbour-wall")
    lines = verify_page(page.render(), bodies)
    assert len(lines) == 4
    assert all("stand at their places" in line for line in lines[2:])
    lines = verify_page(page.render(), {"coast-news": bodies["coast-news"]})
    assert "not at hand" in lines[3]
    with pytest.raises(DataError, match=r"coast-news, at \d+: “.*” (does not stand|stands elsewhere)"):
        verify_page(page.render(), bodies | {"coast-news": "Another text."})


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
