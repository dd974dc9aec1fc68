"""From files to articles: parts of a text, what is furniture, and what is left out by name."""

import hashlib
import time
from datetime import date

import pytest
from conftest import COAST, STORY
from hypothesis import given
from hypothesis import strategies as st

from onrecord import story
from onrecord.errors import DataError
from onrecord.intake import articles

PROSE = "The council of the town closed the harbour wall on Monday after the storm, its speaker told reporters."


def read():
    return articles.read_articles(story.read_story(STORY))


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        pytest.param(f"TEHRAN – {PROSE}", "TEHRAN", id="place-in-capitals"),
        pytest.param(f"LISBON, Portugal (Coast News) — {PROSE}", "LISBON, Portugal (Coast News)", id="with-agency"),
        pytest.param(f"Lisbon (CNA) - {PROSE}", "Lisbon (CNA)", id="mixed-case-with-agency"),
        pytest.param(f"NEW YORK -- {PROSE}", "NEW YORK", id="two-words-two-hyphens"),
        pytest.param(f"PORTO, June 3 – “{PROSE}", "PORTO, June 3", id="before-a-quotation"),
        pytest.param(f"Paris – {PROSE}", None, id="mixed-case-without-agency-may-begin-a-sentence"),
        pytest.param("NATO – the alliance – said so on Monday.", None, id="capitals-then-no-sentence"),
        pytest.param(PROSE, None, id="no-dash"),
        pytest.param("The mayor (CNA) said the wall – now closed – was safe.", None, id="brackets-later"),
    ],
)
def test_datelines(line, dateline):
    parts = articles.split_article(line)
    assert parts.dateline == dateline
    assert parts.body == (line if dateline is None else line[len(dateline) :].lstrip(" –—-"))


@pytest.mark.parametrize(
    ("line", "furniture"),
    [
        pytest.param("– Middle East –", True, id="section-line"),
        pytest.param("* * *", True, id="ornament"),
        pytest.param("Advertisement", True, id="whole-line"),
        pytest.param("Read more: Storm closes the wall", True, id="begins-so"),
        pytest.param("Related articles:", True, id="with-colon"),
        pytest.param("– We will not close it, the mayor said.", False, id="dialogue-dash"),
        pytest.param("Advertisement spending fell by half last year.", False, id="a-sentence-that-begins-so"),
        pytest.param(
            "Read more of the council's letters and you will find the same promise made to the town each year.",
            False,
            id="too-long-to-be-furniture",
        ),
        pytest.param("Storm.", False, id="one-word"),
    ],
)
def test_furniture_lines(line, furniture):
    text = f"{PROSE}\n\n{line}\n\n{PROSE}"
    blocks = [text[s:e] for s, e in articles.find_blocks(text)]
    assert blocks == ([PROSE, PROSE] if furniture else [PROSE, line, PROSE])


@pytest.mark.parametrize(
    ("footer", "left"),
    [
        pytest.param("All rights reserved.", "", id="rights"),
        pytest.param("This work is licensed under a Creative Commons licence.", "", id="licence"),
        pytest.param("© 2019 Coast News", "", id="copyright"),
        pytest.param(f"{PROSE} AB/CD", PROSE, id="agency-initials"),
        pytest.param("The boats are licensed, the mayor said.", "The boats are licensed, the mayor said.", id="boats"),
        pytest.param(f"{PROSE} He joined AC/DC in May.", f"{PROSE} He joined AC/DC in May.", id="initials-in-prose"),
    ],
)
def test_footers(footer, left):
    assert articles.split_article(f"{PROSE}\n\n{footer}").body == f"{PROSE}\n\n{left}".strip()


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        pytest.param(f"Harbour wall closed after storm\n\n{PROSE}", "Harbour wall closed after storm", id="short-line"),
        pytest.param(f"“Never again,” says mayor\n\n{PROSE}", "“Never again,” says mayor", id="with-quotation"),
        pytest.param(f"{PROSE}\n\n{PROSE}", None, id="a-sentence"),
        pytest.param("Harbour wall closed after storm", None, id="no-prose-follows"),
        pytest.param(f"LISBON – The wall fell\n\n{PROSE}", None, id="dateline"),
        pytest.param(f"Storm\n\n{PROSE}", None, id="one-word-is-a-section"),
        pytest.param(f"By Ana Duarte\n\n{PROSE}", None, id="byline"),
    ],
)
def test_headlines(text, headline):
    parts = articles.split_article(text)
    assert parts.headline == headline
    assert headline is None or headline not in parts.body


def test_a_headline_of_story_yaml_decides_and_is_dropped_where_repeated():
    parts = articles.split_article(f"{PROSE}\n\n{PROSE[:-1]} again.", headline=PROSE)
    assert parts.headline == PROSE
    assert parts.body == f"{PROSE[:-1]} again."


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        pytest.param("By Ana Duarte", "Ana Duarte", id="one"),
        pytest.param("BY ANA DUARTE", "ANA DUARTE", id="capitals"),
        pytest.param("By Ana Duarte and Lars Holm", "Ana Duarte and Lars Holm", id="two"),
        pytest.param("By the harbour, it rained.", None, id="a-sentence"),
        pytest.param("Ana Duarte", None, id="no-by"),
    ],
)
def test_bylines(line, byline):
    parts = articles.split_article(f"Harbour wall closed after storm\n{line}\n\n{PROSE}")
    assert parts.byline == byline
    assert (line in parts.body) == (byline is None)


def test_a_long_sentence_takes_no_longer_than_its_length():
    """Measured: 9,000 characters without a full stop took 3.4 s; 300,000 are allowed."""
    started = time.perf_counter()
    articles.find_blocks("wall " * 1500)
    assert time.perf_counter() - started < 0.3


LINES = st.lists(
    st.one_of(
        st.sampled_from(["LISBON – It fell.", "– Sport –", "Advertisement", "© 2019", "By Ana Duarte", "", PROSE, "“"]),
        st.text(max_size=40),
    ),
    max_size=8,
)


@given(LINES)
def test_blocks_are_ordered_stretches_of_lines(lines):
    text = "\n".join(lines)
    at = 0
    for start, end in articles.find_blocks(text):
        assert at <= start < end <= len(text)
        assert "\n" not in text[start:end]
        at = end


@given(LINES)
def test_split_article_is_total_and_invents_no_word(lines):
    text = "\n".join(lines)
    parts = articles.split_article(text)
    at = 0
    for paragraph in filter(None, parts.body.split("\n\n")):
        found = text.find(paragraph, at)
        assert found >= 0
        at = found + len(paragraph)


def test_read_articles(project):
    cleaned = read()
    row = cleaned.articles.iloc[0]
    assert cleaned.articles["article_id"].tolist() == ["coast-news", "fjord-post"]
    assert row["dateline"] == "LISBON (Coast News)"
    assert row["body"].startswith("Portugal rejected")
    assert row["source_sha256"] == hashlib.sha256(COAST.encode()).hexdigest()
    assert row["words"] == len(articles.WORD.findall(row["body"]))
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
    assert cleaned.notices == ["third repeats 100% of coast-news's five-word runs."]


def test_an_article_about_the_same_event_is_no_copy(project):
    project.edit_story("    outlet: Fjord Post", "    outlet: Coast News")
    cleaned = read()
    assert len(cleaned.articles) == 2
    assert cleaned.notices == []


DATED = [
    pytest.param("March 5, 2019", date(2019, 3, 5), id="american"),
    pytest.param("Published: 5 March 2019", date(2019, 3, 5), id="british-with-label"),
    pytest.param("Tuesday, 5 Mar 2019", date(2019, 3, 5), id="weekday"),
    pytest.param("2019-03-05", date(2019, 3, 5), id="iso"),
    pytest.param("03/05/2019", None, id="two-readings"),
    pytest.param("In March 2019 the wall fell.", None, id="a-sentence"),
    pytest.param("March 2019", None, id="no-day"),
]


@pytest.mark.parametrize(("line", "day"), DATED)
def test_a_date_line_dates_the_article(line, day):
    parts = articles.split_article(f"Harbour wall closed after storm\n{line}\n\n{PROSE}")
    assert parts.published == day
    assert (line in parts.body) == (day is None)


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
    assert read().exclusions["reason"].tolist() == ["third.docx is no .txt file"]


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
