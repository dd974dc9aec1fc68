"""Files → texts: what shows that a file is no article whatever its name says."""

import pytest

from onrecord.errors import DataError
from onrecord.intake.formats.plain_text import LONGEST_ARTICLE, read_plain_text

PROSE = "The council closed the harbour wall on Monday after the storm, its speaker told reporters."

NONE = [
    pytest.param("<!DOCTYPE html><html><body>It rained.</body></html>", "it is a web page", id="html"),
    pytest.param("  <html><p>It rained.</p></html>", "it is a web page", id="html-after-spaces"),
    pytest.param('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x"><html/>', "it is a web page", id="xhtml"),
    pytest.param(f"{PROSE} " + "<p class='x'>It rained.</p>" * 6, "it is a web page", id="markup-inside"),
    pytest.param('<?xml version="1.0"?><nitf/>', "it is XML", id="xml"),
    pytest.param("{\\rtf1\\ansi It rained.}", "it is RTF", id="rtf"),
    pytest.param('{"headline": "Storm", "body": "It rained."}', "it is JSON", id="json"),
    pytest.param('[{"a": 1}]', "it is JSON", id="json-list"),
    pytest.param(b"%PDF-1.7 \xe2\xe3\xcf\xd3 stream", "it is a PDF file", id="pdf"),
    pytest.param("", "the file is empty", id="empty"),
    pytest.param("word " * (LONGEST_ARTICLE // 4), "are more than the 300,000", id="a-book"),
]


@pytest.mark.parametrize(("content", "told"), NONE)
def test_what_is_no_article(content, told):
    with pytest.raises(DataError) as caught:
        read_plain_text(content if isinstance(content, bytes) else content.encode())
    assert told in caught.value.what
    assert caught.value.remedy


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(f"[Correction] {PROSE}", id="brackets"),
        pytest.param(f"{PROSE} He wrote <sic> twice, and x < y > z.", id="a-few-angles"),
        pytest.param("{“No,” she said.} It rained.", id="braces"),
    ],
)
def test_prose_with_such_marks_is_an_article(content):
    assert read_plain_text(content.encode()).text == content


def test_how_it_was_read_is_told():
    assert read_plain_text("Ana Roe said “no” in Évora, the mayor’s office said.".encode("cp1252")).notice
    assert read_plain_text(PROSE.encode()).notice is None
