"""One number, outlet by outlet: shown where several outlets give it alike, each in words of its own."""

import pytest
from report_material import make_material

from onrecord.report.shared_numbers import find_shared_numbers

A = "The council said that 300 boats must leave the harbour of Delvo. It rained."
B = "Officials want 300 boats out of the harbour of Delvo by noon. It snowed."
C = "The mayor told 300 boats to leave the harbour of Delvo at night. It thawed."
D = "The harbour of Delvo is old. It froze."


def find(*texts: str, shown=()):
    material = make_material({f"paper-{'abcd'[n]}": text for n, text in enumerate(texts)})
    return find_shared_numbers(material, shown)


def test_each_outlet_s_sentence_stands_below_the_number():
    (finding,) = find(A, B, D)
    assert finding.text == "300 boats: in Paper A and Paper B."
    assert [(c.outlet, c.start) for c in finding.clippings] == [("Paper A", 0), ("Paper B", 0)]
    assert len(finding.rows) == 2


def test_in_most_outlets_first():
    (finding,) = find(A, B, C, D)
    assert finding.text == "300 boats: in Paper A, Paper B and Paper C."
    assert find(A, B, C) == []  # what all have sets nothing apart


NONE = {
    "one outlet": (A, D),
    "another number": (A, B.replace("300", "310")),
    "the same words": (A, A),
    "an age": ("Ana Roe, 48, of Delvo left the harbour.", "The 48-year-old Ana Roe of Delvo stayed in the harbour."),
    "taken back": (A, B.replace("want", "first estimate, since revised, was")),
    "half of what is counted": (A.replace("boats", "boats and rafts"), B.replace("boats", "boats and rafts")),
    "another bound": (A.replace("300", "at least 300"), B),
    "a handful": (A.replace("300 boats", "3 people"), B.replace("300 boats", "3 people")),
    "in words": (A.replace("300", "three hundred"), B.replace("300", "three hundred")),
}


@pytest.mark.parametrize("texts", NONE.values(), ids=NONE)
def test_what_is_none(texts):
    assert find(*texts) == []


def test_an_outlet_that_counts_it_in_other_words_goes_along():
    text = "At noon the harbour of Delvo was told: 300 of the boats must leave. It thawed."
    (finding,) = find(A, B, text, D)
    assert finding.text == "300 boats: in Paper A, Paper B and Paper C."


def test_of_what_an_outlet_may_count_too_nothing_is_said():
    assert find(A, B, "The pier is 300 metres long. It froze.") == []


def test_of_what_an_outlet_counts_nearly_alike_nothing_is_said():
    assert find(A, B, "There are 306 boats in the harbour of Delvo. It froze.") == []
    assert find(A, B, "There are 360 boats in the harbour of Delvo. It froze.") != []


def test_what_stands_low_is_background():
    low = "It rained on the pier of Delvo. " * 9
    assert find(low + A, low + B, D) == []


def test_what_is_printed_already_is_not_printed_again():
    (finding,) = find(A, B, C, D)
    (again,) = find(A, B, C, D, shown=finding.clippings[:1])
    assert again.text == finding.text  # all outlets that have it, or a reader thinks that one lacks it
    assert find(A, B, C, D, shown=finding.clippings[:2]) == []
