"""Reference statistics: the right vintage, the right year, and faulty files told by name."""

import re
from datetime import date

import pandas as pd
import pytest
from conftest import STORY
from rows import figures

from onrecord.comparison import references
from onrecord.errors import DataError, StoryError
from onrecord.story.story import read_story

DAY = date(2019, 3, 5)
SERIES = ("s-2018", "2018-06"), ("s-2019", "2019-03"), ("s-2024", "2024-06")


def known(*series: tuple[str, str]) -> references.References:
    rows = [{"series": name, "measure": "m", "unit": "USD", "known_from": month} for name, month in series]
    return references.References(pd.DataFrame(rows, columns=["series", "measure", "unit", "known_from"]), {}, {})


@pytest.mark.parametrize(
    ("published", "as_of", "chosen"),
    [
        pytest.param(date(2019, 3, 5), None, ["then s-2019", "now s-2024"], id="known-in-its-month"),
        pytest.param(date(2019, 2, 28), None, ["then s-2018", "now s-2024"], id="a-month-before"),
        pytest.param(date(2018, 5, 31), None, ["later s-2018", "now s-2024"], id="none-known-yet"),
        pytest.param(date(2025, 1, 1), None, ["then s-2024"], id="then-is-now"),
        pytest.param(None, None, ["now s-2024"], id="no-date"),
        pytest.param(date(2019, 3, 5), date(2020, 1, 1), ["then s-2019"], id="as-of"),
        pytest.param(date(2019, 3, 5), date(2000, 1, 1), [], id="as-of-before-all"),
    ],
)
def test_choose_vintages(published, as_of, chosen):
    vintages = references.choose_vintages(known(*SERIES[::-1]), "s", published, as_of)
    assert [f"{v.label} {v.series}" for v in vintages] == chosen


def test_a_series_is_found_by_its_whole_stem():
    assert references.choose_vintages(known(("arms-sales-2019", "2019-01")), "arms", date(2020, 1, 1), None) == []


YEARS = {2016: 1.0, 2018: 3.0, 2019: 4.0}


@pytest.mark.parametrize(
    ("start", "end", "published", "year"),
    [
        pytest.param("2018-01-01", "2018-12-31", DAY, 2018, id="a-year"),
        pytest.param("2018-06-01", "2018-06-30", DAY, 2018, id="a-month"),
        pytest.param("2017-07-01", "2018-06-30", DAY, None, id="two-calendar-years"),
        pytest.param(None, "2018-06-30", DAY, None, id="until"),
        pytest.param("2018-06-01", None, DAY, None, id="since"),
        pytest.param(None, None, DAY, 2018, id="none-stated-last-full-year"),
        pytest.param(None, None, date(2018, 12, 31), 2016, id="its-own-year-is-not-full"),
        pytest.param(None, None, date(2010, 1, 1), 2016, id="before-all-the-nearest"),
        pytest.param(None, None, None, 2019, id="no-date-the-last"),
        pytest.param("1999-01-01", "1999-12-31", DAY, 1999, id="a-year-without-value"),
    ],
)
def test_choose_year(start, end, published, year):
    row = figures({"value": 1.0, "period_start": start, "period_end": end})
    assert references.choose_year(row[0], YEARS, published) == year


def test_choose_year_without_values():
    assert references.choose_year(figures({"value": 1.0})[0], {}, DAY) is None


def test_an_unknown_series_names_measure_file_and_the_near_one(project):
    project.edit_story("series: harbour_spending", "series: harbor_spending")
    story = read_story(STORY)
    with pytest.raises(StoryError, match="harbour spending: there is no series 'harbor_spending'") as caught:
        references.check_series(story, references.read_references(story.reference))
    assert "story.yaml" in caught.value.what
    assert "Did you mean 'harbour_spending'?" in caught.value.what
    assert caught.value.remedy


HEAD = "series,iso3,year,value\n"
KNOWN = "series,measure,unit,known_from,title,publisher,licence,note\n"
FAULTY = [
    pytest.param("series.csv", None, "series.csv: no such file", id="missing-file"),
    pytest.param("values.csv", "series,iso3,value\n", "line 1: column 'year' is missing", id="missing-column"),
    pytest.param("values.csv", HEAD + "s,NOR,2018,much\n", "line 2: value 'much' is no number", id="no-number"),
    pytest.param("values.csv", HEAD + "s,NOR,2018,inf\n", "line 2: value 'inf' is no number", id="infinity"),
    pytest.param("values.csv", HEAD + "s,NOR,2019.5,1\n", "line 2: year '2019.5' is no year", id="half-a-year"),
    pytest.param("values.csv", HEAD + "s,NRW,2018,1\n", "line 2: iso3 'NRW' is no country's code", id="no-country"),
    pytest.param(
        "values.csv", HEAD + "s,NOR,2018,1\n\ns,NOR,2018,2\n", "line 4: s, NOR, 2018 stands there twice", id="twice"
    ),
    pytest.param("values.csv", HEAD + "walls-2020,NOR,2018,1\n", "'walls-2020' is not in series.csv", id="no-series"),
    pytest.param(
        "series.csv", KNOWN + "s-2019,m,USD,July 2019,t,p,l,\n", "known_from 'July 2019' is no month", id="no-month"
    ),
    pytest.param("series.csv", KNOWN + "s,m,USD,2019-07,t,p,l,\n", "'s' is no name and vintage", id="no-vintage"),
    pytest.param(
        "series.csv", KNOWN + "s-2019,m,USD,2019-07,t,p,l,\n" * 2, "line 3: series 's-2019' stands", id="series-twice"
    ),
    pytest.param("ferry_ranges.csv", "ferry,source\n", "column 'iso3' is missing", id="list-without-country"),
]


@pytest.mark.parametrize(("file", "content", "told"), FAULTY)
def test_faulty_reference_files(project, file, content, told):
    path = project.root / "data" / "raw" / "reference" / file
    path.unlink() if content is None else path.write_text(content)
    with pytest.raises(DataError, match=re.escape(told)) as caught:
        references.read_references(path.parent)
    assert file in caught.value.what
    assert caught.value.remedy


def test_the_committed_reference_files_can_be_read():
    from conftest import REPOSITORY

    known = references.read_references(REPOSITORY / "data" / "raw" / "reference")
    assert set(known.series["series"]) >= {series for series, _ in known.values}
    assert known.series["known_from"].str.fullmatch(r"\d{4}-\d\d").all()
    assert not known.series["series"].duplicated().any()


def test_a_spreadsheet_s_semicolons_are_read(project):
    path = project.root / "data" / "raw" / "reference" / "values.csv"
    plain = references.read_references(path.parent).values
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b",", b";"))
    assert references.read_references(path.parent).values == plain


def test_list_series_finds_by_words(project):
    known = references.read_references(read_story(STORY).reference)
    told = references.list_series(known)
    assert [line.split(":")[0] for line in told] == ["harbour_spending", "population", "ferry_ranges"]
    assert "USD, 2018–2018, 2 countries; known from 2019-02, 2024-06" in told[0]
    assert references.list_series(known, "census Population") == [told[1]]
    assert references.list_series(known, "snow") == []
