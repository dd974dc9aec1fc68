"""Before and beside publishing."""

import pytest
from conftest import STORY

from onrecord.errors import DataError, OnRecordError, UsageError
from onrecord.run import publishing
from onrecord.story import read_story
from onrecord.tables import read_table, write_table


def test_a_page_that_prints_unreviewed_numbers_is_refused(standing):
    with pytest.raises(DataError, match=r"not to be published yet, \d+ printed rows") as told:
        publishing.check_publishable(STORY)
    assert "(number)" in told.value.what
    assert "review.csv" in told.value.remedy


def test_long_lists_are_counted(standing, monkeypatch):
    monkeypatch.setattr(publishing, "MOST_TOLD", 1)
    with pytest.raises(DataError, match=r"\n  and \d+ others?\n"):
        publishing.check_publishable(STORY)


def test_a_reviewed_page_passes(standing):
    for name in ("claims", "figures"):
        table = read_table(name, standing.processed).assign(review="accepted")
        write_table(name, table, standing.processed)
    publishing.check_publishable(STORY)


def test_a_report_for_each_outlet_and_one_failure_stops_only_itself(standing, monkeypatch):
    story = read_story(STORY)

    def run(name, given, tell):
        if given["outlet"] == "Coast News":
            raise DataError("The data is at fault.", "Mend it.")
        return story.work / "variants" / f"outlet={given['outlet']}" / "reports" / "index.html"

    monkeypatch.setattr(publishing, "run_story", run)
    told = []
    (story.work / "variants").mkdir(parents=True)
    index = publishing.run_each(STORY, "outlet", {}, told.append)
    assert told == ["Coast News: The data is at fault.\nMend it."]
    assert index.read_text(encoding="utf8").count("<a href=") == 1
    assert 'href="outlet=Fjord Post/reports/index.html"' in index.read_text(encoding="utf8")


def test_nothing_made_is_an_error(standing, monkeypatch):
    monkeypatch.setattr(publishing, "run_story", lambda *_: (_ for _ in ()).throw(DataError("No.", "Mend it.")))
    with pytest.raises(OnRecordError, match="no outlet has a report"):
        publishing.run_each(STORY, "outlet", {}, lambda line: None)


def test_there_are_reports_for_each_outlet_only(standing):
    with pytest.raises(UsageError, match="no report for each 'country'"):
        publishing.run_each(STORY, "country", {}, lambda line: None)
