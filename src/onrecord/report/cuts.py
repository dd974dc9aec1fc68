"""Cuts: what one outlet prints of a quotation, and another that prints some of it leaves off.

Either the other stops earlier, or breaks off within the words; or it has another sentence of the same speech only.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.language.wording import join_words
from onrecord.language.words import find_words
from onrecord.processed import Mark
from onrecord.report.clippings import Clipping, mark_words
from onrecord.report.finding import Kind
from onrecord.report.material import Material
from onrecord.report.statements import Statement
from onrecord.tables.compared import StatementRow

FEWEST = 7  # words that an outlet leaves off, of which
FEWEST_CONTENT = 3  # say something
LONGEST = 30  # words in a heading
SAME = 1.0  # share of the words that an outlet prints which is said to print them

Told = tuple[Kind, str, tuple[Clipping, ...]]


def find_cut(statement: Statement) -> Told | None:
    """The longest stretch that an outlet prints of a statement and another breaks off; else the statement itself, where
    an outlet prints only other words of the same speech."""
    cuts = max(_cuts(statement), key=lambda cut: len(cut[2]), default=None)
    return _left_off(statement) if cuts is None else _tell_cut(statement, *cuts)


def _tell_cut(statement: Statement, more: StatementRow, less: StatementRow, words: str) -> Told | None:
    material = statement.material
    claim = material.claims.get(str(more.claim_id))
    if claim is None:
        return None
    body = statement.body(more)
    marks = mark_words(body, min(more.start, claim.start), max(more.end, claim.end), words, "only")
    if not marks:
        return None
    whole = replace(more, start=min(more.start, marks[0].start), end=max(more.end, marks[-1].end))
    others = [name for name in material.outlets if name not in (more.outlet, less.outlet)]
    also = [name for name in others if _prints_all(material, name, words)]
    if any(statement.reports_some(name, words) for name in others if name not in also):
        return None  # one has some of the words: it neither prints nor lacks them
    telling = {row.outlet for row in statement.rows}
    lacking = [less.outlet, *(name for name in others if name in telling and name not in also)]
    text = _head(statement.speaker, [more.outlet, *also], lacking, words)
    return "cut", text, (replace(statement.turn(whole, marks), also=tuple(also)), statement.turn(less))


def _cuts(statement: Statement) -> Iterator[tuple[StatementRow, StatementRow, str]]:
    """Who prints more, who less, and what the second lacks, of each two tellings."""
    material = statement.material
    for pair, a, b in statement.pairs():
        row = material.wordings.get(pair.pair_id)
        for more, less, words in ((b, a, row.cut_a), (a, b, row.cut_b)) if row else ():
            if words and _says_something(words) and not statement.reports_some(less.outlet, words):
                yield more, less, words


def _left_off(statement: Statement) -> Told | None:
    """A statement that some outlets print whole, and others not, which print other words of that speech."""
    material = statement.material
    same = [row for row in statement.rows if row.form == "quoted" and row.shared == SAME]
    base = min(same, key=lambda row: len(statement.words(row)), default=None)  # what all of them print
    if base is None or not _says_something(words := statement.words(base), whole=True):
        return None
    names = list(dict.fromkeys(row.outlet for row in statement.rows))
    beside = {row.outlet: row for row in _of_one_speech(statement) if row.outlet not in names}
    lacking = [row for row in beside.values() if not statement.reports_some(row.outlet, words)]
    if not lacking or len(lacking) + len(names) < len(material.outlets):
        return None
    clipping = statement.turn(base, [Mark(base.start, base.end, "only")])
    also, more = statement.like(clipping, same)
    names = [base.outlet, *also, *(turn.outlet for turn in more)]
    text = _head(statement.speaker, names, [row.outlet for row in lacking], words)
    return "cut", text, (replace(clipping, also=also), *more, *(statement.turn(row) for row in lacking))


def _of_one_speech(statement: Statement) -> Iterator[StatementRow]:
    """The tellings of what is printed with this statement in one quotation of some outlet."""
    claims = {row.claim_id for row in statement.rows if row.claim_id}
    for rows in statement.material.statements.values():
        if rows[0].statement_id != statement.rows[0].statement_id and claims & {row.claim_id for row in rows}:
            yield from (row for row in rows if row.form == "quoted")


def _prints_all(material: Material, outlet: str, words: str) -> bool:
    """Whether an outlet reports all these words in their order, of anybody."""
    return any(f" {_forms(words)} " in f" {_forms(content)} " for content in _contents(material, outlet))


def _contents(material: Material, outlet: str) -> list[str]:
    return [claim.content for claim in material.claims.values() if material.outlet_of(claim.claim_id) == outlet]


def _forms(words: str) -> str:
    return " ".join(word.form for word in find_words(words))


def _says_something(words: str, *, whole: bool = False) -> bool:
    """Whether enough is left off to be told; ``whole``: a sentence, which may end as it likes."""
    found = find_words(words)
    content = [word for word in found if word.is_content]
    ends = bool(found) and (whole or found[-1].is_content)  # no "because we know that"
    return ends and len(found) >= FEWEST and len(content) >= FEWEST_CONTENT


def _head(speaker: str, printing: Sequence[str], lacking: Sequence[str], words: str) -> str:
    verb = "prints" if len(printing) == 1 else "print"
    without = f"{lacking[0]} does not" if len(lacking) == 1 else f"neither {' nor '.join(lacking)} does"
    told = " ".join(words.split())
    shown = f": “{told}”" if len(find_words(told)) <= LONGEST and not {*'“”"'} & {*told} else ""
    return f"{join_words(list(printing))} {verb} words of {speaker} that {without}{shown}."
