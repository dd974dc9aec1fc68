"""The desk's rows: every claim and figure once, in words."""

from onrecord.lab.listing import list_rows


def test_every_row_once_and_in_reading_order(processed):
    rows = list_rows(processed)
    assert {row["id"] for row in rows} == {*processed.claims["claim_id"], *processed.figures["figure_id"]}
    assert len(rows) == len({row["id"] for row in rows})
    places = [(processed.articles["article_id"].tolist().index(row["article"]), row["start"]) for row in rows]
    assert places == sorted(places)


def test_rows_are_in_words(processed):
    rows = list_rows(processed)
    denial = next(row for row in rows if row["stance"] == "denies")
    assert denial["speaker"]
    number = next(row for row in rows if row["value"] == "$4.2 billion")
    assert (number["speaker"], number["measure"]) == ("Ana Duarte", "harbour spending of Portugal")
    assert all(isinstance(row["words"], str) for row in rows)
    assert all(row["certainty"] is None or row["band"] != "not known" for row in rows)
