"""Files → texts: what shows that a file is no article whatever its name says."""

import pytest

from onrecord.errors import DataError
from onrecord.intake.formats import LONGEST_ARTICLE, check_prose, read_text

PROSE = "The council closed the harbour wall on Monday after the storm, its speaker told reporters."


def write(tmp_path, content, name="a.txt"):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize("name", ["a.txt", "a.TXT", "a.Txt"])
def test_text_files_are_read(tmp_path, name):
    assert read_text(write(tmp_path, PROSE, name)).text == PROSE


NONE = [
    pytest.param("<!DOCTYPE html><html><body>It rained.</body></html>", "it is HTML", id="html"),
    pytest.param("  <html><p>It rained.</p></html>", "it is HTML", id="html-after-spaces"),
    pytest.param(f"{PROSE} " + "<p class='x'>It rained.</p>" * 6, "it is HTML", id="markup-inside"),
    pytest.param('<?xml version="1.0"?><nitf/>', "it is XML", id="xml"),
    pytest.param("{\\rtf1\\ansi It rained.}", "it is RTF", id="rtf"),
    pytest.param('{"headline": "Storm", "body": "It rained."}', "it is JSON", id="json"),
    pytest.param('[{"a": 1}]', "it is JSON", id="json-list"),
    pytest.param(b"%PDF-1.7 \xe2\xe3\xcf\xd3 stream", "it is PDF", id="pdf"),
    pytest.param("", "the file is empty", id="empty"),
    pytest.param("word " * (LONGEST_ARTICLE // 4), "are more than the 300,000", id="a-book"),
]


@pytest.mark.parametrize(("content", "told"), NONE)
def test_what_is_no_article(tmp_path, content, told):
    with pytest.raises(DataError) as caught:
        read_text(write(tmp_path, content))
    assert told in caught.value.what
    assert caught.value.remedy


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(f"[Correction] {PROSE}", id="brackets"),
        pytest.param(f"{PROSE} He wrote <sic> twice, and x < y > z.", id="a-few-angles"),
        pytest.param("{“No,” she said.} It rained.", id="braces"),
    ],
)
def test_prose_with_such_marks_is_an_article(tmp_path, content):
    assert read_text(write(tmp_path, content)).text == content


def test_a_link_out_of_the_folder_is_refused(tmp_path):
    folder = tmp_path / "story"
    folder.mkdir()
    secret = write(tmp_path, PROSE, "secret.txt")
    (folder / "a.txt").symlink_to(secret)
    with pytest.raises(DataError, match="is a link to a file elsewhere"):
        read_text(folder / "a.txt")


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(DataError, match=r"there is no file a\.txt"):
        read_text(tmp_path / "a.txt")


@pytest.mark.parametrize(
    ("body", "told"),
    [
        pytest.param("It rained.", "only 2 words", id="short"),
        pytest.param("La ville a fermé le mur du port lundi après la tempête, a dit son maire.", "'fr'", id="french"),
    ],
)
def test_prose(body, told):
    with pytest.raises(DataError) as caught:
        check_prose(body)
    assert told in caught.value.what
    check_prose(PROSE)
