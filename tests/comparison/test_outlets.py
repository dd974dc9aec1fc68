"""What each outlet tells, whom it quotes, and how it writes, from invented claims and figures."""

from datetime import date

import pandas as pd
import pytest
from rows import claims, figures, make_row

from onrecord.comparison.outlets import (
    compare_coverage,
    compare_cues,
    compare_quoted_share,
    compare_said_when,
    compare_speakers,
)

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


def test_speakers_by_outlet():
    said = claims(
        IN_A0 | {"actor_id": "m0", "content": "one two", "start": 30},
        IN_A0 | {"actor_id": "m0", "content": "“three” four", "quoted_words": 1, "start": 5},
        {"article_id": "a1", "actor_id": "m0", "content": "five"},
        {"article_id": "a1", "actor_id": "m1", "content": "six", "within_claim_id": "c2"},
    )
    places = [(0, 20, 1), (21, 60, 3)]
    rows = [
        make_row("sentences", {"article_id": a, "sentence": n, "paragraph": p, "start": s, "end": e})
        for a in OUTLETS
        for n, (s, e, p) in enumerate(places, 1)
    ]
    table = compare_speakers(said, speakers(said), rows, OUTLETS)
    assert table.drop(columns="actor_id").values.tolist() == [
        ["Coast News", 2, 4, 1, 1, 3],
        ["Fjord Post", 1, 1, 0, 1, 1],
    ]


MARCH = {"said_start": "2020-03-04", "said_end": "2020-03-04", "content": "x", "said_text": "on March 4"}
DATED = [
    pytest.param(MARCH, True, id="the-day-before"),
    pytest.param(MARCH | {"said_start": "2020-03-06", "said_end": "2020-03-06"}, False, id="after-publication"),
    pytest.param(MARCH | {"said_start": "2020-01-01", "said_end": "2020-12-31"}, False, id="a-whole-year"),
    pytest.param(MARCH | {"said_start": "2019-04-04", "said_end": "2019-04-04"}, False, id="long-ago-without-its-year"),
    pytest.param(
        MARCH | {"said_start": "2012-04-04", "said_end": "2012-04-04", "said_text": "in April 4, 2012"},
        True,
        id="with-it",
    ),
    pytest.param(MARCH | {"said_end": "2020-03-06"}, False, id="to-a-day-after-publication"),
    pytest.param({"content": "x"}, False, id="no-day"),
]


@pytest.mark.parametrize(("claim", "told"), DATED)
def test_said_when(claim, told):
    table = compare_said_when(claims(claim), {"a0": date(2020, 3, 5)})
    assert len(table) == told


def test_without_a_day_of_publication_the_year_must_be_told():
    with_year = MARCH | {"said_text": "on March 4, 2020"}
    assert compare_said_when(claims(MARCH, with_year), {"a0": None, "a1": None})["claim_id"].tolist() == ["c1"]


def test_said_when_in_the_order_of_saying():
    later = MARCH | {"said_start": "2020-03-05", "said_end": "2020-03-05"}
    table = compare_said_when(
        claims(later, MARCH | {"said_text": "on March 4, 2020"}), {"a0": date(2020, 3, 5), "a1": None}
    )
    assert table["claim_id"].tolist() == ["c1", "c0"]


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
