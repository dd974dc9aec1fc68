"""Review files as they come back from people's hands and programs: each fault is told by file and line, and the last
good tables, the report and the file itself stay as they are."""

# ruff: noqa: E501  (a case a line)

import pytest
from conftest import STORY

from onrecord import open_story
from onrecord.errors import StoryError

HEAD = "row_id,words,verdict,column,value,reviewer,on,note"
CLAIM, FIGURE = "{claim}", "{figure}"

BROKEN = {
    # the file
    "no-header": (f"{CLAIM},,accepted,,,AB,,", "line 1: column 'row_id' is missing"),
    "a-header-mistyped": (f"{HEAD.replace('verdict', 'verdikt')}\n{CLAIM},,accepted,,,AB,,", "line 1: column 'verdict' is missing. There is 'verdikt'"),
    "a-column-twice": (f"{HEAD},note\n{CLAIM},,accepted,,,AB,,,", "line 1: column 'note' stands there twice"),
    "a-cell-too-many": (f"{HEAD}\n{CLAIM},,accepted,,,AB,,heard, twice", "line 2: has 9 cells, the header 8"),
    "no-text": (b"\x00\x01\x02", "review.csv"),
    "a-quotation-mark-inside": (f'{HEAD}\n{CLAIM},,accepted,,,AB,,"x"y', "line 2: ',' expected after '\"'"),
    "a-quotation-mark-left-open": (f'{HEAD}\n{CLAIM},,accepted,,,AB,,"heard', "line 2: unexpected end of data"),
    "a-quotation-mark-that-swallows-a-line": (f'{HEAD}\n{CLAIM},,accepted,,,AB,,"heard\n{CLAIM},,rejected,,,AB,,"', "line 3: a quotation mark that nothing closes"),
    # the row
    "no-row": (f"{HEAD}\n,,accepted,,,AB,,", "line 2: row_id is empty"),
    "a-row-of-another-table": (f"{HEAD}\nm123456789abc,,accepted,,,AB,,", "line 2: row_id 'm123456789abc' is neither"),
    "words-of-another-row": (f"{HEAD}\n{CLAIM},the tunnel,accepted,,,AB,,", "line 2: its words 'the tunnel' are not those of row"),
    # the verdict and the day
    "no-verdict": (f"{HEAD}\n{CLAIM},,,,,AB,,", "line 2: verdict '' is none of"),
    "a-verdict-mistyped": (f"{HEAD}\n{CLAIM},,rejetced,,,AB,,", "line 2: verdict 'rejetced' is none of"),
    "a-day-day-first": (f"{HEAD}\n{CLAIM},,accepted,,,AB,31/12/2024,", "line 2: on '31/12/2024' is no day"),
    "a-day-either-first": (f"{HEAD}\n{CLAIM},,accepted,,,AB,03/05/2024,", "line 2: on '03/05/2024' is no day"),
    "a-day-that-is-none": (f"{HEAD}\n{CLAIM},,accepted,,,AB,2024-02-30,", "line 2: on '2024-02-30' is no day"),
    # the column
    "no-column": (f"{HEAD}\n{CLAIM},,corrected,,denies,AB,,", "line 2: column '' cannot be corrected"),
    "a-column-mistyped": (f"{HEAD}\n{CLAIM},,corrected,stanse,denies,AB,,", "Did you mean 'stance'?"),
    "a-column-of-evidence": (f"{HEAD}\n{CLAIM},,corrected,start,5,AB,,", "line 2: column 'start' cannot be corrected"),
    # the value
    "commas-that-cut-a-number": (f"{HEAD}\n{FIGURE},,corrected,value,9,600,000,,", "line 2: "),
    "commas-that-cut-a-short-number": (f"{HEAD}\n{FIGURE},,corrected,value,9,600", "line 2: value '9' is followed by '600'"),
    "one-comma": (f'{HEAD}\n{FIGURE},,corrected,value,"9,600",AB,,', "line 2: value '9,600' is no number"),
    "a-word-for-a-number": (f"{HEAD}\n{FIGURE},,corrected,value,lots,AB,,", "line 2: value 'lots' is no number"),
    "a-value-of-no-list": (f"{HEAD}\n{CLAIM},,corrected,stance,doubts,AB,,", "line 2: stance 'doubts' is none of"),
    "nobody": (f"{HEAD}\n{CLAIM},,corrected,actor_id,Ana Duart,AB,,", "Did you mean 'Ana Duarte'?"),
    "words-instead-of-offsets": (f"{HEAD}\n{CLAIM},,corrected,content,it rained,AB,,", "line 2: content is verbatim"),
    "offsets-beyond-the-article": (f"{HEAD}\n{CLAIM},,corrected,content,5-99999,AB,,", "line 2: 5-99999 is no stretch"),
    "offsets-backwards": (f"{HEAD}\n{CLAIM},,corrected,content,9-5,AB,,", "line 2: 9-5 is no stretch"),
    "no-content": (f"{HEAD}\n{CLAIM},,corrected,content,,AB,,", "line 2: content cannot be empty"),
    "two-sources": (f"{HEAD}\n{CLAIM},,corrected,source,0-8 | 9-17,AB,,", "line 2: source is one stretch, not 2"),
    "a-day-for-when-it-was-said": (f"{HEAD}\n{CLAIM},,corrected,said_start,5.3.2019,AB,,", "line 2: said_start '5.3.2019' is no day"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "told"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_review_file_is_told_and_nothing_is_lost(standing, content, told):
    story = open_story(STORY)
    if isinstance(content, str):
        row = story.claims[story.claims["content"].str.contains("never closed")]["claim_id"].iloc[0]
        content = content.format(claim=row, figure=story.figures["figure_id"].iloc[0]).encode()
    (standing.raw / "review.csv").write_bytes(content + b"\n")
    before = standing.files()
    with pytest.raises(StoryError, match=r"review\.csv") as caught:
        story.recompute()
    assert told in caught.value.what
    assert caught.value.remedy
    assert {path: text for path, text in standing.files().items() if not path.startswith(".onrecord")} == {
        path: text for path, text in before.items() if not path.startswith(".onrecord")
    }


HEADS = "alias,actor,same"
BROKEN_ALIASES = {
    "no-header": ("Ana Duarte,Duarte,true", "line 1: column 'alias' is missing"),
    "no-alias": (f"{HEADS}\n,Ana Duarte,true", "line 2: alias is empty"),
    "neither-true-nor-false": (f"{HEADS}\nDuarte,Ana Duarte,yes", "line 2: same is 'yes'"),
    "nobody": (f"{HEADS}\nDuarte,Ana Duart,true", "line 2: actor: nobody in this story is called 'Ana Duart'"),
    "true-and-false": (f"{HEADS}\nDuarte,Ana Duarte,true\nAna Duarte,Duarte,false", "line 3: "),
    "a-day-either-first": (f"{HEADS},on\nDuarte,Ana Duarte,true,3/5/2024", "line 2: on '3/5/2024' is no day"),
}


@pytest.mark.parametrize(("content", "told"), BROKEN_ALIASES.values(), ids=BROKEN_ALIASES.keys())
def test_a_broken_aliases_file_is_told(standing, content, told):
    story = open_story(STORY)
    standing.write("aliases.csv", content + "\n")
    with pytest.raises(StoryError, match=r"aliases\.csv") as caught:
        story.recompute()
    assert told in caught.value.what
    assert caught.value.remedy


GOOD = {
    "windows": (f"{HEAD}\r\n{CLAIM},,accepted,,,AB,2024-05-03,größer\r\n").encode("cp1252"),
    "semicolons": (f"{HEAD}\n{CLAIM},,accepted,,,AB,2024-05-03,".replace(",", ";")).encode("utf-8-sig"),
    "unicode-text": (f"{HEAD}\n{CLAIM},,accepted,,,AB,2024-05-03T10:22:05,".replace(",", "\t")).encode("utf-16"),
    "empty-lines-between": (f"{HEAD}\n\n,,,,,,,\n{CLAIM},,accepted,,,AB,,\n").encode(),
    "further-columns": (f"{HEAD},colour\n{CLAIM},,accepted,,,AB,,,red\n").encode(),
}


@pytest.mark.parametrize("content", GOOD.values(), ids=GOOD.keys())
def test_what_programs_make_of_a_good_file_is_good(standing, content):
    story = open_story(STORY)
    row = story.claims["claim_id"].iloc[0]
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "latin-1"
    (standing.raw / "review.csv").write_bytes(content.decode(encoding).replace(CLAIM, row).encode(encoding))
    assert story.recompute().claims["review"].iloc[0] == "accepted"
