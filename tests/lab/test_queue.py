"""The order in which rows are reviewed."""

from onrecord.lab.listing import list_rows
from onrecord.lab.queue import order_queue
from onrecord.report import Material, find_findings, find_unreviewed


def test_what_the_page_prints_stands_first(processed):
    material = Material(processed)
    findings = find_findings(material)
    rows = list_rows(processed)
    order_queue(rows, material, findings)
    ordered = sorted(rows, key=lambda row: row["queue"])
    unreviewed = find_unreviewed(material, findings)
    weighty = {row.row_id for row in unreviewed if row.what != "attribution"}
    assert len(weighty) < len(unreviewed)
    assert weighty
    assert {row["id"] for row in ordered[: len(weighty)]} == weighty
    assert all(row["why"].startswith("printed ") for row in ordered[: len(weighty)])
    places = ["printed" in row["why"] for row in ordered]
    assert places == sorted(places, reverse=True)


def test_inside_a_place_the_least_certain_first(processed):
    material = Material(processed)
    rows = list_rows(processed)
    order_queue(rows, material, find_findings(material))
    rest = [row for row in sorted(rows, key=lambda row: row["queue"]) if row["why"] == "" and row["certainty"]]
    assert [row["certainty"] for row in rest] == sorted(row["certainty"] for row in rest)
    assert sorted(row["queue"] for row in rows) == list(range(len(rows)))
