"""What one outlet alone prints, by the whole texts of the others: ``only_in``."""

from collections import defaultdict
from collections.abc import Iterator

import pandas as pd

from onrecord import tables
from onrecord.comparison.alignment import weigh_stems
from onrecord.comparison.outlet_texts import Found, Outlets, has_number, may_have
from onrecord.comparison.statements import is_certain
from onrecord.comparison.wordings import runs_of
from onrecord.language.wording import join_words
from onrecord.language.words import content_words
from onrecord.tables.compared import OnlyInRow

QUOTED = 3  # content words of a quotation
WEIGHTY = ("money", "people", "share")  # kinds of unit of a number that a story may turn on, weightiest first


def compare_only_in(found: Found) -> pd.DataFrame:
    """``only_in``: quotations and numbers that one outlet prints and no other has."""
    outlets = Outlets(found)
    rows = [*_lone_quotations(found, outlets), *_lone_numbers(found, outlets)] if len(outlets.known) > 1 else []
    return tables.make_table("only_in", rows)


def _lone_quotations(found: Found, outlets: Outlets) -> Iterator[OnlyInRow]:
    body = {row.article_id: row.body for row in found.articles}
    weights = weigh_stems(body[row.article_id][row.start : row.end] for row in found.sentences)
    runs = {name: runs_of(outlet.text) for name, outlet in outlets.known.items()}
    for claim in found.claims:
        if claim.quotation != "direct" or claim.within_claim_id is not None or not is_certain(claim):
            continue
        text, own = body[claim.article_id][claim.start : claim.end], outlets.of[claim.article_id]
        words, said = content_words(text), runs_of(text)
        others = [name for name in outlets.known if name != own]
        if said and not any(
            said & runs[name] or may_have(outlets.known[name], words, weights, QUOTED) for name in others
        ):
            yield OnlyInRow(outlet=own, kind="quotation", row_id=claim.claim_id, others=join_words(others))


def _lone_numbers(found: Found, outlets: Outlets) -> Iterator[OnlyInRow]:
    """Of money, people and shares, in whatever form."""
    values: dict[str, set[float | None]] = defaultdict(set)
    for row in found.figures:
        values[outlets.of[row.article_id]] |= {row.value, row.low, row.high}
    for row in found.figures:
        own = outlets.of[row.article_id]
        others = [name for name in outlets.known if name != own]
        if not others or row.value is None or row.measure is None or row.unit_kind not in WEIGHTY:
            continue
        if not any(has_number(outlets.known[name], values[name], row) for name in others):
            yield OnlyInRow(outlet=own, kind="number", row_id=row.figure_id, others=join_words(others))
