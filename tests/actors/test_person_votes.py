"""What tells that a name is a person's."""

import pytest
from actor_reading import read

KINDS = {
    "who is killed": ("They were cleared of killing Ilintsa Dobrev.", "Ilintsa Dobrev", "person"),
    "joined to one": ("They were cleared of killing Zofka and Ilintsa Dobrev.", "Ilintsa Dobrev", "person"),
    "who dies": ("Ilintsa Dobrev died at noon.", "Ilintsa Dobrev", "person"),
    "who is arrested": ("Ilintsa Dobrev was arrested at noon.", "Ilintsa Dobrev", "person"),
    "a company's word outweighs": (
        "They killed Aldgate Freight Corp. with it.",
        "Aldgate Freight Corp.",
        "organisation",
    ),
    "so many years old": ("These were the words that seven-year-old Dobri said at noon.", "Dobri", "person"),
    "age": ("Dobrev, 41, left the port.", "Dobrev", "person"),
}


@pytest.mark.parametrize(("text", "words", "kind"), KINDS.values(), ids=KINDS)
def test_kind(text, words, kind):
    reading = read(text)
    assert reading.resolution.mentions[reading.mention(words)].kind == kind
