"""One statement as each outlet prints it: ``statements``, a row an outlet.

Pairs of ``claim_pairs`` of one speaker that share a passage are one statement; statements that stand next to each
other in every outlet are one too, so that a quotation of three sentences is told once. An outlet that prints a
quotation's very words without marks (a post shown whole, a caption) has it as well.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cached_property

import pandas as pd

from onrecord import tables
from onrecord.language.quotations import find_quotations
from onrecord.language.words import find_words
from onrecord.tables.compared import ClaimPairRow, StatementRow, TellingForm
from onrecord.tables.extracted import ArticleRow, ClaimRow

CERTAIN = 0.9  # speaker_confidence
SURE = 0.8  # probability of one statement from which two outlets carry it
SHARED = 0.5  # of the shorter of two passages that both hold, to be of one statement
NEXT = 90  # code points between two passages that a reader takes as one
RUN = 6  # words in a row that are a statement's own
MOSTLY = 0.6  # of a quotation's words, in a row, that an outlet prints


def is_certain(claim: ClaimRow) -> bool:
    """Whether a claim's speaker is: by a reviewer, or by what decided it."""
    decided = claim.review in ("accepted", "corrected")
    return claim.actor_id is not None and (decided or (claim.speaker_confidence or 0.0) >= CERTAIN)


@dataclass(frozen=True)
class _Telling:
    """A passage of one article that has the statement."""

    article_id: str
    start: int
    end: int
    form: TellingForm
    claim_id: str | None

    def overlaps(self, other: "_Telling", least: float = 0.0) -> bool:
        common = min(self.end, other.end) - max(self.start, other.start)
        return self.article_id == other.article_id and common > least * min(
            self.end - self.start, other.end - other.start
        )


@dataclass(frozen=True)
class _Statement:
    actor_id: str
    tellings: Mapping[str, _Telling]  # by outlet
    score: float


def compare_statements(
    articles: Sequence[ArticleRow], claims: Mapping[str, ClaimRow], pairs: Sequence[ClaimPairRow]
) -> pd.DataFrame:
    """``statements``: what one speaker, certain on every side, says in two outlets at least, in the story's order."""
    texts = {row.article_id: _Text(row) for row in articles}
    order = list(dict.fromkeys(row.outlet for row in articles))
    may_be = [pair for pair in pairs if _may_be(claims[pair.claim_a], claims[pair.claim_b], pair)]
    found = [_read(group, claims, texts) for group in _join(may_be, claims, texts)]
    spoken = defaultdict(list)
    for claim in claims.values():
        spoken[claim.article_id].append(claim)
    carried = [_with_printed(statement, texts, spoken) for statement in found if len(statement.tellings) > 1]
    merged = _merge_neighbours(carried, order)
    whole = [_with_printed(statement, texts, spoken) for statement in merged]  # two short ones are a long one
    rows = [row for statement in whole for row in _rows(statement, texts, order)]
    return tables.make_table("statements", rows)


def _rows(statement: _Statement, texts: Mapping[str, "_Text"], order: Sequence[str]) -> Iterator[StatementRow]:
    tellings = {outlet: statement.tellings[outlet] for outlet in order if outlet in statement.tellings}
    first = next(iter(tellings.values()))
    named = tables.row_id(
        "statements", first.article_id, first.start, first.end, texts[first.article_id].words_of(first)
    )
    quoted = [told for told in tellings.values() if told.form == "quoted"]
    long = [told for told in quoted if len(texts[told.article_id].forms_of(told)) >= RUN]
    base = min(long or quoted, key=lambda told: len(texts[told.article_id].forms_of(told)), default=None)
    for outlet, told in tellings.items():
        shared = _shared(texts, base, told) if base else None
        yield StatementRow(
            statement_id=named,
            actor_id=statement.actor_id,
            outlet=outlet,
            article_id=told.article_id,
            claim_id=told.claim_id,
            form=told.form,
            start=told.start,
            end=told.end,
            shared=shared,
            score=statement.score,
        )


def _shared(texts: Mapping[str, "_Text"], base: _Telling, told: _Telling) -> float:
    """Share of the words of ``base`` that the passage has, in order; two or more in a row."""
    one, other = (texts[side.article_id].forms_of(side) for side in (base, told))
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return round(sum(block.size for block in blocks if block.size > 1 or len(one) == 1) / max(len(one), 1), 3)


class _Text:
    """An article's body with its words and quotations."""

    def __init__(self, row: ArticleRow):
        self.row = row

    def words_of(self, told: _Telling) -> str:
        return self.row.body[told.start : told.end]

    def forms_of(self, told: _Telling) -> list[str]:
        return [word.form for word in find_words(self.words_of(told))]

    @cached_property
    def words(self) -> list[tuple[str, int, int]]:
        return [(word.form, word.start, word.end) for word in find_words(self.row.body)]

    @cached_property
    def runs(self) -> Mapping[tuple[str, ...], int]:
        """Where each run of words first stands."""
        forms = [form for form, _, _ in self.words]
        return {tuple(forms[i : i + RUN]): i for i in reversed(range(len(forms) - RUN + 1))}

    @cached_property
    def quoted(self) -> list[tuple[int, int]]:
        return [part for q in find_quotations(self.row.body) if q.depth == 0 for part in q.parts]

    def is_quoted(self, start: int, end: int) -> bool:
        return any(a <= start and end <= b + 1 for a, b in self.quoted)


def _may_be(a: ClaimRow, b: ClaimRow, pair: ClaimPairRow) -> bool:
    alike = a.stance == b.stance or {a.stance, b.stance} <= {"asserts", "supports"}
    same = a.actor_id == b.actor_id and alike and pair.relation != "disputes"
    return same and pair.score >= SURE and is_certain(a) and is_certain(b)


def _sides(pair: ClaimPairRow, claims: Mapping[str, ClaimRow], texts: Mapping[str, _Text]) -> Iterator[_Telling]:
    for claim_id, start, end in ((pair.claim_a, pair.start_a, pair.end_a), (pair.claim_b, pair.start_b, pair.end_b)):
        claim = claims[claim_id]
        quoted = pair.relation == "same_quote" or texts[claim.article_id].is_quoted(start, end)
        yield _Telling(claim.article_id, start, end, "quoted" if quoted else "told", claim_id)


def _join(
    pairs: Sequence[ClaimPairRow], claims: Mapping[str, ClaimRow], texts: Mapping[str, _Text]
) -> list[list[ClaimPairRow]]:
    """Pairs of different outlets that have half of a passage in common, however they cut it."""
    across = [p for p in pairs if len({texts[claims[c].article_id].row.outlet for c in (p.claim_a, p.claim_b)}) > 1]
    parent = list(range(len(across)))

    def find(k: int) -> int:
        while parent[k] != k:
            parent[k] = parent[parent[k]]
            k = parent[k]
        return k

    passages: dict[str, dict[_Telling, int]] = defaultdict(dict)  # of each article, with the first pair that has it
    for k, pair in enumerate(across):
        for side in _sides(pair, claims, texts):
            parent[find(k)] = find(passages[side.article_id].setdefault(replace(side, form="quoted", claim_id=None), k))
    for held in passages.values():
        ordered = sorted(held, key=lambda side: (side.start, side.end))
        for n, one in enumerate(ordered):
            for other in ordered[n + 1 :]:
                if other.start >= one.end:
                    break
                if one.overlaps(other, SHARED):
                    parent[find(held[other])] = find(held[one])
    groups: dict[int, list[ClaimPairRow]] = defaultdict(list)
    for k, pair in enumerate(across):
        groups[find(k)].append(pair)
    return list(groups.values())


def _read(pairs: Sequence[ClaimPairRow], claims: Mapping[str, ClaimRow], texts: Mapping[str, _Text]) -> _Statement:
    """One telling an outlet: a quotation before a report, the first before the next, with what overlaps it."""
    by_outlet: dict[str, list[_Telling]] = defaultdict(list)
    for pair in pairs:
        for side in _sides(pair, claims, texts):
            by_outlet[texts[side.article_id].row.outlet].append(side)
    tellings = {}
    for outlet, sides in by_outlet.items():
        sides.sort(key=lambda t: (t.form != "quoted", t.article_id, t.start, -t.end))
        alike = [t for t in sides if t.form == sides[0].form and t.overlaps(sides[0])]
        tellings[outlet] = replace(sides[0], start=min(t.start for t in alike), end=max(t.end for t in alike))
    actor = str(claims[pairs[0].claim_a].actor_id)
    return _Statement(actor, tellings, min(pair.score for pair in pairs))


def _merge_neighbours(statements: Sequence[_Statement], order: Sequence[str]) -> list[_Statement]:
    merged: list[_Statement] = []

    def place(statement: _Statement) -> tuple[str, int]:
        first = next(statement.tellings[outlet] for outlet in order if outlet in statement.tellings)
        return first.article_id, first.start

    for statement in sorted(statements, key=place):
        before = next((other for other in merged if _are_neighbours(other, statement)), None)
        if before is None:
            merged.append(statement)
            continue
        tellings = {
            outlet: replace(a, start=min(a.start, b.start), end=max(a.end, b.end))
            for outlet, a in before.tellings.items()
            for b in (statement.tellings[outlet],)
        }
        joined = _Statement(before.actor_id, tellings, min(before.score, statement.score))
        merged[merged.index(before)] = joined
    return merged


def _are_neighbours(one: _Statement, other: _Statement) -> bool:
    if one.actor_id != other.actor_id or one.tellings.keys() != other.tellings.keys():
        return False
    sides = [(told, other.tellings[outlet]) for outlet, told in one.tellings.items()]
    return all(
        a.article_id == b.article_id
        and _are_alike(a.form, b.form)
        and max(a.start, b.start) - min(a.end, b.end) <= NEXT
        for a, b in sides
    )


def _are_alike(one: TellingForm, other: TellingForm) -> bool:
    return one == other or {one, other} == {"quoted", "printed"}


def _with_printed(
    statement: _Statement, texts: Mapping[str, _Text], spoken: Mapping[str, Sequence[ClaimRow]]
) -> _Statement:
    """The statement with the outlets that print a quotation's very words outside any claim, or a part of them."""
    tellings = dict(statement.tellings)
    for told in statement.tellings.values():
        if told.form != "quoted":
            continue
        forms = texts[told.article_id].forms_of(told)
        for text in texts.values():
            own, place = tellings.get(text.row.outlet), _find_printed(forms, text)
            if place is None or (own is not None and own.form not in ("told", "part")):
                continue
            start, end, n = place
            if _is_another_s(statement.actor_id, start, end, spoken[text.row.article_id]):
                continue
            form: TellingForm = "printed" if n >= MOSTLY * len(forms) else "part"
            if own is None or form == "printed":
                claim = own.claim_id if own and own.article_id == text.row.article_id else None
                tellings[text.row.outlet] = _Telling(text.row.article_id, start, end, form, claim)
    return replace(statement, tellings=tellings)


def _is_another_s(actor_id: str, start: int, end: int, claims: Sequence[ClaimRow]) -> bool:
    """Whether a stretch of an article stands in what somebody else says there."""
    return any(c.actor_id not in (None, actor_id) and c.start < end and start < c.end for c in claims)


def _find_printed(forms: Sequence[str], text: _Text) -> tuple[int, int, int] | None:
    """The longest stretch of a text that has so many of the words in a row, and how many; null where none has."""
    words, best = text.words, None
    for i in range(len(forms) - RUN + 1):
        at = text.runs.get(tuple(forms[i : i + RUN]))
        if at is None:
            continue
        n = RUN
        while i + n < len(forms) and at + n < len(words) and words[at + n][0] == forms[i + n]:
            n += 1
        if best is None or n > best[2]:
            best = words[at][1], words[at + n - 1][2], n
    return best
