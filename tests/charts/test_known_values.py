"""A stated value through a list of known things."""

from onrecord import charts


def test_the_stated_value_is_a_line_through_the_list(processed):
    chart = charts.draw_known_values(processed.comparisons.known_values, processed.figures, "invented")
    assert "a line marks the stated 300" in chart.alt
    assert "listed values in kilometres" in chart.alt
    assert sorted(chart.data["item"]) == ["Skarv", "Terne"]
