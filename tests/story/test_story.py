"""Stories: what story.yaml may say, and one clear message for whatever it may not."""

from datetime import date

import pytest
from conftest import STORY

from onrecord import story
from onrecord.errors import OnRecordError, StoryError, UsageError


def test_read_story(project):
    found = story.read_story(STORY)
    assert found.about.title == "Are Portugal's harbours safe?"
    assert list(found.about.articles) == ["coast-news.txt", "fjord-post.txt"]
    assert found.outlets == ["Coast News", "Fjord Post"]
    assert found.about.articles["coast-news.txt"].published == date(2019, 3, 5)
    assert found.about.articles["fjord-post.txt"].full_text is False  # unless the licence lets it


def test_folders_hang_together(project):
    found = story.read_story(STORY)
    assert found.raw == project.raw
    assert found.processed == project.processed
    assert found.reports == project.reports
    assert found.reference == project.root / "data" / "raw" / "reference"
    assert found.work == project.root / ".onrecord" / STORY


@pytest.mark.parametrize(
    ("name", "told"),
    [
        pytest.param("harbor-wall", "Did you mean 'harbour-wall'?", id="near"),
        pytest.param("zzz", "no story 'zzz'", id="nothing-near"),
        pytest.param("", "no story ''", id="empty"),
        pytest.param("reference", "no story 'reference'", id="a-folder-without-story-yaml"),
        pytest.param("../raw/harbour-wall", "no story", id="a-path"),
    ],
)
def test_a_story_that_does_not_exist(project, name, told):
    with pytest.raises(UsageError, match=told) as caught:
        story.read_story(name)
    assert STORY in caught.value.remedy
    assert "onrecord new" in caught.value.remedy


DATE = "    published: 2019-03-05\n    published_basis: stated"
FAULTS = [
    pytest.param("title: Are", "titel: Are", ["titel: there is no such key. Did you mean 'title'?"], id="wrong-key"),
    pytest.param(
        "    licence: CC BY 4.0",
        "    license: CC BY 4.0",
        ["articles: coast-news.txt: license", "Did you mean 'licence'?"],
        id="wrong-key-of-an-article",
    ),
    pytest.param(
        "    words: [population]",
        "    word: [population]",
        ["measures: population: word: there is no such key. Did you mean 'words'?"],
        id="wrong-key-of-a-measure",
    ),
    pytest.param(
        "    outlet: Coast News\n", "", ["articles: coast-news.txt: outlet: is missing"], id="key-that-is-missing"
    ),
    pytest.param(
        DATE,
        DATE.replace("2019-03-05", "5 March 2019"),
        ["coast-news.txt: published", "5 March 2019"],
        id="bad-date-in-words",
    ),
    pytest.param(
        DATE,
        DATE.replace("2019-03-05", "2019-13-05"),
        ["coast-news.txt: published", "2019-13-05"],
        id="bad-date-no-such-month",
    ),
    pytest.param(
        DATE,
        DATE.replace("2019-03-05", "2019-02-30"),
        ["coast-news.txt: published", "2019-02-30"],
        id="bad-date-no-such-day",
    ),
    pytest.param(
        "published_basis: stated", "published_basis: rumour", ["published_basis", "'rumour'"], id="basis-not-listed"
    ),
    pytest.param("full_text: true", "full_text: perhaps", ["full_text", "'perhaps'"], id="flag-that-is-none"),
    pytest.param("title: Are", "title: [Are", ["story.yaml", "line"], id="no-yaml"),
]


@pytest.mark.parametrize(("old", "new", "told"), FAULTS)
def test_a_faulty_story_yaml(project, old, new, told):
    project.edit_story(old, new)
    before = project.files()
    with pytest.raises(StoryError) as caught:
        story.read_story(STORY)
    assert f"{STORY}/story.yaml" in caught.value.what
    for words in told:
        assert words in caught.value.what
    assert caught.value.remedy
    assert project.files() == before


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"- a\n- b\n", id="a-list"),
        pytest.param(b"title: \xff\xfe\xfa", id="no-utf8"),
        pytest.param(b"title: a\nquestion: b\narticles: {}\n", id="no-article"),
    ],
)
def test_story_yaml_that_is_no_story(project, content):
    project.write("story.yaml", content)
    with pytest.raises(StoryError, match=r"story\.yaml"):
        story.read_story(STORY)


def test_every_problem_is_told_at_once(project):
    project.edit_story("title: Are", "titel: Are")
    project.edit_story("published_basis: stated", "published_basis: rumour")
    with pytest.raises(StoryError) as caught:
        story.read_story(STORY)
    assert "titel" in caught.value.what
    assert "rumour" in caught.value.what


def test_a_date_is_not_required(project):
    project.edit_story(DATE + "\n", "")
    assert story.read_story(STORY).about.articles["coast-news.txt"].published is None


def test_aliases_are_settled(project):
    project.write("aliases.csv", "alias,actor,same\nAna,Ana Duarte,true\n")
    (line,) = story.read_story(STORY).read_aliases().lines
    assert line.where == f"data/raw/{STORY}/aliases.csv, line 2"


def test_two_files_of_one_name_are_told(project):
    project.edit_story("  fjord-post.txt:", "  coast-news.md:")
    with pytest.raises(StoryError, match=r"coast-news\.md and coast-news\.txt have one name"):
        story.read_story(STORY)


def test_find_root_goes_upwards(project, monkeypatch):
    monkeypatch.delenv("ONRECORD_ROOT")
    monkeypatch.chdir(project.raw)
    assert story.find_root() == project.root.resolve()


def test_find_root_outside_any_project_is_the_checkout(tmp_path, monkeypatch):
    monkeypatch.delenv("ONRECORD_ROOT", raising=False)
    monkeypatch.chdir(tmp_path)
    root = story.find_root()
    assert (root / "data" / "raw").is_dir()
    assert (root / "notebooks").is_dir()


def test_no_project_at_all(tmp_path, monkeypatch):
    monkeypatch.delenv("ONRECORD_ROOT", raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(story.story, "__file__", str(tmp_path / "a" / "b" / "c" / "d" / "story.py"))
    with pytest.raises(UsageError) as caught:
        story.find_root()
    assert "ONRECORD_ROOT" in caught.value.remedy


def test_list_stories(project):
    (project.root / "data" / "raw" / "empty").mkdir()
    assert story.list_stories(project.root) == [STORY]


def test_every_error_of_this_module_has_a_remedy(project):
    project.edit_story("title: Are", "titel: Are")
    with pytest.raises(OnRecordError) as caught:
        story.read_story(STORY)
    assert caught.value.remedy.endswith(".")
