"""What stands around a name that makes it a place."""

import pytest
from actor_reading import read

CASES = {
    "whose mayor": ("They met the mayor of Delvo.", "Delvo", None),
    "whose police chief": ("Delvo's police chief stood by it.", "Delvo", None),
    "whose chairman": ("Delvo's chairman stood by it.", "Delvo", "organisation"),
    "whose region": ("The northern region of Delvo was closed.", "Delvo", None),
    "owned by nothing more": ("They met Delvo's chairman at Delvo's", "Delvo", "organisation"),
    "a saint's": ("A nurse at St Karla's hospital said so.", "St Karla", None),
    "whom it elected": ("Helen Oduya, the MP for Wexcombe and Dale, left.", "Wexcombe", None),
    "and the other": ("Helen Oduya, the MP for Wexcombe and Dale, left.", "Dale", None),
    "a state's minister": ("Korland's foreign minister left.", "Korland", "country"),
}


@pytest.mark.parametrize(("text", "words", "kind"), CASES.values(), ids=CASES)
def test_kind(text, words, kind):
    assert read(text).kind(words) == kind
