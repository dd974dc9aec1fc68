"""Words that make a number less exact, on either side; those that only stress leave it exact."""

import pytest

from onrecord.figures.bounds import find_bound

CASES = [
    ("more than 5", "more_than"),
    ("just over 5", "more_than"),
    ("in excess of 5", "more_than"),
    ("at least 5", "at_least"),
    ("no fewer than 5", "at_least"),
    ("5 or more", "at_least"),
    ("5+", "at_least"),
    ("less than 5", "less_than"),
    ("under the age of 5", "less_than"),
    ("sub-5", "less_than"),
    ("up to 5", "at_most"),
    ("no more than 5", "at_most"),
    ("as many as 5", "at_most"),
    ("5 or fewer", "at_most"),
    ("about 5", "about"),
    ("some 5 boats", "about"),
    ("almost 5", "about"),
    ("nearly 5", "about"),
    ("an estimated 5", "about"),
    ("5 or so", "about"),
    ("5-odd boats", "about"),
    ("more than a 5", "more_than"),
    ("only 5", "exact"),
    ("exactly 5", "exact"),
    ("a record 5", "exact"),
    ("more than the 5", "exact"),
    ("handover 5", "exact"),
    ("awesome 5", "exact"),
    ("Dover, 5", "exact"),
    ("5 or more than that", "exact"),
    ("from around 5", "about"),
    ("moreover 5", "exact"),
    ("an estimated worth of 5", "about"),
    ("an estimated 9 boats of 5", "exact"),
    ("I would say 5", "about"),
    ("presided over 5 meetings", "exact"),
    ("turned over 5 million", "exact"),
    ("met over 5 boats", "more_than"),
    ("confronted over 5", "exact"),
    ("in a row over 5", "exact"),
    ("paid over 5", "more_than"),
    ("adds up to 5", "exact"),
    ("brought the toll up to 5", "exact"),
    ("paid them up to 5", "at_most"),
    ("not at least 5", "less_than"),
    ("to top 5", "more_than"),
    ("the top 5", "exact"),
    ("is past 5", "more_than"),
    ("the past 5", "exact"),
    ("half past 5", "exact"),
    ("must never exceed 5", "at_most"),
    ("accept anything less than 5", "at_least"),
]


@pytest.mark.parametrize(("text", "bound"), CASES, ids=[c[0] for c in CASES])
def test_find_bound(text, bound):
    at = text.index("5")
    assert find_bound(text, at, at + 1) == bound


def test_words_before_the_unit_count_too():
    text = "500 or so people"
    assert find_bound(text, 0, len(text), (3,)) == "about"
