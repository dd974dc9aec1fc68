"""The object decides, not the verb; a negated cue says nothing; a first-person verb that opens a quotation does."""

import pytest
from claim_reading import read

# id: (text, stance of its first claim)
CASES = {
    "a refusal negated": ("The mayor never refused the request.", "asserts"),
    "said": ("The mayor said that the bridge is safe.", "asserts"),
    "negation inside": ("The mayor said he will not negotiate.", "asserts"),
    "denies a clause": ("The mayor denied that the bridge was unsafe.", "denies"),
    "denies an accusation": ("The company denied the allegations of fraud.", "denies"),
    "rejects a claim": ("The minister rejected claims that the dam is leaking.", "denies"),
    "dismisses an idea": ("The minister dismissed the idea of a second vote.", "denies"),
    "dismissed as": ("The minister dismissed the report as fiction.", "denies"),
    "shot down, passive": ("The theory was shot down by the police chief.", "denies"),
    "rejects an offer": ("The union rejected the offer.", "refuses"),
    "refuses an act": ("The union refused to sign the deal.", "refuses"),
    "confirms": ("The ministry confirmed that two ships had sunk.", "supports"),
    "concedes": ("The mayor conceded that mistakes were made.", "supports"),
    "asks whether": ("The senator asked whether the money was spent.", "questions"),
    "no comment": ("The ministry declined to comment on the report.", "no_comment"),
    "not said": ("The ministry did not say how many ships had sunk.", "not_said"),
    "did not deny": ("The ministry did not deny that two ships had sunk.", "asserts"),
    "refuses to talk": ("The general refused to say how many men had died.", "no_comment"),
    "declines an act": ("The general declined to attend the hearing.", "refuses"),
    "gives no details": ("The ministry declined to give details of the deal.", "no_comment"),
    "would not say": ("The general would not say how many men had died.", "no_comment"),
    "neither nor": ("The ministry neither confirmed nor denied that two ships had sunk.", "asserts"),
    "denies a request": ("The judge denied the request for bail.", "refuses"),
    "asks for an act": ("The mayor asked the government to send help.", "asserts"),
    "agrees to an act": ("The union agreed to sign the deal.", "asserts"),
    "agrees with a claim": ("The union agreed that wages had fallen.", "supports"),
    "doubts": ("The senator questioned whether the dam would hold.", "questions"),
    "called false": ("The minister called the report a fabrication.", "denies"),
    "called something else": ("The minister called the report a triumph.", "asserts"),
    "performative": ("“We categorically reject the accusation that our ships sank,” the ministry said.", "denies"),
    "performative refusal": ("“We reject the offer of the other side,” the union said.", "refuses"),
    "rules out doing": ("The minister ruled out selling the harbour.", "refuses"),
    "pushes back on": ("The mayor pushed back on those charges.", "denies"),
    "contests": ("The ministry contested that view.", "denies"),
    "denies it": ("The mayor denied it.", "denies"),
    "echoes": ("The mayor echoed those remarks.", "supports"),
    "defends an account": ("The mayor defended the engineer's account of the fire.", "supports"),
    "accepts a finding": ("The mayor accepted the commission's finding that the dam leaks.", "supports"),
    "declines comment": ("The general declined comment on the report.", "no_comment"),
    "declines to be interviewed": ("The general declined to be interviewed for the report.", "no_comment"),
    "did not respond": ("The general did not respond to a request for comment.", "no_comment"),
    "stopped short": ("The minister stopped short of saying that the ships had sunk.", "not_said"),
    "did not give": ("The general did not give an explanation for the delay.", "not_said"),
    "no performative": ("“They reject every accusation that we make,” the ministry said.", "asserts"),
}


@pytest.mark.parametrize("text, stance", CASES.values(), ids=CASES)
def test_find_stance(text, stance):
    assert read(text)[0].stance == stance


# Words of stance that say no stance to anything said, asked or offered.
NO_CLAIM = [
    pytest.param("The town was twice denied visas.", id="denied a thing"),
    pytest.param("Sales declined to 20 million dollars in May.", id="declined in number"),
    pytest.param("The driver backed a van into the wall.", id="backed a car"),
    pytest.param(
        "The army shot down a plane over the bay.",
        id="shot down a plane",
        marks=pytest.mark.xfail(strict=True, reason="what may be shot down in a figure of speech is no list yet"),
    ),
]


@pytest.mark.parametrize("text", NO_CLAIM)
def test_no_stance_is_no_claim(text):
    assert read(text) == []


def test_a_stance_inside_a_claim_is_a_claim_of_its_own():
    found = read("The mayor said that the trip was private and that the union had refused to attend the talks.")
    assert [(claim.stance, claim.within) for claim in found] == [("asserts", None), ("refuses", 0)]
