"""What a user names → articles to read: nothing silent, nothing from outside, nothing without bound."""

import json
import stat
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import DataError, UsageError
from onrecord.intake import inputs
from onrecord.intake.formats import READERS
from onrecord.intake.inputs import Item, LeftOut, find_items, make_id, read_bytes, read_content, read_item
from onrecord.intake.received import Metadata

PROSE = "The council closed the harbour wall on Monday after the storm, its speaker told reporters."


@pytest.fixture
def folder(tmp_path):
    """A folder as people have them: texts, a saved page with its pictures, an export, and what is none of these."""
    for name, content in {
        "coast/1.txt": PROSE,
        "coast/2.txt": PROSE,
        "gull/1.txt": PROSE,
        "gull/page_files/style.css": "x",
        "gull/page.html": "<html></html>",
        "court_files/3.txt": PROSE,
        ".hidden.txt": PROSE,
        "story.yaml": "x",
        "picture.jpg": "x",
        "export.jsonl": "\n".join(json.dumps({"text": f"{PROSE} {n}", "id": n}) for n in range(2)) + "\nbroken",
    }.items():
        path = tmp_path / "folder" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    return tmp_path / "folder"


def test_a_folder(folder):
    found = list(find_items([folder]))
    assert [one.article_id for one in found if isinstance(one, Item)] == [
        "coast-1", "coast-2", "court_files-3", "export-0", "export-1", "gull-1", "gull-page",
    ]  # fmt: skip
    assert {one.article_id: one.reason for one in found if isinstance(one, LeftOut)} == {
        "export-row-3": "its line is no JSON",
        "picture": ".jpg is no format that is read",
    }


def test_a_glob_and_a_file(folder):
    found = list(find_items([f"{folder}/coast/*.txt", folder / "gull" / "1.txt"]))
    assert [one.article_id for one in found] == ["1", "2", "1"]
    assert found[2].reason.startswith("it has one id, or one text, with 1.txt")


def test_a_file_that_is_named_twice_is_read_once(folder):
    named = [folder / "coast", folder / "coast" / "1.txt", f"{folder}/coast/*.txt"]
    assert [one.article_id for one in find_items(named)] == ["1", "2"]


def test_a_pattern_reads_no_parts_of_pages(folder):
    found = [one.article_id for one in find_items([f"{folder}/gull/**/*"])]
    assert found == ["1", "page"]


def test_a_link_to_a_folder_is_told(folder, tmp_path):
    (tmp_path / "other").mkdir()
    (folder / "link").symlink_to(tmp_path / "other")
    assert {one.article_id: one for one in find_items([folder])}["link"].reason == "it is a link to a file elsewhere"


def test_a_reader_that_breaks_costs_its_file(monkeypatch):
    def fail(_):
        raise RecursionError("too deep")

    monkeypatch.setitem(READERS, ".txt", fail)
    for read in (lambda: read_item(Item("a.txt", "a", ".txt", b"")), lambda: read_content("a.txt", b"")):
        with pytest.raises(DataError, match="it cannot be read: RecursionError: too deep"):
            read()


@pytest.mark.parametrize(
    ("named", "told"),
    [
        pytest.param("https://coast.example/storm", "nothing is fetched from the net", id="address"),
        pytest.param("nowhere.txt", "there is no such file", id="missing"),
        pytest.param("nowhere/*.txt", "there is no such file", id="glob-without-match"),
    ],
)
def test_what_is_not_there(named, told):
    with pytest.raises(UsageError, match=told) as caught:
        list(find_items([named]))
    assert caught.value.remedy


def test_an_empty_folder(tmp_path):
    with pytest.raises(UsageError, match="holds no files"):
        list(find_items([tmp_path]))


def test_a_link_out_of_the_folder_is_not_followed(folder, tmp_path):
    (tmp_path / "secret.txt").write_text(PROSE)
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "gone.txt").symlink_to(tmp_path / "gone.txt")
    found = {one.article_id: one for one in find_items([folder])}
    assert "link to a file elsewhere" in found["link"].reason
    assert isinstance(found["gone"], LeftOut)
    with pytest.raises(DataError, match="link to a file elsewhere"):
        read_bytes(folder / "link.txt")


def test_a_file_that_is_too_large_is_not_read(folder, monkeypatch):
    monkeypatch.setattr(inputs, "LARGEST", 10)
    found = {one.article_id: one for one in find_items([folder])}
    assert "bytes are more than" in found["coast-1"].reason
    with pytest.raises(DataError, match="bytes are more than"):
        read_bytes(folder / "coast" / "1.txt")


def packed(tmp_path, members: dict[str, bytes], links=()) -> str:
    path = tmp_path / "articles.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name, content)
        for name in links:
            info = zipfile.ZipInfo(name)
            info.external_attr = (stat.S_IFLNK | 0o777) << 16
            file.writestr(info, "/etc/passwd")
    return str(path)


def test_a_zip(tmp_path):
    members = {
        "news/1.txt": PROSE.encode(),
        "__MACOSX/1.txt": b"x",
        "../climb.txt": PROSE.encode(),
        "/root.txt": PROSE.encode(),
        "bomb.txt": b" " * 3_000_000,
        "inner.zip": b"PK",
        "export.csv": f'text\n"{PROSE}"\n'.encode(),
    }
    found = list(find_items([packed(tmp_path, members, links=["link.txt"])]))
    assert [one.article_id for one in found if isinstance(one, Item)][-1] == "news-1"
    reasons = {one.name.split(": ")[1]: one.reason for one in found if isinstance(one, LeftOut)}
    assert reasons["../climb.txt"] == reasons["/root.txt"] == "its path leads out of the archive"
    assert reasons["link.txt"] == "it is a link"
    assert "times its size" in reasons["bomb.txt"]
    assert reasons["inner.zip"] == "it is an archive in an archive"
    assert sum(isinstance(one, Item) for one in found) == 2


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"no zip at all"])
def test_a_broken_zip(tmp_path, content):
    (tmp_path / "a.zip").write_bytes(content)
    (found,) = find_items([tmp_path / "a.zip"])
    assert found.reason == "it cannot be read as a zip"


def test_columns_go_before_what_the_text_says():
    item = Item("a", "a", ".md", f"# Storm\n\n{PROSE}".encode(), Metadata(outlet="Coast News", headline="Wall shut"))
    about = read_item(item).metadata
    assert (about.outlet, about.headline) == ("Coast News", "Wall shut")


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("news/2019/a", "news-2019-a"),
        ("Évora 1", "Évora-1"),
        ("../..", "article"),
        ("a" * 300, "a" * 89 + "-9835fa6bf4"),
        ("x:y?", "x-y"),
    ],
)
def test_ids(words, made):
    assert make_id(words) == made


@pytest.mark.parametrize("suffix", READERS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=400), text=st.text(max_size=200))
def test_no_bytes_break_a_reader(suffix, content, text):
    for one in (
        content,
        text.encode("utf8", "surrogatepass"),
        b"<html>" + content,
        b"%PDF-1.4" + content,
        b"PK\x03\x04" + content,
    ):
        try:
            assert READERS[suffix](one).text
        except DataError as error:
            assert error.what
            assert error.remedy


@pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".parquet", ".zip"])
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=400))
def test_no_bytes_break_an_export(tmp_path, suffix, content):
    path = tmp_path / f"a{suffix}"
    path.write_bytes(content)
    for found in find_items([path]):
        assert isinstance(found, Item) or found.reason
