"""Files → texts: which files can be read, and what shows that a file is no article whatever its name says."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

import py3langid

from onrecord.errors import DataError
from onrecord.intake.cleaning import clean_text
from onrecord.language.words import count_words
from onrecord.tables.decoding import decode

SUFFIX = ".txt"
LONGEST_ARTICLE = 300_000  # characters; longer is a book or a dump, not an article
SHORTEST_ARTICLE = 5  # words
LANGUAGE = "en"
# What other formats begin with; each is told by its name.
SIGNATURES = (("PDF", re.compile(r"%PDF-")), ("RTF", re.compile(r"\{\\rtf")), ("XML", re.compile(r"<\?xml\b")),
              ("HTML", re.compile(r"<(?:!doctype html|html|head|body)\b", re.IGNORECASE)))  # fmt: skip
TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,200}>")
MOST_TAGS = 5  # in a text; prose has none, and one that speaks of markup has a few


@dataclass(frozen=True)
class Text:
    """A file's clean text, its bytes, and what a reader should know of how it was read."""

    text: str
    content: bytes
    notice: str | None


def read_text(path: Path) -> Text:
    """The text of one file; raises ``DataError`` with the reason why it cannot be an article.

    Kept within the file's own folder: a link that leads out of it is refused.
    """
    if path.suffix.lower() != SUFFIX:
        raise DataError(f"{path.name} is no {SUFFIX} file", "Save the article's text as UTF-8 .txt.")
    if not path.exists():
        raise DataError(f"there is no file {path.name}", "Put it beside story.yaml, or take it out of story.yaml.")
    try:
        if path.resolve().parent != path.parent.resolve():
            raise DataError(f"{path.name} is a link to a file elsewhere", "Copy the file itself.")
        content = path.read_bytes()
    except OSError as error:
        raise DataError(f"{path.name} cannot be opened: {error.strerror}", "Make it readable.") from error
    decoded = decode(content)
    _check_format(decoded.text)
    text = clean_text(decoded.text[: 2 * LONGEST_ARTICLE])
    if not text:
        raise DataError("the file is empty", "Save the article's text in it.")
    if len(text) > LONGEST_ARTICLE:
        raise DataError(
            f"{len(decoded.text):,} characters are more than the {LONGEST_ARTICLE:,} that an article may have",
            "Split it.",
        )
    return Text(text, content, decoded.notice)


def _check_format(text: str) -> None:
    start = text.lstrip("\ufeff \t\r\n")
    name = next((name for name, signature in SIGNATURES if signature.match(start)), None)
    if name is None and start[:1] in ("{", "[") and _is_json(start):
        name = "JSON"
    if name is None and len(TAG.findall(start)) > MOST_TAGS:
        name = "HTML"
    if name:
        raise DataError(f"it is {name} by its content", "Save the article's text as plain text.")


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def check_prose(body: str) -> None:
    """Raise ``DataError`` for a body that is too short or in another language than English."""
    words = count_words(body)
    if words < SHORTEST_ARTICLE:
        raise DataError(f"only {words} words are left without dateline and furniture", "Save the whole text.")
    language, _ = py3langid.classify(body)
    if language != LANGUAGE:
        raise DataError(f"its language is {language!r} by py3langid; only English is read", "Leave it out.")
