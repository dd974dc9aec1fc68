"""Numbers that name or date, beside those that look alike and count."""

import pytest

from onrecord import language
from onrecord.figures.labels import find_codes
from onrecord.figures.quantities import find_quantities
from onrecord.language.periods import find_periods
from onrecord.language.trees import read_tree

PAIRS = [
    ("row", "They sat in Row 21.", "They sat in 21 rows."),
    ("index", "The Nasdaq 100 fell.", "The 100 shares fell."),
    ("half of a match", "The second half was dull.", "The better of it, half of the match, was dull."),
    ("those two", "I like those two.", "I like two boats."),
    ("o'clock in words", "It rang at three o’clock.", "It rang three times."),
    ("attribute", 'id="1474" is set', "about 12474 are set"),
    ("day of a week", "It was day five of it.", "It was five of them."),
    ("odds", "They split 4 to 1.", "It is 4 of them."),
    ("one", "It may end one day.", "It took one day to end."),
    ("one as a pronoun", "The big one sank.", "Just one ferry sank."),
    ("no one", "No one came.", "One guest came."),
    ("clock", "It opened at 5 p.m.", "It opened at 5 points."),
    ("year", "The 2015 fair was fun.", "Some 2015 guests had fun."),
    ("decade of life", "He is in his 50s.", "He is in his 50 hats."),
    ("version", "Attribution 4.0 International", "4.0 litres"),
    ("street", "They live at 14 Harbour Street.", "They own 14 Harbour Street shops."),
    ("model", "A 737 Max landed.", "The 737 Max pilots met."),
    ("place in an order", "They ended in the bottom three.", "They ended in the bottom three rows."),
    ("place in an order, digits", "They ranked in the top 5 there.", "They ranked in the top 5 percent."),
    ("some night", "They met one night in Delvo.", "They met for one night in Delvo."),
    ("code", "It is a 501(c)(4) group.", "It has 501 (old) members."),
    ("course", "It is kindness 101.", "It has 101 boats."),
    ("negated", "It was not 40 boats.", "It was not more than 40 boats."),
    ("base of a rate", "It is so per 1,000 births.", "It counted 1,000 births."),
    ("bill", "They voted on bill 44.", "They paid bills of 44 euros."),
    ("capital name", "The Big Five met.", "Just five met officials."),
]


@pytest.mark.parametrize(("label", "figure"), [p[1:] for p in PAIRS], ids=[p[0] for p in PAIRS])
def test_a_label_and_its_near_miss(label, figure):
    for text, count in ((label, 0), (figure, 1)):
        tree = read_tree(language.parse(text))
        assert len(find_quantities(tree, text, find_periods(text))) == count, text


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("see https://example.org/a/1 now", ["https://example.org/a/1"]),
        ("call 555-010-4477", ["555-010-4477"]),
        ("host 192.168.0.1", ["192.168.0.1"]),
        ("on 12/05/2019", ["12/05/2019"]),
        ("open 24/7", ["24/7"]),
        ("after 9/11", ["9/11"]),
        ("9/10 of it", []),
        ("in a 911 call", ["911"]),
        ("for 911 boats", []),
        ("Off: Lund (63), Vos (71).", ["Lund (63), Vos (71)"]),
        ("Ana Lund (63) left.", []),
        ("12.5 of 100", []),
    ],
)
def test_find_codes(text, spans):
    assert [text[a:b] for a, b in find_codes(text)] == spans
