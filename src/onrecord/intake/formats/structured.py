"""What a web page says of itself to machines: JSON-LD objects and meta tags.

The vocabularies are schema.org's NewsArticle, the Open Graph protocol, Dublin Core, and the names that Parse.ly and
Sailthru had their customers write.
"""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lxml.html import HtmlElement

ARTICLE_TYPE = re.compile(r"(?:Article|BlogPosting|Report)\Z")
WRAPPING = re.compile(r"\A\s*(?:<!--|//\s*<!\[CDATA\[)|(?:-->|//\s*\]\]>)\s*\Z")
MARKUP = re.compile(r"<[^<>]{0,200}>")
NESTED = ("@graph", "mainEntity", "mainEntityOfPage")
DEEPEST = 5  # lists and objects inside each other
Object = dict[str, Any]


@dataclass(frozen=True)
class Page:
    """A parsed page: ``objects`` are its JSON-LD, ``tags`` its meta tags by small-letter name, the first of each."""

    tree: HtmlElement
    objects: list[Object]
    tags: dict[str, str]

    @cached_property
    def article(self) -> Object:
        """The JSON-LD object of the article: one with a headline and a day before others; empty where there is none."""
        found = [one for one in self.objects if any(map(ARTICLE_TYPE.search, types_of(one)))]
        found.sort(key=lambda one: -bool(one.get("headline")) - bool(one.get("datePublished")))
        return found[0] if found else {}

    @cached_property
    def title(self) -> str:
        return text_of(self.tree.find(".//head/title"))

    @property
    def tells_article(self) -> bool:
        """Whether the page says that it is one article: by an object, Open Graph's type, or a day of publication."""
        return bool(self.article) or self.tags.get("og:type") == "article" or "article:published_time" in self.tags

    @property
    def is_front(self) -> bool:
        """Whether the page says that it stands at its site's root."""
        told = [*self.texts("//link[@rel='canonical']/@href"), self.tags.get("og:url", "")]
        return any(re.fullmatch(r"https?://[^/]+/?", one) for one in told)

    def texts(self, path: str) -> list[str]:
        """What the elements or attributes of an XPath show, without empty ones."""
        return [text for one in self.tree.xpath(path) if (text := tidy(one) if isinstance(one, str) else text_of(one))]


def read_page(tree: HtmlElement) -> Page:
    """The page with its machine-readable parts; broken JSON-LD is passed over."""
    tags: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().casefold()
        if name and (value := tidy(meta.get("content"))):
            tags.setdefault(name, value)
    return Page(tree, list(_find_objects(tree)), tags)


def _find_objects(tree: HtmlElement) -> Iterator[Object]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            yield from _flatten(json.loads(WRAPPING.sub("", script.text or "").rstrip("; \n"), strict=False))
        except (ValueError, RecursionError):
            continue


def _flatten(found: Any, depth: int = 0) -> Iterator[Object]:
    """The objects in lists, in ``@graph`` and of a page's main entity, outermost first."""
    if depth > DEEPEST:
        return
    if isinstance(found, list):
        for one in found:
            yield from _flatten(one, depth + 1)
    elif isinstance(found, dict):
        yield found
        for key in NESTED:
            yield from _flatten(found.get(key), depth + 1)


def types_of(one: Object) -> list[str]:
    """The schema.org types of an object."""
    kinds = one.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def names_in(value: Any) -> list[str]:
    """The names in a JSON-LD value: a string, an object with a name, or a list of such."""
    if isinstance(value, list):
        return [name for one in value for name in names_in(one)]
    if isinstance(value, dict):
        return names_in(value.get("name"))
    return [name] if isinstance(value, str) and (name := tidy(value)) else []


def tidy(value: str | None) -> str:
    """One line without markup, entities that were escaped twice among it."""
    return re.sub(r"\s+", " ", html.unescape(MARKUP.sub("", value or ""))).strip()


def text_of(element: HtmlElement | None) -> str:
    """What an element shows, as one line."""
    return tidy(" ".join(element.itertext())) if element is not None else ""
