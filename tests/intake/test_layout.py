"""An article's parts by its layout, and what is furniture."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.intake import layout

PROSE = "The council of the town closed the harbour wall on Monday after the storm, its speaker told reporters."


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        pytest.param(f"TEHRAN – {PROSE}", "TEHRAN", id="place-in-capitals"),
        pytest.param(f"LISBON, Portugal (Coast News) — {PROSE}", "LISBON, Portugal (Coast News)", id="with-agency"),
        pytest.param(f"PORTO ― {PROSE}", "PORTO", id="horizontal-bar"),
        pytest.param(f"Lisbon (CNA) - {PROSE}", "Lisbon (CNA)", id="mixed-case-with-agency"),
        pytest.param(f"NEW YORK -- {PROSE}", "NEW YORK", id="two-words-two-hyphens"),
        pytest.param(f"PORTO, June 3 – “{PROSE}", "PORTO, June 3", id="before-a-quotation"),
        pytest.param(f"Paris – {PROSE}", None, id="mixed-case-without-agency-may-begin-a-sentence"),
        pytest.param("NATO – the alliance – said so on Monday.", None, id="capitals-then-no-sentence"),
        pytest.param(f"CASH-STRAPPED {PROSE}", None, id="a-word-with-a-hyphen"),
        pytest.param(f"PORTO - {PROSE}", "PORTO", id="one-hyphen"),
        pytest.param(PROSE, None, id="no-dash"),
        pytest.param(f"Lisbon (AP) {PROSE}", "Lisbon (AP)", id="an-agency-without-a-dash"),
        pytest.param(f"Porto, Portugal (CNN Business){PROSE}", "Porto, Portugal (CNN Business)", id="nor-a-space"),
        pytest.param(f"Coast Guild (CG) {PROSE}", None, id="an-abbreviation-without-a-dash"),
        pytest.param("Lisbon (AP) said so on Monday.", None, id="an-agency-that-is-a-subject"),
        pytest.param("The mayor (CNA) said the wall – now closed – was safe.", None, id="brackets-later"),
    ],
)
def test_datelines(line, dateline):
    parts = layout.split_article(line)
    assert parts.dateline == dateline
    assert parts.body == (line if dateline is None else line[len(dateline) :].lstrip(" –—―-"))


@pytest.mark.parametrize(
    ("line", "furniture"),
    [
        pytest.param("– Middle East –", True, id="section-line"),
        pytest.param("* * *", True, id="ornament"),
        pytest.param("Advertisement", True, id="whole-line"),
        pytest.param("Read more: Storm closes the wall", True, id="begins-so"),
        pytest.param("Related articles:", True, id="with-colon"),
        pytest.param("Mayor says the wall is safe", True, id="heading"),
        pytest.param("JUST WATCHED", True, id="promo"),
        pytest.param("Delvo's Ada Moss and Ivo Brandt contributed to this report.", True, id="credit"),
        pytest.param(
            "JUST WATCHED Harbour: wall to be closed after the storm of the week Replay More ... "
            "MUST WATCH Harbour: wall to be closed after the storm 02:16",
            True,
            id="long-promo",
        ),
        pytest.param("“We did,” she said. Many contributed to this report.", False, id="sentence-before-a-credit"),
        pytest.param("The mayor said “no” to all of them", False, id="cut-quotation"),
        pytest.param("the mayor said so and left", False, id="goes-on-from-before"),
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
    blocks = [text[s:e] for s, e in layout.find_blocks(text)]
    assert blocks == ([PROSE, PROSE] if furniture else [PROSE, line, PROSE])


@pytest.mark.parametrize(
    ("listed", "left"),
    [
        pytest.param(["Story highlights The wall is shut", "Mayor: it will be “weeks”", "Boats wait"], [], id="list"),
        pytest.param(["STORY HIGHLIGHTS", "The wall is shut", "Boats wait"], [], id="heading-of-its-own"),
        pytest.param(["Story highlights The wall is shut", "Boats wait", "Whew."], ["Whew."], id="to-a-sentence"),
        pytest.param([PROSE, "The wall is", "shut now"], [PROSE, "The wall is", "shut now"], id="no-list"),
    ],
)
def test_a_list_of_highlights_ends_with_the_first_sentence(listed, left):
    text = "\n\n".join([*listed, PROSE])
    parts = layout.split_article(text, headline="Storm")
    assert parts.body == "\n\n".join([*left, PROSE])
    assert parts.cut.get("highlight", 0) == len(listed) - len(left)


def test_no_lead_is_a_highlight():
    lead = PROSE.rstrip(".") + " – and nobody knew why, " * 3 + "said so"
    assert lead in layout.split_article(f"Story highlights The wall is shut\n\n{lead}\n\n{PROSE}").body


@pytest.mark.parametrize(
    ("first", "headline"),
    [
        pytest.param("Watch: storm breaks the wall", "Watch: storm breaks the wall", id="a-headline-like-a-link"),
        pytest.param("Story highlights The wall is shut", None, id="a-highlight"),
    ],
)
def test_what_may_be_a_headline(first, headline):
    assert layout.split_article(f"{first}\n\n{PROSE}").headline == headline


def test_a_line_that_the_next_one_goes_on_from_is_no_heading():
    text = f"{PROSE}\n\nThe mayor closed the wall\n\nand left the town.\n\n{PROSE}"
    assert len(layout.find_blocks(text)) == 4


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
    assert layout.split_article(f"{PROSE}\n\n{footer}").body == f"{PROSE}\n\n{left}".strip()


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
    parts = layout.split_article(text)
    assert parts.headline == headline
    assert headline is None or headline not in parts.body


def test_a_headline_of_story_yaml_decides_and_is_dropped_where_repeated():
    parts = layout.split_article(f"{PROSE}\n\n{PROSE[:-1]} again.", headline=PROSE)
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
    parts = layout.split_article(f"Harbour wall closed after storm\n{line}\n\n{PROSE}")
    assert parts.byline == byline
    assert (line in parts.body) == line.endswith(".")  # what is no sentence stands above the article


ABOVE = [
    pytest.param("COAST STAFF WRITERS", True, id="who-writes"),
    pytest.param("Health Reporter", True, id="the-writer-s-beat"),
    pytest.param("* Regulator had warned of the wall in 2023", True, id="a-line-of-a-summary"),
    pytest.param("HELDEN", True, id="a-place"),
    pytest.param("The harbour wall stands", False, id="a-line-that-runs-on"),
    pytest.param("The harbour wall stands.", False, id="a-sentence"),
]


@pytest.mark.parametrize(("line", "cut"), ABOVE)
def test_what_stands_above_an_article(line, cut):
    behind = "still, as it did. " if line == "The harbour wall stands" else ""
    body = layout.split_article(f"By Ana Duarte\n\n{line}\n\n{behind}{PROSE}", "Wall closed").body
    assert (line in body) != cut


def test_a_line_without_a_stop_inside_an_article_is_kept():
    assert "to the mayor" in layout.split_article(f"{PROSE}\n\nHe spoke, to the mayor\n\nand to all.", "Wall").body


def test_a_long_sentence_takes_no_longer_than_its_length():
    """Measured: 9,000 characters without a full stop took 3.4 s; 300,000 are allowed."""
    started = time.perf_counter()
    layout.find_blocks("wall " * 1500)
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
    for start, end in layout.find_blocks(text):
        assert at <= start < end <= len(text)
        assert "\n" not in text[start:end]
        at = end


@given(LINES)
def test_split_article_is_total_and_invents_no_word(lines):
    text = "\n".join(lines)
    parts = layout.split_article(text)
    at = 0
    for paragraph in filter(None, parts.body.split("\n\n")):
        found = text.find(paragraph, at)
        assert found >= 0
        at = found + len(paragraph)


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
    parts = layout.split_article(f"Harbour wall closed after storm\n{line}\n\n{PROSE}")
    assert parts.published == day
    assert (line in parts.body) == line.endswith(".")


CAPTIONS = [
    pytest.param(
        "Mayor Ana Roe opens the bridge on June 3, 2019. (Photo: Ivo Lund, Coast News)", True, id="a-credit-at-the-end"
    ),
    pytest.param("CLOSE The mayor opened the bridge on Monday. Coast News", True, id="a-player-s-button"),
    pytest.param("CLOSE", True, id="the-button-alone"),
    pytest.param("This article is more than 2 years old", True, id="an-old-article"),
    pytest.param(
        "CLOSE to the bridge the council had put up signs in capitals on Monday, it said.", False, id="a-word"
    ),
    pytest.param("The mayor (photo: right) opened the bridge on Monday, and many came.", False, id="a-bracket-inside"),
    pytest.param("The mayor said the wall was safe (and closed).", False, id="another-bracket"),
]


@pytest.mark.parametrize(("line", "is_caption"), CAPTIONS)
def test_captions_are_no_prose(line, is_caption):
    body = layout.split_article(f"{PROSE}\n\n{line}\n\n{PROSE}").body
    assert (line not in body) == is_caption
