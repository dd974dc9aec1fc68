"""A PDF file with a text layer → its article: lines joined to paragraphs, page numbers and running heads left out."""

import io
import logging
import re
from collections import Counter

from onrecord.errors import DataError
from onrecord.intake.formats.plain_text import LONGEST_ARTICLE, check_length
from onrecord.intake.received import Metadata, Received

MOST_PAGES = 60  # an article's; a longer file is a report or a whole paper
REMEDY = "Paste the article's text into a .txt file."
PAGE_NUMBER = re.compile(r"\A(?:page )?\d{1,4}(?: ?(?:of|/) ?\d{1,4})?\Z", re.IGNORECASE)
HYPHEN = re.compile(r"(?<=[^\W\d_])-\n(?=[^\WA-Z\d_])")
SENTENCE_END = re.compile(r"[.!?][”\"’')]?\Z")
EDGE = 2  # lines
FULL_LINE = 0.75  # of the widest lines; a shorter line that ends a sentence ends its paragraph


def read_pdf(content: bytes) -> Received:
    """The article of a file's bytes; raises ``DataError`` for pictures of text, locked files and long ones."""
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise DataError("the PDF file is locked with a password", REMEDY)
        if len(reader.pages) > MOST_PAGES:
            raise DataError(f"{len(reader.pages)} pages are more than the {MOST_PAGES} of an article", REMEDY)
        pages = [page.extract_text() or "" for page in reader.pages]
        told = reader.metadata
        title, author = (told.title, told.author) if told else (None, None)
    except DataError:
        raise
    except Exception as error:  # the library raises whatever the broken part raises
        raise DataError("it cannot be read as a PDF file", REMEDY) from error
    if not any(page.strip() for page in pages):
        raise DataError("the PDF file has no text, only pictures of it", REMEDY)
    text = check_length(_join_lines(pages)[: 2 * LONGEST_ARTICLE])
    headline = (
        title if title and title.casefold() in text.casefold() else None
    )  # else it is a program's or a file's name
    return Received(text, Metadata(headline=headline, byline=author), "read from a PDF file: look the paragraphs over")


def _join_lines(pages: list[str]) -> str:
    """Paragraphs from lines: one ends at an empty line, and where a sentence ends in a line that is not full."""
    lines = [line.strip() for page in pages for line in page.split("\n")]
    ends = Counter(line for page in pages for line in {*_edges(page)} if line)
    heads = {line for line, count in ends.items() if count > 1}
    lines = [line for line in lines if line not in heads and not PAGE_NUMBER.match(line)]
    widths = sorted(len(line) for line in lines if line)
    full = FULL_LINE * widths[int(0.9 * (len(widths) - 1))] if widths else 0
    text = ""
    for line in lines:
        ended = not line or (SENTENCE_END.search(line) and len(line) < full)
        text += line + ("\n\n" if ended else "\n")
    paragraphs = (HYPHEN.sub("", paragraph).replace("\n", " ") for paragraph in re.split(r"\n{2,}", text))
    return "\n\n".join(paragraph.strip() for paragraph in paragraphs if paragraph.strip())


def _edges(page: str) -> list[str]:
    """The first and last lines of a page: running heads and feet, where other pages have them too."""
    lines = [line.strip() for line in page.split("\n") if line.strip()]
    return [*lines[:EDGE], *lines[-EDGE:]]
