"""Which passages of two articles are one statement, and which only look alike."""

import pytest
from passage_rows import sides
from rows import make_row

from onrecord.comparison.candidates import Overlaps
from onrecord.comparison.same_statements import match_claims

PIER = "We shall rebuild the old pier in stone before the winter storms come"
LONG = f"Nobody sleeps in Helden this week. {PIER}. The insurers have paid for the roof."
FOREIGN = "The union has asked for money, for men and for a crane, and the town has given none of them to anybody."
BY_M1, BY_M2 = {"actor_id": "m1"}, {"actor_id": "m2"}
QUOTED, SAID = {"quotation": "direct"}, {"quotation": "direct", "actor_id": "m1", "content": PIER}
ACTORS = {
    "m1": make_row("actors", {"actor_id": "m1", "name": "Mira Olsund", "kind": "person"}),
    "m2": make_row("actors", {"actor_id": "m2", "name": "Tomas Brekk", "kind": "person"}),
    "m3": make_row("actors", {"actor_id": "m3", "name": "the harbour master", "kind": "unnamed"}),
    "m5": make_row("actors", {"actor_id": "m5", "name": "Mira Olsundh", "kind": "person"}),
    "m4": make_row("actors", {"actor_id": "m4", "name": "M. Olsund", "kind": "person"}),
}


def relations(*rows):
    return [match.relation for match in match_claims(Overlaps(sides(*rows)), ACTORS)]


CASES = [
    pytest.param(SAID, SAID, "same_quote", id="one-quotation"),
    pytest.param(BY_M1 | QUOTED | {"content": LONG}, SAID, "same_quote", id="one-sentence"),
    pytest.param(
        SAID,
        BY_M1 | {"content": "the old pier would be rebuilt in stone before the winter storms"},
        "same_claim",
        id="quoted-and-reported",
    ),
    pytest.param(
        SAID,
        BY_M1 | {"content": "the council votes on the harbour budget in spring"},
        None,
        id="another-matter",
    ),
    pytest.param(BY_M1 | {"content": PIER}, BY_M2 | {"content": PIER}, None, id="two-named-speakers-report"),
    pytest.param(SAID, BY_M2 | QUOTED | {"content": PIER}, "same_quote", id="named-twice"),
    pytest.param(
        BY_M1 | QUOTED | {"content": "rebuild the old pier in stone before winter"},
        BY_M2 | QUOTED | {"content": f"{FOREIGN} She says: rebuild the old pier in stone before winter. {FOREIGN}"},
        None,
        id="whoever-quotes-another-says-more",
    ),
    pytest.param({"content": PIER}, BY_M1 | {"content": PIER}, "same_claim", id="speaker-left-open"),
    pytest.param({"actor_id": "m3", "content": PIER}, BY_M1 | {"content": PIER}, "same_claim", id="nameless"),
    pytest.param({"actor_id": "m4", "content": PIER}, BY_M1 | {"content": PIER}, "same_claim", id="one-surname"),
    pytest.param({"actor_id": "m5", "content": PIER}, BY_M1 | {"content": PIER}, "same_claim", id="near-names"),
    pytest.param(BY_M1 | {"content": PIER, "stance": "denies"}, BY_M1 | {"content": PIER}, None, id="denied-and-said"),
    pytest.param(
        BY_M1 | QUOTED | {"content": PIER, "said_start": "2020-01-01", "said_end": "2020-01-01"},
        BY_M1 | QUOTED | {"content": PIER, "said_start": "2020-03-01", "said_end": "2020-03-01"},
        None,
        id="a-slogan-repeated",
    ),
    pytest.param(BY_M1 | QUOTED | {"content": "stone"}, SAID, "same_quote", id="one-word-held-whole"),
    pytest.param(QUOTED | {"content": "stone"}, SAID, None, id="one-word-of-nobody"),
    pytest.param(
        SAID, BY_M1 | {"content": "the council wants the old pier back before the storms"}, None, id="a-topic-in-common"
    ),
    pytest.param(
        SAID,
        BY_M1 | QUOTED | {"content": "We shall not rebuild the old pier in stone before the winter storms come"},
        None,
        id="its-negation",
    ),
    pytest.param(
        {"content": "the old pier of stone will not stand until the storms of next winter come to the town"},
        BY_M1 | {"content": "the old pier will be of stone, and all of next winter the council will come to the quay"},
        None,
        id="speaker-left-open-needs-more",
    ),
    pytest.param(
        BY_M1 | {"content": "the finding that the pier is rotten", "rule": "verb: object", "stance": "supports"},
        BY_M1 | {"content": "the finding that the pier was rotten", "rule": "verb: object", "stance": "supports"},
        "same_claim",
        id="a-stance-taken",
    ),
    pytest.param(
        BY_M1 | {"content": "the rebuilding of the old pier in stone", "rule": "verb: object"},
        SAID,
        None,
        id="only-spoken-about",
    ),
]


@pytest.mark.parametrize(("a", "b", "relation"), CASES)
def test_relation(a, b, relation):
    assert relations(a, b) == ([relation] if relation else [])


def test_a_quotation_inside_a_report_is_told_once():
    mixed = BY_M1 | {"quotation": "mixed", "content": f"the town agrees: “{PIER}”"}
    assert relations(mixed, SAID) == ["same_quote"]


def test_a_fragment_gives_way_to_the_statement_around_it():
    mixed = BY_M1 | {
        "quotation": "mixed",
        "content": "the old pier will be “rebuilt” in stone before the winter storms",
    }
    assert relations(mixed, SAID | {"content": "The old pier will be rebuilt in stone before winter"}) == ["same_claim"]


def test_two_stretches_of_one_claim_are_two_rows():
    parts = [PIER, "The insurers have already paid for the copper roof."]
    broken = BY_M1 | QUOTED | {"parts": parts}
    assert relations(broken, broken) == ["same_quote", "same_quote"]


def test_words_strewn_over_two_speeches_are_no_quotation():
    a = (
        "The pier burned in the storm and the council slept while the ferry sank and the insurers of the roof went to "
        "the bank"
    )
    b = (
        "The bank took the roof, the insurers took the ferry, the council took the pier, and the storm took what was "
        "left to burn or sink or sleep"
    )
    assert relations(BY_M1 | QUOTED | {"content": a}, BY_M1 | QUOTED | {"content": b}) == []
