"""Word files: paragraphs, the title, and broken ones."""

import io
import zipfile

import docx
import pytest

from onrecord.errors import DataError
from onrecord.intake.formats.word import read_word


def word(*paragraphs: tuple[str, str]) -> bytes:
    document, file = docx.Document(), io.BytesIO()
    for style, text in paragraphs:
        document.add_paragraph(text, style=style)
    document.core_properties.author = "Ana Roe"
    document.save(file)
    return file.getvalue()


def test_a_word_file():
    content = word(
        ("Title", "Storm closes wall"), ("Normal", "The wall is shut."), ("Heading 2", "Why"), ("Normal", "It rained.")
    )
    received = read_word(content)
    assert received.text == "The wall is shut.\n\nIt rained."
    assert (received.metadata.headline, received.metadata.byline) == ("Storm closes wall", "Ana Roe")


def bomb() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b" " * 110_000_000)
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(b"", "cannot be read", id="empty"),
        pytest.param(b"PK\x03\x04 broken", "cannot be read", id="broken-zip"),
        pytest.param(word(), "empty", id="no-paragraph"),
        pytest.param(bomb(), "too large unpacked", id="bomb"),
    ],
)
def test_what_is_none(content, told):
    with pytest.raises(DataError, match=told) as caught:
        read_word(content)
    assert caught.value.remedy
