"""What follows from a decision in other rows, and what a person decided of those rows stays."""

from types import SimpleNamespace

import pandas as pd
import pytest

import onrecord
from onrecord.extraction.corrections import apply_reviews

TEXT = (
    "“Our pier cost 4 million euros,” Mayor Ana Ruiz said. The opposition leader, Paul Berg, denied it. "
    "Berg said that Ruiz claimed that the pier had 900 visitors."
)
HEADER = "row_id,words,verdict,column,value,reviewer,on,note\n"


@pytest.fixture(scope="module")
def found():
    return onrecord.extract({"a": TEXT})


@pytest.fixture
def enter(found, tmp_path):
    def entered(*lines: str):
        (tmp_path / "review.csv").write_text(HEADER + "\n".join(lines) + "\n", encoding="utf8")
        return apply_reviews(found, SimpleNamespace(raw=tmp_path, name="pier"))

    return entered


def row_of(tables, words: str) -> pd.Series:
    return tables.claims[tables.claims["content"].str.contains(words)].iloc[0]


def figure_of(tables, words: str) -> pd.Series:
    return tables.figures[tables.figures["text"].str.contains(words)].iloc[0]


def name_of(tables, actor) -> str | None:
    return None if pd.isna(actor) else tables.actors.set_index("actor_id").loc[actor, "name"]


def test_the_story_is_as_these_tests_take_it(found):
    assert name_of(found, figure_of(found, "4 million")["actor_id"]) == "Ana Ruiz"
    assert figure_of(found, "900")["claim_id"] == row_of(found, r"\Athe pier had 900")["claim_id"]
    assert row_of(found, r"\Athe pier had 900")["within_claim_id"] == row_of(found, "Ruiz claimed")["claim_id"]


def test_a_speaker_s_figures_follow(found, enter):
    reviewed = enter(f"{row_of(found, 'Our pier')['claim_id']},,corrected,actor_id,Paul Berg,AB,,")
    figure = figure_of(reviewed, "4 million")
    assert name_of(reviewed, figure["actor_id"]) == "Paul Berg"
    assert pd.isna(figure["about"]), "“our” is another speaker’s now"


def test_a_figure_s_own_correction_stays(found, enter):
    reviewed = enter(
        f"{row_of(found, 'Our pier')['claim_id']},,corrected,actor_id,Paul Berg,AB,,",
        f"{figure_of(found, '4 million')['figure_id']},,corrected,actor_id,Ana Ruiz,AB,,",
    )
    assert name_of(reviewed, figure_of(reviewed, "4 million")["actor_id"]) == "Ana Ruiz"


def test_the_figures_of_a_rejected_claim_are_whoever_is_around_it(found, enter):
    inner = row_of(found, r"\Athe pier had 900")
    reviewed = enter(f"{inner['claim_id']},,rejected,,,AB,,")
    figure = figure_of(reviewed, "900")
    assert figure["claim_id"] == inner["within_claim_id"]
    assert name_of(reviewed, figure["actor_id"]) == "Paul Berg"


def test_the_figures_of_a_rejected_claim_are_the_outlet_s_in_the_end(found, enter):
    reviewed = enter(f"{row_of(found, 'Our pier')['claim_id']},,rejected,,,AB,,")
    assert figure_of(reviewed, "4 million")[["claim_id", "actor_id"]].isna().all()


def test_what_stands_in_a_rejected_claim_stands_by_itself(found, enter):
    reviewed = enter(f"{row_of(found, 'Ruiz claimed')['claim_id']},,rejected,,,AB,,")
    assert pd.isna(row_of(reviewed, r"\Athe pier had 900")["within_claim_id"])


@pytest.fixture(scope="module")
def denied():
    quoted = "“The pier is unsafe,” Ana Ruiz said."
    return onrecord.extract({"a": f"{quoted} Paul Berg denied Ruiz's claim that the pier is unsafe. Ivo Brandt left."})


def enter_denied(denied, tmp_path, *lines: str):
    (tmp_path / "review.csv").write_text(HEADER + "\n".join(lines) + "\n", encoding="utf8")
    return apply_reviews(denied, SimpleNamespace(raw=tmp_path, name="pier"))


def denial_of(tables) -> pd.Series:
    return tables.claims[tables.claims["stance"] == "denies"].iloc[0]


def test_a_denial_is_aimed_at_the_corrected_speaker(denied, tmp_path):
    target = denial_of(denied)["target_claim_id"]
    assert name_of(denied, denial_of(denied)["target_actor_id"]) == "Ana Ruiz"
    reviewed = enter_denied(denied, tmp_path, f"{target},,corrected,actor_id,Ivo Brandt,AB,,")
    assert name_of(reviewed, denial_of(reviewed)["target_actor_id"]) == "Ivo Brandt"


def test_a_target_named_by_hand_stays(denied, tmp_path):
    denial = denial_of(denied)
    reviewed = enter_denied(
        denied,
        tmp_path,
        f"{denial['target_claim_id']},,corrected,actor_id,Ivo Brandt,AB,,",
        f"{denial['claim_id']},,corrected,target_actor_id,Ana Ruiz,AB,,",
    )
    assert name_of(reviewed, denial_of(reviewed)["target_actor_id"]) == "Ana Ruiz"


def test_a_denial_of_a_rejected_claim_is_aimed_at_nobody(denied, tmp_path):
    reviewed = enter_denied(denied, tmp_path, f"{denial_of(denied)['target_claim_id']},,rejected,,,AB,,")
    assert denial_of(reviewed)[["target_claim_id", "target_actor_id"]].isna().all()


def test_what_is_no_denial_has_no_target(denied, tmp_path):
    denial = denial_of(denied)
    reviewed = enter_denied(denied, tmp_path, f"{denial['claim_id']},,corrected,stance,asserts,AB,,")
    row = reviewed.claims.set_index("claim_id").loc[denial["claim_id"]]
    assert row[["target_claim_id", "target_actor_id"]].isna().all()


def test_a_figure_about_somebody_named_keeps_the_party(tmp_path):
    quoted = "“Last year Norway spent $4.2 billion on piers, and we have 10 million people,”"
    tables = onrecord.extract({"a": f"{quoted} Danish Mayor Ana Ruiz said. Paul Berg left."})
    claim = tables.claims["claim_id"].iloc[0]
    lines = f"{HEADER}{claim},,corrected,actor_id,Paul Berg,AB,,\n"
    (tmp_path / "review.csv").write_text(lines, encoding="utf8")
    reviewed = apply_reviews(tables, SimpleNamespace(raw=tmp_path, name="pier"))
    assert figure_of(reviewed, "4.2 billion")["about"] == "Norway"
    assert pd.isna(figure_of(reviewed, "10 million")["about"])


def test_a_figure_outside_a_corrected_content_is_not_its_speaker_s(found, enter):
    claim = row_of(found, "Our pier")
    reviewed = enter(f"{claim['claim_id']},,corrected,content,1-9,AB,,")
    assert TEXT[1:9] == "Our pier"
    assert figure_of(reviewed, "4 million")[["claim_id", "actor_id"]].isna().all()
