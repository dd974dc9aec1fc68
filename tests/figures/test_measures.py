"""The rule by which a number's measure and party were found."""

import pytest

from onrecord import language
from onrecord.figures.measures import find_link
from onrecord.figures.quantities import find_quantities
from onrecord.language.trees import read_tree


@pytest.mark.parametrize(
    ("text", "rule", "measure"),
    [
        ("Norway spent 9 billion dollars on harbours.", "verb and object", "spent … on harbours"),
        ("The price of oil reached $75.", "subject", "price of oil"),
        ("Toyota gained 2.4%.", "subject is party", None),
        ("She signed a $90,000 contract.", "modified noun", "contract"),
        ("It has a stake of 13% in it.", "of noun", "stake"),
        ("About 61% of the voters came.", "share of", "voters came"),
        ("They laid 12 km of new cable.", "amount of", "new cable"),
        ("The boat is 30 metres wide.", "measured adjective", "wide"),
        ("The tower, 40 metres, fell.", "apposition", "tower"),
        ("The boat lies 90 miles from the coast.", "distance", "from the coast"),
        ("It is 7 miles northwest of the old town.", "distance", "northwest of the old town"),
        ("It is 7 miles long.", "measured adjective", "long"),
        ("Five boats sank.", "counted subject", "boats sank"),
        ("Five boats were stolen.", "counted subject", "boats stolen"),
    ],
    ids=lambda x: str(x),
)
def test_rule(text, rule, measure):
    tree = read_tree(language.parse(text))
    link = find_link(tree, find_quantities(tree, text, [])[0])
    assert (link.rule, link.measure) == (rule, measure)


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("It is 12 kilometres.", None),  # the unit says it already
        ("Norway has 12 ferries.", "ferries"),  # what is counted is measured
        ("Norway has 12 million people.", None),  # "people" names no thing
        ("The population of Norway is 5 million people.", "population of Norway"),
        ("The index fell 12 points.", "index"),
        ("They kept a fleet of 12 ships.", "fleet … ships"),
    ],
)
def test_the_measure_says_more_than_the_unit(text, measure):
    tree = read_tree(language.parse(text))
    assert find_link(tree, find_quantities(tree, tree.text, [])[0]).measure == measure


def test_a_party_is_never_the_number_itself():
    tree = read_tree(language.parse("Two thousand sailors drowned."))
    assert find_link(tree, find_quantities(tree, tree.text, [])[0]).about is None
