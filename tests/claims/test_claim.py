"""One sentence in, its claims out: source, cue, content, and what links them. Sentences are our own."""

import pytest
from claim_reading import read, words
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

# id: (text, [(source, cue, content)])
CASES = {
    "clause with that": (
        "The mayor said that the bridge is closed.",
        [("The mayor", "said", "the bridge is closed")],
    ),
    "clause without": (
        "Police said the driver had fled.",
        [("Police", "said", "the driver had fled")],
    ),
    "clause before": (
        "The bridge will stay closed until May, officials said.",
        [("officials", "said", "The bridge will stay closed until May")],
    ),
    "according to": (
        "According to the ministry, prices rose by a third.",
        [("the ministry", "According to", "prices rose by a third")],
    ),
    "direct before": (
        "“We will rebuild the harbour,” Ana Petrova said.",
        [("Ana Petrova", "said", "We will rebuild the harbour,")],
    ),
    "direct before, inverted": (
        "“We will rebuild the harbour,” said Ana Petrova, the mayor.",
        [("Ana Petrova, the mayor", "said", "We will rebuild the harbour,")],
    ),
    "direct after": (
        "Petrova said, “We will rebuild the harbour. It will take years.”",
        [("Petrova", "said", "We will rebuild the harbour. It will take years.")],
    ),
    "broken": (
        "“We will rebuild,” she said. “It will take years.”",
        [("she", "said", "We will rebuild, … It will take years.")],
    ),
    "broken in mid-sentence": (
        "“We will rebuild,” the mayor said, “but it will take years.”",
        [("the mayor", "said", "We will rebuild, … but it will take years.")],
    ),
    "broken by a long source": (
        "“We will rebuild,” said Ana Petrova, an engineer who became mayor in spring. “It will take years.”",
        [("Ana Petrova, an engineer who became mayor in spring", "said", "We will rebuild, … It will take years.")],
    ),
    "mixed": (
        "The minister said the plan was “a gift to smugglers” and would fail.",
        [("The minister", "said", "the plan was “a gift to smugglers” and would fail")],
    ),
    "who is told": (
        "A witness told the court that the driver had fled.",
        [("A witness", "told", "the driver had fled")],
    ),
    "participle": (
        "The union rejected the offer, saying that wages had fallen.",
        [("The union", "rejected", "the offer"), ("The union", "saying", "wages had fallen")],
    ),
    "statement saying": (
        "The bank issued a statement saying, “We have done nothing wrong.”",
        [("The bank", "saying", "We have done nothing wrong.")],
    ),
    "colon and next paragraph": (
        "The mayor added:\n“The harbour is safe. Nobody needs to leave.”",
        [("The mayor", "added", "The harbour is safe. Nobody needs to leave.")],
    ),
    "scare quotes": ("The “miracle cure” failed.", []),
    "no cue at all": ("The bridge was closed on Monday. Traffic was heavy.", []),
    "no speech": ("The company sold its ships and hired two pilots.", []),
}  # fmt: skip


@pytest.mark.parametrize("text, expected", CASES.values(), ids=CASES)
def test_find_claims(text, expected):
    assert [words(text, c) for c in read(text)] == expected


def test_a_claim_in_a_claim():
    text = "The president’s aide rejected the claim by Senator Lena Brandt that the treaty was dead."
    outer, inner = read(text)
    assert words(text, outer)[2] == "the claim by Senator Lena Brandt that the treaty was dead"
    assert words(text, inner) == ("Senator Lena Brandt", "claim", "the treaty was dead")
    assert (outer.stance, inner.stance, outer.within, inner.within) == ("denies", "asserts", None, 0)
    assert text[slice(*outer.target)] == "Senator Lena Brandt" and outer.target_claim == 1


def test_a_denial_in_a_claim():
    text = "The ministry said it rejects the accusations by Lena Brandt that its ships fired first."
    outer, inner = read(text)[:2]
    assert (outer.stance, inner.stance, inner.within) == ("asserts", "denies", 0)


def test_a_possessive_claim_in_a_claim():
    text = "Okafor dismissed Brandt’s claim that the treaty was dead."
    outer, inner = read(text)
    assert words(text, inner) == ("Brandt", "claim", "the treaty was dead")
    assert (inner.within, outer.target_claim, text[slice(*outer.target)]) == (0, 1, "Brandt")


def test_a_quotation_in_a_quotation_has_its_own_cue():
    text = "“My father once said, ‘Never trust a quiet river,’ and he was right,” Petrova said."
    outer, inner = read(text)
    assert words(text, inner)[:2] == ("My father", "said") and inner.within == 0
    assert (outer.quotation, inner.quotation) == ("direct", "direct")


def test_repeating_oneself_is_no_claim_of_its_own():
    assert len(read("“We have announced that the port will close,” Petrova said.")) == 1


def test_a_quotation_that_fills_the_next_paragraph_belongs_to_the_claim():
    text = "“The river took the bridge at night,” Petrova said.\n“We have nothing left but the school and a barn.”"
    (claim,) = read(text)
    assert words(text, claim)[2] == (
        "The river took the bridge at night, … We have nothing left but the school and a barn."
    )


def test_a_quotation_without_cue_goes_on_with_the_only_speaker():
    text = "Petrova said the river took the bridge. Rain fell. “We have nothing left but the school and a barn.”"
    _, second = read(text)
    assert text[slice(*second.source)] == "Petrova" and second.cue is None
    assert second.rule == "quotation of a continuing speaker"


def test_a_signed_quotation():
    text = "“We have nothing left but the school and a barn.” — Lena Brandt, farmer"
    (claim,) = read(text)
    assert text[slice(*claim.source)] == "Lena Brandt, farmer" and claim.rule == "signed quotation"


def test_a_name_and_a_colon():
    text = "Angela Merkel: Europe must pay for its own defence"
    (claim,) = read(text)
    assert words(text, claim) == ("Angela Merkel", ":", "Europe must pay for its own defence")


def test_a_quotation_without_any_speaker_has_no_source():
    (claim,) = read("The town was quiet.\n“We have nothing left but the school and a barn.”\nRain fell.")
    assert claim.source is None and claim.cue is None


@pytest.mark.parametrize(
    "text, act",
    [
        ("The mayor said that the bridge is safe.", "says"),
        ("The mayor believes that the bridge is safe.", "believes"),
        ("The mayor plans to close the bridge.", "intends"),
        ("The mayor is convinced that the bridge is safe.", "believes"),
        ("The mayor convinced the town that the bridge is safe.", "says"),
    ],
    ids=["says", "believes", "intends", "is convinced", "convinced others"],
)
def test_act(text, act):
    assert [c.act for c in read(text)] == [act]


@pytest.mark.parametrize(
    "text, quotation",
    [
        ("“The bridge is safe and sound,” the mayor said.", "direct"),
        ("The mayor said that the bridge is “safe and sound” now.", "mixed"),
        ("The mayor said that the bridge is safe.", "indirect"),
    ],
    ids=["direct", "mixed", "indirect"],
)
def test_quotation(text, quotation):
    assert [c.quotation for c in read(text)] == [quotation]


BITS = ["“", "”", '"', "'", "‘", "’", "(", ")", "[", "]", ":", ",", ".", "?", "—", "\n", "é", "5"]
WORDS = ["he", "said", "that", "according", "to", "claims", "rejected", "the", "by", "X’s", "Ada", "told", "😀"]
PIECES = st.lists(st.one_of(st.sampled_from(BITS + WORDS), st.text(max_size=8)), max_size=30).map(" ".join)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PIECES)
def test_total_and_every_span_in_the_text(text):
    claims = read(text)
    for n, c in enumerate(claims):
        for span in (c.source, c.cue, c.target, c.said, *c.content):
            assert span is None or 0 <= span[0] < span[1] <= len(text)
        assert c.content and list(c.content) == sorted(c.content)
        assert c.within is None or c.within < n
        assert c.target_claim is None or 0 <= c.target_claim < len(claims)
        assert c.quotation in ("direct", "indirect", "mixed") and c.act in ("says", "believes", "intends")
    assert claims == read(text)
