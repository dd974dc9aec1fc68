"""Whether a page says what its rows say: every sentence, name, number and quotation made again and set beside it.

The rows stand in the page itself, named by their hash. With the articles at hand their quotations are looked up too.
Nothing is executed and nothing asked for; a page is read as text.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from onrecord.errors import DataError
from onrecord.language.wording import count
from onrecord.report.embedding import digest_rows, read_stretches, restore_material
from onrecord.report.findings import find_findings
from onrecord.report.material import Material
from onrecord.report.numbers import list_standings
from onrecord.report.openings import list_openings
from onrecord.report.rendering import render_claims, render_figures, render_item
from onrecord.report.sections import Cards, Openings, Printings, Standings, Voices

Fragment = tuple[tuple[str, str], str]  # what it is and its row ids, and its words
WHOLE = ("claim", "figure")  # of these every row stands on every page
ASK = "Ask whoever published it for the page as it was, or run the story again."


def verify_page(html: str, articles: Path | None = None) -> list[str]:
    """What was found right, a line each. ``articles``: folder of the texts as received, to look quotations up in.

    Raises ``DataError`` naming the first thing that differs.
    """
    page = BeautifulSoup(html, "html.parser")
    text = _rows_of(page)
    material = restore_material(text)
    try:
        made = list(_read(_make_again(material)))
    except (KeyError, IndexError, AttributeError) as error:  # rows that point at rows which are not there
        raise DataError(f"The rows in the page do not belong together: {error}", ASK) from error
    shown = list(_read(page))
    _check_fragments(shown, made)
    _check_rest(page)
    kinds = [kind for kind, _ in (key for key, _ in shown)]
    found = sum(kind not in (*WHOLE, "opening", "standing", "voice", "printing") for kind in kinds)
    lines = [
        f"rows: {digest_rows(text)}",
        f"{count(found, 'finding')}, {count(kinds.count('voice'), 'speaker')}, "
        f"{count(kinds.count('printing'), 'quotation')}, "
        f"{count(kinds.count('standing'), 'checked number')}, "
        f"{count(kinds.count('claim'), 'claim')} and {count(kinds.count('figure'), 'figure')} follow from the rows",
    ]
    return lines + ([] if articles is None else list(_look_up(text, material, articles)))


def _check_fragments(shown: Sequence[Fragment], made: Sequence[Fragment]) -> None:
    """Every fragment of the page is one of those made again, and stands once; every row stands on the page."""
    again, seen = dict(made), set()
    for key, words in shown:
        if again.get(key) != words:
            raise DataError(_tell_difference(key, words, again.get(key)), ASK)
        if key in seen:
            raise DataError(f"The page shows {key[0]} {key[1]} twice.", ASK)
        seen.add(key)
    if lost := next((key for key in again if key[0] in WHOLE and key not in seen), None):
        raise DataError(f"The page does not show the {lost[0]} {lost[1]}, which its rows hold.", ASK)


def _check_rest(page: BeautifulSoup) -> None:
    """Nothing in the public part looks like a finding or a quotation and is none that was verified."""
    for part in page.select("main h3, main blockquote"):
        if part.find_parent(attrs={"data-of": True}) is None:
            words = " ".join(part.get_text(" ").split())
            raise DataError(f"The page shows words that follow from no row: “{words[:200]}”", ASK)


def _rows_of(page: BeautifulSoup) -> str:
    """The embedded rows, with the hash that the page names."""
    held, named = page.find("script", id="rows"), page.find("meta", attrs={"name": "onrecord-rows"})
    if not isinstance(held, Tag) or not isinstance(named, Tag):
        raise DataError("The page holds no rows.", "Only a page that On the Record made has them.")
    text = held.get_text()
    if digest_rows(text) != named.get("content"):
        raise DataError("The rows in the page are not those that its hash names: they were changed.", ASK)
    return text


def _make_again(material: Material) -> BeautifulSoup:
    findings = find_findings(material)
    items = [
        Cards(material, findings.printed),
        Openings(material, list_openings(material)),
        Standings(list_standings(material)),
        Voices(findings.voices),
        Printings(findings.printings),
    ]
    parts = [part for item in items for part in render_item(material, item, "")]
    whole = "".join([*parts, render_claims(material), render_figures(material)])
    return BeautifulSoup(whole, "html.parser")


def _read(page: BeautifulSoup) -> Iterator[Fragment]:
    """Each fragment that states something, as its words alone: how a page is laid out is not verified."""
    for part in page.select("[data-of]"):
        yield (str(part["data-of"]), str(part.get("data-rows", ""))), " ".join(part.get_text(" ").split())


def _tell_difference(key: tuple[str, str], shown: str, made: str | None) -> str:
    kind, rows = key
    if made is None:
        return f"The page shows {kind.replace('_', ' ')} {rows}, which does not follow from its rows: “{shown[:200]}”"
    at = next((i for i, (a, b) in enumerate(zip(shown, made, strict=False)) if a != b), min(len(shown), len(made)))
    start = max(0, at - 40)
    return (
        f"{kind.replace('_', ' ').capitalize()} {rows} differs: the page has “…{shown[start : at + 60]}…”, "
        f"its rows give “…{made[start : at + 60]}…”."
    )


def _look_up(text: str, material: Material, folder: Path) -> Iterator[str]:
    """Every quoted stretch of each article at its place in the article's text."""
    entries = {Path(file).stem: entry for file, entry in material.story.story.about.articles.items()}
    for article, stretches in read_stretches(text):
        file = next(iter(sorted(folder.glob(f"{article}.*"))), None)
        body = _read_body(file, entries[article].headline if article in entries else None) if file else None
        if body is None:
            yield f"{article}: not at hand, so its quotations were not looked up"
            continue
        for start, words in stretches:
            if body[start : start + len(words)] != words:
                where = "stands elsewhere" if words in body else "does not stand"
                told = " ".join(words.split())[:120]
                raise DataError(f"{article}, at {start}: “{told}” {where} in the article at hand.", ASK)
        yield f"{article}: {count(len(stretches), 'quoted stretch', 'quoted stretches')} stand at their places"


def _read_body(file: Path, headline: str | None) -> str | None:
    """The cleaned text of an article as received; null where the file is none."""
    from onrecord import intake

    try:
        return intake.read_body(file, headline)
    except DataError:
        return None
