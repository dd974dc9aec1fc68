"""A saved web page → its article: the body by trafilatura, what the page says of it by its own metadata."""

import re
from collections.abc import Iterator
from string import ascii_lowercase, ascii_uppercase

from lxml.html import HtmlElement

from onrecord.errors import DataError
from onrecord.intake.cleaning import clean_text
from onrecord.intake.formats.page_metadata import find_metadata
from onrecord.intake.formats.plain_text import check_length
from onrecord.intake.formats.structured import Page, read_page, tidy
from onrecord.intake.furniture import ENDS
from onrecord.intake.prose import check_wall
from onrecord.intake.received import Received
from onrecord.language.words import count_words

REMEDY = "Save the page again from the browser, or paste the article's text into a .txt file."
# Elements of trafilatura's result that are no paragraphs of the article.
# What stands in an article under a name that says so; only if short, since a whole page may be named after a part.
ASIDES = ("caption", "newsletter", "signup", "sign-up", "promo", "related", "recirc", "most-read", "mostread",
          "author-bio", "authorbio", "about-author", "bio-box", "trending", "kicker", "eyebrow", "standfirst",
          "read-more", "readmore", "popup", "modal")  # fmt: skip
# A teaser without links or headings is the article's own beginning; trafilatura drops what has that name.
OPENING = (
    "//*[contains(@class,'teaser')][not(.//h1 or .//h2 or .//h3 or .//h4)][count(.//a) < 3]"
    "[string-length(normalize-space(.)) > 120]"
)
PRUNED = (
    "//article//article[string-length(normalize-space(.)) < 600]|//header[.//h1]//p|"
    "//*[self::div or self::section or self::aside][.//form or .//input][string-length(normalize-space(.)) < 600]|"
    "//p//span[contains(@class,'-block') or contains(@class,'tooltip') or contains(@class,'popover')]|"
    "//blockquote[contains(@class,'twitter') or contains(@class,'instagram')]|//*[starts-with(local-name(),'amp-')]|"
    "//*[not(self::html or self::body or self::article or self::main or self::p[parent::article])]"
    "[string-length(normalize-space(.)) < 600][{}]"
).format(" or ".join(f"contains(translate(concat(@class,' ',@id),'{ascii_uppercase}','{ascii_lowercase}'),'{name}')"
                     for name in ASIDES))  # fmt: skip
HEADLINES = "//a[string-length(normalize-space(.)) > 25]"  # the links that name an article
SHOWN = "//body//text()[not(parent::script or parent::style or parent::noscript or ancestor::footer or ancestor::nav)]"
TEASERS = "//*[self::h2 or self::h3 or self::h4][.//a or ancestor::a]"  # headlines that lead to articles
MOST_TEASERS = 12  # on the page of one article, where that says it is a website
FEWEST_LINKED = 150  # words of such links that make a page a list, where they are
SHORTEST_TEXT = 50  # words; below, the page is read a second time
LINKED = 3  # times as many as those of the text
LONGEST_LABEL = 3  # words before a link: "Read more: …"
MOST_TAGS = 200_000  # of a page; those of news sites have up to 30,000
SKIPPED = frozenset(("head", "graphic", "table"))


def read_web_page(content: bytes, address: str | None = None) -> Received:
    """The article of a page's bytes; raises ``DataError`` when none is found in it, for a teaser and for a list."""
    tree = _parse(content)
    page = read_page(tree)
    metadata = find_metadata(page, address)
    text = _find_text(tree, page)
    if count_words(text) < SHORTEST_TEXT:
        laid_out = _parse(content)
        for cell in laid_out.iter("table", "tbody", "tr", "td", "center"):  # of pages that were laid out with tables
            cell.tag = "div"
        text = max(text, _find_text(laid_out, page), key=count_words)
    check_wall(text, " ".join(page.texts(SHOWN)))
    if not text:
        raise DataError("no article is found in the page", REMEDY)
    linked = sum(map(count_words, page.texts(HEADLINES)))
    listed = not page.tells_article and linked >= max(FEWEST_LINKED, LINKED * count_words(text))
    listed |= (
        not page.tells_article and page.tags.get("og:type") == "website" and len(page.texts(TEASERS)) >= MOST_TEASERS
    )
    if listed or (page.is_front and not page.article):
        raise DataError("it is a list of articles, not one", "Save the page of one article.")
    return Received(check_length(text), metadata)


def _parse(content: bytes) -> HtmlElement:
    from trafilatura.utils import load_html

    if content.count(b"<") > MOST_TAGS:
        raise DataError(f"it has more than {MOST_TAGS:,} tags", REMEDY)
    if not content.strip():
        raise DataError("the file is empty", REMEDY)
    tree = load_html(content)
    if tree is None:
        raise DataError("it is no web page by its content", REMEDY)
    return tree


def _find_text(tree: HtmlElement, page: Page) -> str:
    from trafilatura import bare_extraction

    for opening in tree.xpath(OPENING):
        del opening.attrib["class"]
    found = bare_extraction(tree, include_comments=False, include_tables=True, prune_xpath=PRUNED)
    body = getattr(found, "body", None)
    linked = set(page.texts("//a"))
    return clean_text("\n\n".join(_find_paragraphs(body, linked))) if body is not None else ""


def _find_paragraphs(body: HtmlElement, linked: set[str]) -> Iterator[str]:
    """The paragraphs, quotations and list items of a body, in order; a line break in one begins a new one.

    What is a link and no more is none; ``linked``: the words of the page's links.
    """
    for block in body:
        if block.tag in SKIPPED:
            continue
        parts = block.findall(".//item") or block.findall(".//p") if block.tag in ("list", "quote") else []
        for part in parts or [block]:
            for line_break in part.iter("lb"):
                line_break.tail = "\n" + (line_break.tail or "")
            text = "".join(part.itertext())
            if text.strip() and not _is_link(text, linked):
                yield re.sub(r"[^\S\n]*\n\s*", "\n", text.strip())


def _is_link(text: str, linked: set[str]) -> bool:
    """Whether a paragraph is another story's headline, alone or after a label ("Read more: …")."""
    words = tidy(text)
    label, _, rest = words.partition(": ")
    return (words in linked and words[-1:] not in ENDS) or (rest in linked and count_words(label) <= LONGEST_LABEL)
