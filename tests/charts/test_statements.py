"""One measure as several state it: drawn once a statement, an interval as an interval."""

import pytest

import onrecord
from onrecord.charts.statements import draw_statements

TWO = (
    "Ana Ruiz said the population of the town is 5,000 people. Paul Berg said the population of the town is almost "
    "9,000 people."
)


def draw(text: str):
    found = onrecord.extract({"a": text})
    return draw_statements(found.figures, found.claims, found.actors, found.articles, "invented")


def test_two_speakers_of_one_measure_are_drawn_together():
    (chart,) = draw(TWO)
    assert len(chart.data) == 2
    assert "Ana Ruiz" in chart.alt
    assert "about 9,000" in chart.alt
    assert len(chart.draw().collections) == 2


def test_an_approximate_number_is_a_ring_and_an_exact_one_a_dot():
    (chart,) = draw(TWO)
    exact, about = chart.draw().collections
    assert tuple(exact.get_facecolor()[0]) != (1.0, 1.0, 1.0, 1.0)
    assert tuple(about.get_facecolor()[0]) == (1.0, 1.0, 1.0, 1.0)


def test_an_interval_is_a_bar_from_low_to_high():
    (chart,) = draw("Ana Ruiz said the repairs cost tens of millions of dollars.")
    (bar,) = chart.draw().lines
    assert list(bar.get_xdata()) == [1e7, 1e8]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ana Ruiz said the population of the town is 5,000 people.", id="one-speaker"),
        pytest.param("Ana Ruiz said nothing.", id="no-figure"),
    ],
)
def test_one_exact_statement_needs_no_chart(text):
    assert draw(text) == []
