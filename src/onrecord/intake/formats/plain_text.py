"""A text file → its article, unless its content shows that it is of another format whatever its name says."""

import json
import re

from onrecord.errors import DataError
from onrecord.intake.cleaning import clean_text
from onrecord.intake.received import Received
from onrecord.tables.decoding import decode

LONGEST_ARTICLE = 300_000  # characters; longer is a book or a dump, not an article
# What other formats begin with; each is told by its name, with the suffix under which it is read.
SIGNATURES = (("a PDF file", ".pdf", re.compile(r"%PDF-")), ("RTF", "", re.compile(r"\{\\rtf")),
              ("XML", "", re.compile(r"<\?xml\b(?![^<]*<(?:!doctype )?html)", re.IGNORECASE)),
              ("a web page", ".html",
               re.compile(r"<(?:!doctype html|html|head|body|\?xml)\b", re.IGNORECASE)))  # fmt: skip
TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,200}>")
MOST_TAGS = 5  # in a text; prose has none, and one that speaks of markup has a few


def read_plain_text(content: bytes) -> Received:
    """The clean text of a file's bytes; raises ``DataError`` with the reason why it cannot be an article."""
    decoded = decode(content)
    _check_format(decoded.text)
    return Received(check_length(decoded.text), notice=decoded.notice)


def check_length(raw: str) -> str:
    """A reader's text, cleaned; raises ``DataError`` for none, and for a book."""
    text = clean_text(raw[: 2 * LONGEST_ARTICLE])
    if not text:
        raise DataError("the file is empty", "Save the article's text in it.")
    if len(text) > LONGEST_ARTICLE:
        raise DataError(f"{len(raw):,} characters are more than the {LONGEST_ARTICLE:,} that an article may have",
                        "Split it.")  # fmt: skip
    return text


def _check_format(text: str) -> None:
    start = text.lstrip("\ufeff \t\r\n")
    name, suffix = next(((name, suffix) for name, suffix, signature in SIGNATURES if signature.match(start)), ("", ""))
    if not name and start[:1] in ("{", "[") and _is_json(start):
        name, suffix = "JSON", ".jsonl"
    if not name and len(TAG.findall(start)) > MOST_TAGS:
        name, suffix = "a web page", ".html"
    if name:
        remedy = f"Name it {suffix}." if suffix else "Save the article's text as plain text."
        raise DataError(f"it is {name} by its content", remedy)


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
