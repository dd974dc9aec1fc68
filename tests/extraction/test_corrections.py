"""A person's decision is entered in the row it names: never with words that stand nowhere, never in silence."""

from types import SimpleNamespace

import pandas as pd
import pytest

import onrecord
from onrecord.comparison import compare
from onrecord.errors import StoryError
from onrecord.extraction.corrections import apply_reviews
from onrecord.tables import read_rows
from onrecord.tables.extracted import ClaimRow

TEXT = "Mayor Ana Ruiz said the bridge cost 4 million euros. “It is safe,” she told reporters. Paul Berg left."
HEADER = "row_id,words,verdict,column,value,reviewer,on,note\n"


@pytest.fixture(scope="module")
def found():
    return onrecord.extract({"a": TEXT})


@pytest.fixture
def story(tmp_path):
    return SimpleNamespace(raw=tmp_path, name="bridge")


def write(story, *lines: str) -> None:
    (story.raw / "review.csv").write_text(HEADER + "\n".join(lines) + "\n", encoding="utf8")


def span(words: str) -> str:
    return f"{TEXT.index(words)}-{TEXT.index(words) + len(words)}"


def claim(found, n: int = 0) -> str:
    return found.claims["claim_id"].iloc[n]


def enter(found, story, *lines: str):
    write(story, *lines)
    return apply_reviews(found, story)


def test_without_the_file_nothing_changes(found, story):
    reviewed = apply_reviews(found, story)
    assert all(getattr(reviewed, name).equals(getattr(found, name)) for name in vars(found))
    assert reviewed.decisions.empty


def test_a_rejected_claim_is_kept_and_compared_with_nothing(found, story):
    reviewed = enter(found, story, f"{claim(found)},the bridge,rejected,,,AB,2024-05-03,not a claim")
    assert reviewed.claims.set_index("claim_id").loc[claim(found), "review"] == "rejected"
    assert len(reviewed.claims) == len(found.claims)
    assert compare(reviewed).cues["claims"].sum() == compare(found).cues["claims"].sum() - 1


def test_a_correction_sets_the_value_with_its_type(found, story):
    row = found.figures["figure_id"].iloc[0]
    reviewed = enter(found, story, f"{row},4 million,corrected,value,5000000,AB,2024-05-03,misprint")
    corrected = reviewed.figures.set_index("figure_id").loc[row]
    assert (corrected["value"], corrected["review"]) == (5_000_000, "corrected")


def test_words_are_corrected_by_offsets_and_the_spans_follow(found, story):
    reviewed = enter(found, story, f"{claim(found)},,corrected,content,{span('the bridge cost 4 million')},AB,,")
    row = next(r for r in read_rows(reviewed.claims, ClaimRow) if r.claim_id == claim(found))
    assert row.content == "the bridge cost 4 million"
    assert TEXT[row.start : row.end] == row.content
    spans = reviewed.spans
    mine = spans[(spans["claim_id"] == row.claim_id) & (spans["role"] == "content")]
    assert mine["text"].tolist() == [row.content]
    others = spans[spans["role"] != "content"]
    assert len(others) == (found.spans["role"] != "content").sum()


def test_a_broken_quotation_is_corrected_part_by_part(found, story):
    value = f"{span('the bridge')} | {span('4 million')}"
    reviewed = enter(found, story, f"{claim(found)},,corrected,content,{value},AB,,")
    assert reviewed.claims["content"].iloc[0] == "the bridge … 4 million"
    spans = reviewed.spans
    parts = spans[(spans["claim_id"] == claim(found)) & (spans["role"] == "content")]["part"]
    assert parts.tolist() == [1, 2]


def test_quoted_words_follow_the_content(found, story):
    quoted = found.claims[found.claims["quotation"] == "direct"].iloc[0]
    assert quoted["quoted_words"] == 3
    reviewed = enter(found, story, f"{quoted['claim_id']},,corrected,content,{span('safe')},AB,,")
    assert reviewed.claims.set_index("claim_id").loc[quoted["claim_id"], "quoted_words"] == 1


@pytest.mark.parametrize(
    ("words", "more", "quotation"),
    [
        pytest.param("the bridge cost 4 million", [], "indirect", id="outside-the-marks"),
        pytest.param("safe", [], "direct", id="within-them"),
        pytest.param("safe", ["quotation,mixed"], "mixed", id="a-person-says-otherwise"),
    ],
)
def test_the_kind_of_quotation_follows_the_content(found, story, words, more, quotation):
    row = found.claims[found.claims["quotation"] == "direct"]["claim_id"].iloc[0]
    lines = [f"{row},,corrected,{cells},AB,," for cells in [*more, f"content,{span(words)}"]]
    reviewed = enter(found, story, *lines)
    assert reviewed.claims.set_index("claim_id").loc[row, "quotation"] == quotation


def test_every_span_of_the_reviewed_tables_is_verbatim(found, story):
    lines = [
        f"{claim(found)},,corrected,source,{span('Ana Ruiz')},AB,,",
        f"{found.figures['figure_id'].iloc[0]},,corrected,text,{span('4 million')},AB,,",
    ]
    reviewed = enter(found, story, *lines)
    assert all(TEXT[s.start : s.end] == s.text for s in reviewed.spans.itertuples())
    assert all(TEXT[f.start : f.end] == f.text for f in reviewed.figures.itertuples())


@pytest.mark.parametrize(
    ("column", "value", "told"),
    [
        pytest.param("content", "the bridge fell", "is verbatim, so its value is start-end", id="words-nobody-wrote"),
        pytest.param("content", "5-99999", "is no stretch of a, which has", id="outside"),
        pytest.param("content", "9-5", "is no stretch", id="backwards"),
        pytest.param("content", "19-30", "begins or ends with white space", id="white-space"),
        pytest.param("content", "", "content cannot be empty", id="empty"),
        pytest.param("source", "0-5 | 6-9", "source is one stretch, not 2", id="two-sources"),
        pytest.param("stance", "doubts", "'doubts' is none of", id="value-not-listed"),
        pytest.param("stance", "", "stance cannot be empty", id="null-where-none-is-allowed"),
        pytest.param("said_start", "3 May", "'3 May' is no day", id="no-date"),
        pytest.param("actor_id", "Ana Ruis", "nobody in this story is called 'Ana Ruis'. Did you mean", id="nobody"),
    ],
)
def test_a_value_that_cannot_be_names_the_line(found, story, column, value, told):
    with pytest.raises(StoryError, match=r"review\.csv, line 2") as caught:
        enter(found, story, f"{claim(found)},,corrected,{column},{value},AB,,")
    assert told in caught.value.what
    assert caught.value.remedy


def test_a_number_that_is_none_names_the_line(found, story):
    with pytest.raises(StoryError, match="line 2: value 'inf' is no number"):
        enter(found, story, f"{found.figures['figure_id'].iloc[0]},,corrected,value,inf,AB,,")


@pytest.mark.parametrize(
    ("value", "told"),
    [
        pytest.param('"9,600"', "Write it without a comma: 9600 for thousands, 9.6 for tenths.", id="one-comma"),
        pytest.param('"4,2"', "Write it without a comma", id="decimal-comma"),
        pytest.param("some", "Write a number", id="no-number"),
        pytest.param("5 or 6", "Write a number", id="two-numbers"),
    ],
)
def test_a_number_is_never_guessed(found, story, value, told):
    with pytest.raises(StoryError, match=r"line 2: value .* is no number") as caught:
        enter(found, story, f"{found.figures['figure_id'].iloc[0]},,corrected,value,{value},AB,,")
    assert told in caught.value.remedy


@pytest.mark.parametrize(
    ("value", "number"),
    [
        pytest.param('"9,600,000"', 9_600_000, id="thousands-twice"),
        pytest.param('"9,600.5"', 9600.5, id="thousands-and-tenths"),
        pytest.param("9.6 million", 9_600_000, id="with-a-scale-word"),
        pytest.param("sixteen", 16, id="in-words"),
        pytest.param("-3.5", -3.5, id="negative"),
    ],
)
def test_numbers_are_read_as_people_write_them(found, story, value, number):
    row = found.figures["figure_id"].iloc[0]
    reviewed = enter(found, story, f"{row},,corrected,value,{value},AB,,")
    assert reviewed.figures.set_index("figure_id").loc[row, "value"] == number


def test_several_speakers_are_set_by_name(found, story):
    reviewed = enter(found, story, f"{claim(found, 1)},,corrected,actor_id,Paul Berg | Ana Ruiz,AB,,")
    names = dict(zip(found.actors["actor_id"], found.actors["name"], strict=True))
    spoken = reviewed.speakers[reviewed.speakers["claim_id"] == claim(found, 1)]["actor_id"]
    assert [names[actor] for actor in spoken] == ["Paul Berg", "Ana Ruiz"]
    assert names[reviewed.claims["actor_id"].iloc[1]] == "Paul Berg"


def test_a_party_brings_its_actor_and_its_country(tmp_path):
    tables = onrecord.extract({"a": "Norway spent 9 billion dollars on piers, and Portugal spent less."})
    row = tables.figures["figure_id"].iloc[0]
    place = SimpleNamespace(raw=tmp_path, name="pier")
    write(place, f"{row},,corrected,about,Portugal,AB,,")
    figure = apply_reviews(tables, place).figures.iloc[0]
    portugal = tables.actors.set_index("name").loc["Portugal"]
    assert (figure["about"], figure["about_actor_id"], figure["iso3"]) == ("Portugal", portugal["actor_id"], "PRT")
    write(place, f"{row},,corrected,about,the harbour board,AB,,")
    assert apply_reviews(tables, place).figures.iloc[0][["about_actor_id", "iso3"]].isna().all()


def test_a_range_has_ends_and_no_value(found, story):
    row = found.figures["figure_id"].iloc[0]
    with pytest.raises(StoryError, match="line 2: a figure that is range needs low or high"):
        enter(found, story, f"{row},,corrected,bound,range,AB,,")
    lines = [f"{row},,corrected,{cells},AB,," for cells in ("bound,range", "low,3000000", "high,4000000")]
    figure = enter(found, story, *lines).figures.set_index("figure_id").loc[row]
    assert pd.isna(figure["value"])
    assert (figure["low"], figure["high"]) == (3_000_000, 4_000_000)


def test_what_is_not_entered_is_told_with_its_values(found, story):
    row = found.figures["figure_id"].iloc[0]
    told = enter(found, story, f"{row},,corrected,value,5,AB,,", f"{row},,corrected,value,6,CD,,").decisions
    assert told["new"].tolist() == ["5", "6"]
    told = enter(found, story, f"{row},,corrected,value,5,AB,,", f"{row},,rejected,,,AB,,").decisions
    assert told["not_entered"].fillna("").tolist() == ["the row was rejected since", ""]


def test_an_actor_is_named_by_any_of_its_namings(found, story):
    """ "she" is no name; "Mayor Ana Ruiz" and "Ruiz" would be."""
    with pytest.raises(StoryError, match="nobody in this story is called 'she'"):
        enter(found, story, f"{claim(found)},,corrected,actor_id,she,AB,,")


def test_a_denial_is_aimed_at_one_actor(found, story):
    with pytest.raises(StoryError, match="line 2: target_actor_id is one actor, not 2"):
        enter(found, story, f"{claim(found)},,corrected,target_actor_id,Paul Berg | Ana Ruiz,AB,,")


def test_every_decision_is_told_with_what_it_changed(found, story):
    lines = [
        f"{claim(found, 1)},,corrected,actor_id,Paul Berg,AB,2024-05-03,heard it",
        f"{found.figures['figure_id'].iloc[0]},,corrected,value,5000000,CD,,",
        f"{claim(found)},,accepted,,,AB,2024-05-03T10:22,",
    ]
    told = enter(found, story, *lines).decisions
    assert told["line"].tolist() == [2, 3, 4]
    assert told["old"].fillna("").tolist() == ["Ana Ruiz", "4000000", ""]
    assert told["new"].fillna("").tolist() == ["Paul Berg", "5000000", ""]
    assert told["note"].fillna("").tolist() == ["heard it", "", ""]
    assert told["not_entered"].isna().all()


def test_words_are_corrected_by_offsets_and_the_words_there(found, story):
    value = f"{span('the bridge cost')} the bridge cost"
    assert enter(found, story, f"{claim(found)},,corrected,content,{value},AB,,").claims["content"].iloc[0] == (
        "the bridge cost"
    )


MENDED = "Yesterday, " + TEXT


@pytest.fixture(scope="module")
def mended():
    """The same article after words before its rows were mended: every row has another id."""
    return onrecord.extract({"a": MENDED})


def test_a_row_whose_words_moved_is_found_by_them(found, mended, story):
    old = claim(found, 1)
    assert old not in set(mended.claims["claim_id"])
    reviewed = enter(mended, story, f'{old},"“It is safe,”",rejected,,,AB,,')
    assert reviewed.claims["review"].tolist() == ["unreviewed", "rejected"]
    assert reviewed.decisions["row_id"].tolist() == [claim(mended, 1)]


def test_corrected_words_that_moved_are_found_by_themselves(found, mended, story):
    value = f"{span('the bridge cost')} the bridge cost"
    reviewed = enter(mended, story, f"{claim(found)},the bridge,corrected,content,{value},AB,,")
    row = reviewed.claims.iloc[0]
    assert MENDED[row["start"] : row["end"]] == "the bridge cost"


@pytest.mark.parametrize(
    ("words", "column", "value", "why"),
    [
        pytest.param("", "stance", "denies", "there is no such row any more", id="no-words"),
        pytest.param("the tunnel", "stance", "denies", "there is no such row any more", id="words-gone"),
        pytest.param("the bridge", "content", "24-39", "offsets without words cannot follow", id="offsets-alone"),
        pytest.param(
            "the bridge",
            "content",
            "24-39 the old bridge",
            "'the old bridge' are no longer to be found",
            id="no-such-words",
        ),
    ],
)
def test_a_decision_whose_words_are_gone_is_told_and_not_entered(found, mended, story, words, column, value, why):
    reviewed = enter(mended, story, f"{claim(found)},{words},corrected,{column},{value},AB,,")
    assert why in reviewed.decisions["not_entered"].iloc[0]
    assert set(reviewed.claims["review"]) == {"unreviewed"}


def test_an_actor_is_corrected_by_name(found, story):
    reviewed = enter(found, story, f"{claim(found, 1)},,corrected,actor_id,Paul Berg,AB,,")
    names = dict(zip(found.actors["actor_id"], found.actors["name"], strict=True))
    row = reviewed.claims.set_index("claim_id").loc[claim(found, 1)]
    assert names[row["actor_id"]] == "Paul Berg"
    assert pd.isna(row["speaker_confidence"])  # a person's word is no probability
    speakers = reviewed.speakers.set_index("claim_id")["actor_id"]
    assert names[speakers[claim(found, 1)]] == "Paul Berg"


def test_the_words_of_another_row_are_no_decision_on_this_one(found, story):
    with pytest.raises(StoryError, match="line 2: its words 'the tunnel' are not those of row"):
        enter(found, story, f"{claim(found)},the tunnel,accepted,,,AB,,")


def test_words_may_be_copied_with_other_marks_and_cut(found, story):
    quoted = found.claims[found.claims["quotation"] == "direct"]["claim_id"].iloc[0]
    assert enter(found, story, f'{quoted},"""It is …",accepted,,,AB,,').decisions["not_entered"].isna().all()


def test_a_decision_without_its_row_is_shown(found, story):
    told = enter(found, story, "c000000000000,gone,accepted,,,AB,2024-05-03,").decisions
    assert told[["row_id", "not_entered"]].values.tolist() == [["c000000000000", "there is no such row any more"]]


def test_two_who_differ_leave_the_row_unreviewed(found, story):
    reviewed = enter(found, story, f"{claim(found)},,accepted,,,AB,,", f"{claim(found)},,rejected,,,CD,,")
    assert reviewed.claims["review"].iloc[0] == "unreviewed"
    assert reviewed.decisions["line"].tolist() == [2, 3]


def test_an_acceptance_stands_where_the_words_of_a_correction_are_gone(found, story):
    lines = [f"{claim(found)},,accepted,,,AB,,", f"{claim(found)},,corrected,content,24-39 the old bridge,AB,,"]
    reviewed = enter(found, story, *lines)
    assert reviewed.claims["review"].iloc[0] == "accepted"


def test_a_question_on_a_row_that_is_gone_is_told(found, story):
    told = enter(found, story, "c000000000000,gone,flagged,,,AB,,who?").decisions
    assert told["not_entered"].tolist() == ["there is no such row any more"]
