"""A story's files → articles: what is kept, and what is left out by name."""

import hashlib

import pytest
from conftest import COAST, STORY

from onrecord import story
from onrecord.errors import DataError
from onrecord.intake import articles
from onrecord.language.words import count_words

PROSE = "The council of the town closed the harbour wall on Monday after the storm, its speaker told reporters."


def read():
    return articles.read_articles(story.read_story(STORY))


def test_read_articles(project):
    cleaned = read()
    row = cleaned.articles.iloc[0]
    assert cleaned.articles["article_id"].tolist() == ["coast-news", "fjord-post"]
    assert row["dateline"] == "LISBON (Coast News)"
    assert row["body"].startswith("Portugal rejected")
    assert row["source_sha256"] == hashlib.sha256(COAST.encode()).hexdigest()
    assert row["words"] == count_words(row["body"])
    assert len(cleaned.exclusions) == 0
    assert cleaned.notices == []


PERSIAN = "وزیر خارجه روز دوشنبه گفت که دیوار بندر پس از توفان بسته شده است و شهر در امان است. " * 10
LEFT_OUT = [
    pytest.param("", "empty", id="empty"),
    pytest.param("\ufeff \n\t\n", "empty", id="only-white-space"),
    pytest.param(b"\x7fELF\0\0\1\2" * 40, "no text", id="binary"),
    pytest.param("The wall held. " * 70_000, "1,0", id="one-million-characters"),
    pytest.param("“" * 500 + "”" * 500, "only 0 words", id="all-quotation-marks"),
    pytest.param("“ ” " * 500, "only 0 words", id="all-quotation-marks-apart"),
    pytest.param(PERSIAN, "'fa'", id="persian"),
    pytest.param("LISBON – Storm.", "only 1 word", id="hardly-a-word"),
    pytest.param(COAST, "the same words as coast-news, by the same outlet", id="two-articles-alike"),
]


@pytest.mark.parametrize(("content", "reason"), LEFT_OUT)
def test_a_file_that_cannot_be_used_is_left_out_by_name(project, content, reason):
    project.write("third.txt", content)
    project.edit_story("  fjord-post.txt:", "  third.txt:\n    outlet: Coast News\n  fjord-post.txt:")
    before = project.files()
    cleaned = read()
    assert cleaned.articles["article_id"].tolist() == ["coast-news", "fjord-post"]
    row = cleaned.exclusions.iloc[0]
    assert (row["step"], row["article_id"]) == ("01-clean", "third")
    assert reason in row["reason"]
    assert (row["rows_before"], row["rows_after"]) == (3, 2)
    assert project.files() == before


def test_another_outlet_s_copy_is_kept_and_told(project):
    project.write("third.txt", COAST)
    project.edit_story("  fjord-post.txt:", "  third.txt:\n    outlet: Third Paper\n  fjord-post.txt:")
    cleaned = read()
    assert "third" in cleaned.articles["article_id"].tolist()
    assert cleaned.notices == ["third shares 100% of a text with coast-news; they are equal."]


def test_an_article_about_the_same_event_is_no_copy(project):
    project.edit_story("    outlet: Fjord Post", "    outlet: Coast News")
    cleaned = read()
    assert len(cleaned.articles) == 2
    assert cleaned.notices == []


def test_story_yaml_decides_over_a_date_line(project):
    project.write("coast-news.txt", f"Harbour wall closed after storm\n7 March 2019\n\n{PROSE}")
    assert read().articles["published"].dt.day.tolist() == [5, 5]
    project.edit_story("    outlet: Coast News\n    published: 2019-03-05\n", "    outlet: Coast News\n")
    cleaned = read().articles
    assert cleaned["published"].dt.day.tolist() == [7, 5]
    assert cleaned["published_basis"].tolist() == ["stated", "inferred"]


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("stray.txt", id="text"),
        pytest.param("photo.jpg", id="picture"),
    ],
)
def test_a_file_that_story_yaml_does_not_list_is_told(project, name):
    project.write(name, PROSE)
    assert read().exclusions["reason"].tolist() == [f"{name} is not listed in story.yaml"]


@pytest.mark.parametrize("name", ["review.csv", "aliases.csv", "README.md", ".hidden"])
def test_hand_made_files_are_no_articles(project, name):
    project.write(name, "alias,actor,same\n")
    assert len(read().exclusions) == 0


def test_another_format_is_told(project):
    project.write("third.docx", PROSE)
    project.edit_story("  fjord-post.txt:", "  third.docx:\n    outlet: Coast News\n  fjord-post.txt:")
    assert read().exclusions["reason"].tolist() == ["it cannot be read as a Word file"]


def test_a_format_that_nobody_reads_is_told(project):
    project.write("third.xls", PROSE)
    project.edit_story("  fjord-post.txt:", "  third.xls:\n    outlet: Coast News\n  fjord-post.txt:")
    assert read().exclusions["reason"].tolist() == ["third.xls: .xls is no format that is read"]


def test_a_web_page_is_an_article_and_story_yaml_decides(project):
    page = f"""<html><head><title>Storm | Gull Times</title><meta name="date" content="2019-03-06"></head><body>
    <article><h1>Storm closes wall</h1><p>{PROSE}</p><p>{PROSE.replace("closed", "shut")}</p></article></body></html>"""
    project.write("third.html", page)
    project.edit_story("  fjord-post.txt:", "  third.html:\n    outlet: Gull\n  fjord-post.txt:")
    row = read().articles.set_index("article_id").loc["third"]
    assert (row["outlet"], row["headline"], f"{row['published']:%d}") == ("Gull", "Storm closes wall", "06")
    assert row["published_basis"] == "metadata"
    assert row["body"].split("\n\n")[0] == PROSE


def test_lines_of_furniture_are_counted(project):
    project.write("coast-news.txt", f"{COAST}\n\nAdvertisement\n\nRead more: Wall closed\n\n{PROSE}")
    cleaned = read()
    row = cleaned.exclusions.iloc[0]
    assert (row["step"], row["article_id"]) == ("01-clean: lines", "coast-news")
    assert row["reason"] == "furniture: 1 advertisement and 1 link"
    assert row["rows_before"] - row["rows_after"] == 2
    assert len(cleaned.files_left_out) == 0


def test_a_file_that_cannot_be_opened_is_told(project, monkeypatch):
    from pathlib import Path

    read_bytes = Path.read_bytes

    def deny(path):
        if path.name == "fjord-post.txt":
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", deny)
    cleaned = read()
    assert cleaned.articles["article_id"].tolist() == ["coast-news"]
    assert "Permission denied" in cleaned.exclusions.loc[0, "reason"]


def test_no_article_left_names_every_reason(project):
    project.write("coast-news.txt", "")
    project.write("fjord-post.txt", b"\0\1")
    with pytest.raises(DataError) as caught:
        read()
    assert f"data/raw/{STORY}" in caught.value.what
    assert "coast-news: the file is empty" in caught.value.what
    assert "fjord-post: it holds zero bytes" in caught.value.what
    assert caught.value.remedy


def test_basis_of_a_date_without_one_is_metadata(project):
    project.edit_story("    published_basis: stated\n", "")
    assert read().articles["published_basis"].tolist() == ["metadata", "inferred"]


def test_a_licence_in_the_text_is_used_where_story_yaml_has_none(project):
    project.write("coast-news.txt", COAST + "\n© 2019 Coast News\n")
    project.edit_story("    licence: CC BY 4.0\n", "")
    cleaned = read()
    assert cleaned.articles.loc[0, "licence"] == "© 2019 Coast News"
    assert "©" not in cleaned.articles.loc[0, "body"]


def test_a_file_that_is_missing_is_left_out_and_the_rest_goes_on(project):
    project.edit_story("  fjord-post.txt:", "  fjord-pots.txt:")
    cleaned = read()
    assert cleaned.articles["article_id"].tolist() == ["coast-news"]
    told = dict(zip(cleaned.exclusions["article_id"], cleaned.exclusions["reason"], strict=True))
    assert told["fjord-pots"] == "there is no file fjord-pots.txt Did you mean 'fjord-post.txt'?"


def test_a_file_that_was_not_utf8_is_noticed(project):
    project.write("coast-news.txt", COAST.encode().replace(b"Lisbon", b"Lisbon\x92s").replace(b"safe", b"s\x92afe", 1))
    assert any("coast-news: one place is not UTF-8" in told for told in read().notices)


def test_an_article_is_txt_in_capitals_too(project):
    (project.raw / "coast-news.txt").rename(project.raw / "coast-news.TXT")
    project.edit_story("  coast-news.txt:", "  coast-news.TXT:")
    assert read().articles["article_id"].tolist() == ["coast-news", "fjord-post"]
