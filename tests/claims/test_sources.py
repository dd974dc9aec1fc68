"""Who said it: the words naming the source, from the cue over the parse."""

import pytest
from claim_reading import read

# id: (text, cue, source)
CASES = {
    "subject": ("The mayor said the bridge is safe.", "said", "The mayor"),
    "name with title": ("Mayor Ana Petrova said the bridge is safe.", "said", "Mayor Ana Petrova"),
    "apposition": ("Ana Petrova, the mayor, said the bridge is safe.", "said", "Ana Petrova, the mayor"),
    "relative clause": (
        "Ana Petrova, who built the bridge, said it was safe.",
        "said",
        "Ana Petrova, who built the bridge",
    ),
    "inverted": ("“The bridge is safe and sound,” said Ana Petrova.", "said", "Ana Petrova"),
    "passive": ("The claims were rejected by the ministry.", "rejected", "the ministry"),
    "possessive": ("Petrova rejected Rossi’s claim that the bridge was unsafe.", "claim", "Rossi"),
    "noun by": ("Petrova rejected the claim by Rossi that the bridge was unsafe.", "claim", "Rossi"),
    "somebody's claim": ("Petrova rejected the claim that the bridge was unsafe.", "claim", None),
    "according to": ("The bridge is safe, according to the mayor.", "according to", "the mayor"),
    "participle": ("Petrova opened the bridge, saying that it was safe.", "saying", "Petrova"),
    "coordinated": ("Petrova opened the bridge and said that it was safe.", "said", "Petrova"),
    "relative pronoun": ("The engineer who said the bridge was safe has left.", "said", "The engineer who"),
    "praised for": ("They praised Rossi for saying that the bridge was safe.", "saying", "Rossi"),
    "who is asked": ("Asked whether the bridge was safe, Petrova said it was new.", "said", "Petrova"),
    "spokesman": ("A spokesman for Petrova said the bridge is safe.", "said", "A spokesman for Petrova"),
    "who is told": ("The court heard that the bridge was unsafe.", "heard", None),
    "what it finds": ("The court found that the bridge was unsafe.", "found", "The court"),
    "expletive": ("It was reported that the bridge is safe.", "reported", None),
}


@pytest.mark.parametrize("text, cue, source", CASES.values(), ids=CASES)
def test_find_source(text, cue, source):
    claims = [c for c in read(text) if c.cue and text[slice(*c.cue)] == cue]
    found = [c.source for c in claims]
    assert found or source is None
    assert all((text[slice(*s)] if s else None) == source for s in found)


def test_nobody_inside_the_quotation_says_it():
    text = "“It was an attack. A brutal attack,” said Ana Petrova, the mayor of the town."
    (claim,) = read(text)
    assert text[slice(*claim.source)].startswith("Ana Petrova")


# id: (text, whose claim is denied)
TARGETS = {
    "possessive": ("Petrova denied Rossi’s claim that the bridge was unsafe.", "Rossi"),
    "by": ("Petrova rejected accusations by the opposition that the bridge was unsafe.", "the opposition"),
    "put forward by": ("Petrova dismissed the idea put forward by Rossi that the bridge was unsafe.", "Rossi"),
    "a people": ("Petrova rejected Israeli allegations that the plant was built for arms.", "Israeli"),
    "nobody's": ("Petrova rejected the claim that the bridge was unsafe.", None),
    "a passive": ("The claim that the bridge was unsafe was rejected by Petrova.", None),
}


@pytest.mark.parametrize("text, target", TARGETS.values(), ids=TARGETS)
def test_find_target(text, target):
    claim = next(c for c in read(text) if c.stance == "denies")
    assert (text[slice(*claim.target)] if claim.target else None) == target


def test_whoever_rejects_a_claim_did_not_make_it():
    text = "The claim that the bridge was unsafe was rejected by Petrova."
    assert [c.source for c in read(text) if c.cue_lemma == "claim"] in ([], [None])
