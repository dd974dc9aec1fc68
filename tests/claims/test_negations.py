"""Nobody's statements, and contents that begin with their negation."""

import pytest
from claim_reading import read, words

CASES = [
    ("Ada Moss expressed no concern that the bridge would fall.", ["no concern that the bridge would fall"]),
    ("Ada Moss voiced little doubt that the bridge would fall.", ["little doubt that the bridge would fall"]),
    ("Ada Moss expressed concern that the bridge would fall.", ["the bridge would fall"]),
    ("No official has defended the decision.", []),
    ("No one said the plan was good.", []),
    ("None of the officials said that it rained.", []),
    ("Neither side said it would talk.", []),
    ("No 10 said that it rained.", ["it rained"]),
]


@pytest.mark.parametrize(("text", "contents"), CASES, ids=[text for text, _ in CASES])
def test_content(text, contents):
    assert [words(text, claim)[2] for claim in read(text)] == contents
