"""An article's parts by its layout: headline, byline, dateline, body, and the furniture that is none of them."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from onrecord.intake.furniture import ENDS, PROSE, find_furniture, is_stamp
from onrecord.language.periods import resolve_period
from onrecord.language.spans import Chars
from onrecord.language.words import count_words

HEADLINE_WORDS = 25
LONGEST_HEADING = 120  # characters
PARAGRAPH = re.compile(r"[^\n]+")
HIGHLIGHT = "highlight"  # a line of the list that sums an article up before it begins: no sentence, but for its stop
CLOSING, STOPS = "”\"’')", frozenset(".!?:…")

# A dateline: a place in capitals, perhaps a country, a date and an agency in brackets, then a dash. Mixed case only
# with an agency in brackets, since "Paris – " may begin a sentence; without a dash only with the few that write so,
# since "Harbour Union (HU) members" may.
PLACE = r"[^\W\d_][\w.’' -]{1,40}?"
CAPITALS = r"[^\Wa-z\d_][^\Wa-z\d_ .’'/-]*+(?:[ .’'/-]++[^\Wa-z\d_]++){0,4}"
IN_CAPITALS = rf"{CAPITALS}(?:, \w[\w. ]{{1,30}}){{0,2}}(?: \([^)\n]{{2,40}}\))?"
WITH_AGENCY = rf"{PLACE}(?:, {PLACE}){{0,2}} ?\((?:[A-Z]{{2,6}}|[A-Z]\w+(?: [A-Z]\w+){{0,4}})\)"
WITHOUT_DASH = rf"{PLACE}(?:, {PLACE})? ?\((?:CNN(?: \w+)?|AP|AFP|Reuters)\)"
DATELINE = re.compile(
    rf"\A(?:(?:{IN_CAPITALS}|{WITH_AGENCY})(?:\.? ?(?:[–—―]|--)|\.? -|-(?= ))|{WITHOUT_DASH}) *(?=[“\"‘'(]?[^\Wa-z_])"
)
MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
DATE_LINE = re.compile(
    rf"(?:(?:Published|Posted|Updated)?:? ?(?:on )?)?{WEEKDAY}"
    rf"(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}}(?:st|nd|rd|th)? {MONTH},? \d{{4}}|\d{{4}}-\d\d-\d\d)\Z",
    re.IGNORECASE,
)
PARTICLE = r"(?:al|bin|da|de|del|der|di|dos|el|la|le|ter|van|von)"
NAME_WORD = rf"(?>[^\Wa-z\d_][\w.’'-]*|{PARTICLE}(?!\w))"
BYLINE = re.compile(
    rf"(?:[Bb]y|BY) (?:{NAME_WORD}(?:(?:,? and | & |, | ){NAME_WORD}){{1,7}}|[A-Z]{{2,8}})(?<!\w\w\.)\Z"
)
LICENCE = re.compile(
    # only from a sentence's beginning, else each of its characters is tried as one
    r"(?:(?:\A|(?<=[.!?\n]))[^.!?\n]*\b(?:(?:is|are) licen[sc]ed under|[Aa]ll [Rr]ights [Rr]eserved)\b[^\n]*"
    r"|(?:©|\([cC]\)|Copyright\b)[^\n]{0,200})\Z"
)
AGENCY_SIGNATURE = re.compile(r"(?<=[.!?”\"’]) *\b[A-Z]{2,4}/[A-Z]{2,4}(?:/[A-Z]{2,4})?\b\.? *\Z")


def find_blocks(text: str) -> list[Chars]:
    """The paragraphs of a text as half-open spans: without dateline, section lines, licence line and signature.

    Nothing is cut from the text; what is not in a block is not parsed. Between sentences a line that ends like none is
    a heading, a caption or a link to another story: "Mayor says bridge is safe" is not said here.
    """
    blocks, seen_body = [], False
    for start, end, kind in _sort_lines(text):
        if kind:
            continue
        line = text[start:end]
        if not seen_body and (dateline := DATELINE.match(line)):
            start, seen_body = start + dateline.end(), True
        seen_body = seen_body or count_words(line) > HEADLINE_WORDS
        blocks.append(Chars(start, end))
    if blocks:
        start, end = blocks[-1]
        end = start + len(_without_footer(text[start:end]))
        blocks[-1:] = [Chars(start, end)] if text[start:end].strip() else []
    return blocks


def _sort_lines(text: str, whole: bool = False) -> Iterator[tuple[int, int, str | None]]:
    """Each line of a text with the kind of furniture that it is; null for a paragraph.

    ``whole``: of an article as received, where all that stands above its first sentence is furniture: who writes, the
    hour, a summary in points.
    """
    lines = [match.span() for match in PARAGRAPH.finditer(text)]
    words = ["", *(text[start:end].strip() for start, end in lines), ""]
    kind: str | None = None
    above = whole
    for k, (start, end) in enumerate(lines, 1):
        in_list = kind == HIGHLIGHT and _may_be_highlight(words[k])
        kind = find_furniture(words[k]) or ("heading" if _is_heading(*words[k - 1 : k + 2]) else None)
        kind = HIGHLIGHT if in_list else kind
        runs_on = words[k + 1][:1].islower() and not find_furniture(words[k + 1])
        unfinished = kind is not None or _may_be_highlight(words[k]) or is_stamp(words[k])
        above = above and not runs_on and unfinished
        yield start, end, kind or ("heading" if above else None)


def _may_be_highlight(line: str) -> bool:
    """A short line that is no sentence: it lacks the stop at its end."""
    return line.rstrip(CLOSING)[-1:] not in STOPS and count_words(line) <= HEADLINE_WORDS and not DATELINE.match(line)


def _without_footer(paragraph: str) -> str:
    """The last paragraph up to its licence sentence and the agency's initials."""
    if licence := LICENCE.search(paragraph):
        paragraph = paragraph[: licence.start()]
    return AGENCY_SIGNATURE.sub("", paragraph).rstrip()


def _is_heading(before: str, line: str, after: str) -> bool:
    """A short line between sentences that is none: it begins like one and ends like none, and none runs into it."""
    if len(line) > LONGEST_HEADING or not line[-1].isalnum() or PROSE.search(line):
        return False
    return line[0].isupper() and before[-1:] in ENDS and not after[:1].islower()


@dataclass(frozen=True)
class Parts:
    """A cleaned text in its parts; ``None`` where it has no such part. ``cut``: lines of furniture by kind; ``lines``:
    of the whole text."""

    body: str
    headline: str | None = None
    byline: str | None = None
    dateline: str | None = None
    licence: str | None = None
    published: date | None = None
    cut: Mapping[str, int] = field(default_factory=dict)
    lines: int = 0


def split_article(text: str, headline: str | None = None) -> Parts:
    """The parts of a cleaned text. A first line counts as headline when it is short, does not end like a sentence, and
    prose follows; ``headline`` is the one that ``story.yaml`` gives, dropped from the text where it is repeated."""
    lines = [m.span() for m in PARAGRAPH.finditer(text)]
    first = text[slice(*lines[0])] if lines else ""
    found = first if len(lines) > 1 and _is_headline(first) and find_furniture(first) != HIGHLIGHT else None
    byline = next((text[s:e] for s, e in lines[:4] if BYLINE.match(text[s:e])), None)
    dated = next((text[s:e] for s, e in lines[:5] if DATE_LINE.match(text[s:e])), None)
    drop = {found, byline, headline, dated}
    sorted_lines = list(_sort_lines(text, whole=True))
    above = {(s, e) for s, e, kind in sorted_lines if kind}
    blocks = [(s, e) for s, e in find_blocks(text) if text[s:e] not in drop and not _lies_in((s, e), above)]
    dateline = next((m.group().strip(" –—―-") for s, e in lines[:6] if (m := DATELINE.match(text[s:e]))), None)
    licence = LICENCE.search(text[slice(*lines[-1])]) if lines else None
    return Parts(
        body="\n\n".join(text[s:e].strip() for s, e in blocks),
        headline=headline or found,
        byline=re.sub(r"\A[Bb][Yy] ", "", byline) if byline else None,
        dateline=dateline,
        licence=licence.group().strip() if licence else None,
        published=read_date_line(dated) if dated else None,
        cut=Counter(kind for s, e, kind in sorted_lines if kind and text[s:e] not in drop),
        lines=len(lines),
    )


def _lies_in(block: tuple[int, int], lines: Collection[tuple[int, int]]) -> bool:
    return any(start <= block[0] and block[1] <= end for start, end in lines)


def read_date_line(line: str) -> date | None:
    """The day that a line names and nothing else, alone or after "Published"; null for any other line. The month is in
    words or the order is ISO's, so it has one reading."""
    if not DATE_LINE.match(line):
        return None
    words = re.sub(r"\A(?:published|posted|updated)?:? ?(?:on )?", "", line, flags=re.IGNORECASE)
    days = resolve_period(words)
    return days[0] if days and days[0] == days[1] else None


def _is_headline(line: str) -> bool:
    words = count_words(line)
    ends = line.rstrip("”’\"'").endswith((".", ":", ","))
    return 2 <= words <= HEADLINE_WORDS and not ends and not DATELINE.match(line) and not BYLINE.match(line)
