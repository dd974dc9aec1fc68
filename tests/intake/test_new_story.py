"""A first story.yaml for one's own articles: it runs as it stands, and nothing that exists is touched."""

import json

import pytest
from conftest import COAST, STORY

from onrecord.errors import DataError, UsageError
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
    draft = new_story.draft_story("sea-walls", own, project.root)
    folder = draft.folder
    story = read_story("sea-walls")
    assert folder == story.raw
    assert story.about.title == "Sea walls"
    assert story.outlets == ["Daily Coast", "North Post"]
    assert len(articles.read_articles(story).articles) == 2
    assert (folder / "daily-coast.txt").read_bytes() == own[0].read_bytes()
    assert "onrecord check sea-walls" in (folder / "story.yaml").read_text()


def test_the_drafted_guide_names_every_key(project, own):
    text = (new_story.draft_story("sea-walls", own, project.root).folder / "story.yaml").read_text()
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


def test_files_that_are_not_there(project, own, tmp_path):
    before = project.files()
    with pytest.raises(UsageError, match="there is no such file"):
        new_story.draft_story("sea-walls", [*own, tmp_path / "missing.txt"], project.root)
    assert project.files() == before


@pytest.mark.parametrize(
    ("file", "content", "told"),
    [
        pytest.param("page.html", "<html><body></body></html>", "no article is found", id="empty-page"),
        pytest.param("photo.jpg", "x", ".jpg is no format", id="a-picture"),
        pytest.param("twin/daily-coast.txt", COAST, "it has one id, or one text, with", id="one-name-twice"),
        pytest.param("french.txt", "La ville a fermé le mur du port lundi après la tempête.", "'fr'", id="french"),
    ],
)
def test_files_that_cannot_be_are_left_out_by_name(project, own, tmp_path, file, content, told):
    (tmp_path / "twin").mkdir()
    (tmp_path / file).write_text(content)
    draft = new_story.draft_story("sea-walls", [*own, tmp_path / file], project.root)
    (left_out,) = draft.left_out
    assert left_out.name == file.split("/")[-1]
    assert told in left_out.reason
    assert draft.articles == 2
    assert sorted(p.name for p in draft.folder.iterdir()) == ["daily-coast.txt", "north_post.txt", "story.yaml"]


def test_no_article_at_all(project, tmp_path):
    (tmp_path / "photo.jpg").write_text("x")
    before = project.files()
    with pytest.raises(DataError, match=r"photo\.jpg: \.jpg is no format"):
        new_story.draft_story("sea-walls", [tmp_path / "photo.jpg"], project.root)
    assert project.files() == before


def test_a_corpus_is_no_story(project, own, monkeypatch):
    monkeypatch.setattr(new_story, "MOST_ARTICLES", 1)
    with pytest.raises(UsageError, match="are a corpus"):
        new_story.draft_story("sea-walls", own, project.root)


def test_what_files_say_is_marked_as_guessed(project, tmp_path):
    page = f"""<html><head><title>Wall: shut | Gull Times</title><meta name="date" content="2019-03-06"></head><body>
    <article><h1>Wall: shut</h1><p>{COAST}</p><p>{COAST.replace("harbour", "port")}</p></article></body></html>"""
    row = {"text": COAST.replace("harbour", "sea"), "source": "Coast: News", "date": "2019-03-05", "id": 7}
    (tmp_path / "page.html").write_text(page)
    (tmp_path / "rows.jsonl").write_text(json.dumps(row))
    draft = new_story.draft_story("sea-walls", [tmp_path / "page.html", tmp_path / "rows.jsonl"], project.root)
    text = (draft.folder / "story.yaml").read_text()
    assert "    outlet: Gull Times  # from the file\n    headline: 'Wall: shut'  # from the file\n" in text
    assert "    published: 2019-03-06  # from the file\n    published_basis: metadata\n" in text
    assert "  rows-7.txt:\n    outlet: 'Coast: News'\n    published: 2019-03-05\n" in text
    assert read_story("sea-walls").outlets == ["Gull Times", "Coast: News"]
    assert new_story.count_guesses(draft.folder / "story.yaml") == 3


def test_a_day_with_two_readings_is_asked_for(project, tmp_path):
    (tmp_path / "rows.csv").write_text(f'text,date\n"{COAST}",03/04/2019\n')
    draft = new_story.draft_story("sea-walls", [tmp_path / "rows.csv"], project.root)
    told = "# published: YYYY-MM-DD   (the file says 03/04/2019; if that has two readings: --map published=COLUMN:DMY"
    assert told in (draft.folder / "story.yaml").read_text()


def test_an_author_whom_the_text_names_stays(project, tmp_path):
    (tmp_path / "rows.csv").write_text(f'text,author\n"By Ivo Brandt\n\n{COAST}",Coast Staff\n')
    draft = new_story.draft_story("sea-walls", [tmp_path / "rows.csv"], project.root)
    assert "byline" not in (draft.folder / "story.yaml").read_text().split("articles:\n")[1]


def test_an_export_names_its_authors(project, tmp_path):
    (tmp_path / "rows.csv").write_text(f'text,author\n"{COAST}",Ana Roe\n')
    draft = new_story.draft_story("sea-walls", [tmp_path / "rows.csv"], project.root)
    assert "    byline: Ana Roe\n" in (draft.folder / "story.yaml").read_text()
    assert [entry.byline for entry in read_story("sea-walls").about.articles.values()] == ["Ana Roe"]


def test_only_the_articles_that_are_wanted(project, own):
    draft = new_story.draft_story("sea-walls", own, project.root, wanted=frozenset({"north_post"}))
    assert list(read_story("sea-walls").about.articles) == ["north_post.txt"]
    assert draft.articles == 1


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
