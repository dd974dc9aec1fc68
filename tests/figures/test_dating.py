"""Which time expression is a figure's own, and which a neighbour's."""

from datetime import date

import pytest

from onrecord import language
from onrecord.figures.figure import find_figures


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        pytest.param("Delvo sold 40 boats in May.", ["in May"], id="own clause"),
        pytest.param("In 2018 Delvo sold 40 boats.", ["In 2018"], id="in front"),
        pytest.param("Delvo spent £182bn, up from £176bn last year.", [None, "last year"], id="behind another"),
        pytest.param("Debt is 112 million euros, compared with 95 million in 2014.", [None, "in 2014"], id="compared"),
        pytest.param("Delvo sold 40 boats and 20 cars in May.", ["in May", "in May"], id="behind the last of a list"),
        pytest.param("In May Delvo sold 40 boats and bought 20 cars.", ["In May", "In May"], id="before both verbs"),
        pytest.param("Delvo, which closed in May, sold 40 boats.", [None], id="another clause"),
        pytest.param("Last year's budget of 4 million euros fell.", ["Last year"], id="of the noun"),
        pytest.param("“It is over tonight,” said one of 40 guests.", [None], id="in a quotation"),
        pytest.param("A loss of 5 percent in 2018 hurt the firm.", ["in 2018"], id="right behind"),
        pytest.param("In May, by June, it sold 40 boats.", [None], id="two candidates"),
        pytest.param("Delvo sold 40 boats in May and bought 20 cars.", ["in May", None], id="behind the first verb"),
        pytest.param(
            "Delvo sold 40 boats abroad in May and bought 20 cars.", ["in May", None], id="of the first verb, apart"
        ),
        pytest.param("One week after his exit, Roe is today in Delvo.", [None], id="a stretch of time"),
        pytest.param("A ten-minute film was shown on Monday.", [None], id="how long a thing is"),
        pytest.param("Delvo “sold it in May” for 40 boats.", [None], id="inside a quotation alone"),
        pytest.param("Sales in 2018: 40 boats.", [None], id="fragment, of another noun"),
    ],
)
def test_period(text, periods):
    assert [f.period_text for f in find_figures(language.parse(text), date(2019, 7, 17))] == periods


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("He left 24 hours after the attack.", "after the attack"),
        ("He left two days before.", None),
        ("He slept in the last three months.", None),
    ],
)
def test_a_stretch_of_time_measures_what_it_is_counted_from(text, measure):
    (figure,) = find_figures(language.parse(text), date(2019, 7, 17))
    assert (figure.measure, figure.rule) == (measure, "stretch of time")
