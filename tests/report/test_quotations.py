"""One statement in two outlets: verbs, and words given to two speakers."""

import pytest
from report_material import make_material

from onrecord.report import quotations
from onrecord.report.quotations import find_contested, find_verbs

SAID = "Harbour master Mira Olsund {} on Monday that the ferry terminal of Helden will stay closed until spring."
REST = " “We shall rebuild the old pier in stone,” Olsund told reporters."


def verbs(*texts: str) -> list[str]:
    material = make_material({f"paper-{'abc'[i]}": text for i, text in enumerate(texts)})
    return [finding.text for finding in find_verbs(material)]


def test_a_verb_that_says_more_than_said_is_told():
    told = verbs(SAID.format("said") + REST, SAID.format("admitted") + REST)
    assert told == ["Of one statement by Mira Olsund, Paper A writes “said”, Paper B “admitted”."]


NONE = {
    "a plain verb": (SAID.format("said"), SAID.format("explained")),
    "inside another's claim": (SAID.format("said"), "Mayor Ivo Brandt said " + SAID.format("admitted")),
    "another statement": (SAID.format("said"), "Mira Olsund admitted that the ferries of Delvo leak."),
}


@pytest.mark.parametrize("texts", NONE.values(), ids=NONE)
def test_what_is_none(texts):
    assert verbs(*texts) == []


def test_words_given_to_two_speakers_are_for_a_person_to_look_at():
    said = "“We shall rebuild the old pier in stone before the storms return to us,” harbour master Mira Olsund said."
    material = make_material({"paper-a": said, "paper-b": said.replace("Mira Olsund", "Tomas Brekk")})
    (finding,) = find_contested(material)
    assert finding.text.startswith("Paper ")
    assert {"Mira Olsund", "Tomas Brekk"} == {name for name in ("Mira Olsund", "Tomas Brekk") if name in finding.text}
    assert finding.doubts


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("the pier of Helden stays closed until spring", "the pier stays closed in spring", True, id="one"),
        pytest.param(
            "banks and insurers dwell not on the 97 percent of boats that gain but the owners whose rents rise in May",
            "97 percent of boats fall under the limit of the council",
            False,
            id="numbers-in-common",
        ),
        pytest.param("the pier of Helden was closed", "the pier of Helden was not closed", False, id="one-says-no"),
    ],
)
def test_reports_of_one_statement_have_half_of_their_words_in_common(one, other, same):
    assert quotations.share_words(one, other) == same
