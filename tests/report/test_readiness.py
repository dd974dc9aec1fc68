"""What a person has to look at before publishing."""

from dataclasses import replace

from report_material import make_story

from onrecord.report.findings import find_findings
from onrecord.report.material import Material
from onrecord.report.readiness import find_unreviewed
from onrecord.tables import make_table
from onrecord.tables.extracted import DecisionRow

PAID = "that the council had paid for the new roof of the old pier"
TEXTS = {
    "paper-a": f"Harbour master Mira Olsund said {PAID}. The council of Helden spent 4.5 million dollars on the hall. "
    "It rained in Helden all day, and the ferries lay in the harbour until the evening came.",
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


QUOTED = "“The pier was sold to Denmark before the council had met,” Mayor Ivo Brandt said."


TWO_OF_THREE = {
    "paper-a": QUOTED,
    "paper-b": QUOTED.replace("said", "told reporters"),
    "paper-c": "It rained in Helden.",
}


def test_whom_a_finding_names_as_speaker_is_listed():
    story = make_story(TWO_OF_THREE)
    assert unreviewed(story) == ["attribution", "attribution"]
    assert unreviewed(replace(story, claims=story.claims.assign(review="accepted"))) == []


def test_whom_a_line_of_the_table_names_is_listed():
    shame = "Harbour master Mira Olsund called it “a great shame for all who work on that pier”."
    story = make_story({"paper-a": shame, "paper-b": "It rained in Helden."})
    assert unreviewed(story) == ["attribution"]
    assert unreviewed(replace(story, claims=story.claims.assign(review="accepted"))) == []


def test_an_open_question_is_listed_also_of_a_row_that_was_accepted():
    story = make_story(TWO_OF_THREE)
    row = story.claims["claim_id"].iloc[0]
    asked = DecisionRow(
        row_id=row, line=2, verdict="flagged", column=None, old=None, new=None, reviewer="AB", decided_on=None,
        note=None, not_entered=None,
    )  # fmt: skip
    accepted = story.claims.assign(review="accepted")
    assert unreviewed(replace(story, claims=accepted, decisions=make_table("decisions", [asked]))) == ["open question"]
