"""The verbs with which two outlets introduce one statement: ``reporting_verbs``.

"Said" tells only that it was said; "admitted", "claimed" or "insisted" tell what the outlet makes of it. The
classes are in ``lexicon/reporting_classes.csv``.
"""

from collections.abc import Iterable, Mapping
from functools import cache

import pandas as pd

from onrecord import tables
from onrecord.lexicon import read_rows
from onrecord.tables.compared import ClaimPairRow, ReportingVerbRow
from onrecord.tables.extracted import ClaimRow


def compare_reporting_verbs(pairs: Iterable[ClaimPairRow], claims: Mapping[str, ClaimRow]) -> pd.DataFrame:
    """``reporting_verbs``: every statement of two outlets whose verbs are of two classes; one row a pair of claims."""
    rows: dict[tuple[str, str], ReportingVerbRow] = {}
    for pair in pairs:
        verb_a, verb_b = claims[pair.claim_a].cue_lemma, claims[pair.claim_b].cue_lemma
        class_a, class_b = _classes().get(verb_a or ""), _classes().get(verb_b or "")
        if pair.relation == "disputes" or class_a is None or class_b is None or class_a == class_b:
            continue
        row = ReportingVerbRow(
            pair=pair.pair_id, verb_a=str(verb_a), class_a=class_a, verb_b=str(verb_b), class_b=class_b
        )
        rows.setdefault((pair.claim_a, pair.claim_b), row)
    return tables.make_table("reporting_verbs", list(rows.values()))


@cache
def _classes() -> dict[str, str]:
    return {row["lemma"]: row["class"] for row in read_rows("reporting_classes")}
