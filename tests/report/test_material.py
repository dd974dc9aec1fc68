"""What may be printed of a story's rows."""

from dataclasses import replace

import pandas as pd
import pytest
from report_material import make_material, make_story

from onrecord.report.material import Material

STONE = "“We shall rebuild the old pier in stone before the storms return,” {} said."
REST = "Harbour master Mira Olsund and union leader Tomas Brekk met the council of Helden on Monday. "


def test_a_quotation_that_two_outlets_give_to_two_speakers_is_nobodys():
    material = make_material({"paper-a": REST + STONE.format("Olsund"), "paper-b": REST + STONE.format("Brekk")})
    quoted = [claim for claim in material.claims.values() if claim.quotation == "direct"]
    assert len(quoted) == 2
    assert not any(material.has_speaker(claim) for claim in quoted)
    agreed = make_material({"paper-a": REST + STONE.format("Olsund"), "paper-b": REST + STONE.format("Olsund")})
    assert all(agreed.has_speaker(c) for c in agreed.claims.values() if c.quotation == "direct")


def test_what_a_reviewer_rejected_is_in_no_material():
    story = make_story({"paper-a": REST + STONE.format("Olsund")})
    assert Material(story).claims
    assert not Material(replace(story, claims=story.claims.assign(review="rejected"))).claims


@pytest.mark.parametrize(
    ("name", "kind", "named"),
    [
        pytest.param("Mira Olsund", "person", True, id="a-person"),
        pytest.param("Olsund", "person", False, id="a-surname"),
        pytest.param("Harbour Board", "organisation", True, id="a-body"),
        pytest.param("a Helden company", "organisation", False, id="a-body-described"),
        pytest.param("NATO", "organisation", True, id="one-word"),
        pytest.param("a worker", "unnamed", False, id="without-a-name"),
        pytest.param("workers", "group", False, id="several"),
        pytest.param("Mira OlsundHARBOUR closed", "person", False, id="glued"),
        pytest.param("Mira Olsund: “No”", "person", False, id="marks-that-no-name-has"),
        pytest.param("the board of the harbour of the town of Helden", "organisation", False, id="a-description"),
    ],
)
def test_is_named(name, kind, named):
    story = make_story({"paper-a": REST + STONE.format("Olsund")})
    actors = story.actors.copy()
    actors.loc[0, ["name", "kind"]] = [name, kind]
    assert Material(replace(story, actors=actors)).is_named(actors.loc[0, "actor_id"]) == named


def test_a_surname_with_an_office_is_a_name():
    story = make_story({"paper-a": REST + STONE.format("Olsund")})
    actors = story.actors.copy()
    actors.loc[0, ["name", "kind", "role"]] = ["Olsund", "person", "President"]
    assert Material(replace(story, actors=actors)).is_named(actors.loc[0, "actor_id"])
    other = actors.loc[[0]].assign(actor_id="other", name="Ana Olsund")
    assert not Material(replace(story, actors=pd.concat([actors, other]))).is_named(actors.loc[0, "actor_id"])


def test_an_official_here_may_be_whoever_is_named_there():
    said = "“We shall rebuild the old pier in stone before the storms return,” {} said."
    made = make_material({"paper-a": said.format("Mira Olsund"), "paper-b": said.format("an official")})
    assert made.contested == {}


def test_who_was_named_before():
    text = "Ana Roe slept.\n\nMira Olsund slept.\n\nTomas Brekk spoke of the Roe-Doe bill. It rained."
    material = make_material({"paper-a": text})
    places = [text.index(word) for word in ("slept", "Tomas", "It rained")]
    named = [{material.name(actor) for actor in material.named_before("paper-a", at)} for at in places]
    assert named == [{"Ana Roe"}, {"Mira Olsund"}, {"Tomas Brekk"}]
    assert make_material({"paper-a": "It rained."}).named_before("paper-a", 5) == set()


def test_places():
    text = "The roof burned.\n\nIt rained. The hall stood."
    material = make_material({"paper-a": text})
    assert material.paragraph_of("paper-a", text.index("hall")) == 2
    start, end = material.hull("paper-a", text.index("rained"), text.index("hall"))
    assert text[start:end] == "It rained. The hall stood."
