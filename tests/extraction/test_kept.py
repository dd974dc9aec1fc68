"""What was kept of an article is all of it, and only of that article under this program."""

from dataclasses import replace

import pytest

import onrecord
from onrecord import language
from onrecord.extraction import kept
from onrecord.extraction.extract import extract_each, extract_story
from onrecord.story import read_story
from onrecord.tables import read_rows, read_table
from onrecord.tables.extracted import ArticleRow

TEXT = "“Our pier cost 4 million euros,” Norwegian Mayor Ana Ruiz said on Monday. Paul Berg denied it, and half of it."


@pytest.fixture(scope="module")
def article():
    return read_rows(onrecord.extract({"a": TEXT}).articles, ArticleRow)[0]


@pytest.fixture(scope="module")
def made(article):
    return next(extract_each([article]))


def test_everything_comes_back(tmp_path, article, made):
    folder = kept.Kept(tmp_path, {}, "p")
    folder.write(article, made)
    assert folder.read(article) == made


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(lambda a, t: (kept.Kept(t, {"cost": ["cost"]}, "p"), a), id="measures"),
        pytest.param(lambda a, t: (kept.Kept(t, {}, "q"), a), id="pipeline"),
        pytest.param(lambda a, t: (kept.Kept(t, {}, "p"), replace(a, body=a.body + ".")), id="body"),
        pytest.param(lambda a, t: (kept.Kept(t, {}, "p"), replace(a, outlet="B")), id="outlet"),
    ],
)
def test_what_depends_on_something_else_is_not_found(tmp_path, article, made, other):
    kept.Kept(tmp_path, {}, "p").write(article, made)
    folder, wanted = other(article, tmp_path)
    assert folder.read(wanted) is None


def test_another_program_finds_nothing(tmp_path, article, made, monkeypatch):
    kept.Kept(tmp_path, {}, "p").write(article, made)
    monkeypatch.setattr(kept, "digest_program", lambda: "another")
    assert kept.Kept(tmp_path, {}, "p").read(article) is None


def test_a_spoilt_file_is_made_again(tmp_path, article, made):
    folder = kept.Kept(tmp_path, {}, "p")
    folder.write(article, made)
    next(tmp_path.glob("*.json")).write_text("{")
    assert folder.read(article) is None


def test_what_is_no_longer_wanted_is_swept(tmp_path, article, made):
    folder = kept.Kept(tmp_path, {}, "p")
    folder.write(article, made)
    folder.write(replace(article, article_id="b"), made)
    folder.sweep([article])
    assert len(list(tmp_path.glob("*.json"))) == 1


def test_a_story_is_parsed_once(standing, monkeypatch):
    story, articles = read_story(standing.name), read_table("articles", standing.processed)
    first = extract_story(articles, story)
    monkeypatch.setattr(language, "parse_all", lambda *_: pytest.fail("parsed again"))
    again = extract_story(articles, story)
    assert all(getattr(again, name).equals(getattr(first, name)) for name in vars(first))
