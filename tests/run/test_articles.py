"""Commands that begin with articles: new, stories, extract."""

import json

import pytest
from conftest import COAST, FJORD

from onrecord.tables import read_table

OTHER = COAST.replace("harbour", "port").replace("wall", "quay")


@pytest.fixture
def export(tmp_path):
    """An export of three articles of two outlets, one row of it broken, beside a picture."""
    folder = tmp_path / "news"
    folder.mkdir()
    rows = [
        {"text": COAST, "source": "Coast News", "date": "2019-03-05", "id": "c"},
        {"text": FJORD, "source": "Fjord Post", "date": "2019-03-05", "id": "f"},
    ]
    (folder / "export.jsonl").write_text("\n".join([*map(json.dumps, rows), "broken"]))
    (folder / "photo.jpg").write_text("x")
    return folder


def test_pages_and_exports_to_a_story(project, call, export):
    code, out, _ = call("new", "walls", str(export))
    assert code == 0
    assert "photo.jpg: .jpg is no format that is read" in out
    assert "export.jsonl, row 3: its line is no JSON" in out
    assert "2 articles" in out
    assert call("check", "walls")[0] == 0


def test_an_event_becomes_a_story(project, call, export):
    code, out, _ = call("stories", str(export))
    assert code == 0
    key = out.split("onrecord new STORY --from ")[1].split()[0]
    assert "Coast News: " in out
    code, out, _ = call("new", "walls", str(export), "--from", key)
    assert (code, "2 articles" in out) == (0, True)
    other = export.parent / "other.txt"
    other.write_text(COAST)
    code, _, err = call("new", "again", str(other), "--from", key)
    assert (code, "is not among these files" in err) == (2, True)
    code, _, err = call("new", "again", str(export), "--from", "12345678")
    assert (code, "no such event" in err) == (2, True)


def test_a_copy_in_an_event_is_told(project, call, tmp_path):
    text = "\n\n".join([COAST, FJORD, COAST.replace("wall", "quay")])
    for outlet in ("Coast News", "Gull"):
        row = {"text": text, "source": outlet, "id": outlet}
        (tmp_path / f"{outlet[0]}.jsonl").write_text(json.dumps(row))
    out = call("stories", str(tmp_path / "C.jsonl"), str(tmp_path / "G.jsonl"))[1]
    assert "(the text of Coast News)" in out


def test_no_event(project, call, tmp_path):
    (tmp_path / "a.txt").write_text(COAST)
    code, out, _ = call("stories", str(tmp_path / "a.txt"))
    assert (code, out.strip()) == (0, "0 events with 0 of 1 article.")


def test_extract_reads_every_format(project, call, export, tmp_path):
    assert call("extract", str(export), "--out", str(tmp_path / "out"))[0] == 0
    articles = read_table("articles", tmp_path / "out")
    assert list(articles["article_id"]) == ["export-c", "export-f"]
    assert list(articles["outlet"]) == ["Coast News", "Fjord Post"]


def test_columns_are_named(project, call, tmp_path):
    (tmp_path / "a.csv").write_text(f'words,paper\n"{FJORD}",Gull\n')
    code, out, _ = call("extract", str(tmp_path / "a.csv"), "--out", str(tmp_path / "out"))
    assert (code, "--map body=COLUMN" in out) == (3, True)
    told = ("--map", "body=words", "--map", "outlet=paper")
    assert call("extract", str(tmp_path / "a.csv"), "--out", str(tmp_path / "out"), *told)[0] == 0
    assert list(read_table("articles", tmp_path / "out")["outlet"]) == ["Gull"]


def test_nothing_is_fetched(project, call, tmp_path):
    code, _, err = call("new", "walls", "https://coast.example/storm")
    assert (code, "https://coast.example/storm: nothing is fetched from the net" in err) == (2, True)


def test_days_that_cannot_be_read_are_told(project, call, tmp_path):
    (tmp_path / "rows.csv").write_text(f'text,date\n"{COAST}",03/04/2019\n"{FJORD}",2019-03-04\n')
    code, out, _ = call("extract", str(tmp_path / "rows.csv"), "--out", str(tmp_path / "out"))
    assert code == 0
    assert "1 day could not be read, or has two readings: '03/04/2019'" in out
    code, out, _ = call(
        "extract", str(tmp_path / "rows.csv"), "--out", str(tmp_path / "out"), "--map", "published=date:DMY"
    )
    assert code == 0 and "two readings" not in out
    assert list(read_table("articles", tmp_path / "out")["published"].dt.strftime("%Y-%m-%d")) == [
        "2019-04-03",
        "2019-03-04",
    ]
