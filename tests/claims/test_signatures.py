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


POSTED = "— Lena Brandt (@lenabrandt) June 22, 2018"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        pytest.param(f"The bridge is safe, and it is new! {POSTED}", "The bridge is safe, and it is new", id="post"),
        pytest.param(f"The bridge is safe and new.\n{POSTED}", "The bridge is safe and new", id="signed below"),
        pytest.param(f"The bridge is safe. pic.twitter.com/abc {POSTED}", "The bridge is safe", id="with a link"),
        pytest.param(
            f"The mayor told us: “I am ill today.” {POSTED}", "The mayor told us: “I am ill today.”", id="quotes"
        ),
    ],
)
def test_a_post_is_its_author_s(text, content):
    posts = [c for c in read(text) if c.rule == "signed post"]
    assert [text[slice(*c.source)] for c in posts] == ["Lena Brandt"]
    assert text[posts[0].content[0][0] : posts[0].content[-1][1]] == content


def test_a_post_that_is_one_quotation():
    (claim,) = read(f"“We have nothing left but the school.” {POSTED}")
    assert claim.rule == "signed quotation"


@pytest.mark.parametrize(
    "text",
    [
        "The bridge is safe – Lena Brandt (the mayor) said so.",
        "He wrote to Lena Brandt (@lenabrandt) about the bridge.",
        "— Lena Brandt (@lenabrandt) June 22, 2018",
    ],
)
def test_a_handle_that_signs_nothing(text):
    assert not [c for c in read(text) if c.rule == "signed post"]
