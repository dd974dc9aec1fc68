"""Rows of claim_pairs: where the passages stand, what they share, and in which order the rows come."""

from itertools import pairwise

from passage_rows import spoken
from rows import make_row

from onrecord.comparison.claim_pairs import pair_claims

ACTORS = {
    "m1": make_row("actors", {"actor_id": "m1", "name": "Mira Olsund", "kind": "person"}),
    "m2": make_row("actors", {"actor_id": "m2", "name": "Tomas Brekk", "kind": "person"}),
}
FIRST, SECOND = "Nobody sleeps in Helden this week.", "The old pier will be rebuilt in stone before winter."
BODY = f"{FIRST} {SECOND}"


def sentences(article, *texts):
    rows, at = [], 0
    for n, text in enumerate(texts, 1):
        place = {"article_id": article, "sentence": n, "paragraph": n, "start": at, "end": at + len(text)}
        rows.append(make_row("sentences", place))
        at += len(text) + 1
    return rows


def pairs(*rows, texts=(FIRST, SECOND)):
    said, spans = spoken(*rows)
    placed = [row for claim in said for row in sentences(claim.article_id, *texts)]
    bodies = {claim.article_id: claim.content for claim in said}
    return [row for row, _ in pair_claims(said, spans, placed, ACTORS, bodies)]


def test_a_row_points_at_the_words_that_match():
    (row,) = pairs(
        {"actor_id": "m1", "quotation": "direct", "content": BODY},
        {"actor_id": "m1", "quotation": "direct", "content": SECOND},
    )
    assert BODY[row.start_a : row.end_a] == SECOND.rstrip(".")
    assert (row.start_b, row.end_b) == (0, len(SECOND) - 1)
    assert (row.paragraph_a, row.paragraph_b) == (2, 1)
    assert (row.relation, row.change, row.denier) == ("same_quote", "shorter", None)


def test_a_report_is_widened_to_its_sentence():
    (row,) = pairs(
        {"actor_id": "m1", "content": BODY},
        {"actor_id": "m1", "content": "in stone before winter the old pier will be rebuilt"},
    )
    assert BODY[row.start_a : row.end_a] == SECOND


def test_a_row_says_what_is_shared_and_what_is_not():
    (row,) = pairs(
        {"actor_id": "m1", "content": "the old pier will be rebuilt in stone before winter"},
        {"actor_id": "m1", "content": "the old pier will be rebuilt in brick before winter"},
    )
    assert set(row.shared.split(" | ")) == {"old", "pier", "rebuilt", "winter"}
    assert (row.only_a, row.only_b, row.change) == ("stone", "brick", "reworded")


def test_a_dispute_tells_who_denies():
    (row,) = pairs(
        {"actor_id": "m1", "content": "the pier was rotten for years"},
        {"actor_id": "m2", "content": "the pier was rotten for years", "stance": "denies", "target_actor_id": "m1"},
    )
    assert (row.relation, row.denier, row.change) == ("disputes", "b", None)


def test_rows_stand_in_the_storys_order_with_ids_of_their_own():
    row = {"actor_id": "m1", "quotation": "direct", "content": SECOND}
    found = pairs(row, row, row)
    assert [(r.claim_a, r.claim_b) for r in found] == [("c0", "c1"), ("c0", "c2"), ("c1", "c2")]
    assert all(a.pair_id != b.pair_id for a, b in pairwise(found))


def test_no_claims_are_no_pairs():
    assert pairs() == []
