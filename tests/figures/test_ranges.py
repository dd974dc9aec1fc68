"""Which neighbours make one interval, which a before and after, and which stay apart."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import language
from onrecord.figures.quantities import find_quantities
from onrecord.figures.ranges import join_ranges
from onrecord.language.trees import read_tree


def joined(text: str):
    tree = read_tree(language.parse(text))
    found = join_ranges(tree, text, find_quantities(tree, text, []))
    return [(q.value if q.value is not None else (q.low, q.high), q.unit, q.pair) for q in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It takes 6-9 years.", [((6, 9), "year", None)], id="hyphen"),
        pytest.param("It takes 6 to 9 years.", [((6, 9), "year", None)], id="to"),
        pytest.param("Rents range from $210 to $240.", [((210, 240), "USD", None)], id="range from"),
        pytest.param("Rents fell from $240 to $210.", [(240, "USD", "from"), (210, "USD", "to")], id="fell from"),
        pytest.param("It rose from 3 to 5 percent.", [(3, "percent", "from"), (5, "percent", "to")], id="unit shared"),
        pytest.param("It rose 3% to 500.", [(3, "percent", None), (500, None, None)], id="by how much, to what"),
        pytest.param("Gains of two to three years count.", [((2, 3), "year", None)], id="noun of change before"),
        pytest.param("It rose 5 to 10 percent.", [((5, 10), "percent", None)], id="rose by a range"),
        pytest.param(
            "It won by 46 percent to 42 percent.", [(46, "percent", None), (42, "percent", None)], id="result"
        ),
        pytest.param("between 5 and 10 million tonnes", [((5e6, 1e7), "tonne", None)], id="scale shared"),
        pytest.param("between 800 and 1.3 million votes", [((800, 1.3e6), "vote", None)], id="scale not shared"),
        pytest.param("from -5 °C to -20 °C", [((-20, -5), "degree Celsius", None)], id="falling range"),
        pytest.param("5 km and 10 miles", [(5, "kilometre", None), (10, "mile", None)], id="two units"),
        pytest.param("4 dollars and 20 cents", [(4.2, "USD", None)], id="dollars and cents"),
        pytest.param("3 dollars and 150 cents", [(3, "USD", None), (150, "cent", None)], id="too many cents"),
        pytest.param("It is $5 to $6 a day.", [((5, 6), "USD per day", None)], id="rate on the second"),
        pytest.param("It takes one to two years.", [((1, 2), "year", None)], id="one to two"),
        pytest.param("A 0-to-60-mph run.", [((0, 60), "mile per hour", None)], id="hyphened to"),
        pytest.param("Three or four pilots left.", [((3, 4), "pilot", None)], id="or"),
        pytest.param("They left 8 or $9.", [((8, 9), "USD", None)], id="or, currency on the second"),
        pytest.param("for $50 or $60", [(50, "USD", None), (60, "USD", None)], id="two prices"),
        pytest.param("seven or two boats", [(7, None, None), (2, "boat", None)], id="or, falling"),
        pytest.param("a 7- or 8-inch pipe", [((7, 8), "inch", None)], id="suspended hyphen"),
        pytest.param("7- and 8-inch pipes", [(7, "inch", None), (8, "inch", None)], id="suspended hyphen, and"),
        pytest.param("aged 20 to 35", [((20, 35), "year of age", None)], id="ages"),
        pytest.param("It held 1800 - 2200 calories.", [((1800, 2200), "calorie", None)], id="like years"),
        pytest.param("from 300 up to 700 euros", [((300, 700), "EUR", None)], id="up to"),
        pytest.param("It is 300, up to 700 euros.", [(300, None, None), (700, "EUR", None)], id="up to, without from"),
        pytest.param("It was 300 up to 700 euros.", [(300, None, None), (700, "EUR", None)], id="nor joined"),
        pytest.param(
            "from its current 21 percent to 28 percent",
            [(21, "percent", "from"), (28, "percent", "to")],
            id="from the current",
        ),
        pytest.param("It was up 3 cents to $4.", [(3, "cent", None), (4, "USD", None)], id="up by, to"),
        pytest.param("up 5 percent to 20 percent", [(5, "percent", None), (20, "percent", None)], id="up by a share"),
        pytest.param(
            "It pays 9,000 – 20 of them abroad.", [(9000, None, None), (20, None, None)], id="a dash that parts"
        ),
        pytest.param(
            "It rose from 24 to 33 billion dollars.", [(24e9, "USD", "from"), (33e9, "USD", "to")], id="one scale"
        ),
        pytest.param("over 40 and under 50 km", [((40, 50), "kilometre", None)], id="limits"),
    ],
)
def test_join_ranges(text, expected):
    assert joined(text) == expected


# The grammar by composition: (low, high, words of a scale, its value, sign before, unit words, unit, wide connector)
UNITS = [
    ("", " percent", "percent"), ("$", "", "USD"), ("£", "", "GBP"), ("", " kilometres", "kilometre"),
    ("", " euros", "EUR"), ("", "-inch", "inch"), ("", " voters", "voter"),
]  # fmt: skip
CONNECTORS = [
    "{} to {}", "{}-{}", "{} – {}", "{}–{}", "between {} and {}", "from {} up to {}", "{} or {}", "{} to about {}",
]  # fmt: skip
SCALES = [("", 1), (" million", 1e6), (" billion", 1e9)]
FRAMES = ["The council counted {} there.", "It said that {} would do.", "({} in all.)"]


@settings(max_examples=150, deadline=None)
@given(
    st.integers(1, 90), st.integers(1, 9), st.sampled_from(UNITS), st.sampled_from(CONNECTORS), st.sampled_from(SCALES),
    st.sampled_from(FRAMES),
)  # fmt: skip
def test_every_range_is_read_back(low, more, unit, connector, scale, frame):
    """Connector × scale × unit: the interval that was written, whichever way it was."""
    sign, words, name = unit
    high = low + more
    if words == "-inch" and (scale[0] or connector in ("{}-{}", "{} – {}", "{}–{}")):
        return
    first = low if words == "-inch" or connector == "{} or {}" else f"{sign}{low}"
    first = f"{first}-" if words == "-inch" else first
    text = frame.format(connector.format(first, f"{sign}{high}{scale[0]}{words}"))
    found = joined(text)
    assert found == [((low * scale[1], high * scale[1]), name, None)], text


@pytest.mark.parametrize("joiner", ["and", "while"])
@settings(max_examples=40, deadline=None)
@given(st.integers(2, 90), st.integers(1, 9), st.sampled_from(UNITS[:5]))
def test_what_no_connector_joins_stays_two(joiner, low, more, unit):
    sign, words, name = unit
    text = f"It counted {sign}{low}{words} {joiner} {sign}{low + more}{words}."
    assert joined(text) == [(low, name, None), (low + more, name, None)], text


AGED = ["aged {}", "children aged {}", "ages {}"]


@settings(max_examples=60, deadline=None)
@given(st.integers(2, 60), st.integers(1, 30), st.sampled_from(["{} to {}", "{}-{}", "{}–{}"]), st.sampled_from(AGED))
def test_every_range_of_ages_is_read_back(low, more, connector, frame):
    text = f"They asked people {frame.format(connector.format(low, low + more))} about it."
    assert joined(text) == [((low, low + more), "year of age", None)], text


SIGNS = [
    ("$-{}bn", "USD", 1e9),
    ("-{}%", "percent", 1),
    ("-{} percent", "percent", 1),
    ("minus {} degrees", "degree", 1),
]
AROUND = ["It was {}.", "It is ({}) now.", "Down, {}, it went."]


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 90), st.sampled_from(SIGNS), st.sampled_from(AROUND))
def test_every_sign_is_read_back(n, sign, frame):
    words, unit, scale = sign
    text = frame.format(words.format(n))
    assert joined(text) == [(-n * scale, unit, None)], text
