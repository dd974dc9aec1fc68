"""The data dictionary against the names that the design promises to every reader of the tables."""

from dataclasses import fields

import pytest

from onrecord.tables import dictionary
from onrecord.tables.containers import Comparisons, Tables
from onrecord.tables.dictionary import SCHEMAS

# Column names as the design gives them; a question mark is a column that may be null.
CONTRACT = {
    "articles": "article_id story outlet headline? byline? dateline? published? published_basis? url? licence? "
    "language source_file source_sha256 words body",
    "claims": "claim_id article_id within_claim_id? act actor_id? source? cue? cue_lemma? content quotation stance "
    "target_claim_id? target_actor_id? said_text? said_start? said_end? start end sentence quoted_words rule "
    "confidence? speaker_confidence? review",
    "sentences": "article_id sentence paragraph start end",
    "speakers": "claim_id actor_id",
    "spans": "claim_id role part start end text",
    "mentions": "mention_id article_id actor_id? text form kind start end rule?",
    "actors": "actor_id name kind role? iso3? merge_basis?",
    "aliases": "actor_id alias mentions",
    "figures": "figure_id article_id claim_id? actor_id? text value? low? high? bound unit? unit_kind? unit_stated "
    "measure? about? about_actor_id? iso3? period_text? period_start? period_end? of? of_iso3? start end sentence "
    "rule review",
    "exclusions": "step article_id? reason rows_before rows_after",
}
VALUES = {
    ("claims", "act"): "says believes intends",
    ("claims", "stance"): "asserts denies supports refuses questions no_comment not_said",
    ("claims", "quotation"): "direct indirect mixed",
    ("claims", "review"): "unreviewed accepted rejected corrected",
    ("figures", "review"): "unreviewed accepted rejected corrected",
    ("spans", "role"): "source cue content",
    ("mentions", "form"): "name title pronoun nominal",
    ("actors", "kind"): "person organisation country group unnamed",
    ("articles", "published_basis"): "stated metadata inferred",
}
COMPARED = {
    "claim_pairs": "pair_id claim_a claim_b relation score start_a end_a start_b end_b change shared only_a only_b",
    "wordings": "pair change cut_a cut_b words",
    "reporting_verbs": "pair verb_a class_a verb_b class_b",
    "figure_pairs": "figure_a figure_b relation difference shared",
    "figure_checks": "figure_id series vintage known_from year reference_value ratio note",
    "coverage": "outlet measure",
    "per_person": "figure_id per_person",
    "left_out": "outlet kind row_id evidence",
    "speakers_by_outlet": "actor_id outlet claims words quoted_words first last",
    "said_when": "claim_id said_start said_end published",
    "cues": "outlet cue_lemma",
    "readability": "article_id outlet words",
}


@pytest.mark.parametrize("name", CONTRACT)
def test_columns_are_those_of_the_design_in_its_order(name):
    promised = CONTRACT[name].split()
    assert list(SCHEMAS[name].columns) == [column.rstrip("?") for column in promised]
    nullable = {c for c, spec in SCHEMAS[name].columns.items() if spec.nullable}
    assert nullable == {column.rstrip("?") for column in promised if column.endswith("?")}


@pytest.mark.parametrize(("table", "column"), VALUES)
def test_closed_vocabularies(table, column):
    assert SCHEMAS[table].columns[column].metadata["values"] == tuple(VALUES[table, column].split())


@pytest.mark.parametrize("name", COMPARED)
def test_comparisons_have_the_columns_of_the_design(name):
    assert set(COMPARED[name].split()) <= set(SCHEMAS[name].columns)


def test_no_table_but_the_documented_ones():
    made = {field.name for field in fields(Tables)} | {field.name for field in fields(Comparisons)}
    assert set(SCHEMAS) == made | {"exclusions"}
    assert set(CONTRACT) | set(COMPARED) <= set(SCHEMAS)


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_table_and_column_is_described(name):
    assert SCHEMAS[name].description
    assert all(spec.description and spec.metadata["type"] for spec in SCHEMAS[name].columns.values())


@pytest.mark.parametrize(
    ("table", "keys"),
    [
        pytest.param("articles", {"article_id"}, id="articles"),
        pytest.param("claims", {"claim_id"}, id="claims"),
        pytest.param("mentions", {"mention_id"}, id="mentions"),
        pytest.param("actors", {"actor_id"}, id="actors"),
        pytest.param("figures", {"figure_id"}, id="figures"),
        pytest.param("speakers", set(), id="speakers-a-row-a-speaker"),
        pytest.param("spans", set(), id="spans-a-row-a-stretch"),
        pytest.param("aliases", set(), id="aliases-an-actor-has-several"),
    ],
)
def test_keys_are_unique(table, keys):
    assert {c for c, spec in SCHEMAS[table].columns.items() if spec.unique} == keys


@pytest.fixture(scope="module")
def described():
    return dictionary.describe_tables()


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_description_names_each_table_and_column(described, name):
    section = described.split(f"**{name}** – ")[1].split("\n**")[0]
    for column, spec in SCHEMAS[name].columns.items():
        assert f"| `{column}`{'?' if spec.nullable else ''} | {spec.metadata['type']} |" in section


def test_the_description_lists_allowed_values(described):
    assert "(says · believes · intends)" in described
