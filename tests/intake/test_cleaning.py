"""Cleaning: one defect each, near misses left alone, and no input that raises or that a second pass changes."""

import codecs

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from onrecord.errors import DataError
from onrecord.intake import cleaning

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
def test_clean_bytes(content, text):
    assert cleaning.clean_bytes(content) == text


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
    assert cleaning.clean_bytes(text.encode("cp1252")) == text


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
        cleaning.clean_bytes(content)
    assert "UTF-8" in caught.value.remedy


@given(st.binary(max_size=200))
def test_clean_bytes_gives_text_or_our_error(content):
    try:
        assert isinstance(cleaning.clean_bytes(content), str)
    except DataError as error:
        assert error.remedy


@pytest.mark.parametrize(
    ("clean", "text", "cleaned"),
    [
        pytest.param("mojibake", "the townâ€™s wall", "the town’s wall", id="mojibake-apostrophe"),
        pytest.param("mojibake", "cafÃ©", "café", id="mojibake-accent"),
        pytest.param("mojibake", CURLY, CURLY, id="curly-quotes-stay-curly"),
        pytest.param("mojibake", "â is a letter", "â is a letter", id="a-lone-letter-is-none"),
        pytest.param("newlines", "a\r\nb\rc\u2028d\u0085e", "a\nb\nc\nd\ne", id="line-breaks"),
        pytest.param("newlines", "a\tb", "a\tb", id="a-tab-is-no-line-break"),
        pytest.param("characters", "har\u00adbour\u200b wall\ufeff", "harbour wall", id="invisible-characters"),
        pytest.param("characters", "cafe\u0301", "café", id="composed"),
        pytest.param("characters", "a\x07b\nc", "ab\nc", id="control-characters-but-not-line-feeds"),
        pytest.param("characters", "ﬁne ² ½", "ﬁne ² ½", id="no-compatibility-folding"),
        pytest.param("spaces", "  a \u00a0 b\t\n\n\n\n c ", "a b\n\nc", id="spaces"),
        pytest.param("spaces", "a\nb\n\nc", "a\nb\n\nc", id="line-structure-stays"),
    ],
)
def test_one_defect_each(clean, text, cleaned):
    assert getattr(cleaning, f"clean_{clean}")(text) == cleaned


LINE = "The harbour wall held through the night, the council of the town said on "


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        pytest.param(f"{LINE}\n{LINE}\n{LINE}\nMonday.\n\nThen it fell.", True, id="even-lines-of-a-mail"),
        pytest.param("One.\nTwo.\nThree.\nFour.\n\nFive.", False, id="short-lines"),
        pytest.param(f"{LINE}\n{LINE}\n{LINE}\n{LINE}", False, id="no-empty-line-so-each-may-be-a-paragraph"),
        pytest.param(f"{LINE * 3}\n{LINE * 2}\n{LINE * 4}\n\n{LINE}", False, id="a-line-a-paragraph"),
        pytest.param(f"{LINE}\nMonday.\n\nThen it fell.", False, id="too-few-to-tell"),
    ],
)
def test_wrapped_paragraphs(text, joined):
    cleaned = cleaning.clean_wrapping(text)
    assert (cleaned != text) == joined
    assert cleaned.split() == text.split()
    if joined:
        assert cleaned.count("\n") == 2


ODD = st.sampled_from(list("aé“”’\n\r\t \u00a0\u0301\u00ad\u200b\ufeff\u2028\u0085\x07\x1câ€™Ã©\u200d"))
TEXTS = st.one_of(st.text(max_size=80), st.text(ODD, max_size=60))


@given(TEXTS)
@settings(max_examples=300)
def test_clean_text_is_total_and_leaves_no_defect(text):
    cleaned = cleaning.clean_text(text)
    assert cleaned == cleaned.strip()
    assert not {"\r", "\x07", "\ufeff", "\u200b", "\u00a0"} & set(cleaned)
    assert "\n\n\n" not in cleaned
    assert "  " not in cleaned


@given(TEXTS)
@example("e\u200b\u0301")
@example("â\u00ad€™")
@settings(max_examples=300)
def test_clean_text_is_idempotent(text):
    once = cleaning.clean_text(text)
    assert cleaning.clean_text(once) == once


@given(st.text(st.characters(codec="ascii", categories=["L", "N", "P"]), max_size=60))
def test_plain_words_are_never_changed(text):
    assert cleaning.clean_text(text) == text
