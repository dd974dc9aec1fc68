"""Who puts a number on something: "put the toll at 31", and what only looks like it."""

import pytest
from claim_reading import read, words

ESTIMATES = {
    "put at": ("The ministry put the number at 17.", "the number at 17"),
    "put at more than": (
        "The board put the burned area at more than 15,000 hectares, a fifth above the mayor's figure.",
        "the burned area at more than 15,000 hectares",
    ),
    "put a sum": ("The union puts base pay at $48.23 an hour.", "base pay at $48.23 an hour"),
    "a share": ("Roe put the loss of seedlings at between a third and a half.", "the loss of seedlings at"),
    "gave a figure": ("The police gave a figure of three.", "a figure of three"),
    "gave as": ("The police had given the total number of injured as around 40.", "the total number of injured as"),
    "spoke of": ("A nurse spoke of 11 bodies.", "11 bodies"),
    "revised from to": ("Roe revised the death toll from five to four.", "the death toll from five to four"),
}

ACTS = {
    "a place": "Roe put the cup at the edge of 12 tables.",
    "a time": "Roe put the meeting at 3 p.m. on Monday.",
    "off": "The court put off the trial.",
    "a rate": "The bank raised rates to 5 percent.",
    "guards": "The mayor raised the number of guards to 50.",
    "a speech": "Roe gave a speech of 40 minutes.",
    "not": "The ministry did not put the number at 17.",
    "of something": "Roe spoke of the storm.",
}


@pytest.mark.parametrize(("text", "content"), ESTIMATES.values(), ids=ESTIMATES)
def test_a_number_is_put_on_something(text, content):
    (claim,) = read(text)
    assert claim.rule == "verb: estimate"
    assert words(text, claim)[2].startswith(content)


@pytest.mark.parametrize("text", ACTS.values(), ids=ACTS)
def test_what_is_done_is_no_estimate(text):
    assert [claim for claim in read(text) if claim.rule == "verb: estimate"] == []
