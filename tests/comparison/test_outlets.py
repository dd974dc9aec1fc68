"""What each outlet tells, whom it quotes, and how it writes, from invented claims and figures."""

import pandas as pd
import pytest
from rows import claims, figures, make_row

from onrecord.comparison.outlets import compare_coverage, compare_cues, compare_only_in, compare_quoted_share

OUTLETS = {"a0": "Coast News", "a1": "Fjord Post"}
NAMES = {"m0": "A", "m1": "B", "m2": "C"}
IN_A0 = {"article_id": "a0"}

QUOTED = [
    pytest.param({"quotation": "direct", "content": "The wall held.", "quoted_words": 3}, 3, 3, id="direct"),
    pytest.param({"content": "It rained"}, 2, 0, id="indirect"),
    pytest.param({"content": "The ferries “sail again” soon", "quoted_words": 2}, 5, 2, id="mixed"),
]


@pytest.mark.parametrize(("claim", "words", "quoted"), QUOTED)
def test_quoted_share(claim, words, quoted):
    row = compare_quoted_share(claims({"actor_id": "m0"} | claim), NAMES, OUTLETS).iloc[0]
    assert (row["name"], row["claims"], row["words"], row["quoted_words"]) == ("A", 1, words, quoted)
    assert row["quoted_share"] == round(quoted / words, 4)


def test_quoted_share_counts_no_word_twice():
    inner = IN_A0 | {"within_claim_id": "c0", "content": "it rained", "actor_id": "m1"}
    outer = IN_A0 | {"content": "she denied that it rained", "actor_id": "m0"}
    assert compare_quoted_share(claims(outer, inner), NAMES, OUTLETS)["name"].tolist() == ["A"]


def test_quoted_share_puts_open_speakers_last():
    said = claims(IN_A0 | {"content": "one two three"}, IN_A0 | {"content": "x", "actor_id": "m1"})
    table = compare_quoted_share(said, NAMES, OUTLETS)
    assert table["name"].tolist() == ["B", "speaker left open"]
    assert pd.isna(table["actor_id"].iloc[1])


def test_coverage_has_a_row_for_what_is_missing():
    table = compare_coverage(figures({"value": 1.0}, {"value": 1.0, "measure": "population"}), OUTLETS)
    assert table.set_index(["outlet", "measure"])["figures"].to_dict() == {
        ("Coast News", "harbour spending"): 1,
        ("Coast News", "population"): 0,
        ("Fjord Post", "harbour spending"): 0,
        ("Fjord Post", "population"): 1,
    }


def speakers(said):
    return [make_row("speakers", {"claim_id": row.claim_id, "actor_id": row.actor_id}) for row in said if row.actor_id]


def test_only_in():
    said = claims(
        {"actor_id": "m0", "content": "x"},
        {"article_id": "a1", "actor_id": "m0", "content": "x"},
        {"article_id": "a1", "actor_id": "m1", "content": "x"},
        {"article_id": "a1", "content": "x"},
    )
    numbers = figures({"value": 1.0}, {"value": 1.0}, IN_A0 | {"value": 1.0, "measure": "rain"})
    table = compare_only_in(said, speakers(said), numbers, NAMES, OUTLETS)
    assert table[["outlet", "kind", "name", "rows"]].values.tolist() == [
        ["Coast News", "measure", "rain", 1],
        ["Fjord Post", "speaker", "B", 1],
    ]


def test_one_outlet_alone_has_nothing_alone():
    said = claims({"actor_id": "m0", "content": "x"})
    assert len(compare_only_in(said, speakers(said), [], NAMES, {"a0": "Coast News"})) == 0


def test_cues():
    table = compare_cues(
        claims(
            {"cue_lemma": "say", "content": "x"},
            IN_A0 | {"cue_lemma": "say", "content": "x"},
            IN_A0 | {"cue_lemma": "add", "content": "x"},
            {"article_id": "a1", "content": "x"},
        ),
        OUTLETS,
    )
    assert table.values.tolist() == [["Coast News", "say", 2], ["Coast News", "add", 1]]
