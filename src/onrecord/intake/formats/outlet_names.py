"""Who published a page: of the names written there the one that most places, and its web address, agree on.

A page names its publisher several times, and not always the outlet: a parent company, a slogan, a section, a domain.
"""

import re
from collections.abc import Iterator
from itertools import chain

from onrecord.intake.formats.structured import Page, names_in, types_of
from onrecord.language.words import count_words

TAGS = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher",
        "apple-mobile-web-app-title", "source", "copyright", "dc.rights")  # fmt: skip
LOGOS = (
    "//header//a[@rel='home']",
    "//*[contains(@class,'site-title') or contains(@class,'site-name')]",
    "//img[contains(translate(concat(@class,' ',@id,' ',@src,' ',@alt),'LOGO','logo'),'logo')]/@alt",
)
COPYRIGHT = re.compile(
    r"(?:©|\([cC]\)|[Cc]opyright)[\s©]*(?:\([cC]\)\s*)?(?:\d{4}(?:\s*[-–]\s*\d{4})?)?[,\s]*(?:[Bb]y\s+)?"
    r"(?P<name>[^\W\d_][^\n.,|©]{1,60})"
)
COPYRIGHTS = "//body//*[not(self::script or self::style)]/text()[contains(., '©') or contains(., 'opyright')]"
BREAK = re.compile(r" (?:[|–—·•»:›/\\]|--?|::) | ?[|»] ?|: ")  # in words with single spaces
HOST = re.compile(r"https?://([^/:?#]+)", re.IGNORECASE)
DOMAIN = re.compile(r"\A(?:https?://)?(?:www\.)?(?:[\w-]+\.)+[a-z]{2,8}/?\Z", re.IGNORECASE)
COMPANY = re.compile(
    r"(?: (?:Media|Group|Holdings|Publishing|Newspapers|Communications|Company|Networks?|Foundation|Trust))+\Z"
)
TRAILING = re.compile(
    r",? (?:\((?:www\.)?[\w-]+(?:\.[\w-]+)+\)|"
    r"all rights reserved|logo|home(?:page)?|inc|llc|ltd|gmbh|plc|corp|corporation)\.?\Z",
    re.IGNORECASE,
)
NO_NAMES = frozenset(
    ("home", "homepage", "news", "english", "detail", "article", "index", "www", "general news", "logo")
)
HOST_PARTS = frozenset(("www", "m", "amp", "edition", "mobile", "co", "com", "org", "net", "ac", "gov"))
LONGEST_PART = 4  # words of a title's part; longer is a headline
LONGEST = 6  # words; longer is a slogan
WEAK = 2  # the score of a name that stands in one place and that the address does not confirm
LONGEST_SHORT = 5  # letters of a domain that abbreviates a name
SHORTEST_APART = 6  # letters of a name that may be written in several words
SHORTEST_LABEL = 3  # letters of a domain that can confirm a name by standing in it


def find_outlet(page: Page, url: str | None) -> str | None:
    """The outlet's name; the bare domain where no name is written; null where not even that."""
    places = [[*_names_in(written)] for written in _find_stated(page)]
    shown = [[*_names_in(written)] for written in _find_seen(page)]
    address = HOST.match(url or "")
    host = address[1].removeprefix("www.") if address else ""
    domains = [name.removeprefix("www.") for name in [*chain(*places), host] if DOMAIN.match(name)]
    named = list(dict.fromkeys(name for name in chain(*places, *shown) if not DOMAIN.match(name)))
    named += [rest for name in named if (rest := COMPANY.sub("", name)) != name]
    scores = {name: _score(name, places, shown, _label(host or next(iter(domains), "")), url or "") for name in named}
    best = max(named, key=lambda name: scores[name], default=None)
    if best is None or (domains and scores[best] <= WEAK):
        best = next(iter(domains), best)
    alike = [name for name in named if best and _bare(name) == _bare(best)]
    best = max(alike, key=lambda name: (name.count(" "), name[:1].isupper()), default=best)
    return (_find_apart(page, best) or best) if best and " " not in best and not DOMAIN.match(best) else best


def _score(name: str, places: list[list[str]], shown: list[list[str]], label: str, url: str) -> int:
    """In how many places a name is written, more for the first that is stated and for what the address confirms: all of
    its words, its spelling, an abbreviation or a part of it. A company is seldom the outlet."""
    bare = _bare(name)
    written = sum(bare in map(_bare, one) for one in [*places, *shown])
    first = bool(places) and bare in map(_bare, places[0])
    words = " " in name and all(squash(word) in squash(url) for word in name.split(" "))
    near = bool(label) and (_agree(bare, label) or _is_short_for(label, name))
    spelt = bool(label) and bare == _bare(label)
    return 2 * written + 3 * first + 3 * words + 2 * spelt + near - 4 * bool(COMPANY.search(name))


def _find_apart(page: Page, name: str) -> str | None:
    """The name as the page's text writes it in several words: ``Coastdaily`` → ``Coast Daily``."""
    wanted = squash(name)
    if len(wanted) < SHORTEST_APART:
        return None
    words = " ".join(page.texts("//body//text()[not(parent::script or parent::style)]")).split(" ")
    for size in (2, 3, 4):
        for i in range(len(words) - size + 1):
            told = " ".join(words[i : i + size])
            if told[:1].isupper() and squash(told) == wanted and all(map(squash, words[i : i + size])):
                return told.strip(",.;:!?“”\"'’()")
    return None


def _find_stated(page: Page) -> Iterator[str]:
    """What names the outlet to machines, the likeliest first."""
    yield from names_in(page.article.get("publisher"))
    yield from (page.tags[tag] for tag in TAGS if tag in page.tags)
    yield from (n for one in page.objects if "NewsMediaOrganization" in types_of(one) for n in names_in(one))


def _find_seen(page: Page) -> Iterator[str]:
    """What names the outlet to readers: the title's ends, a logo, a line of copyright."""
    parts = [part for part in BREAK.split(page.title) if part]
    if len(parts) > 1:
        yield from (part for part in (parts[-1], parts[0], *parts[1:-1]) if count_words(part) <= LONGEST_PART)
    for path in LOGOS:
        yield from page.texts(path)
    for text in page.texts(COPYRIGHTS):
        yield from (match["name"] for match in COPYRIGHT.finditer(text))


def _names_in(written: str) -> Iterator[str]:
    """The name before a slogan; nothing of what is too long for one, or is an address."""
    first = TRAILING.sub("", BREAK.split(re.sub(r"\A(?:©|[Cc]opyright\b|\(c\)|\d{4}|\s)+", "", written))[0]).strip(
        " .,"
    )
    plain = first and "/" not in first and "@" not in first and first.casefold() not in NO_NAMES
    if plain and count_words(first) <= LONGEST:
        yield first


def squash(name: str) -> str:
    """Letters and digits only, to compare names however they are written."""
    return re.sub(r"[\W_]+", "", name.casefold())


def _label(host: str) -> str:
    """The outlet's own part of a host's name: ``www.bbc.co.uk`` → ``bbc``."""
    parts = [part for part in host.casefold().split(".")[:-1] if part not in HOST_PARTS]
    return squash(parts[-1]) if parts else ""


def _bare(name: str) -> str:
    return squash(name).removeprefix("the")


def _agree(name: str, label: str) -> bool:
    """One stands in the other."""
    return min(len(name), len(label)) >= SHORTEST_LABEL and (label in name or name in label)


def _is_short_for(label: str, name: str) -> bool:
    """A domain of a few letters that stand in the name in their order, the first at its beginning: ``dw``, ``nyt``."""
    letters = iter(squash(name))
    return (
        len(label) <= LONGEST_SHORT and name.casefold().startswith(label[:1]) and all(one in letters for one in label)
    )
