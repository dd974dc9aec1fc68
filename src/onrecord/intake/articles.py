"""Files → ``articles``: headline, byline, dateline and body; what is left out goes to ``exclusions``, by name."""

import hashlib
import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

import dateparser
import pandas as pd
import py3langid

from onrecord import tables
from onrecord.errors import DataError
from onrecord.intake import cleaning
from onrecord.language.words import WORD, count_words
from onrecord.lexicon import read_rows
from onrecord.story import NEVER_ARTICLES, ArticleEntry, Story
from onrecord.tables.extracted import ArticleRow, ExclusionRow

Span = tuple[int, int]

LONGEST_ARTICLE = 300_000  # characters; longer is a book or a dump, not an article
SHORTEST_ARTICLE = 5  # words
LANGUAGE = "en"
ALIKE = 0.8  # share of five-word runs in common from which two articles count as the same text
HEADLINE_WORDS = 25
PARAGRAPH = re.compile(r"[^\n]+")

# A dateline: a place in capitals, perhaps a country, a date and an agency in brackets, then a dash. Mixed case only
# with an agency in brackets, since "Paris – " may begin a sentence.
PLACE = r"[^\W\d_][\w.’' -]{1,40}?"
CAPITALS = r"[^\Wa-z\d_][^\Wa-z\d_ .’'/-]*(?:[ .’'/-]+[^\Wa-z\d_]+){0,4}"
IN_CAPITALS = rf"{CAPITALS}(?:, \w[\w. ]{{1,30}}){{0,2}}(?: \([^)\n]{{2,40}}\))?"
WITH_AGENCY = rf"{PLACE}(?:, {PLACE}){{0,2}} ?\((?:[A-Z]{{2,6}}|[A-Z]\w+(?: [A-Z]\w+){{0,4}})\)"
DATELINE = re.compile(rf"(?:{IN_CAPITALS}|{WITH_AGENCY})\.? ?(?:[–—]|--?) *(?=[“\"‘'(]?[^\Wa-z_])")
MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
DATE_LINE = re.compile(
    rf"(?:(?:Published|Posted|Updated)?:? ?(?:on )?)?{WEEKDAY}"
    rf"(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}}(?:st|nd|rd|th)? {MONTH},? \d{{4}}|\d{{4}}-\d\d-\d\d)\Z",
    re.IGNORECASE,
)
PARTICLE = r"(?:al|bin|da|de|del|der|di|dos|el|la|le|ter|van|von)"
BYLINE = re.compile(rf"(?:[Bb]y|BY) (?:(?:[^\Wa-z\d_][\w.’'-]*|{PARTICLE})(?:,? and | & |, | )?){{2,8}}(?<!\w\w\.)\Z")
SECTION_LINE = re.compile(r"[–—-]+ ?[^.!?\n]{1,60}? ?[–—-]+\Z")
LICENCE = re.compile(
    # only from a sentence's beginning, else each of its characters is tried as one
    r"(?:(?:\A|(?<=[.!?\n]))[^.!?\n]*\b(?:(?:is|are) licen[sc]ed under|[Aa]ll [Rr]ights [Rr]eserved)\b[^\n]*"
    r"|(?:©|\([cC]\)|Copyright\b)[^\n]{0,200})\Z"
)
AGENCY_SIGNATURE = re.compile(r"(?<=[.!?”\"’]) *\b[A-Z]{2,4}/[A-Z]{2,4}(?:/[A-Z]{2,4})?\b\.? *\Z")


def find_blocks(text: str) -> list[Span]:
    """The paragraphs of a text as half-open spans: without dateline, section lines, licence line and signature.

    Nothing is cut from the text; what is not in a block is not parsed.
    """
    blocks, seen_body = [], False
    for match in PARAGRAPH.finditer(text):
        start, end = match.span()
        line = text[start:end]
        if _is_furniture(line.strip()):
            continue
        if not seen_body and (dateline := DATELINE.match(line)):
            start, seen_body = start + dateline.end(), True
        seen_body = seen_body or count_words(line) > HEADLINE_WORDS
        blocks.append((start, end))
    if blocks:
        start, end = blocks[-1]
        end = start + len(_without_footer(text[start:end]))
        blocks[-1:] = [(start, end)] if text[start:end].strip() else []
    return blocks


def _without_footer(paragraph: str) -> str:
    """The last paragraph up to its licence sentence and the agency's initials."""
    if licence := LICENCE.search(paragraph):
        paragraph = paragraph[: licence.start()]
    return AGENCY_SIGNATURE.sub("", paragraph).rstrip()


def _is_furniture(line: str) -> bool:
    """A line that is no prose: a section line between dashes, or a website's furniture."""
    if not WORD.search(line) or SECTION_LINE.match(line):
        return True
    low = line.casefold().strip("()[]:.")
    rows = read_rows("boilerplate")
    short = len(low.split()) <= 12
    return any(low == r["pattern"] or (r["kind"] == "start" and short and low.startswith(r["pattern"])) for r in rows)


@dataclass(frozen=True)
class Parts:
    """A cleaned text in its parts; ``None`` where it has no such part."""

    body: str
    headline: str | None = None
    byline: str | None = None
    dateline: str | None = None
    licence: str | None = None
    published: date | None = None


def split_article(text: str, headline: str | None = None) -> Parts:
    """The parts of a cleaned text. A first line counts as headline when it is short, does not end like a sentence, and
    prose follows; ``headline`` is the one that ``story.yaml`` gives, dropped from the text where it is repeated."""
    lines = [m.span() for m in PARAGRAPH.finditer(text)]
    first = text[slice(*lines[0])] if lines else ""
    found = first if len(lines) > 1 and _is_headline(first) else None
    byline = next((text[s:e] for s, e in lines[:4] if BYLINE.match(text[s:e])), None)
    dated = next((text[s:e] for s, e in lines[:5] if DATE_LINE.match(text[s:e])), None)
    drop = {found, byline, headline, dated}
    blocks = [(s, e) for s, e in find_blocks(text) if text[s:e] not in drop]
    dateline = next((m.group().strip(" –—-") for s, e in lines[:6] if (m := DATELINE.match(text, s, e))), None)
    licence = LICENCE.search(text[slice(*lines[-1])]) if lines else None
    return Parts(
        body="\n\n".join(text[s:e].strip() for s, e in blocks),
        headline=headline or found,
        byline=re.sub(r"\A[Bb][Yy] ", "", byline) if byline else None,
        dateline=dateline,
        licence=licence.group().strip() if licence else None,
        published=_read_date(dated) if dated else None,
    )


def _read_date(line: str) -> date | None:
    """The day that a date line names; the month is in words or the order is ISO's, so it has one reading."""
    words = re.sub(r"\A(?:published|posted|updated):? ?(?:on )?", "", line, flags=re.IGNORECASE)
    day = dateparser.parse(words, languages=["en"])
    return day.date() if day else None


def _is_headline(line: str) -> bool:
    words = count_words(line)
    ends = line.rstrip("”’\"'").endswith((".", ":", ","))
    return 2 <= words <= HEADLINE_WORDS and not ends and not DATELINE.match(line) and not BYLINE.match(line)


@dataclass
class Cleaned:
    """The result of 01-clean: the two tables, and what a reader should know though nothing was left out for it."""

    articles: pd.DataFrame
    exclusions: pd.DataFrame
    notices: list[str] = field(default_factory=list)


def read_articles(story: Story) -> Cleaned:
    """The story's files, cleaned, in ``story.yaml``'s order; a file that cannot be used is left out by name.

    Raises ``DataError`` when no article is left.
    """
    rows, reasons, notices = [], [], []
    for file, entry in story.about.articles.items():
        try:
            row = _read_article(story, file, entry)
            if twin := _find_twin(row, rows, notices):
                raise DataError(f"the same words as {twin}, by the same outlet")
            rows.append(row)
        except DataError as error:
            reasons.append((Path(file).stem, error.what))
    listed = {*story.about.articles, *NEVER_ARTICLES}
    extra = sorted(p.name for p in story.raw.iterdir() if p.name not in listed and not p.name.startswith("."))
    reasons += [(Path(name).stem, f"{name} is not listed in story.yaml") for name in extra]
    if not rows:
        told = "; ".join(f"{article}: {reason}" for article, reason in reasons)
        raise DataError(f"data/raw/{story.name}: no article can be used. {told}", "Mend the files or story.yaml.")
    return Cleaned(tables.make_table("articles", rows), _exclusions(reasons, len(rows)), notices)


def _exclusions(reasons: list[tuple[str, str]], kept: int) -> pd.DataFrame:
    """One row an article left out; the counts run from all files down to those kept."""
    total = kept + len(reasons)
    return tables.make_table(
        "exclusions",
        [
            ExclusionRow(step="01-clean", article_id=a, reason=why, rows_before=total - i, rows_after=total - i - 1)
            for i, (a, why) in enumerate(reasons)
        ],
    )


def _read_article(story: Story, file: str, entry: ArticleEntry) -> ArticleRow:
    """One row of ``articles``; raises ``DataError`` with the reason why the file cannot be one."""
    path = story.raw / file
    if path.suffix != ".txt":
        raise DataError(f"{file} is no .txt file", "Save the article's text as UTF-8 .txt.")
    try:
        content = path.read_bytes()
    except OSError as error:
        raise DataError(f"{file} cannot be opened: {error.strerror}", "Make it readable.") from error
    text = cleaning.clean_text(cleaning.clean_bytes(content))
    if not text:
        raise DataError("the file is empty")
    if len(text) > LONGEST_ARTICLE:
        raise DataError(f"{len(text):,} characters are more than the {LONGEST_ARTICLE:,} that an article may have")
    parts = split_article(text, entry.headline)
    words = count_words(parts.body)
    if words < SHORTEST_ARTICLE:
        raise DataError(f"only {words} words are left without dateline and furniture")
    language, _ = py3langid.classify(parts.body)
    if language != LANGUAGE:
        raise DataError(f"its language is {language!r} by py3langid; only English is read")
    return ArticleRow(
        article_id=path.stem,
        story=story.name,
        outlet=entry.outlet,
        headline=parts.headline,
        byline=parts.byline,
        dateline=parts.dateline,
        published=entry.published or parts.published,
        published_basis=_basis(entry, parts),
        url=entry.url,
        licence=entry.licence or parts.licence,
        language=language,
        source_file=file,
        source_sha256=hashlib.sha256(content).hexdigest(),
        words=words,
        body=parts.body,
    )


def _basis(entry: ArticleEntry, parts: Parts) -> Literal["stated", "metadata", "inferred"] | None:
    """Where the date comes from: ``story.yaml`` decides; a date line of the text counts as stated."""
    if entry.published:
        return entry.published_basis or "metadata"
    return "stated" if parts.published else None


def _find_twin(row: ArticleRow, kept: list[ArticleRow], notices: list[str]) -> str | None:
    """The article of the same outlet that this one repeats; another outlet's is only noticed: that is coverage too."""
    runs = _runs(row.body)
    for other in kept:
        others = _runs(other.body)
        share = len(runs & others) / max(1, min(len(runs), len(others)))
        if share >= ALIKE:
            if other.outlet == row.outlet:
                return other.article_id
            notices.append(f"{row.article_id} repeats {share:.0%} of {other.article_id}'s five-word runs.")
    return None


def _runs(body: str) -> set[tuple[str, ...]]:
    words = [w.casefold() for w in WORD.findall(body)]
    return {tuple(words[i : i + 5]) for i in range(max(1, len(words) - 4))}
