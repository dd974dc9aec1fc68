"""A dash and a name, a name and a colon: and what only looks so."""

import pytest
from claim_reading import read


@pytest.mark.parametrize("text", ["Note: the bridge is safe.", "Two things: the bridge is safe and new."])
def test_a_colon_without_a_name(text):
    assert not [c for c in read(text) if c.rule == "name and colon"]


@pytest.mark.parametrize(
    "text, source",
    [
        ("“We have nothing left but the school.” — Lena Brandt, farmer", "Lena Brandt, farmer"),
        ("“We have nothing left but the school.” - Lena Brandt", "Lena Brandt"),
    ],
)
def test_signed(text, source):
    (claim,) = read(text)
    assert text[slice(*claim.source)] == source and claim.rule == "signed quotation"


def test_a_dash_that_goes_on():
    text = "“We have nothing left but the school” — that was all she wrote in her letter."
    assert not [c for c in read(text) if c.rule == "signed quotation"]


def test_signed_in_the_next_paragraph():
    text = "“We have nothing left but the school.”\n— Lena Brandt, farmer"
    (claim,) = read(text)
    assert text[slice(*claim.source)] == "Lena Brandt, farmer"
