"""The page of the invented story."""

import pytest
from conftest import STORY

from onrecord import charts
from onrecord.report.page import Page
from onrecord.story.parameters import read_parameters


@pytest.fixture
def page(standing):
    """The page of the processed story with one section of charts and one of a table, as 04-report makes it."""
    made = Page(read_parameters("04-report", {"story": STORY}))
    compared = made.story.comparisons
    made.add(
        "How do the numbers stand?",
        "Beside public statistics.",
        made.findings.on("numbers"),
        charts.draw_all_checks(compared.figure_checks, made.story.figures, made.story.series_line),
        charts.draw_speakers(
            compared.speakers_by_outlet, made.story.actors, made.story.articles, made.story.article_line()
        ),
    )
    made.add("How readable?", "", compared.readability.drop(columns="article_id"))
    return made


@pytest.fixture
def written(page, standing):
    assert page.write() == f"reports/{STORY}/index.html"
    return standing.reports
