"""Amounts for each inhabitant."""


def test_per_person_by_the_speaker_s_own_numbers_and_by_reference(processed):
    table = processed.comparisons.per_person
    portugal = table[table["iso3"] == "PRT"].set_index("basis")
    assert portugal["per_person"].to_dict() == {
        "stated": 420.0,  # 4.2 billion / 10 million, both in the article
        "then": round(4.0e9 / 10.2e6, 2),  # conftest's values.csv
        "now": round(4.1e9 / 10.2e6, 2),
    }
    assert "stated" not in set(table[table["iso3"] == "NOR"]["basis"])  # nobody states its population
