"""Units per something."""

import pytest

from onrecord.figures.rates import read_rate


@pytest.mark.parametrize(
    ("name", "kind", "after", "unit", "used"),
    [
        pytest.param("barrel", "volume", " a day", "barrel per day", 6, id="a day"),
        pytest.param("USD", "money", " per gallon", "USD per gallon", 11, id="per gallon"),
        pytest.param("USD", "money", " a share rose", "USD per share", 8, id="a share"),
        pytest.param("USD", "money", "-a-month", "USD per month", 8, id="hyphens"),
        pytest.param("milligram", "mass", "/kg", "milligram per kilogram", 3, id="slash"),
        pytest.param("USD", "money", " per capita", "USD per capita", 11, id="any word after per"),
        pytest.param("USD", "money", " a year earlier", "USD", 0, id="not a year earlier"),
        pytest.param("USD", "money", " a ferry", "USD", 0, id="not a ferry"),
        pytest.param("vote", "count", " a share", "vote", 0, id="no share of votes"),
        pytest.param("percent", "share", " a year", "percent per year", 7, id="a share a year"),
        pytest.param("percent", "share", " a voter", "percent", 0, id="a share a voter"),
        pytest.param("percent", "share", " every day", "percent", 0, id="how often"),
        pytest.param("metre", "length", " and a day", "metre", 0, id="not over and"),
        pytest.param("mile per hour", "speed", " a day", "mile per hour", 0, id="no rate of a rate"),
    ],
)
def test_read_rate(name, kind, after, unit, used):
    assert read_rate(f"5{after}", name, kind, 1) == (unit, 1 + used)
