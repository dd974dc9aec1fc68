"""Who published a page: the first name written there that its web address confirms, else the first that is a name.

A page names its publisher several times, and not always the outlet: a parent company, a slogan, a section, a domain.
"""

import re
from collections import Counter
from collections.abc import Iterator

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
    r",? (?:all rights reserved|logo|home(?:page)?|inc|llc|ltd|gmbh|plc|corp|corporation)\.?\Z", re.IGNORECASE
)
HOST_PARTS = frozenset(("www", "m", "amp", "edition", "mobile", "co", "com", "org", "net", "ac", "gov"))
LONGEST = 6  # words; longer is a slogan
LONGEST_SHORT = 4  # letters of a domain that abbreviates a name
SHORTEST_APART = 6  # letters of a name that may be written in several words
SHORTEST_LABEL = 3  # letters of a domain that can confirm a name by standing in it


def find_outlet(page: Page, url: str | None) -> str | None:
    """The outlet's name; the bare domain where no name is written; null where not even that."""
    stated = [name for written in _find_stated(page) for name in _names_in(written)]
    seen = [name for written in _find_seen(page) for name in _names_in(written)]
    address = HOST.match(url or "")
    host = address[1].removeprefix("www.") if address else ""
    domains = [name.removeprefix("www.") for name in [*stated, host] if DOMAIN.match(name)]
    label = _label(host or next(iter(domains), ""))
    named, shown = ([name for name in names if not DOMAIN.match(name)] for names in (stated, seen))
    best = next(iter([*_confirmed(named, shown, label, host), *named, *domains, *_commonest(shown)]), None)
    alike = [name for name in [*named, *shown] if best and _bare(name) == _bare(best)]
    best = max(alike, key=lambda name: (name.count(" "), name[:1].isupper()), default=best)
    return (_find_apart(page, best) or best) if best and " " not in best and not DOMAIN.match(best) else best


def _confirmed(named: list[str], shown: list[str], label: str, host: str) -> list[str]:
    """The names that the domain confirms: one all of whose words stand in it, one that it spells out, one that it
    abbreviates, one that shares letters; of the last a page's own before what is only seen."""
    if not label:
        return []
    words = [name for name in named if " " in name and all(squash(word) in squash(host) for word in name.split(" "))]
    whole = [name for name in [*named, *(shown if len(label) > LONGEST_SHORT else ())] if _bare(name) == _bare(label)]
    cut = [rest for name in named if _bare(rest := COMPANY.sub("", name)) == _bare(label)]
    short = [name for name in named if _is_short_for(label, name)]
    near = [name for name in [*named, *shown] if _agree(_bare(name), label)]
    return [*words, *whole, *cut, *short, *sorted(near, key=lambda name: bool(COMPANY.search(name)))]


def _find_apart(page: Page, name: str) -> str | None:
    """The name as the page's text writes it in several words: ``Coastdaily`` → ``Coast Daily``."""
    wanted, words = (
        squash(name),
        " ".join(page.texts("//body//text()[not(parent::script or parent::style)]")).split(" "),
    )
    if len(wanted) < SHORTEST_APART:
        return None
    for size in (2, 3, 4):
        for i in range(len(words) - size + 1):
            told = " ".join(words[i : i + size])
            if told[:1].isupper() and squash(told) == wanted and all(map(squash, words[i : i + size])):
                return told.strip(",.;:!?“”\"'’()")
    return None


def _commonest(names: list[str]) -> list[str]:
    counts = Counter(map(_bare, names))
    return sorted(names, key=lambda name: -counts[_bare(name)])


def _find_stated(page: Page) -> Iterator[str]:
    """What names the outlet to machines, the likeliest first."""
    yield from names_in(page.article.get("publisher"))
    yield from (page.tags[tag] for tag in TAGS if tag in page.tags)
    yield from (n for one in page.objects if "NewsMediaOrganization" in types_of(one) for n in names_in(one))


def _find_seen(page: Page) -> Iterator[str]:
    """What names the outlet to readers: the title's ends, a logo, a line of copyright."""
    parts = [part for part in BREAK.split(page.title) if part]
    if len(parts) > 1:
        yield from (parts[-1], parts[0], *parts[1:-1])
    for path in LOGOS:
        yield from page.texts(path)
    for text in page.texts(COPYRIGHTS):
        yield from (match["name"] for match in COPYRIGHT.finditer(text))


def _names_in(written: str) -> Iterator[str]:
    """The name before a slogan; nothing of what is too long for one, or is an address."""
    first = TRAILING.sub("", BREAK.split(re.sub(r"\A(?:©|[Cc]opyright\b|\(c\)|\d{4}|\s)+", "", written))[0]).strip(
        " .,"
    )
    if first and "/" not in first and "@" not in first and count_words(first) <= LONGEST:
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
