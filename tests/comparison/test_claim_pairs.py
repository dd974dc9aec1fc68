"""Which claims belong together, and which only look alike."""

import pandas as pd
import pytest
from rows import claims

from onrecord.comparison.claim_pairs import compare_claims

WALL = "We have never closed a single harbour in winter"
RELATIONS = [
    pytest.param(
        {"actor_id": "m1", "quotation": "direct", "content": WALL},
        {"actor_id": "m1", "quotation": "direct", "content": WALL + " storms"},
        "same_quote",
        id="one-speaker-quoted-twice",
    ),
    pytest.param(
        {"actor_id": "m1", "quotation": "direct", "content": WALL},
        {"actor_id": "m2", "quotation": "direct", "content": WALL},
        None,
        id="other-speaker-same-words",
    ),
    pytest.param({"content": WALL}, {"content": WALL}, None, id="both-speakers-left-open"),
    pytest.param(
        {"actor_id": "m1", "quotation": "direct", "content": WALL},
        {"actor_id": "m1", "content": "no harbour was closed in winter"},
        "same_claim",
        id="quoted-and-reported",
    ),
    pytest.param(
        {"actor_id": "m1", "content": WALL},
        {"actor_id": "m1", "content": "the ferries to the islands will sail again in spring"},
        None,
        id="one-speaker-another-matter",
    ),
    pytest.param(
        {"actor_id": "m1", "content": "the harbours are unsafe", "stance": "denies", "target_actor_id": "m2"},
        {"actor_id": "m2", "content": "the harbours are unsafe"},
        "disputes",
        id="denial-aimed-at-its-speaker",
    ),
    pytest.param(
        {"actor_id": "m2", "content": "the harbours are unsafe"},
        {"actor_id": "m1", "content": "the harbours are unsafe", "stance": "denies", "target_actor_id": "m2"},
        "disputes",
        id="denial-in-the-later-article",
    ),
    pytest.param(
        {"actor_id": "m1", "content": "the harbours are unsafe", "stance": "denies", "target_actor_id": "m3"},
        {"actor_id": "m2", "content": "the harbours are unsafe"},
        None,
        id="denial-aimed-at-another",
    ),
    pytest.param(
        {"actor_id": "m1", "content": "the harbours are unsafe for ships", "stance": "denies"},
        {"actor_id": "m2", "content": "the harbours are unsafe"},
        "disputes",
        id="unaimed-denial-of-the-same-words",
    ),
    pytest.param(
        {"actor_id": "m1", "content": "the harbours are unsafe", "stance": "denies", "target_actor_id": "m2"},
        {"actor_id": "m2", "content": "the harbours are unsafe", "stance": "denies"},
        None,
        id="two-denials-agree",
    ),
    pytest.param(
        {"actor_id": "m1", "content": "the harbours are unsafe", "stance": "denies"},
        {"actor_id": "m1", "content": "the harbours are unsafe"},
        None,
        id="nobody-disputes-oneself",
    ),
    pytest.param(
        {"actor_id": "m1", "content": WALL, "article_id": "a"},
        {"actor_id": "m1", "content": WALL, "article_id": "a"},
        None,
        id="one-article",
    ),
    pytest.param(
        {"actor_id": "m1", "content": "harbour"}, {"actor_id": "m1", "content": "harbour"}, None, id="one-word"
    ),
]


@pytest.mark.parametrize(("a", "b", "relation"), RELATIONS)
def test_relations(a, b, relation):
    found = compare_claims(claims(a, b))
    assert found["relation"].tolist() == ([relation] if relation else [])
    if relation:
        assert (found.loc[0, "claim_a"], found.loc[0, "claim_b"]) == ("c0", "c1")


def test_a_pair_says_what_is_shared_and_what_is_not():
    found = compare_claims(
        claims(
            {"actor_id": "m1", "content": "the old harbour wall held"},
            {"actor_id": "m1", "content": "The wall of the harbours fell"},
        )
    )
    row = found.iloc[0]
    assert set(row["shared"].split(" | ")) == {"harbour", "wall"}
    assert set(row["only_a"].split(" | ")) == {"old", "held"}
    assert row["only_b"] == "fell"
    assert row["score"] == round(2 * 2 / (4 + 3), 3)  # Dice 1945


def test_equal_words_leave_nothing_over():
    row = compare_claims(claims({"actor_id": "m1", "content": WALL}, {"actor_id": "m1", "content": WALL})).iloc[0]
    assert row["score"] == 1
    assert pd.isna(row["only_a"])
    assert pd.isna(row["only_b"])
