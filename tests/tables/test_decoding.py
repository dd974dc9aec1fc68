"""The text of any file's bytes: one bad byte spoils no other, and no Slavic page is guessed at."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import DataError
from onrecord.tables.decoding import UNKNOWN, decode

CURLY = "“It’s over,” she said – twice."


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param(CURLY.encode(), CURLY, id="utf8"),
        pytest.param(codecs.BOM_UTF8 + CURLY.encode(), CURLY, id="utf8-with-byte-order-mark"),
        pytest.param(CURLY.encode("utf-16"), CURLY, id="utf16-with-byte-order-mark"),
        pytest.param(codecs.BOM_UTF16_BE + CURLY.encode("utf-16-be"), CURLY, id="utf16-big-endian"),
        pytest.param(b"", "", id="empty"),
        pytest.param("Łódź".encode(), "Łódź", id="utf8-is-not-guessed-at"),
    ],
)
def test_decode(content, text):
    assert decode(content).text == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "The café’s roof – “too heavy,” said the mayor’s niece – fell in a naïve façade." * 5, id="accents"
        ),
        pytest.param("The town’s wall was safe and the café stays open. It cost €4 million.", id="euro"),
        pytest.param("“We have never closed it,” she told reporters, and added that it cost £4 million.", id="pound"),
    ],
)
def test_windows_western_is_what_english_files_are_in(text):
    """cp1252 is the encoding that the web standard reads Latin-1 as; a guess at a Slavic one would turn € into Ä."""
    assert decode(text.encode("cp1252")).text == text


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", id="picture"),
        pytest.param(b"PK\x03\x04\x14\x00\x06\x00\x08\x00", id="word-processor-file"),
        pytest.param("text without mark".encode("utf-16-le"), id="utf16-without-byte-order-mark"),
    ],
)
def test_bytes_that_are_no_text(content):
    with pytest.raises(DataError, match="no text") as caught:
        decode(content)
    assert "UTF-8" in caught.value.remedy


@given(st.binary(max_size=200))
def test_decode_gives_text_or_our_error(content):
    try:
        assert isinstance(decode(content).text, str)
    except DataError as error:
        assert error.remedy


@pytest.mark.parametrize(
    ("bad", "read"),
    [
        pytest.param(b"\x92", "’", id="windows-apostrophe"),
        pytest.param(b"\xa0", "\xa0", id="latin-space"),
        pytest.param(b"\xe2\x80", UNKNOWN, id="a-cut-character"),
        pytest.param(b"\xff", "ÿ", id="never-in-utf8"),
    ],
)
def test_one_bad_byte_leaves_every_other_character_as_it_was(bad, read):
    before, after = f"{CURLY} The town", f"s wall. {CURLY}"
    decoded = decode(before.encode() + bad + after.encode())
    assert decoded.text == before + read + after
    assert "one place is not UTF-8" in decoded.notice


def test_plain_utf8_is_not_noticed():
    assert decode(CURLY.encode()).notice is None


def test_a_mac_s_file_is_read_as_one():
    text = "“We can’t,” he said – “never.” It’s done. The mayor’s office said it wouldn’t." * 3
    decoded = decode(text.encode("mac_roman"))
    assert decoded.text == text
    assert decoded.notice == "it is not UTF-8; read as mac_roman"
