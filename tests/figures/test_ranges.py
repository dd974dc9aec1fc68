"""Which neighbours make one interval, which a before and after, and which stay apart."""

import pytest

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
        pytest.param("over 40 and under 50 km", [((40, 50), "kilometre", None)], id="limits"),
    ],
)
def test_join_ranges(text, expected):
    assert joined(text) == expected
