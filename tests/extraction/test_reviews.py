"""A person's decision is entered in the row it names, shown, and never lost in silence."""

from types import SimpleNamespace

import pytest

import onrecord
from onrecord.comparison import compare
from onrecord.errors import DataError, StoryError
from onrecord.extraction.reviews import apply_reviews, read_reviews

TEXT = "Mayor Ana Ruiz said the bridge cost 4 million euros. “It is safe,” she told reporters."
HEADER = "row_id,words,verdict,column,value,reviewer,on,note\n"


@pytest.fixture(scope="module")
def found():
    return onrecord.extract({"a": TEXT})


@pytest.fixture
def story(tmp_path):
    return SimpleNamespace(raw=tmp_path, name="bridge")


def write(story, *lines: str) -> None:
    (story.raw / "review.csv").write_text(HEADER + "\n".join(lines) + "\n", encoding="utf8")


def test_without_the_file_nothing_changes(found, story):
    reviewed, unmatched = apply_reviews(found, story)
    assert reviewed.claims.equals(found.claims)
    assert unmatched.empty


def test_a_rejected_claim_is_kept_and_compared_with_nothing(found, story):
    row = found.claims["claim_id"].iloc[0]
    write(story, f"{row},the bridge,rejected,,,AB,2024-05-03,not a claim")
    reviewed, unmatched = apply_reviews(found, story)
    assert reviewed.claims.set_index("claim_id").loc[row, "review"] == "rejected"
    assert len(reviewed.claims) == len(found.claims)
    assert compare(reviewed).cues["claims"].sum() == compare(found).cues["claims"].sum() - 1
    assert unmatched.empty


def test_a_correction_sets_the_value_with_its_type(found, story):
    row = found.figures["figure_id"].iloc[0]
    write(story, f"{row},4 million,corrected,value,5000000,AB,2024-05-03,misprint")
    reviewed, _ = apply_reviews(found, story)
    corrected = reviewed.figures.set_index("figure_id").loc[row]
    assert (corrected["value"], corrected["review"]) == (5_000_000, "corrected")


def test_a_decision_without_its_row_is_shown(found, story):
    write(story, "c000000000000,gone,accepted,,,AB,2024-05-03,")
    _, unmatched = apply_reviews(found, story)
    assert list(unmatched["row_id"]) == ["c000000000000"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        pytest.param(",x,accepted,,,,,", "row_id is empty", id="no-id"),
        pytest.param("c1,x,acepted,,,,,", "'acepted' is none of", id="wrong-verdict"),
        pytest.param("c1,x,corrected,stnce,denies,,,", "Did you mean 'stance'?", id="wrong-column"),
        pytest.param("c1,x,corrected,start,5,,,", "'start' cannot be corrected", id="evidence-is-fixed"),
    ],
)
def test_a_wrong_line_is_named(story, line, told):
    write(story, line)
    with pytest.raises(StoryError, match="line 2") as error:
        read_reviews(story)
    assert told in error.value.what


def test_a_value_outside_the_dictionary_stops_the_run(found, story):
    write(story, f"{found.claims['claim_id'].iloc[0]},x,corrected,stance,doubts,AB,2024-05-03,")
    with pytest.raises(DataError, match="stance"):
        apply_reviews(found, story)


def test_a_run_names_the_decisions_whose_row_is_gone(found, story, tmp_path):
    from onrecord import processed
    from onrecord.run import chain

    processed.write_tables(found, tmp_path / "processed")
    write(story, "c000000000000,gone,accepted,,,AB,2024-05-03,")
    told = []
    chain._tell_lost_reviews(story, tmp_path / "processed", told.append)
    assert len(told) == 1
    assert "c000000000000" in told[0]
