"""The agency that a text credits, and names that credit none."""

from dataclasses import replace

import pytest

from onrecord.intake.agencies import find_agency
from onrecord.intake.article_rows import make_article
from onrecord.intake.received import Received

PROSE = "The council closed the harbour wall on Monday."


@pytest.mark.parametrize(
    ("text", "dateline", "byline", "agency"),
    [
        pytest.param(PROSE, "LISBON (AP)", None, "Associated Press", id="dateline"),
        pytest.param(PROSE, "LISBON, Portugal (Reuters)", None, "Reuters", id="dateline-with-country"),
        pytest.param(PROSE, None, "Ana Roe, Associated Press", "Associated Press", id="byline"),
        pytest.param(f"{PROSE}\n\n© 2019 AFP", None, None, "Agence France-Presse", id="copyright"),
        pytest.param(f"{PROSE}\n\nCopyright 2019 The Associated Press. All rights reserved.", None, None,
                     "Associated Press", id="copyright-sentence"),
        pytest.param(f"{PROSE}\n\n™ & © 2019 CNN Wire.", None, None, "CNN Wire", id="trademark"),
        pytest.param(f"{PROSE} The mayor told Reuters that it was safe.", None, "Ana Roe", None, id="told-reuters"),
        pytest.param(PROSE, "LISBON (AP)", "Ana Roe, Reuters", None, id="two"),
        pytest.param(PROSE, "LISBON (Coast News)", None, None, id="an-outlet"),
        pytest.param(PROSE, None, None, None, id="none"),
    ],
)  # fmt: skip
def test_find_agency(text, dateline, byline, agency):
    row = make_article(Received(text), "a", b"", "a.txt").row
    assert find_agency(replace(row, dateline=dateline, byline=byline)) == agency
