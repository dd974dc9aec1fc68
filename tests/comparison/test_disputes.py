"""Which denials dispute which claims of other articles."""

import pytest
from passage_rows import sides
from rows import make_row

from onrecord.comparison.candidates import Overlaps
from onrecord.comparison.disputes import find_disputes
from onrecord.comparison.same_statements import match_claims

ACTORS = {
    actor: make_row("actors", {"actor_id": actor, "name": name, "kind": "person"})
    for actor, name in (("m1", "Mira Olsund"), ("m2", "Tomas Brekk"), ("m3", "Ane Lund"))
}
ROTTEN = "the pier of Helden was rotten for years"
SAYS = {"actor_id": "m1", "content": ROTTEN}
DENIES = {"actor_id": "m2", "stance": "denies", "content": ROTTEN}


def disputes(*rows):
    overlaps = Overlaps(sides(*rows))
    found = find_disputes(overlaps, match_claims(overlaps, ACTORS), ACTORS)
    return [(match.a.passage.claim.claim_id, match.b.passage.claim.claim_id, match.denier) for match in found]


ONE = [("c0", "c1", "b")]
CASES = [
    pytest.param(SAYS, DENIES | {"target_actor_id": "m1"}, ONE, id="aimed-at-the-speaker"),
    pytest.param(SAYS, DENIES, ONE, id="aimed-at-nobody-with-the-same-words"),
    pytest.param(SAYS, DENIES | {"target_actor_id": "m3"}, [], id="aimed-at-another"),
    pytest.param(SAYS, DENIES | {"actor_id": "m1"}, [], id="nobody-disputes-oneself"),
    pytest.param(SAYS, DENIES | {"actor_id": None}, [], id="denier-left-open"),
    pytest.param(SAYS | {"actor_id": None}, DENIES, [], id="speaker-left-open"),
    pytest.param(SAYS | {"stance": "denies"}, DENIES, [], id="two-denials-agree"),
    pytest.param(SAYS | {"content": "the pier of Helden was never rotten"}, DENIES, [], id="two-who-reject-it"),
    pytest.param(SAYS, DENIES | {"content": "the idea of a new pier"}, [], id="one-word-in-common"),
    pytest.param(
        SAYS | {"content": "the pier may be closed for the storm"},
        DENIES | {"content": "Olsund's account of the pier and the storm", "target_actor_id": "m1"},
        ONE,
        id="aimed-needs-less",
    ),
    pytest.param(
        SAYS | {"content": "the pier may be closed for the storm"},
        DENIES | {"content": "the account of the pier and the storm"},
        [],
        id="aimed-at-nobody-needs-more",
    ),
    pytest.param(SAYS | {"article_id": "a"}, DENIES | {"article_id": "a"}, [], id="one-article"),
    pytest.param(
        SAYS | {"content": "this is a fire of her own making"},
        {"actor_id": "m2", "quotation": "mixed", "content": "it was not “a fire of her own making” at all"},
        ONE,
        id="quoted-behind-a-not",
    ),
    pytest.param(
        SAYS | {"content": "this is not a fire of her own making"},
        {"actor_id": "m2", "quotation": "mixed", "content": "it was not “a fire of her own making” at all"},
        [],
        id="both-say-not",
    ),
    pytest.param(
        SAYS | {"content": "this is a fire of her own making"},
        {"actor_id": "m2", "quotation": "mixed", "content": "it was “a fire of her own making” indeed"},
        [],
        id="quoted-without-a-not",
    ),
]


@pytest.mark.parametrize(("says", "denies", "expected"), CASES)
def test_disputes(says, denies, expected):
    assert disputes(says, denies) == expected


def test_every_other_telling_of_what_is_denied_is_disputed():
    denial = {"actor_id": "m2", "stance": "denies", "content": "the claim", "target_claim_id": "c1", "article_id": "a"}
    told = SAYS | {"article_id": "a"}
    elsewhere = SAYS | {"article_id": "b"}
    assert disputes(denial, told, elsewhere) == [("c0", "c2", "a")]
