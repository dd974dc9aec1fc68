"""Hand-made CSV files as people's programs save them, and each fault by file, line and column."""

import codecs

import pytest

from onrecord.errors import DataError, StoryError
from onrecord.tables.handmade import append_rows, read_day, read_handmade, sort_by_day

PLAIN = "name,height,note\nNorth wall,3,“old”\n\nSouth wall,4,\n"
COLUMNS = ("name", "height")


def read(tmp_path, content, **more):
    path = tmp_path / "walls.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_handmade(path, COLUMNS, **more)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(PLAIN, id="plain"),
        pytest.param(codecs.BOM_UTF8 + PLAIN.encode(), id="byte-order-mark"),
        pytest.param(PLAIN.replace(",", ";"), id="semicolons"),
        pytest.param(PLAIN.replace(",", "\t"), id="tabs"),
        pytest.param(PLAIN.encode("cp1252"), id="windows"),
        pytest.param(PLAIN.encode("utf-16"), id="utf-16"),
        pytest.param(PLAIN.replace("\n", "\r\n"), id="windows-lines"),
        pytest.param(PLAIN.replace("name,height", " name , height "), id="spaces-in-the-header"),
    ],
)
def test_however_it_was_saved(tmp_path, content):
    rows = read(tmp_path, content)
    assert [row.cells for row in rows] == [
        {"name": "North wall", "height": "3", "note": "“old”"},
        {"name": "South wall", "height": "4", "note": ""},
    ]
    assert [row.line for row in rows] == [2, 4]


def test_a_cell_of_a_column_that_is_not_there_is_empty(tmp_path):
    assert read(tmp_path, PLAIN)[0].get("builder") == ""


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param("name,hieght\nA,1\n", "line 1: column 'height' is missing. There is 'hieght'.", id="near"),
        pytest.param("", "line 1: column 'name' is missing", id="empty"),
        pytest.param("A,1\n", "line 1: column 'name' is missing", id="no-header"),
        pytest.param("name,height,name\nA,1,B\n", "line 1: column 'name' stands there twice", id="twice"),
        pytest.param("name,height\nA,1\nB,2,surplus\n", "line 3: has 3 cells, the header 2", id="too-many-cells"),
        pytest.param(b"\0\0\0", "zero bytes", id="no-text"),
    ],
)
def test_faults_are_told_by_file_and_line(tmp_path, content, told):
    with pytest.raises(StoryError, match=r"walls\.csv") as caught:
        read(tmp_path, content, error=StoryError)
    assert told in caught.value.what
    assert caught.value.remedy


def test_a_folder_in_its_place_is_told(tmp_path):
    (tmp_path / "walls.csv").mkdir()
    with pytest.raises(DataError, match="cannot be read"):
        read_handmade(tmp_path / "walls.csv", COLUMNS)


NEW = {"name": "=East wall", "height": "5", "note": "“new”, and\nlong"}


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(PLAIN, id="plain"),
        pytest.param(PLAIN.rstrip("\n"), id="no-last-line-end"),
        pytest.param(codecs.BOM_UTF8 + PLAIN.encode(), id="byte-order-mark"),
        pytest.param(PLAIN.replace(",", ";"), id="semicolons"),
        pytest.param(PLAIN.replace(",", "\t"), id="tabs"),
        pytest.param(PLAIN.encode("cp1252"), id="windows"),
        pytest.param(PLAIN.encode("utf-16"), id="utf-16"),
        pytest.param(PLAIN.replace("\n", "\r\n"), id="windows-lines"),
        pytest.param("note,height,name\n“old”,3,North wall\n,4,South wall\n", id="another-order"),
    ],
)
def test_rows_are_put_at_the_end_in_the_file_s_own_form(tmp_path, content):
    before = read(tmp_path, content)
    append_rows(tmp_path / "walls.csv", COLUMNS, [NEW])
    *kept, new = read_handmade(tmp_path / "walls.csv", COLUMNS)
    assert [row.cells for row in kept] == [row.cells for row in before]
    assert new.cells == {"name": "=East wall", "height": "5", "note": "“new”, and long"}


def test_what_stands_there_is_not_touched(tmp_path):
    content = PLAIN.replace(",", ";").encode()
    read(tmp_path, content)
    append_rows(tmp_path / "walls.csv", COLUMNS, [NEW])
    assert (tmp_path / "walls.csv").read_bytes().startswith(content)


def test_a_new_file_has_its_header_and_the_mark_of_utf_8(tmp_path):
    append_rows(tmp_path / "walls.csv", COLUMNS, [NEW], further=["note"])
    content = (tmp_path / "walls.csv").read_bytes()
    assert content.startswith(codecs.BOM_UTF8 + b"name,height,note\n")


def test_no_cell_is_run_by_a_spreadsheet(tmp_path):
    append_rows(tmp_path / "walls.csv", COLUMNS, [NEW])
    assert (tmp_path / "walls.csv").read_text(encoding="utf-8-sig").splitlines()[1].startswith(" =East")


def test_a_file_without_the_columns_is_told_and_left(tmp_path):
    path = tmp_path / "walls.csv"
    path.write_text("nom,hauteur\n", encoding="utf8")
    with pytest.raises(DataError, match="column 'name' is missing"):
        append_rows(path, COLUMNS, [NEW])
    assert path.read_text(encoding="utf8") == "nom,hauteur\n"


def test_a_file_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "walls.csv").mkdir()
    with pytest.raises(DataError, match=r"walls\.csv: cannot be written"):
        append_rows(tmp_path / "walls.csv", COLUMNS, [NEW])


@pytest.mark.parametrize("text", ["2024-05-03", "2024-05-03T10:22", "2024-05-03T10:22:05", "2024-05-03 10:22:05"])
def test_a_day(text):
    assert read_day(text, "here").isoformat() == "2024-05-03"


@pytest.mark.parametrize(
    "text", ["3 May", "03/05/2024", "13/05/2024", "2024-5-3", "2024-02-30", "20240503", "2024-05-03T25:00"]
)
def test_a_day_is_never_guessed(text):
    with pytest.raises(DataError, match="is no day like 2024-05-03"):
        read_day(text, "here")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_further_columns_are_added_to_a_header_without_them(tmp_path, end):
    read(tmp_path, PLAIN.replace("\n", end))
    append_rows(tmp_path / "walls.csv", COLUMNS, [{**NEW, "builder": "Ana"}], further=["note", "builder"])
    rows = read_handmade(tmp_path / "walls.csv", COLUMNS)
    assert [row.get("builder") for row in rows] == ["", "", "Ana"]
    assert [row.get("note") for row in rows] == ["“old”", "", "“new”, and long"]


def test_lines_are_ordered_by_day_time_and_place():
    days = ["2024-05-04", "2024-05-03T11:00", "2024-05-03T10:00"]
    assert sort_by_day(days, str) == ["2024-05-03T10:00", "2024-05-03T11:00", "2024-05-04"]
    mixed = ["2024-05-03T11:00", "2024-05-03", "2024-05-02T12:00"]
    assert sort_by_day(mixed, str) == ["2024-05-02T12:00", "2024-05-03T11:00", "2024-05-03"]
    assert sort_by_day(["2024-05-04", ""], str) == ["2024-05-04", ""]
