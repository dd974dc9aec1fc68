"""All comparisons of a story: of the dictionary's form, by ids that exist, of any text."""

from dataclasses import fields, replace

import pandas as pd
import pytest

import onrecord
from onrecord import tables
from onrecord.comparison import compare_story
from onrecord.tables import Comparisons

COMPARISONS = [field.name for field in fields(Comparisons)]


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
    for name in ("claim_pairs", "figure_pairs", "figure_checks", "coverage", "quoted_share", "cues", "only_in"):
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
