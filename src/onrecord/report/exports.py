"""A page in other formats: a fragment for a content management system, Markdown, and a tagged PDF.

All are made from the page itself, so they say what it says.
"""

import logging
import re
from collections.abc import Iterator
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from onrecord.errors import OnRecordError, UsageError

MARKS = re.compile(r"[\\`*_\[\]#|]|^[-+>]")
PRINT = "@page{size:A4;margin:18mm 16mm 20mm;@bottom-right{content:counter(page) ' / ' counter(pages)}}"


def export_page(html: str, form: str, target: Path) -> Path:
    """Write the page as ``fragment`` (``.fragment.html``), ``md`` or ``pdf``; ``target``: the file without its ending.

    Raises ``UsageError`` for another format, ``OnRecordError`` where a PDF's library lacks Pango.
    """
    if form not in FORMATS:
        raise UsageError(f"There is no format {form!r}.", f"Formats: {', '.join(FORMATS)}.")
    file = target.with_name(f"{target.name}.{ENDINGS.get(form, form)}")
    file.write_bytes(FORMATS[form](html))
    return file


def _fragment(html: str) -> bytes:
    """The public part alone, with its draft mark, without style, policy, embedded rows and links to them."""
    page = BeautifulSoup(html, "html.parser")
    main = page.find("main")
    title = page.find("h1")
    assert isinstance(main, Tag)
    assert isinstance(title, Tag)
    main.name = "section"
    main["class"] = "onrecord"
    for link in main.select('a[href^="#"]'):
        link.extract()
    head = [part for part in (page.select_one(".draft"), title, page.select_one(".standfirst")) if part]
    return "\n".join([*map(str, head), str(main), ""]).encode()


def _markdown(html: str) -> bytes:
    """Headings, findings, quotations with their outlet, and tables as lists."""
    page = BeautifulSoup(html, "html.parser")
    lines = [f"# {_plain(_text(page.find('h1')))}", ""]
    for selector in (".draft", ".standfirst", "header .place"):
        found = page.select_one(selector)
        lines += [_plain(_text(found)), ""] if found else []
    main = page.find("main")
    lines += _lines(main) if isinstance(main, Tag) else []
    return (re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n").encode()


def _lines(main: Tag) -> Iterator[str]:
    for part in main.find_all(["h2", "h3", "p", "blockquote", "tr", "img"]):
        words = _text(part)
        if part.find_parent("details") or (part.name == "tr" and part.find("td") is None):
            continue
        if part.name == "img":
            yield from (f"*Chart: {_plain(str(part.get('alt', '')))}*", "")
        elif part.name == "tr":
            yield from (f"- {_plain('; '.join(filter(None, map(_labelled, part.find_all(['th', 'td'])))))}", "")
        elif part.find_parent("tr"):
            continue
        elif part.name == "blockquote":
            yield from (f"> {_plain(words)}", "")
        else:
            marks = {"h2": "## ", "h3": "### "}.get(part.name, "")
            yield from (f"{marks}{_plain(words)}", "")


def _labelled(cell: Tag) -> str:
    words = _text(cell)
    return f"{cell['data-label']}: {words}" if words and cell.get("data-label") else words


def _plain(words: str) -> str:
    """Words in which Markdown reads no marks of its own."""
    return MARKS.sub(r"\\\g<0>", words).replace("<", "&lt;")


def _text(part: object) -> str:
    if not isinstance(part, Tag):
        return ""
    for link in part.select("a[href^='#']"):
        link.extract()
    return " ".join(part.get_text().split()).strip(" ·")


def _pdf(html: str) -> bytes:
    """A4 with page numbers and bookmarks, tagged for screen readers; nothing is fetched."""
    try:
        from weasyprint import CSS, HTML
        from weasyprint.urls import URLFetcher
    except (ImportError, OSError) as error:
        raise OnRecordError(
            f"The PDF cannot be made: {str(error).splitlines()[0]}",
            "Install Pango (Debian and Ubuntu: apt-get install libpango-1.0-0 libpangoft2-1.0-0).",
        ) from error

    logging.getLogger("weasyprint").setLevel(logging.ERROR)  # it warns of what only a screen uses
    page = BeautifulSoup(html, "html.parser")
    for folded in page.select("footer details, script"):
        folded.extract()
    for link in page.select('a[href^="#"]'):
        link.unwrap()
    document = HTML(string=str(page), url_fetcher=URLFetcher(allowed_protocols=["data"]))
    return bytes(
        document.write_pdf(stylesheets=[CSS(string=PRINT)], pdf_variant="pdf/ua-1", pdf_identifier=b"onrecord")
    )


FORMATS = {"fragment": _fragment, "md": _markdown, "pdf": _pdf}
ENDINGS = {"fragment": "fragment.html"}
