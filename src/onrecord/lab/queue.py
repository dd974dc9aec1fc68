"""In which order rows are reviewed: what a printed finding rests on first, then what does harm when it is wrong.

1. denials, accusations and numbers that the page prints, 2. other rows that it prints, 3. denials, 4. accusations,
5. numbers of money, people and shares, 6. speakers left open, 7. all else; inside each by certainty, least first.
"""

from typing import Any

from onrecord.comparison import WEIGHTY
from onrecord.report import Findings, Material, find_unreviewed, weigh

ATTRIBUTION = "printed attribution"
PLACES = ("denial", "accusation", "number", "speaker left open", "")


def order_queue(rows: list[dict[str, Any]], material: Material, findings: Findings) -> None:
    """Give each row of the desk its place (``queue``, from 0) and the reason for it (``why``)."""
    first = {row.row_id: f"printed {row.what}" for row in find_unreviewed(material, findings)}
    printed = {row for finding in findings.printed for row in finding.rows}
    printed |= findings.shown | findings.spoken

    def place(row: dict[str, Any]) -> tuple[int, float]:
        what = _weigh(row, material)
        row["why"] = first.get(row["id"]) or ("printed" if row["id"] in printed else what)
        rank = (
            0
            if first.get(row["id"], ATTRIBUTION) != ATTRIBUTION
            else 1
            if row["id"] in printed
            else 2 + PLACES.index(what)
        )
        return rank, row["certainty"] if row["certainty"] is not None else 1.0

    for number, row in enumerate(sorted(rows, key=place)):
        row["queue"] = number


def _weigh(row: dict[str, Any], material: Material) -> str:
    if row["kind"] == "figure":
        figure = material.figures.get(row["id"])
        return "number" if figure and figure.unit_kind in WEIGHTY else "speaker left open" if row["open"] else ""
    claim = material.claims.get(row["id"])
    return (claim and weigh(claim)) or ("speaker left open" if row["open"] else "")
