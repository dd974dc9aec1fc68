"""Decisions whose row has another id now, because words before it were mended: found again by the words they repeat."""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.extraction.reviews import Decision
from onrecord.language.spans import Chars
from onrecord.tables import Tables, read_rows
from onrecord.tables.extracted import ClaimRow, FigureRow

OTHER_MARKS = str.maketrans({**dict.fromkeys("“”„«»", '"'), **dict.fromkeys("’‘", "'")})


def plain(text: str) -> str:
    """Words as a reviewer may have copied them: white space made even, one kind of quotation mark."""
    return " ".join(text.translate(OTHER_MARKS).casefold().split())


def anchor_decisions(decisions: Sequence[Decision], found: Tables) -> list[Decision]:
    """The decisions, each whose row is gone moved to the one row of its kind that has its words; where none or several
    have them, where its article is gone, or where the row was decided on by its own id before, it stays as it is,
    without a row."""
    rows: dict[str, list[ClaimRow | FigureRow]] = {
        "c": list(read_rows(found.claims, ClaimRow)),
        "f": list(read_rows(found.figures, FigureRow)),
    }
    known = {_id(row) for kind in rows.values() for row in kind}
    named: dict[str, str] = {}  # when a row was first decided on by its own id
    for line in decisions:
        named[line.row_id] = min(named.get(line.row_id, line.when), line.when)
    bodies = dict(zip(found.articles["article_id"], found.articles["body"], strict=True))
    return [
        line
        if line.row_id in known or not line.words or line.row_id[0] not in rows
        else _anchor(line, rows[line.row_id[0]], bodies, named)
        for line in decisions
    ]


def _id(row: ClaimRow | FigureRow) -> str:
    return row.claim_id if isinstance(row, ClaimRow) else row.figure_id


def _anchor(
    line: Decision, rows: Sequence[ClaimRow | FigureRow], bodies: dict[str, str], named: dict[str, str]
) -> Decision:
    words = plain(line.words.rstrip("… ")).strip("\"' ")
    there = [row for row in rows if line.article_id in ("", row.article_id)]
    own = [row for row in there if _begins(row, words, bodies[row.article_id])]
    holding = own or [row for row in there if _holds(row, words)]
    if len(holding) != 1 or named.get(_id(holding[0]), "~") <= line.when:
        return line
    return replace(line, row_id=_id(holding[0]), moved_from=line.row_id)


def _holds(row: ClaimRow | FigureRow, words: str) -> bool:
    """Whether a claim's own words have the decision's inside, or these are of a figure's sentence with its number."""
    if isinstance(row, ClaimRow):
        return words in plain(row.content)
    return plain(row.text) in words and words in plain(row.sentence)


def _begins(row: ClaimRow | FigureRow, words: str, body: str) -> bool:
    """Whether the row's own words, or the text from its number on, begin with the decision's."""
    if isinstance(row, ClaimRow):
        return plain(row.content).startswith(words)
    return plain(body[row.start : row.start + 2 * len(words) + len(row.text)]).startswith(words)


def find_words(body: str, words: str, near: Chars) -> Chars | None:
    """Where words stand in a body: at the one place inside ``near``, else at the one place there is; null otherwise."""
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
    for start, end in (near, Chars(0, len(body))):
        places = [Chars(m.start(), m.end()) for m in pattern.finditer(body, start, end)]
        if len(places) == 1:
            return places[0]
    return None
