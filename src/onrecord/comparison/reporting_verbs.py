"""The verbs with which two outlets introduce one statement: ``reporting_verbs``.

"Said" tells only that it was said; "admitted", "claimed" or "insisted" tell what the outlet makes of it. The
classes are in ``lexicon/reporting_classes.csv``.
"""

from collections.abc import Iterable, Mapping
from functools import cache

import pandas as pd

from onrecord import tables
from onrecord.comparison.passages import shape_of
from onrecord.lexicon import read_rows
from onrecord.tables.compared import ClaimPairRow, ReportingVerbRow
from onrecord.tables.extracted import ClaimRow

SURE = 0.8  # probability of one statement from which its verbs are compared
# Rules of claims whose verb takes a statement; of others it may govern a part of it only.
STATING = frozenset(
    ("clause", "before", "host", "as he says", "according", "quotation before cue", "quotation after cue")
)


def compare_reporting_verbs(pairs: Iterable[ClaimPairRow], claims: Mapping[str, ClaimRow]) -> pd.DataFrame:
    """``reporting_verbs``: every statement of two outlets whose verbs are of two classes; one row a pair of claims."""
    rows: dict[tuple[str, str], ReportingVerbRow] = {}
    for pair in pairs:
        a, b = _introduced(claims[pair.claim_a]), _introduced(claims[pair.claim_b])
        if pair.relation == "disputes" or pair.score < SURE or a is None or b is None or a[1] == b[1]:
            continue
        row = ReportingVerbRow(pair=pair.pair_id, verb_a=a[0], class_a=a[1], verb_b=b[0], class_b=b[1])
        rows.setdefault((pair.claim_a, pair.claim_b), row)
    return tables.make_table("reporting_verbs", list(rows.values()))


def _introduced(claim: ClaimRow) -> tuple[str, str] | None:
    """The verb that introduces a claim, and its class; null where nothing is said or less than a statement."""
    if claim.cue_lemma is None or shape_of(claim.rule) not in STATING or claim.stance in ("no_comment", "not_said"):
        return None
    kind = _classes().get(claim.cue_lemma)
    return None if kind is None else (claim.cue_lemma, kind)


@cache
def _classes() -> dict[str, str]:
    return {row["lemma"]: row["class"] for row in read_rows("reporting_classes")}
