"""A first story.yaml for one's own articles: it runs as it stands, and nothing that exists is touched."""

import pytest
from conftest import COAST, STORY

from onrecord.errors import UsageError
from onrecord.intake import articles, new_story
from onrecord.story.story import read_story


@pytest.fixture
def own(project, tmp_path):
    """Two texts of one's own outside the project."""
    files = [tmp_path / "daily-coast.txt", tmp_path / "north_post.txt"]
    for file, text in zip(files, (COAST, COAST.replace("harbour", "port")), strict=True):
        file.write_text(text, encoding="utf8")
    return files


def test_a_drafted_story_can_be_read(project, own):
    folder = new_story.draft_story("sea-walls", own, project.root)
    story = read_story("sea-walls")
    assert folder == story.raw
    assert story.about.title == "Sea walls"
    assert story.outlets == ["Daily Coast", "North Post"]
    assert len(articles.read_articles(story).articles) == 2
    assert (folder / "daily-coast.txt").read_bytes() == own[0].read_bytes()
    assert "onrecord check sea-walls" in (folder / "story.yaml").read_text()


def test_the_drafted_guide_names_every_key(project, own):
    text = (new_story.draft_story("sea-walls", own, project.root) / "story.yaml").read_text()
    from onrecord.story import ArticleEntry, MeasureEntry

    for key in (*ArticleEntry.model_fields, *MeasureEntry.model_fields):
        assert key in text


@pytest.mark.parametrize(
    ("name", "told"),
    [
        pytest.param(STORY, "already there", id="exists"),
        pytest.param("reference", "already there", id="a-folder-of-ours"),
        pytest.param("Sea Walls", "small letters", id="capitals-and-space"),
        pytest.param("../walls", "small letters", id="path"),
        pytest.param("", "small letters", id="empty"),
        pytest.param("-walls", "small letters", id="looks-like-an-option"),
        pytest.param("walls\n", "small letters", id="line-feed"),
    ],
)
def test_names_that_cannot_be(project, own, name, told):
    before = project.files()
    with pytest.raises(UsageError, match=told) as caught:
        new_story.draft_story(name, own, project.root)
    assert caught.value.remedy
    assert project.files() == before


@pytest.mark.parametrize(
    ("file", "told"),
    [
        pytest.param("missing.txt", "no such file", id="missing"),
        pytest.param("page.html", "is no .txt file", id="another-format"),
        pytest.param("twin/daily-coast.txt", "have one name", id="one-name-twice"),
        pytest.param("twin", "no such file", id="a-folder"),
    ],
)
def test_files_that_cannot_be(project, own, tmp_path, file, told):
    (tmp_path / "twin").mkdir()
    for name in ("page.html", "twin/daily-coast.txt"):
        (tmp_path / name).write_text(COAST)
    before = project.files()
    with pytest.raises(UsageError, match=told) as caught:
        new_story.draft_story("sea-walls", [*own, tmp_path / file], project.root)
    assert file.split("/")[-1] in caught.value.what
    assert project.files() == before


@pytest.mark.parametrize(
    ("stem", "outlet"),
    [
        pytest.param("daily-news", "Daily News", id="hyphen"),
        pytest.param("north_post", "North Post", id="underscore"),
        pytest.param("---", "---", id="no-word"),
    ],
)
def test_a_guess_at_the_outlet(stem, outlet):
    assert new_story._outlet(stem) == outlet
