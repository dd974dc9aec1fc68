"""Whether a page says what its rows say: every sentence, name, number and quotation made again and set beside it.

The rows stand in the page itself, named by their hash. With the articles at hand their quotations are looked up too.
Nothing is executed and nothing asked for; a page is read as text.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from onrecord.errors import DataError
from onrecord.language.wording import count
from onrecord.report.embedding import digest_rows, read_stretches, restore_story
from onrecord.report.findings import find_findings
from onrecord.report.material import Material
from onrecord.report.numbers import list_standings
from onrecord.report.openings import list_openings
from onrecord.report.rendering import render_claims, render_figures, render_item
from onrecord.report.sections import Cards, Openings, Standings

Stated = dict[tuple[str, str], str]  # what it is and its row ids → its words
WHOLE = ("claim", "figure")  # of these every row stands on every page
ASK = "Ask whoever published it for the page as it was, or run the story again."


def verify_page(html: str, bodies: Mapping[str, str] | None = None) -> list[str]:
    """What was found right, a line each. ``bodies``: cleaned texts by article_id, to look quotations up in.

    Raises ``DataError`` naming the first thing that differs.
    """
    page = BeautifulSoup(html, "html.parser")
    text = _rows_of(page)
    material = Material(restore_story(text))
    made, shown = _make_again(material), dict(_read(page))
    for key, words in shown.items():
        if made.get(key) != words:
            raise DataError(_tell_difference(key, words, made.get(key)), ASK)
    if lost := next((key for key in made if key[0] in WHOLE and key not in shown), None):
        raise DataError(f"The page does not show the {lost[0]} {lost[1]}, which its rows hold.", ASK)
    kinds = [kind for kind, _ in shown]
    found = sum(kind not in (*WHOLE, "opening", "standing") for kind in kinds)
    lines = [
        f"rows: {digest_rows(text)}",
        f"{count(found, 'finding')}, "
        f"{count(kinds.count('standing'), 'checked number')}, {count(kinds.count('claim'), 'claim')} and "
        f"{count(kinds.count('figure'), 'figure')} follow from the rows",
    ]
    return lines + [_anchor(article, stretches, bodies) for article, stretches in read_stretches(text) if bodies]


def _rows_of(page: BeautifulSoup) -> str:
    """The embedded rows, with the hash that the page names."""
    held, named = page.find("script", id="rows"), page.find("meta", attrs={"name": "onrecord-rows"})
    if not isinstance(held, Tag) or not isinstance(named, Tag):
        raise DataError("The page holds no rows.", "Only a page that On the Record made has them.")
    text = held.get_text()
    if digest_rows(text) != named.get("content"):
        raise DataError("The rows in the page are not those that its hash names: they were changed.", ASK)
    return text


def _make_again(material: Material) -> Stated:
    findings = find_findings(material)
    items = [
        Cards(material, findings.printed),
        Openings(material, list_openings(material)),
        Standings(list_standings(material)),
    ]
    parts = [part for item in items for part in render_item(material, item, "")]
    whole = "".join([*parts, render_claims(material), render_figures(material)])
    return dict(_read(BeautifulSoup(whole, "html.parser")))


def _read(page: BeautifulSoup) -> Iterator[tuple[tuple[str, str], str]]:
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


def _anchor(article: str, stretches: list[tuple[int, str]], bodies: Mapping[str, str] | None) -> str:
    """Every quoted stretch of an article at its place in the article's text."""
    body = (bodies or {}).get(article)
    if body is None:
        return f"{article}: not at hand, so its quotations were not looked up"
    for start, words in stretches:
        if body[start : start + len(words)] != words:
            where = "stands elsewhere" if words in body else "does not stand"
            raise DataError(
                f"{article}, at {start}: “{' '.join(words.split())[:120]}” {where} in the article at hand.", ASK
            )
    return f"{article}: {count(len(stretches), 'quoted stretch', 'quoted stretches')} stand at their places"


def read_bodies(folder: Path) -> dict[str, str]:
    """The cleaned texts of a folder of articles as received, by article_id; files that are none are left out."""
    from onrecord import intake

    bodies = {}
    for file in sorted(folder.glob("*.txt")):
        bodies[file.stem] = intake.split_article(intake.read_text(file).text).body
    return bodies
