"""Findings: sentences made from the tables, and from nothing else."""

from dataclasses import replace

import pytest

from onrecord.comparison import compare_story
from onrecord.report import findings


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
    assert "Coast News and Fjord Post both quote Ana Duarte: “We have never closed a single harbour in winter”." in text
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
