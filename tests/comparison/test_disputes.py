"""Which denials dispute which claims of other articles."""

import pytest
from passage_rows import sides
from rows import make_row

from onrecord.comparison.candidates import Overlaps
from onrecord.comparison.disputes import find_disputes
from onrecord.comparison.same_statements import match_claims

ACTORS = {
    actor: make_row("actors", {"actor_id": actor, "name": name, "kind": "person"})
    for actor, name in (("m9", "a report"), ("m1", "Mira Olsund"), ("m2", "Tomas Brekk"), ("m3", "Ane Lund"))
}
ACTORS["m8"] = make_row("actors", {"actor_id": "m8", "name": "Fjord Post", "kind": "organisation"})
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
        {"actor_id": "m2", "quotation": "mixed", "content": "it was not “her” pier at all"},
        [],
        id="one-word-behind-a-not",
    ),
    pytest.param(
        SAYS | {"content": "this is a fire of her own making"},
        {"actor_id": "m2", "quotation": "mixed", "content": "it was “a fire of her own making” indeed"},
        [],
        id="quoted-without-a-not",
    ),
]


REPORT = {"actor_id": "m2", "stance": "denies", "content": "the Fjord Post's report on the pier and the roof"}
SOLD = {"content": "the roof was sold before the pier burned"}
REPORTS = [
    pytest.param(
        {"source": "a report by the Fjord Post", "actor_id": "m9", "content": "the town slept on the pier"},
        "m8",
        ONE,
        id="its-report",
    ),
    pytest.param(
        {"source": "a report by the Coast News", "actor_id": "m9", "content": "the town slept on the pier"},
        "m8",
        [],
        id="another-report",
    ),
    pytest.param(SOLD | {"actor_id": "m8"}, "m8", ONE, id="the-body-on-the-same"),
    pytest.param(
        {"content": "the town slept near the pier", "actor_id": "m8"}, "m8", [], id="the-body-on-another-matter"
    ),
    pytest.param(SOLD | {"actor_id": "m1"}, "m1", [], id="a-persons-report"),
]


@pytest.mark.parametrize(("says", "target", "expected"), REPORTS)
def test_a_denied_report_is_what_it_says(says, target, expected):
    words = {"content": "the pier has a rule that nobody sleeps on it", "actor_id": None}  # so that none is rare
    assert disputes(says, REPORT | {"target_actor_id": target}, words) == expected


@pytest.mark.parametrize(("says", "denies", "expected"), CASES)
def test_disputes(says, denies, expected):
    assert disputes(says, denies) == expected


def test_every_other_telling_of_what_is_denied_is_disputed():
    denial = {"actor_id": "m2", "stance": "denies", "content": "the claim", "target_claim_id": "c1", "article_id": "a"}
    told = SAYS | {"article_id": "a"}
    elsewhere = SAYS | {"article_id": "b"}
    assert disputes(denial, told, elsewhere) == [("c0", "c2", "a")]


def test_what_the_speaker_says_again_in_the_article_is_denied_too():
    a = {"actor_id": "m1", "article_id": "a"}
    denial = {"actor_id": "m2", "stance": "denies", "content": "the claim", "target_claim_id": "c1", "article_id": "a"}
    again = a | {"content": f"{ROTTEN}, and the council of Helden knew of the worms in it"}
    elsewhere = {"actor_id": "m1", "content": "the council of Helden knew of the worms in it", "article_id": "b"}
    assert disputes(denial, a | {"content": ROTTEN}, again, elsewhere) == [("c0", "c3", "a")]
