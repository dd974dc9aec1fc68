"""One zip with everything behind a report."""

import zipfile

import pytest

from onrecord.errors import DataError, UsageError
from onrecord.report.pack import verify_pack, write_pack
from onrecord.story import read_story


@pytest.fixture
def packed(written, standing, tmp_path):
    return write_pack(read_story("harbour-wall", standing.root), tmp_path / "pack.zip")


def test_what_is_in_it(packed):
    names = set(zipfile.ZipFile(packed).namelist())
    assert {"SHA256SUMS", "report/index.html", "report/datapackage.json", "data/raw/harbour-wall/story.yaml"} <= names
    assert "data/raw/harbour-wall/coast-news.txt" in names  # its full text may be published
    assert "data/raw/harbour-wall/fjord-post.txt" not in names


def test_notebooks_go_along_without_what_they_showed(written, standing, tmp_path):
    path = standing.root / "notebooks" / "explore.ipynb"
    path.write_text(
        path.read_text(encoding="utf8").replace('"outputs": []', '"outputs": [{"text": "a whole article"}]')
    )
    packed = write_pack(read_story("harbour-wall", standing.root), tmp_path / "pack.zip")
    assert b"a whole article" not in zipfile.ZipFile(packed).read("notebooks/explore.ipynb")


def test_a_place_that_cannot_be_written_is_told(written, standing, tmp_path):
    for target in (tmp_path / "nowhere" / "x.zip", tmp_path):
        with pytest.raises(UsageError, match="cannot be written"):
            write_pack(read_story("harbour-wall", standing.root), target)


def test_it_is_verified(packed):
    lines = verify_pack(packed)
    assert lines[0].endswith("files are as their checksums say")
    assert any(line.startswith("coast-news:") and "at their places" in line for line in lines)
    assert any(line.startswith("fjord-post: not at hand") for line in lines)


def test_the_same_files_give_the_same_bytes(packed, standing, tmp_path):
    again = write_pack(read_story("harbour-wall", standing.root), tmp_path / "again.zip")
    assert again.read_bytes() == packed.read_bytes()


def spoil(path, change):
    with zipfile.ZipFile(path) as zipped:
        held = {name: zipped.read(name) for name in zipped.namelist()}
    with zipfile.ZipFile(path, "w") as zipped:
        for name, content in change(held).items():
            zipped.writestr(name, content)


SPOILT = [
    pytest.param(lambda held: held | {"report/index.html": b"<p>x"}, "report/index.html was changed", id="changed"),
    pytest.param(lambda held: held | {"report/new.txt": b"x"}, "report/new.txt was added", id="added"),
    pytest.param(lambda held: {k: v for k, v in held.items() if not k.endswith("claims.csv")}, "claims.csv is missing",
                 id="missing"),
    pytest.param(lambda held: {"a": b""}, "is no pack", id="another-zip"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "message"), SPOILT)
def test_what_differs_is_named(packed, change, message):
    spoil(packed, change)
    with pytest.raises(DataError, match=message):
        verify_pack(packed)


def test_what_is_no_zip_is_told(tmp_path):
    (tmp_path / "x.zip").write_bytes(b"no zip")
    with pytest.raises(DataError, match=r"x\.zip: cannot be read as a pack"):
        verify_pack(tmp_path / "x.zip")


def test_a_story_without_a_report_has_no_pack(project, tmp_path):
    with pytest.raises(UsageError, match="there is no report yet"):
        write_pack(read_story("harbour-wall", project.root), tmp_path / "pack.zip")
