"""All comparisons of a story: of the dictionary's form, by ids that exist, of any text."""

from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

import onrecord
from onrecord import tables
from onrecord.comparison import compare_story
from onrecord.processed import show_figures, show_left_out, show_passages
from onrecord.tables import Comparisons

COMPARISONS = [field.name for field in fields(Comparisons)]


NONE_OF_IT = ("copies", "reporting_verbs", "left_out")  # the small story has none


@pytest.mark.parametrize("name", COMPARISONS)
def test_every_comparison_of_a_story_is_of_the_dictionary(processed, name):
    table = getattr(processed.comparisons, name)
    assert len(table) or name in NONE_OF_IT
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


def test_who_quotes_each_other_behind_a_not_has_two_disputes():
    texts = {
        "a": "Anna Rossi said that it was not “a total disaster for the harbour” and that the ferry is the pride of "
        "the town.",
        "b": "Paul Berg said that it was a total disaster for the harbour and not “the pride of the town”.",
    }
    pairs = onrecord.compare(onrecord.extract(texts)).claim_pairs
    assert pairs["relation"].tolist() == ["disputes", "disputes"]
    assert sorted(pairs["denier"]) == ["a", "b"]


def test_compare_works_without_any_article():
    made = onrecord.compare(onrecord.extract({}))
    assert all(len(getattr(made, name)) == 0 for name in COMPARISONS)


def test_what_somebody_only_believes_is_paired_with_nothing(processed):
    believed = replace(processed, claims=processed.claims.assign(act="believes"))
    assert len(compare_story(processed, processed.story).claim_pairs)
    assert len(compare_story(believed, processed.story).claim_pairs) == 0


def test_a_rejected_row_is_compared_with_nothing(processed):
    rejected = replace(
        processed,
        claims=processed.claims.assign(review="rejected"),
        figures=processed.figures.assign(review="rejected"),
    )
    made = compare_story(rejected, processed.story)
    for name in ("claim_pairs", "figure_pairs", "figure_checks", "coverage", "quoted_share", "cues", "left_out"):
        assert len(getattr(made, name)) == 0, name


def test_a_remainder_is_compared_with_nothing(processed):
    left_over = replace(processed, figures=processed.figures.assign(rule="verb and object; remainder"))
    made = compare_story(left_over, processed.story)
    assert len(made.figure_pairs) == len(made.figure_checks) == 0


def test_by_how_much_something_changed_is_set_beside_no_statistic(processed):
    changed = replace(processed, figures=processed.figures.assign(rule="subject; change"))
    made = compare_story(changed, processed.story)
    for name in ("figure_checks", "known_values", "per_person", "ratios"):
        assert len(getattr(made, name)) == 0, name
    assert len(made.figure_pairs) == len(processed.comparisons.figure_pairs)


PIER = Path(__file__).parents[1] / "gold" / "helden-pier"
COAST, FJORD, ISLAND = "Coast News", "Fjord Post", "Island Times"


@pytest.fixture(scope="module")
def pier():
    """An invented fire as three outlets tell it, with differences planted: a number, a cut, a denial, a verb, and what
    an outlet leaves out."""
    texts = {path.stem: path.read_text(encoding="utf8") for path in sorted(PIER.glob("*.txt"))}
    outlets = {name: name.replace("-", " ").title() for name in texts}
    tables = onrecord.extract(texts, published=dict.fromkeys(texts, date(2021, 2, 2)), outlets=outlets, story=True)
    return tables, onrecord.compare(tables)


def test_planted_statements_are_found_and_no_others(pier):
    tables, made = pier
    shown = show_passages(tables, made.claim_pairs)
    found = [(r.relation, r.outlet_a, r.outlet_b, r.words_a.split()[-1]) for r in shown.itertuples()]
    assert found == [
        ("same_claim", COAST, FJORD, "spring"),
        ("same_claim", COAST, ISLAND, "spring"),
        ("same_quote", COAST, FJORD, "stone"),
        ("same_quote", COAST, FJORD, "roof"),
        ("same_quote", COAST, ISLAND, "state"),
        ("same_claim", COAST, FJORD, "culprit"),
        ("disputes", COAST, FJORD, "wiring"),
        ("same_claim", COAST, ISLAND, "wiring"),
        ("same_claim", FJORD, ISLAND, "spring"),
        ("same_quote", FJORD, ISLAND, "stone"),
        ("disputes", FJORD, ISLAND, "wiring"),
    ]


def test_the_planted_cut_is_found(pier):
    _, made = pier
    cut = "and we shall do it without a single crown from the state"
    changed = made.wordings[made.wordings["change"] != "identical"]
    assert changed[["change", "cut_a", "cut_b", "words"]].fillna("").values.tolist() == [
        ["shorter", "", cut, ""],
        ["shorter", cut, "", ""],
    ]


def test_the_planted_denial_tells_who_denies(pier):
    tables, made = pier
    outlets = tables.claims.set_index("claim_id")["article_id"]
    disputes = made.claim_pairs[made.claim_pairs["relation"] == "disputes"]
    denying = [outlets[getattr(row, f"claim_{row.denier}")] for row in disputes.itertuples()]
    assert denying == ["fjord-post", "fjord-post"]


def test_the_planted_verb_is_found(pier):
    _, made = pier
    found = made.reporting_verbs[["verb_a", "class_a", "verb_b", "class_b"]].values.tolist()
    assert found == [["say", "neutral", "admit", "concession"], ["admit", "concession", "say", "neutral"]]


def test_the_planted_number_is_the_only_conflict(pier):
    tables, made = pier
    shown = show_figures(tables, made.figure_pairs).query("relation == 'conflict'")
    assert shown[["outlet_a", "figure_a", "outlet_b", "figure_b"]].values.tolist() == [
        [COAST, "48 pages", FJORD, "47 pages"]
    ]


def test_what_is_left_out_is_found(pier):
    tables, made = pier
    shown = show_left_out(tables, made.left_out)
    found = [(row.outlet, row.kind, row.words.split()[-1]) for row in shown.itertuples()]
    assert found == [(FJORD, "speaker", "Brekk"), (ISLAND, "statement", "culprit")]


def test_two_articles_of_one_outlet_are_not_told_as_two_outlets(pier):
    tables, made = pier
    of_one = onrecord.compare(replace(tables, articles=tables.articles.assign(outlet=COAST)))
    assert len(of_one.claim_pairs) == len(made.claim_pairs)
    assert len(made.wordings) and len(made.reporting_verbs)
    assert of_one.wordings.empty and of_one.reporting_verbs.empty
