"""Exports of many articles: records by a map of their columns, and rows that cost only themselves."""

import io
import json
from datetime import date, datetime

import pyarrow
import pyarrow.parquet
import pytest

from onrecord.errors import DataError, UsageError
from onrecord.intake import exports
from onrecord.intake.exports import read_map, read_records

PROSE = "The council closed the harbour wall on Monday, its speaker said."


def read(content: str | bytes, suffix: str, **columns):
    data = content.encode() if isinstance(content, str) else content
    return list(read_records(io.BytesIO(data), suffix, columns))


@pytest.mark.parametrize(
    ("suffix", "content"),
    [
        pytest.param(".csv", f'title,text,source,date\nStorm,"{PROSE}",Coast News,2019-07-16\n', id="csv"),
        pytest.param(".csv", f"\ufefftitle;text;source;date\r\nStorm;{PROSE};Coast News;16 July 2019\r\n", id="excel"),
        pytest.param(".tsv", f"title\ttext\tsource\tdate\nStorm\t{PROSE}\tCoast News\t2019-07-16T10:00Z\n", id="tabs"),
        pytest.param(".jsonl", json.dumps({"title": "Storm", "text": PROSE, "source": "Coast News",
                                              "date": "20190716T1000Z"}),
                     id="json-lines"),
    ],
)  # fmt: skip
def test_usual_columns_are_known(suffix, content):
    (record,) = read(content, suffix)
    assert record.body == PROSE
    assert (record.metadata.headline, record.metadata.outlet) == ("Storm", "Coast News")
    assert (record.metadata.published, record.metadata.published_basis) == (date(2019, 7, 16), "metadata")


def test_parquet():
    table = pyarrow.table({"text": [PROSE, None], "date": [datetime(2019, 7, 16, 10), None], "id": [7, 8]})
    file = io.BytesIO()
    pyarrow.parquet.write_table(table, file)
    first, second = read(file.getvalue(), ".parquet")
    assert (first.key, first.metadata.published) == ("7", date(2019, 7, 16))
    assert second == (2, "its text is empty. Leave it out.")


@pytest.mark.parametrize("name", exports.MAPS)
def test_the_services_exports(name):
    columns = read_map([name, "body=words"])
    row = {column: "2019-07-16" if field == "published" else field for field, column in columns.items()}
    (record,) = read(json.dumps(row | {"words": PROSE}), ".jsonl", **columns)
    assert (record.metadata.outlet, record.metadata.headline) == ("outlet", "headline")
    assert record.metadata.published == date(2019, 7, 16)


@pytest.mark.parametrize(
    ("suffix", "content", "told"),
    [
        pytest.param(".jsonl", "{broken\n", "its line is no JSON", id="broken-line"),
        pytest.param(".jsonl", "[1]\n", "its line is no JSON object", id="list"),
        pytest.param(".jsonl", "[" * 100_000 + "\n", "its line is no JSON", id="nested-without-end"),
        pytest.param(".csv", "a\n", "it has 1 fields where the header has 2", id="too-few-fields"),
        pytest.param(".csv", " ,x\n", "its text is empty. Leave it out.", id="empty-text"),
    ],
)
def test_a_row_that_cannot_be_read_costs_itself(suffix, content, told):
    good = json.dumps({"text": PROSE, "title": "x"}) if suffix == ".jsonl" else f'"{PROSE}",x'
    head = "" if suffix == ".jsonl" else "text,title\n"
    first, second, third = read(f"{head}{good}\n{content}{good}\n", suffix)
    assert first.body == third.body == PROSE
    assert second == (2, told)


def test_rows_of_json_lines_may_lack_columns():
    rows = [{"text": PROSE}, {"title": "no text"}, {"text": PROSE, "paper": "Gull", "date": "2019-07-16"}]
    first, second, third = read("\n".join(map(json.dumps, rows)), ".jsonl", outlet="paper")
    assert (first.metadata.outlet, third.metadata.outlet) == (None, "Gull")
    assert third.metadata.published == date(2019, 7, 16)
    assert second[1].startswith("there is no column of texts that is known. Its columns are title.")


def test_an_open_quotation_mark_is_told_with_the_lines_that_it_takes():
    *_, last = read(f'text,title\n"{PROSE}",x\n"open,y\n{PROSE},z\n', ".csv")
    assert last[1].endswith("and takes 2 more lines with it: close its quotation mark")


def test_a_line_without_end_is_not_kept(monkeypatch):
    monkeypatch.setattr(exports, "LONGEST_LINE", 1000)
    good = json.dumps({"text": PROSE})
    first, second, third = read(f"{good}\n{'x' * 5000}\n{good}\n", ".jsonl")
    assert first.body == third.body == PROSE
    assert second == (2, exports.TOO_LONG)
    first, second, third = read(f'text\n"{PROSE}"\n"{"x" * 5000}"\n"{PROSE}"\n', ".csv")
    assert first.body == third.body == PROSE
    assert second == (2, exports.TOO_LONG)


def test_markup_in_a_text_is_taken_out():
    (record,) = read(json.dumps({"text": f"<div><p>{PROSE}</p><p>It &amp; all <b>rained</b>.</p></div>"}), ".jsonl")
    assert record.body.split() == [*PROSE.split(), "It", "&", "all", "rained."]
    (record,) = read(json.dumps({"text": f"{PROSE} He wrote <sic>."}), ".jsonl")
    assert record.body.endswith("<sic>.")


@pytest.mark.parametrize(
    ("content", "columns", "told"),
    [
        pytest.param("url,title\na,b\n", {}, "no column of texts", id="no-text"),
        pytest.param("text,title\na,b\n", {"outlet": "papr"}, "no column 'papr'", id="unknown-column"),
        pytest.param("text,title\na,b\n", {"body": "txt"}, "no column 'txt'", id="unknown-text"),
    ],
)
def test_columns_that_are_not_there(content, columns, told):
    with pytest.raises(DataError, match=told) as caught:
        read(content, ".csv", **columns)
    assert "Its columns are" in caught.value.remedy


@pytest.mark.parametrize(("suffix", "content"), [(".parquet", b"no parquet"), (".csv", b"\xff\xfea\0,\0")])
def test_files_that_are_none(suffix, content):
    with pytest.raises(DataError) as caught:
        read(content, suffix)
    assert caught.value.remedy


def test_a_map_says_in_which_order_days_are_written():
    columns = read_map(["newscatcher", "published=when:DMY"])
    assert (columns["published"], columns["body"]) == ("when", "content")
    (record,) = read(json.dumps({"content": PROSE, "when": "03/04/2019"}), ".jsonl", **columns)
    assert (record.metadata.published, record.unread_day) == (date(2019, 4, 3), None)
    (record,) = read(json.dumps({"text": PROSE, "a:b": "03/04/2019"}), ".jsonl", **read_map(["published=a:b"]))
    assert (record.metadata.published, record.unread_day) == (None, "03/04/2019")


def test_the_order_belongs_to_its_column():
    assert read_map(["published=a:DMY", "published=b"]) == {"published": "b"}


@pytest.mark.parametrize("given", ["bodi=text", "body=", "factiva", "=x"])
def test_maps_that_are_none(given):
    with pytest.raises(UsageError, match="--map"):
        read_map([given])
