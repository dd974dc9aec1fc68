"""Findings on what several outlets print of one statement: who prints more, whose words differ, who has none of it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.language.wording import join_words
from onrecord.language.words import count_words, find_words
from onrecord.processed import Mark
from onrecord.report.clippings import Clipping, clip, mark_words
from onrecord.report.finding import Finding, Kind
from onrecord.report.material import Material
from onrecord.tables.compared import ClaimPairRow, StatementRow

FEWEST = 6  # words of a statement that is told
FEWEST_CUT = 4  # words that an outlet leaves off, of which
FEWEST_CONTENT = 2  # say something
MOSTLY = 0.7  # of a clipping's words; of fewer that are meant they are marked

Pairs = list[tuple[ClaimPairRow, StatementRow, StatementRow]]


def find_quotations(material: Material) -> list[Finding]:
    """A finding for each statement, told by its sharpest contrast."""
    return [found for tellings in material.statements.values() if (found := _tell(material, tellings))]


def _tell(material: Material, tellings: Sequence[StatementRow]) -> Finding | None:
    long = [t for t in tellings if count_words(_words(material, t)) >= FEWEST]
    if len(long) < 2 or not any(telling.form == "quoted" for telling in long):
        return None
    tellings = long
    pairs = _pairs(material, tellings)
    kind, text, clippings = (
        _left_out(material, tellings)
        or _verbs(material, tellings, pairs)
        or _cut(material, pairs)
        or _reworded(material, tellings, pairs)
        or _told(material, tellings)
        or _shared(material, tellings)
    )
    return Finding(
        kind=kind,
        text=text,
        rows=tuple(telling.claim_id for telling in tellings if telling.claim_id),
        clippings=clippings,
        certainty=tellings[0].score,
        depth=min(telling.start / len(_body(material, telling)) for telling in tellings),
    )


Told = tuple[Kind, str, tuple[Clipping, ...]]


def _body(material: Material, telling: StatementRow) -> str:
    return material.articles[telling.article_id].body


def _words(material: Material, telling: StatementRow) -> str:
    return _body(material, telling)[telling.start : telling.end]


def _speaker(material: Material, tellings: Sequence[StatementRow]) -> str:
    return material.name(tellings[0].actor_id)


def _outlets(tellings: Sequence[StatementRow]) -> str:
    return join_words([telling.outlet for telling in tellings])


def _pairs(material: Material, tellings: Sequence[StatementRow]) -> Pairs:
    """The pairs of quotations that lie inside two of the tellings."""
    found = []
    for pair in material.pairs:
        spans = ((pair.claim_a, pair.start_a, pair.end_a), (pair.claim_b, pair.start_b, pair.end_b))
        sides = [_holding(material, tellings, *span) for span in spans]
        if pair.relation == "same_quote" and sides[0] and sides[1]:
            found.append((pair, sides[0], sides[1]))
    return found


def _holding(
    material: Material, tellings: Sequence[StatementRow], claim_id: str, start: int, end: int
) -> StatementRow | None:
    article = material.claims[claim_id].article_id
    return next((t for t in tellings if t.article_id == article and t.start <= start and end <= t.end), None)


def _clip(material: Material, telling: StatementRow, marks: Sequence[Mark] = ()) -> Clipping:
    return clip(material, telling.article_id, telling.start, telling.end, telling.claim_id, marks)


def _left_out(material: Material, tellings: Sequence[StatementRow]) -> Told | None:
    """Outlets without a sentence that is near what the others print."""
    claims = {telling.claim_id for telling in tellings}
    claims |= {claim for pair, _, _ in _pairs(material, tellings) for claim in (pair.claim_a, pair.claim_b)}
    have = {telling.outlet for telling in tellings}
    rows = (row for row in material.left_out if row.kind == "statement" and row.row_id in claims)
    lacking = [name for name in dict.fromkeys(row.outlet for row in rows) if name not in have]
    if not lacking:
        return None
    speaker = _speaker(material, tellings)
    nor = f"{join_words(lacking)} {'does' if len(lacking) == 1 else 'do'} not"
    return "left_out", f"{_outlets(tellings)} print these words of {speaker}; {nor}.", _distinct(material, tellings)


def _verbs(material: Material, tellings: Sequence[StatementRow], pairs: Pairs) -> Told | None:
    """The first two outlets that introduce the statement with verbs of different classes."""
    for pair, a, b in pairs:
        row = material.verbs.get(pair.pair_id)
        inner = any(material.claims[claim].within_claim_id for claim in (pair.claim_a, pair.claim_b))
        if row and not inner:  # inside another claim the verb is its speaker's, not the outlet's
            one, other = (material.claims[claim].cue for claim in (pair.claim_a, pair.claim_b))
            told = (
                f"Of one statement by {_speaker(material, tellings)}, {a.outlet} writes “{one}”, {b.outlet} “{other}”."
            )
            return "verbs", told, (_clip(material, a), _clip(material, b))
    return None


def _cut(material: Material, pairs: Pairs) -> Told | None:
    """The longest stretch that one outlet prints of a quotation and another leaves off."""
    cuts = max(_cuts(material, pairs), key=lambda cut: len(cut[2]), default=None)
    if cuts is None:
        return None
    more, less, words = cuts
    claim = material.claims[str(more.claim_id)]
    marks = mark_words(_body(material, more), min(more.start, claim.start), max(more.end, claim.end), words, "only")
    if not marks:
        return None
    more = replace(more, start=min(more.start, marks[0].start), end=max(more.end, marks[-1].end))
    text = f"{more.outlet} prints more of {material.name(more.actor_id)}’s words than {less.outlet}: “{words}”."
    return "cut", text, (_clip(material, more, marks), _clip(material, less))


def _cuts(material: Material, pairs: Pairs) -> Iterator[tuple[StatementRow, StatementRow, str]]:
    for pair, a, b in pairs:
        row = material.wordings.get(pair.pair_id)
        for more, less, words in ((b, a, row.cut_a), (a, b, row.cut_b)) if row else ():
            if words and _is_cut(words):
                yield more, less, words


def _is_cut(words: str) -> bool:
    content = [word for word in find_words(words) if word.is_content]
    return count_words(words) >= FEWEST_CUT and len(content) >= FEWEST_CONTENT


def _reworded(material: Material, tellings: Sequence[StatementRow], pairs: Pairs) -> Told | None:
    """Both wordings of a quotation, where words that say something differ, not their spelling."""
    for pair, a, b in pairs:
        row = material.wordings.get(pair.pair_id)
        differing = [w.partition(" → ")[::2] for w in (row.words or "").split(" | ")] if row else []
        differing = [(one, other) for one, other in differing if _says_something_else(one, other)]
        if differing:
            sides = ((a, [one for one, _ in differing]), (b, [other for _, other in differing]))
            clippings = tuple(
                _clip(
                    material,
                    told,
                    [m for w in words for m in mark_words(_body(material, told), told.start, told.end, w, "only")],
                )
                for told, words in sides
            )
            return (
                "reworded",
                f"{a.outlet} and {b.outlet} quote {_speaker(material, tellings)} in different words.",
                clippings,
            )
    return None


def _says_something_else(one: str, other: str) -> bool:
    a, b = ({word.stem for word in find_words(part) if word.is_content} for part in (one, other))
    letters = ["".join(c for c in part.casefold() if c.isalnum()) for part in (one, other)]
    return a != b and letters[0] != letters[1]


def _told(material: Material, tellings: Sequence[StatementRow]) -> Told | None:
    """Outlets that quote, beside outlets that tell the same in their own words."""
    quoted, told = ([t for t in tellings if t.form == form] for form in ("quoted", "told"))
    if not told:
        return None
    verb, tells = ("quotes" if len(quoted) == 1 else "quote"), ("tells" if len(told) == 1 else "tell")
    its = "its" if len(told) == 1 else "their"
    text = f"{_outlets(quoted)} {verb} {_speaker(material, tellings)}; {_outlets(told)} {tells} it in {its} own words."
    return "told", text, tuple(_clip(material, t) for t in (quoted[0], told[0]))


def _shared(material: Material, tellings: Sequence[StatementRow]) -> Told:
    every = len(tellings) == len(material.outlets)
    both = {2: "Both outlets print", 3: "All three outlets print"}.get(
        len(tellings), f"All {len(tellings)} outlets print"
    )
    who = both if every else f"{_outlets(tellings)} print"
    return "shared", f"{who} these words of {_speaker(material, tellings)}.", _distinct(material, tellings)


def _distinct(material: Material, tellings: Sequence[StatementRow]) -> tuple[Clipping, ...]:
    """The words once, where an outlet has least of them: spelling apart the others print the same."""
    quoted = [telling for telling in tellings if telling.form == "quoted"]
    least = min(quoted, key=lambda telling: count_words(_words(material, telling)))
    rows = tuple(telling.claim_id for telling in tellings if telling.claim_id)
    others = tuple(telling.outlet for telling in tellings if telling is not least)
    clipping = _clip(material, least)
    part = count_words(_words(material, least)) < MOSTLY * count_words(
        _body(material, least)[clipping.start : clipping.end]
    )
    marks = (Mark(least.start, least.end, "same"),) if part else ()
    return (replace(clipping, rows=rows, also=others, marks=marks),)
