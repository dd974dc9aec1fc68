"""Which body "the union", "the company", "the airline" may mean."""

import pytest
from actor_reading import read

CASES = {
    "by its class": (
        "Delvo Dock Workers walked out, and Kestrel Holdings closed the gate. The union said it rained.",
        "The union",
        "Delvo Dock Workers",
    ),
    "by what it was said to be": (
        "Nordluft, a regional airline, sued the Harbour Ministry. The airline said it rained.",
        "The airline",
        "Nordluft",
    ),
    "no court is a company": (
        "Northgate Mutual paid him in January, Wexborough Crown Court ruled. The company said it rained.",
        "The company",
        "Northgate Mutual",
    ),
    "another union": (
        "Delvo Dock Workers and the GMT union walked out. The union said it rained.",
        "The union",
        "The union",
    ),
    "of the two near, the one whose name says so": (
        "Northgate Mutual met the Harbour Tides. The company said it rained.",
        "The company",
        "Northgate Mutual",
    ),
    "one of two, named far above": (
        "The Tide Ministry met. The Energy Ministry left. It rained. It snowed. It thawed. "
        "The ministry said it rained.",
        "The ministry",
        "The ministry",
    ),
    "no agency by its name": (
        "Purse Strings met in May. The agency said it rained.",
        "The agency",
        "The agency",
    ),
    "an agency by its letters": (
        "The NDRA met in May. The agency said it rained.",
        "The agency",
        "NDRA",
    ),
    "where it is based": (
        "The Harbour Safety Agency met. The Delvo-based agency said it rained.",
        "The Delvo-based agency",
        "Harbour Safety Agency",
    ),
    "a utility": (
        "Delta Electric met the Harbour Board. The utility said it rained.",
        "The utility",
        "Delta Electric",
    ),
    "two companies": (
        "Kestrel Holdings sued Delvo Holdings. The company said it rained.",
        "The company",
        "The company",
    ),
    "the words of a name to come": (
        "The harbour commission said it rained. The Delvo Harbour Commission met.",
        "The harbour commission",
        "Delvo Harbour Commission",
    ),
    "of a name with other words": (
        "The harbour commission said it rained. The Delvo Water Commission met.",
        "The harbour commission",
        "The harbour commission",
    ),
    "a central bank is no company": (
        "The Bank of Delvo cut its rate. It rained in May. The company said it rained.",
        "The company",
        "The company",
    ),
    "the lender": ("Delvo Bank was hacked. The lender said it rained.", "The lender", "Delvo Bank"),
    "the noun of its name": (
        "The Harbour Agency sued Delvo Lines. The agency said it rained.",
        "The agency",
        "Harbour Agency",
    ),
}


@pytest.mark.parametrize(("text", "words", "name"), CASES.values(), ids=CASES)
def test_a_definite_noun(text, words, name):
    assert read(text).name(words) == name
