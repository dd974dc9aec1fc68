"""Whose a statement is: told by its noun or by the sentence before; records speak for themselves."""

import pytest
from actor_reading import read

CASES = {
    "issued": ("The company Nordwerk issued a statement on Monday. The statement said it rained.", [["Nordwerk"]]),
    "possessor": ("Ada Moss wept. Her letter said it rained.", [["Ada Moss"]]),
    "from": ("A statement from Ada Moss said it rained.", [["Ada Moss"]]),
    "said in": (
        "Ada Moss resigned in a letter, writing that it rained. The letter said it snowed.",
        [["Ada Moss"]] * 2,
    ),
    "the verb": ("Ada Moss tweeted on Monday. The tweet said it rained.", [["Ada Moss"]]),
    "the last that wrote": ("Ada Moss wrote to shareholders. The letter said it rained.", [["Ada Moss"]]),
    "court papers": ("Police arrested Karl Moss. Court papers said it rained.", [["Court papers"]]),
    "indictment": ("Karl Moss was arrested. The indictment said it rained.", [["The indictment"]]),
    "poll": ("Ada Moss published a poll. The poll said it rained.", [["The poll"]]),
    "records of a body": ("The Harbour Board (HB) met. HB records show it rained.", [["Harbour Board"]]),
    "figures of a ministry": (
        "The Health Ministry met. According to ministry figures, it rained.",
        [["Health Ministry"]],
    ),
    "a report by a body": ("It rained, according to a report by the Riverside Trust.", [["Riverside Trust"]]),
    "its accounts": ("The Riverside Trust grew. It rained, according to its annual report.", [["Riverside Trust"]]),
    "records of a person": ("Karl Moss wept. Moss's medical records show it rained.", [["Moss's medical records"]]),
    "made something else": ("Ada Moss made breakfast. The statement said it rained.", [["The statement"]]),
    "too far": ("Ada Moss wrote. " + "It snowed. " * 6 + "The letter said it rained.", [["The letter"]]),
}


@pytest.mark.parametrize(("text", "speakers"), CASES.values(), ids=CASES)
def test_issuer(text, speakers):
    assert [s for s in read(text).speakers if s] == speakers
