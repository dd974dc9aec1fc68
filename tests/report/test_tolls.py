"""How many dead, injured or missing each outlet counts first."""

import pytest
from report_material import make_material

from onrecord.report.tolls import find_tolls

SEVEN = "A fire in Helden killed at least seven people on Monday, the mayor said."


def told(*texts: str) -> list[str]:
    found = find_tolls(make_material({f"paper-{'abc'[i]}": text for i, text in enumerate(texts)}))
    return [finding.text for finding in found]


NINE = {
    "object of a verb": "The fire killed nine people in the port.",
    "subject": "Nine people died in the port on Monday.",
    "participle": "They are among nine people killed by the fire in the port.",
    "known to have": "She is one of nine people now known to have died in the port.",
    "the dead numbered": "By Monday night the dead numbered nine, the mayor said.",
    "death toll": "The death toll had risen to nine by Monday night, the mayor said.",
    "left dead": "The fire left nine people dead in the port.",
    "another year elsewhere in the sentence": (
        "The fire killed nine people in the port, which had been built of wood and tar by the two brothers who ran "
        "the yard until it was sold in 1988."
    ),
}


@pytest.mark.parametrize("text", NINE.values(), ids=NINE)
def test_counts_of_the_dead(text):
    (found,) = told(SEVEN, text)
    assert found.startswith("Dead, as each outlet first counts them: at least seven people in Paper A and nine")


OTHERS = {
    "the same": "The fire killed at least seven people in the port.",
    "another year's": "A fire killed nine people in the port in May 2011.",
    "last year's": "Last year a fire killed nine people in the port.",
    "some of them": "Among them were nine people killed in the port.",
    "foretold": "A fire could kill nine people in the port.",
    "who did it": "The nine people who killed the seal fled.",
    "saved": "Nine people fled the port on Monday.",
    "things": "The fire killed nine cows in the port.",
    "days": "He was killed nine days later in the port.",
    "an age": "A woman, 21, was killed in the port.",
    "far down": f"{'It rained in Helden all day, and the ferries lay there. ' * 3}The fire killed nine people.",
    "one": "The fire killed one man in the port.",
    "of another clause": "Nine people saw it and the mayor died in the port.",
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_what_is_no_other_count(text):
    assert told(SEVEN, text) == []


def test_what_is_destroyed_and_burned():
    one = "The fire destroyed about 110 homes and burned 12,400 hectares of wood. It cost 2,400 jobs."
    other = "The fire left 120 homes in ashes, and 15,000 hectares had burned. It burned 9 cars."
    assert told(one, other) == [
        "Homes destroyed, as each outlet first counts them: about 110 homes in Paper A and 120 homes in Paper B.",
        "Area burned, as each outlet first counts it: 12,400 hectares in Paper A and 15,000 hectares in Paper B.",
    ]


def test_each_fate_and_the_first_count_of_each_outlet():
    one = "The fire killed seven people and injured 31 people. The union says nine people died in the port."
    other = "Eight people died and 40 people were injured in the port. Four people were missing on Monday."
    assert told(one, other) == [
        "Dead, as each outlet first counts them: seven people in Paper A and eight people in Paper B.",
        "Injured, as each outlet first counts them: 31 people in Paper A and 40 people in Paper B.",
    ]
