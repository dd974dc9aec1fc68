"""PDF files with a text layer: paragraphs from lines, and files without text."""

import io

import pypdf
import pytest
import weasyprint

from onrecord.errors import DataError
from onrecord.intake.formats.pdf import MOST_PAGES, read_pdf

PARAGRAPHS = [
    "The council of the town closed the harbour wall on Monday after the storm, its speaker told reporters in it, "
    "where they had been waiting since the early hours of a grey and windy morning for any word of what would follow.",
    "“We had no choice,” she said. “The wall is old, and nobody wants to see it fall on a day when children play.”",
    "It will open again in May.",
]


def pdf(body: str, title: str = "Storm closes wall") -> bytes:
    page = f"<html><head><title>{title}</title><meta name='author' content='Ana Roe'></head><body>{body}</body></html>"
    return weasyprint.HTML(string=page).write_pdf()


def test_paragraphs_are_joined():
    received = read_pdf(pdf("<h1>Storm closes wall</h1>" + "".join(f"<p>{text}</p>" for text in PARAGRAPHS)))
    for text in PARAGRAPHS:
        assert text in received.text
    assert received.metadata.headline == "Storm closes wall"
    assert received.metadata.byline == "Ana Roe"
    assert received.notice


def test_page_numbers_and_running_heads_are_left_out():
    style = (
        "<style>@page { @top-left { content: 'Coast News daily' } @bottom-right { content: counter(page) } }</style>"
    )
    text = read_pdf(pdf(style + "".join(f"<p style='page-break-after: always'>{text}</p>" for text in PARAGRAPHS))).text
    assert "Coast News daily" not in text
    assert not [line for line in text.split("\n") if line.strip().isdigit()]


def locked() -> bytes:
    writer, file = pypdf.PdfWriter(), io.BytesIO()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(file)
    return file.getvalue()


def blank(pages: int) -> bytes:
    writer, file = pypdf.PdfWriter(), io.BytesIO()
    for _ in range(pages):
        writer.add_blank_page(100, 100)
    writer.write(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(b"", "cannot be read", id="empty"),
        pytest.param(b"%PDF-1.7 broken", "cannot be read", id="broken"),
        pytest.param(locked(), "locked", id="locked"),
        pytest.param(blank(1), "no text", id="pictures"),
        pytest.param(blank(MOST_PAGES + 1), "pages are more", id="a-book"),
    ],
)
def test_what_is_none(content, told):
    with pytest.raises(DataError, match=told) as caught:
        read_pdf(content)
    assert caught.value.remedy
