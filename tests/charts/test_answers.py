"""Who answers whom."""

from rows import CLAIM, make_table

from onrecord import charts

ACTORS = make_table(
    "actors", *[{"actor_id": a, "name": n, "kind": "person"} for a, n in (("m1", "Ana Duarte"), ("m2", "Lars Holm"))]
)
CLAIMS = make_table(
    "claims",
    *[CLAIM | {"claim_id": c, "article_id": c, "actor_id": a, "content": "x"} for c, a in (("c1", "m1"), ("c2", "m2"))],
)
PAIR = {"pair_id": "p", "claim_a": "c1", "claim_b": "c2", "relation": "disputes", "denier": "b", "score": 0.5,
        "start_a": 0, "end_a": 1, "start_b": 0, "end_b": 1, "paragraph_a": 1, "paragraph_b": 1}  # fmt: skip


def draw(*pairs):
    return charts.draw_answers(make_table("claim_pairs", *pairs), CLAIMS, ACTORS, "s")


def test_the_arrow_goes_from_who_denies():
    assert draw(PAIR).title == "Lars Holm denies what Ana Duarte says in another article"
    assert draw(PAIR | {"denier": "a"}).title == "Ana Duarte denies what Lars Holm says in another article"


def test_disputes_of_two_speakers_are_one_arrow():
    chart = draw(PAIR, PAIR | {"pair_id": "q"})
    assert chart.data["statements"].tolist() == [2]


def test_no_dispute_is_no_chart():
    assert draw(PAIR | {"relation": "same_claim"}) is None
