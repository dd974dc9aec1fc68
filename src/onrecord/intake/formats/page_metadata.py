"""A web page → what it says of its article: headline, day, outlet, byline and address."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import chain

from onrecord.intake.days import MONTHS, SLASHED, find_iso_day
from onrecord.intake.formats.outlet_names import BREAK, find_outlet, squash
from onrecord.intake.formats.structured import Page, names_in, tidy
from onrecord.intake.layout import BYLINE, read_date_line
from onrecord.intake.received import Basis, Metadata
from onrecord.language.words import WORD, count_words

HEADLINES = (
    "og:title",
    "twitter:title",
    "dc.title",
    "dcterms.title",
    "parsely-title",
    "sailthru.title",
    "headline",
    "title",
)
DAYS = ("article:published_time", "og:published_time", "og:article:published_time", "datepublished", "parsely-pub-date",
        "sailthru.date", "cxenseparse:recs:publishtime", "dc.date.issued", "dcterms.issued", "dcterms.created",
        "dc.date.created", "pubdate", "publish-date", "publish_date", "publishdate",
        "publication_date", "published_at", "article.published", "originalpublicationdate", "ptime", "date.created",
        "displaydate", "datecreated")  # fmt: skip
VAGUE_DAYS = ("date", "dc.date", "dcterms.date")  # often the day on which the page was made
TIMES = (
    "//time[@itemprop='datePublished' or @pubdate]/@datetime|//*[@itemprop='datePublished']/@content",
    "//time[contains(@class,'publish') or contains(@class,'entry-date')]/@datetime",
    "//article//header//time/@datetime",
)
# Any other time that the page marks, where all of them are of one day: further stories beside it have days too.
MARKED = (
    "//time[not(ancestor::nav or ancestor::aside or ancestor::footer)]"
    "[not(ancestor::*[contains(@class,'comment') or contains(@class,'related')])]/@datetime"
)
UTC_TIME = re.compile(r"\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]00:?00)\Z")
# A heading that does not lead home, nor is drawn and no more.
HEADING = (
    "//h1[not(.//a[@href='/' or @rel='home'] or ancestor::a[@href='/' or @rel='home'])]"
    "[.//text()[normalize-space(.)][not(ancestor::*[local-name()='svg'])]]"
)
AUTHORS = ("author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl", "article:author_name")
# Where a page shows its authors; the first place that has names is taken.
SIGNED = ("//article//*[@rel='author']|//*[@itemprop='author']//*[@itemprop='name']", "//*[@rel='author']",
          "//*[contains(@class,'byline')]//a",
          "//*[contains(@class,'byline') or contains(@class,'author-name')]")  # fmt: skip
# A day in the data of a page's program: "datePublished":"2019-07-17T10:00:00Z".
SCRIPTED = re.compile(
    r"[\"'](?:datePublished|date_published|publicationDate|publication_date|publishedAt|published_at|publishDate|"
    r"publish_date|published_time|publishedTime|firstPublished|display_date|displayDate)\\?[\"']\s*:\s*\\?[\"']"
    r"(\d{4}-\d\d-\d\d)"
)
FOLLOWING = "following::text()[string-length(normalize-space(.)) < 60][normalize-space(.)]"
PUBLISHED = "//body//text()[starts-with(normalize-space(.), 'Published') or starts-with(normalize-space(.), 'Posted')]"
SHOWN = "//body//text()[not(parent::script or parent::style)]"
BASES: tuple[tuple[bool, Basis], ...] = ((False, "metadata"), (True, "inferred"))  # of htmldate's two searches
NEAR = 40  # texts after the heading
POINTED = re.compile(r"\A(?:\w+:? )?([0-3]?\d)\.([01]?\d)\.((?:19|20)\d\d)\b")
CLOCK = re.compile(
    r",?(?: at| @| -| \||T)? ?\d?\d[:.]\d\d(?::\d\d)? ?(?:[AaPp]\.?[Mm]\.?)?(?: ?\(?(?:[A-Z]{2,5}|UTC[+-]\d+)\)?)?"
)
LONGEST_TITLE = 500  # characters
LONGEST_HEADLINE = 40  # words
ALIKE = 0.5  # share of a heading's words that a headline written elsewhere has, from which it is the headline


def find_metadata(page: Page, address: str | None = None) -> Metadata:
    """What the page says; ``address`` is where it came from, when the file says that apart from the page."""
    url = _find_url(page) or address
    outlet = find_outlet(page, url)
    published, basis = _find_published(page, url)
    return Metadata(
        outlet=outlet,
        headline=_find_headline(page, outlet),
        published=published,
        published_basis=basis,
        byline=_find_byline(page, outlet),
        url=url,
    )


def _find_url(page: Page) -> str | None:
    written = [*page.texts("//link[@rel='canonical']/@href"), page.tags.get("og:url", ""), page.article.get("url")]
    return next((one for one in written if isinstance(one, str) and re.match(r"https?://[^/]+/.", one)), None)


def _find_headline(page: Page, outlet: str | None) -> str | None:
    """The heading that a reader sees, when it is the headline that the page names elsewhere; else that one."""
    told = [*names_in(page.article.get("headline")), *(page.tags[tag] for tag in HEADLINES if tag in page.tags)]
    told = [_without_outlet(one[:LONGEST_TITLE], outlet) for one in [*told, page.title] if one]
    seen = [*page.texts("//h1"), *page.texts("//h1/*"), *page.texts("//*[@itemprop='headline']")] or page.texts("//h2")
    seen = [one for one in seen if 2 <= count_words(one) <= LONGEST_HEADLINE]
    likeness = {one: max((_overlap(one, other) for other in told), default=0.0) for one in seen}
    best = max(seen, key=lambda one: likeness[one], default=None)
    if best and likeness[best] >= ALIKE:
        return best
    only = page.texts(HEADING)
    if len(only) == 1 and only[0] in seen and squash(only[0]) != squash(outlet or ""):
        return only[0]
    if told and told[0] == _without_outlet(page.title, outlet):  # no more than the window's title: is it shown?
        lines = {squash(text) for text in page.texts("//body//text()[string-length(normalize-space(.)) > 10]")}
        told = [one for one in told if squash(one) in lines]
    return next((one for one in told if count_words(one) > 1), None)


def _overlap(one: str, other: str) -> float:
    """Share of the words of the longer of two headings that both have."""
    a, b = ({word.casefold() for word in WORD.findall(text)} for text in (one, other))
    return len(a & b) / max(len(a), len(b), 1)


def _without_outlet(title: str, outlet: str | None) -> str:
    """A title without the outlet's name, or its section's, at either end."""
    own = squash(outlet or "")
    while own and (breaks := list(BREAK.finditer(title))):
        last, first = squash(title[breaks[-1].end() :]), squash(title[: breaks[0].start()])
        if last and (own in last or last in own):
            title = title[: breaks[-1].start()]
        elif first and (own in first or first in own):
            title = title[breaks[0].end() :]
        else:
            break
    bar = next((one for one in BREAK.finditer(title) if "|" in one.group()), None)
    return title[: bar.start()] if bar else title


def _find_published(page: Page, url: str | None) -> tuple[date | None, Basis | None]:
    """The day of first publication as the outlet writes it, and where it stands.

    A time in UTC gives way to one with the outlet's own offset, or to the day that is shown: a story of Tuesday evening
    is not Wednesday's.
    """
    stated = [page.article.get("datePublished"), *(page.tags.get(name) for name in DAYS),
              *chain.from_iterable(map(page.texts, TIMES)), *(page.tags.get(name) for name in VAGUE_DAYS),
              page.article.get("dateCreated")]  # fmt: skip
    written = [(one, day) for one in stated if isinstance(one, str) and (day := find_iso_day(one))]
    if not written:
        return _search_day(page, url)
    value, first = written[0]
    if UTC_TIME.search(value):
        local = [*(day for one, day in written if not UTC_TIME.search(one)), *_find_shown_days(page)]
        first = next((day for day in local if abs((day - first).days) <= 1), first)
    elif ":" not in value:  # a day by itself may be that of a later edition, where the day before is shown
        shown = [*_find_shown_days(page)]
        first = shown[0] if shown and first not in shown and (first - shown[0]).days == 1 else first
    return first, "metadata"


def _search_day(page: Page, url: str | None) -> tuple[date | None, Basis | None]:
    """A day that a script names, that stands by itself near the heading, or that the markup or the text holds: the last
    is an inference."""
    from htmldate import find_date

    for script in page.tree.iter("script"):
        if match := SCRIPTED.search(script.text or ""):
            return find_iso_day(match[1]), "metadata"
    if day := next(_find_shown_days(page), None):
        return day, "stated"
    marked = {day for one in page.texts(MARKED) if (day := find_iso_day(one))}
    if len(marked) == 1 and not find_iso_day(url or ""):
        return marked.pop(), "metadata"
    for extensive, basis in BASES:
        if found := find_date(page.tree, extensive_search=extensive, original_date=True, url=url):
            day = date.fromisoformat(found)
            return (None, None) if day != find_iso_day(url or "") and _has_two_readings(page, day) else (day, basis)
    return None, None


def _has_two_readings(page: Page, day: date) -> bool:
    """Whether the page writes a day found in it as 03/04/2019 only, whose order is anybody's guess."""
    numbers = {day.day, day.month}
    if any(day == find_iso_day(one) for one in (*page.tags.values(), *page.texts("//time/@datetime"))):
        return False
    shown = " ".join(page.texts(SHOWN))
    if f"{day:%B} {day.day}, {day.year}" in shown or f"{day.day} {day:%B} {day.year}" in shown:
        return False
    slashed = [match.groups() for match in SLASHED.finditer(shown)]
    return (
        len(numbers) > 1
        and max(numbers) <= MONTHS
        and any({int(a), int(b)} == numbers and int(year) == day.year for a, b, year in slashed)
    )


def _find_shown_days(page: Page) -> Iterator[date]:
    """The days that stand by themselves after "Published", or near the heading."""
    headings = page.tree.xpath("//h1") or page.tree.xpath("//*[@itemprop='headline']")
    near = [text for heading in headings[:1] for text in heading.xpath(FOLLOWING)][:NEAR]
    for words in [*page.texts(PUBLISHED), *map(tidy, near)]:
        if day := read_shown_day(words):
            yield day


def read_shown_day(words: str) -> date | None:
    """The day that a line names, alone or after "Published": the month in words, ISO's order, or points between."""
    if match := POINTED.search(words):
        day, month, year = map(int, match.groups())
        return find_iso_day(f"{year}-{month:02}-{day:02}")
    return read_date_line(CLOCK.sub("", words).strip(" ,|•·–-"))


def _find_byline(page: Page, outlet: str | None) -> str | None:
    """The authors' names, joined by commas; null for an address, a login name, or the outlet itself."""
    told = [names_in(page.article.get("author")), *([page.tags[tag]] for tag in AUTHORS if tag in page.tags)]
    for names in [*told, *map(page.texts, SIGNED)]:
        kept = [re.sub(r"\A[Bb][Yy]:? ", "", name).strip(" ,|") for name in dict.fromkeys(names)]
        kept = [name for name in kept if BYLINE.match(f"By {name}") and squash(name) != squash(outlet or "")]
        if kept:
            return ", ".join(dict.fromkeys(kept))
    return None
