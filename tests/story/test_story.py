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


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("alias,actor,same\nAna,Ana Duarte,true\n", [("Ana", "Ana Duarte", True)], id="same"),
        pytest.param("alias,actor,same\nAna,Bo Duarte,False\n", [("Ana", "Bo Duarte", False)], id="not-the-same"),
        pytest.param("alias,actor,same\n", [], id="no-rows"),
    ],
)
def test_aliases(project, text, rows):
    project.write("aliases.csv", text)
    assert [line[:3] for line in story.read_story(STORY).read_aliases()] == rows


def test_aliases_may_say_who_decided_and_where_they_stand(project):
    project.write("aliases.csv", "alias;actor;same;reviewer;on;note\nAna;Ana Duarte;true;AB;2024-05-03;sure\n")
    (line,) = story.read_story(STORY).read_aliases()
    assert line.where == f"data/raw/{STORY}/aliases.csv, line 2"


def test_two_files_of_one_name_are_told(project):
    project.edit_story("  fjord-post.txt:", "  coast-news.md:")
    with pytest.raises(StoryError, match=r"coast-news\.md and coast-news\.txt have one name"):
        story.read_story(STORY)


def test_no_aliases_without_the_file(project):
    assert story.read_story(STORY).read_aliases() == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("alias,actor,same\nAna,Ana Duarte,perhaps\n", 2, id="neither-true-nor-false"),
        pytest.param("alias,actor\nAna,Ana Duarte\n", 1, id="column-missing"),
        pytest.param("alias,actor,same\nAna,Ana Duarte,true\n,Bo,true\n", 3, id="empty-alias"),
        pytest.param("alias,actor,same\nAna,Ana Duarte\n", 2, id="field-missing"),
    ],
)
def test_faulty_aliases_name_the_line(project, text, line):
    project.write("aliases.csv", text)
    with pytest.raises(StoryError, match=rf"aliases\.csv, line {line}:"):
        story.read_story(STORY).read_aliases()


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
