"""A Markdown file → its article: CommonMark's blocks, and what a front matter of YAML says of it."""

import re
from collections.abc import Iterator
from typing import Any

import yaml
from markdown_it import MarkdownIt

from onrecord.intake.days import find_iso_day
from onrecord.intake.formats.plain_text import check_length
from onrecord.intake.received import Metadata, Received
from onrecord.tables.decoding import decode

FRONT = re.compile(r"\A---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
# The keys that site generators use, by our word for them.
KEYS = {
    "headline": ("title", "headline"),
    "outlet": ("outlet", "source", "publisher", "publication", "site"),
    "byline": ("author", "authors", "byline"),
    "url": ("url", "link", "canonical", "canonical_url", "source_url"),
    "licence": ("licence", "license"),
}
DAYS = ("published", "date", "pubdate", "publish_date", "published_at")


def read_markdown(content: bytes) -> Received:
    """The article of a file's bytes: a first heading is its headline, other headings are left out."""
    decoded = decode(content)
    raw = decoded.text.replace("\r\n", "\n").lstrip("\ufeff\n")
    front = FRONT.match(raw)
    about = _read_front(front.group(1)) if front else {}
    headline, paragraphs = None, []
    for kind, text in _find_blocks(raw[front.end() :] if front else raw):
        if kind == "paragraph":
            paragraphs.append(text)
        elif kind == "h1" and headline is None:
            headline = text
    about.setdefault("headline", headline)
    return Received(check_length("\n\n".join(paragraphs)), Metadata(**about), decoded.notice)


def _find_blocks(text: str) -> Iterator[tuple[str, str]]:
    """Paragraphs, list items and quotations as (paragraph, words), headings as (h1 … h6, words); no code, pictures."""
    tag = ""
    for token in MarkdownIt("commonmark", {"html": False, "maxNesting": 50}).parse(text):
        if token.type == "heading_open":
            tag = token.tag
        elif token.type == "paragraph_open":
            tag = "paragraph"
        elif token.type == "inline":
            words = "".join(_spell(child.type, child.content) for child in token.children or ())
            if words.strip():
                yield tag or "paragraph", words.strip()


def _spell(kind: str, content: str) -> str:
    return {"softbreak": " ", "hardbreak": "\n", "image": ""}.get(kind, content)


def _read_front(text: str) -> dict[str, Any]:
    """What a front matter says; nothing where it is no YAML, since the text below is an article all the same."""
    try:
        loaded = yaml.safe_load(text) if "&" not in text and "*" not in text else None
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}
    if not isinstance(loaded, dict):
        return {}
    given = {str(key).casefold(): value for key, value in loaded.items()}
    about: dict[str, Any] = {}
    for name, keys in KEYS.items():
        value = next((given[key] for key in keys if given.get(key)), None)
        words = ", ".join(map(str, value)) if isinstance(value, list) else value
        if isinstance(words, str):
            about[name] = words.strip()
    day = next((given[key] for key in DAYS if given.get(key)), None)
    if published := find_iso_day(str(day)):
        about |= {"published": published, "published_basis": "metadata"}
    return about
