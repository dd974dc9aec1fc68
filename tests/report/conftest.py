"""The page of the invented story."""

import pytest
from conftest import STORY

from onrecord import charts
from onrecord.report.page import Page
from onrecord.story.parameters import read_parameters


@pytest.fixture
def page(standing):
    """The page of the processed story with a section of each kind, as 04-report makes it."""
    made = Page(read_parameters("04-report", {"story": STORY}))
    compared, story = made.story.comparisons, made.story
    made.add("How each outlet puts it", "", made.openings)
    made.add(
        "What sets the outlets apart",
        "",
        made.first,
        made.beside,
        made.parallels,
        made.alone,
        made.exchanges,
        made.numbers,
        made.words,
    )
    made.add(
        "How do the numbers stand?",
        "Beside public statistics.",
        made.standings,
        charts.draw_all_checks(compared.figure_checks, story.figures, story.series_line),
    )
    made.add("Who is quoted?", "", made.words)
    made.add(
        "How readable?",
        "",
        compared.readability.drop(columns="article_id"),
        charts.draw_speakers(compared.speakers_by_outlet, story.actors, story.articles, story.article_line()),
        folded=True,
    )
    return made


@pytest.fixture
def written(page, standing):
    assert page.write() == f"reports/{STORY}/index.html"
    return standing.reports
