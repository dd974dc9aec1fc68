"""The small tables that a report publishes, from invented claims and figures and from the invented story."""

from dataclasses import fields

import pandas as pd
import pytest
from rows import claims, figures

import onrecord
from onrecord import tables
from onrecord.comparison import comparisons
from onrecord.tables.dictionary import COMPARISONS

OUTLETS = {"a0": "Coast News", "a1": "Fjord Post"}
ACTORS = tables.make_table("actors", [{"actor_id": f"m{i}", "name": n, "kind": "person"} for i, n in enumerate("ABC")])


def spoken(*rows: dict) -> pd.DataFrame:
    return claims(*rows).assign(outlet=lambda t: t["article_id"].map(OUTLETS))


def article(article_id: str, body: str) -> dict:
    row = {"article_id": article_id, "story": "s", "outlet": OUTLETS.get(article_id, article_id), "language": "en"}
    return row | {"source_file": "f", "source_sha256": "0", "words": 1, "body": body}


@pytest.mark.parametrize("name", COMPARISONS)
def test_every_comparison_of_a_story_is_of_the_dictionary(processed, name):
    table = getattr(processed.comparisons, name)
    assert len(table)
    pd.testing.assert_frame_equal(tables.check_table(name, table), table)


def test_ids_in_comparisons_are_rows_of_the_tables(processed):
    ids = {name: set(getattr(processed, f"{name}s")[f"{name}_id"]) for name in ("claim", "figure", "actor")}
    for name in COMPARISONS:
        table = getattr(processed.comparisons, name)
        for column in table.columns:
            kind = next((k for k in ids if column in (f"{k}_id", f"{k}_a", f"{k}_b", f"people_{k}_id")), None)
            if kind:
                assert set(table[column].dropna()) <= ids[kind], f"{name}.{column}"


def test_compare_works_on_any_extracted_texts():
    made = onrecord.compare(onrecord.extract({"a": "Ana Duarte said the wall held.", "b": "It held."}))
    assert {f.name for f in fields(made)} == set(COMPARISONS)
    assert made.readability["outlet"].tolist() == ["a", "b"]
    assert len(made.figure_checks) == 0  # needs a story's references


def test_compare_works_without_any_article():
    made = onrecord.compare(onrecord.extract({}))
    assert all(len(getattr(made, name)) == 0 for name in COMPARISONS)


BODY = "Ana said: “The wall held.” The ferries “sail again” soon, she said. It rained, she said."
QUOTED = [
    pytest.param({"quotation": "direct", "content": "The wall held."}, 3, 3, id="direct"),
    pytest.param({"quotation": "indirect", "content": "It rained"}, 2, 0, id="indirect"),
    pytest.param(
        {"quotation": "mixed", "content": "The ferries “sail again” soon", "start": 27, "end": 56}, 5, 2, id="mixed"
    ),
]


@pytest.mark.parametrize(("claim", "words", "quoted"), QUOTED)
def test_quoted_share(claim, words, quoted):
    articles = tables.make_table("articles", [article("a0", BODY)])
    table = comparisons.compare_quoted_share(spoken({"actor_id": "m0"} | claim), ACTORS, articles)
    row = table.iloc[0]
    assert (row["name"], row["claims"], row["words"], row["quoted_words"]) == ("A", 1, words, quoted)
    assert row["quoted_share"] == round(quoted / words, 4)


def test_quoted_share_counts_no_word_twice():
    articles = tables.make_table("articles", [article("a0", BODY), article("a1", BODY)])
    inner = {"article_id": "a0", "within_claim_id": "c0", "content": "it rained", "actor_id": "m1"}
    outer = {"article_id": "a0", "content": "she denied that it rained", "actor_id": "m0"}
    table = comparisons.compare_quoted_share(spoken(outer, inner), ACTORS, articles)
    assert table["name"].tolist() == ["A"]


def test_quoted_share_puts_open_speakers_last():
    articles = tables.make_table("articles", [article("a0", BODY)])
    table = comparisons.compare_quoted_share(
        spoken(
            {"article_id": "a0", "content": "one two three"}, {"article_id": "a0", "content": "x", "actor_id": "m1"}
        ),
        ACTORS,
        articles,
    )
    assert table["name"].tolist() == ["B", "speaker left open"]
    assert pd.isna(table["actor_id"].iloc[1])


def test_coverage_has_a_row_for_what_is_missing():
    table = comparisons.compare_coverage(figures({"value": 1.0}, {"value": 1.0, "measure": "population"}), OUTLETS)
    assert table.set_index(["outlet", "measure"])["figures"].to_dict() == {
        ("Coast News", "harbour spending"): 1,
        ("Coast News", "population"): 0,
        ("Fjord Post", "harbour spending"): 0,
        ("Fjord Post", "population"): 1,
    }


def test_only_in():
    said = spoken(
        {"actor_id": "m0", "content": "x"},
        {"actor_id": "m0", "content": "x"},
        {"article_id": "a1", "actor_id": "m1", "content": "x"},
    )
    numbers = figures({"value": 1.0}, {"value": 1.0}, {"article_id": "a0", "value": 1.0, "measure": "rain"})
    table = comparisons.compare_only_in(said, numbers, ACTORS, OUTLETS)
    assert table[["outlet", "kind", "name", "rows"]].values.tolist() == [
        ["Coast News", "measure", "rain", 1],
        ["Fjord Post", "speaker", "B", 1],
    ]


def test_one_outlet_alone_has_nothing_alone():
    table = comparisons.compare_only_in(
        spoken({"actor_id": "m0", "content": "x"}), figures(), ACTORS, {"a0": "Coast News"}
    )
    assert len(table) == 0


def test_cues():
    table = comparisons.compare_cues(
        spoken(
            {"cue_lemma": "say", "content": "x"},
            {"article_id": "a0", "cue_lemma": "say", "content": "x"},
            {"cue_lemma": "add", "article_id": "a0", "content": "x"},
            {"content": "x"},
        )
    )
    assert table.values.tolist() == [["Coast News", "say", 2], ["Coast News", "add", 1]]


def test_readability_is_a_row_an_article():
    table = comparisons.compare_readability(
        tables.make_table("articles", [article("a0", "The old wall held. Then it rained."), article("a1", "")])
    )
    assert table["words"].tolist() == [7, 0]
    assert table["words_per_sentence"].tolist() == [3.5, 0]


def test_a_rejected_row_is_compared_with_nothing(processed):
    from dataclasses import replace

    rejected = replace(
        processed,
        claims=processed.claims.assign(review="rejected"),
        figures=processed.figures.assign(review="rejected"),
    )
    made = comparisons.compare_story(rejected, processed.story)
    for name in ("claim_pairs", "figure_pairs", "figure_checks", "coverage", "quoted_share", "cues", "only_in"):
        assert len(getattr(made, name)) == 0, name


def test_per_person_by_the_speaker_s_own_numbers_and_by_reference(processed):
    table = processed.comparisons.per_person
    portugal = table[table["iso3"] == "PRT"].set_index("basis")
    assert portugal["per_person"].to_dict() == {
        "stated": 420.0,  # 4.2 billion / 10 million, both in the article
        "then": round(4.0e9 / 10.2e6, 2),  # conftest's values.csv
        "now": round(4.1e9 / 10.2e6, 2),
    }
    assert "stated" not in set(table[table["iso3"] == "NOR"]["basis"])  # nobody states its population
