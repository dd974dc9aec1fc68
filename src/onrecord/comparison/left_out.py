"""What other outlets carry and one does not: ``left_out``.

Absence needs evidence. So an outlet's whole text is looked at: a statement is left out where neither the headline nor
a sentence has a third of its words, weighed by rarity, a person where the surname does not occur, a figure where
neither the number nor its numeral does. Who may have published before all that carry a thing may not have known it,
and leaves nothing out.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import pandas as pd

from onrecord import tables
from onrecord.comparison.alignment import weigh_stems
from onrecord.comparison.outlet_texts import Found, Outlets, has_number, may_have, quotes_some
from onrecord.comparison.statements import SURE, is_certain
from onrecord.language.surnames import surname_of, without_accents
from onrecord.language.words import content_words, stems
from onrecord.tables.compared import ClaimPairRow, LeftOutRow
from onrecord.tables.compared_figures import FigurePairRow
from onrecord.tables.extracted import ActorRow


def compare_left_out(
    found: Found, claim_pairs: Sequence[ClaimPairRow], figure_pairs: Sequence[FigurePairRow]
) -> pd.DataFrame:
    """``left_out``: what an outlet lacks that two others carry (a speaker: one), and half of the others where there are
    many."""
    outlets = Outlets(found)
    rows = [
        *_statements(found, claim_pairs, outlets),
        *_speakers(found, claim_pairs, outlets),
        *_figures(found, figure_pairs, outlets),
    ]
    order = {outlet: i for i, outlet in enumerate(outlets.known)}
    rows.sort(key=lambda row: order[row.outlet])
    return tables.make_table("left_out", rows)


def _groups(pairs: Sequence[tuple[str, str]]) -> Iterator[list[str]]:
    """Ids that pairs join, in the order met."""
    root: dict[str, str] = {}

    def find(x: str) -> str:
        while root.setdefault(x, x) != x:
            x = root[x]
        return x

    for a, b in pairs:
        root[find(b)] = find(a)
    groups = defaultdict(list)
    for x in root:
        groups[find(x)].append(x)
    yield from groups.values()


def _statements(found: Found, pairs: Sequence[ClaimPairRow], outlets: Outlets) -> Iterator[LeftOutRow]:
    claims = {row.claim_id: row for row in found.claims}
    body = {row.article_id: row.body for row in found.articles}
    same = [pair for pair in pairs if pair.relation != "disputes" and pair.score >= SURE]
    passages = {pair.claim_a: (pair.start_a, pair.end_a) for pair in reversed(same)}
    passages = {pair.claim_b: (pair.start_b, pair.end_b) for pair in reversed(same)} | passages
    weights = weigh_stems(body[row.article_id][row.start : row.end] for row in found.sentences)
    for group in _groups([(pair.claim_a, pair.claim_b) for pair in same]):
        if not any(is_certain(claims[claim]) for claim in group):
            continue
        articles = [claims[claim].article_id for claim in group]
        words = [content_words(body[claims[c].article_id][slice(*passages[c])]) for c in group]
        for name, outlet in outlets.lacking(articles, 2):
            if any(quotes_some(outlet, body[claims[c].article_id][slice(*passages[c])]) for c in group):
                continue
            if not any(may_have(outlet, stated, weights) for stated in words):
                evidence = f"in {outlets.told_in(articles)}; no sentence has a third of its words, weighed by rarity"
                yield LeftOutRow(outlet=name, kind="statement", row_id=group[0], evidence=evidence)


def _speakers(found: Found, pairs: Sequence[ClaimPairRow], outlets: Outlets) -> Iterator[LeftOutRow]:
    """Persons with a claim that is certainly theirs, whose surname does not occur in another outlet, whose claims that
    outlet has from nobody, and whose office no unnamed speaker there may hold."""
    said, speaking = defaultdict(list), defaultdict(set)
    near = {claim.claim_id: {outlets.of[claim.article_id]} for claim in found.claims}
    # who denies a statement does not say whose it is
    for group in _groups([(pair.claim_a, pair.claim_b) for pair in pairs if pair.relation != "disputes"]):
        known = set().union(*(near[claim] for claim in group))
        near |= dict.fromkeys(group, known)
    for claim in found.claims:
        speaking[outlets.of[claim.article_id]].add(claim.actor_id)
        if is_certain(claim) and claim.within_claim_id is None:
            said[str(claim.actor_id)].append(claim)
    for actor_id, claims in said.items():
        actor = found.actors[actor_id]
        if actor.kind != "person" or len(actor.name.split()) < 2:
            continue
        articles = [claim.article_id for claim in claims]
        surname = stems(without_accents(surname_of(actor.name)))
        for name, outlet in outlets.lacking(articles, 1):
            if surname & outlet.words or any(name in near[claim.claim_id] for claim in claims):
                continue
            unnamed = (found.actors[a] for a in speaking[name] if a and found.actors[a].kind in ("unnamed", "group"))
            if None in speaking[name] or any(_may_describe(other, actor) for other in unnamed):
                continue
            evidence = f"in {outlets.told_in(articles)}; the name does not occur"
            yield LeftOutRow(outlet=name, kind="speaker", row_id=actor_id, evidence=evidence)


def _may_describe(unnamed: ActorRow, actor: ActorRow) -> bool:
    """Whether an unnamed speaker's description may be of a named one's office."""
    return actor.role is None or bool(content_words(unnamed.name).keys() & content_words(actor.role).keys())


def _figures(found: Found, pairs: Sequence[FigurePairRow], outlets: Outlets) -> Iterator[LeftOutRow]:
    figures = {row.figure_id: row for row in found.figures}
    values: dict[str, set[float | None]] = defaultdict(set)
    for row in found.figures:
        values[outlets.of[row.article_id]] |= {row.value, row.low, row.high}
    for group in _groups([(pair.figure_a, pair.figure_b) for pair in pairs if pair.relation != "conflict"]):
        rows = [figures[figure] for figure in group]
        articles = [row.article_id for row in rows]
        for name, outlet in outlets.lacking(articles, 2):
            if not any(has_number(outlet, values[name], row) for row in rows):
                evidence = f"in {outlets.told_in(articles)}; no such number"
                yield LeftOutRow(outlet=name, kind="figure", row_id=group[0], evidence=evidence)
