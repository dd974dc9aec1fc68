"""Quotations without a cue: whose are they?"""

import pytest
from claim_reading import read

# id: (text, [number of parts per claim])
CASES = {
    "two quotations, one cue": ("“It is safe,” Rossi said. “It will not fall.”", [2]),
    "three": ("“It is safe,” Rossi said. “It will not fall.” “It never fell before.”", [3]),
    "the next paragraph": ("“It is safe,” Rossi said.\n“It will not fall. It never fell.”", [2]),
    "not after a narrative paragraph": (
        "“It is safe,” Rossi said.\nRain fell.\n“It will not fall. It never fell before.”",
        [1, 1],
    ),
    "another speaker": ("“It is safe,” Rossi said. “It will fall soon,” Brandt said.", [1, 1]),
}


@pytest.mark.parametrize("text, parts", CASES.values(), ids=CASES)
def test_followers(text, parts):
    assert [len(c.content) for c in read(text)] == parts
