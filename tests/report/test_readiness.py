"""What a person has to look at before publishing."""

from dataclasses import replace

from report_material import make_story

from onrecord.report.findings import find_findings
from onrecord.report.material import Material
from onrecord.report.readiness import find_unreviewed

PAID = "that the council had paid for the new roof of the old pier"
TEXTS = {
    "paper-a": f"Harbour master Mira Olsund said {PAID}. The council of Helden spent 4.5 million dollars on the hall.",
    "paper-b": f"Mayor Ivo Brandt denied Mira Olsund’s claim {PAID}.",
}


def unreviewed(story) -> list[str]:
    material = Material(story)
    return [row.what for row in find_unreviewed(material, find_findings(material))]


def test_denials_what_they_deny_and_numbers():
    assert unreviewed(make_story(TEXTS)) == ["denial", "denied statement", "number"]


def test_what_is_reviewed_is_not_listed():
    story = make_story(TEXTS)
    accepted = replace(story, claims=story.claims.assign(review="accepted"))
    assert unreviewed(accepted) == ["number"]
    assert unreviewed(replace(accepted, figures=story.figures.assign(review="corrected"))) == []


def test_what_is_not_printed_is_not_listed():
    alone = {"paper-a": TEXTS["paper-a"]}
    assert unreviewed(make_story(alone)) == []


def test_numbers_in_the_words_of_an_opening_are_listed_too():
    texts = {"paper-a": "The council of Helden spent 4.5 million dollars.", "paper-b": "It spent 4.5 million dollars."}
    assert unreviewed(make_story(texts)) == ["number"]


def test_a_row_is_told_with_its_words():
    material = Material(make_story(TEXTS))
    first = find_unreviewed(material, find_findings(material))[0]
    assert str(first) == f"{first.row_id} (denial): “{first.words}”"
    assert "paid for the new roof" in first.words
