"""Reading, checking and writing of tables: bytes, types, keys, and messages that name what is wrong."""

import hashlib
from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rows import CLAIM, make_table

from onrecord.errors import DataError
from onrecord.tables import files as tables

ARTICLE = {
    "article_id": "coast",
    "story": "walls",
    "outlet": "Coast News",
    "published": date(2019, 3, 5),
    "language": "en",
    "source_file": "coast.txt",
    "source_sha256": "0" * 64,
    "words": 4,
    "body": "None said “no”,\nreally.",
}
ACTOR = {"actor_id": "m1", "name": "None", "kind": "person"}


def articles(**changes) -> pd.DataFrame:
    return make_table("articles", ARTICLE | changes)


def test_make_table_has_all_columns_and_types():
    table = articles()
    assert list(table.columns) == list(tables.SCHEMAS["articles"].columns)
    assert str(table["published"].dtype) == "datetime64[s]"
    assert str(table["words"].dtype) == "Int64"
    assert table["headline"].isna().all()


@pytest.mark.parametrize("name", tables.SCHEMAS)
def test_every_table_may_be_empty(name, tmp_path):
    empty = tables.make_table(name, [])
    tables.write_table(name, empty, tmp_path)
    pd.testing.assert_frame_equal(tables.read_table(name, tmp_path), empty)
    assert (tmp_path / f"{name}.csv").read_text() == ",".join(tables.SCHEMAS[name].columns) + "\n"


@pytest.mark.parametrize(
    ("name", "row", "told"),
    [
        pytest.param("articles", ARTICLE | {"outlet": None}, "outlet", id="null-where-none-is-allowed"),
        pytest.param("articles", ARTICLE | {"words": "many"}, "words", id="text-for-a-number"),
        pytest.param("articles", ARTICLE | {"published": "soon"}, "date", id="no-date"),
        pytest.param("articles", ARTICLE | {"published_basis": "guessed"}, "published_basis", id="value-not-listed"),
        pytest.param("actors", ACTOR | {"kind": "ship"}, "ship", id="kind-not-listed"),
    ],
)
def test_a_wrong_row_is_an_error_that_names_it(name, row, told):
    with pytest.raises(DataError, match=told) as caught:
        make_table(name, row)
    assert f"Table {name}" in caught.value.what
    assert caught.value.remedy


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda t: t.assign(mood="calm"), id="column-too-many"),
        pytest.param(lambda t: t.drop(columns="outlet"), id="column-missing"),
        pytest.param(lambda t: t[t.columns[::-1]], id="columns-in-another-order"),
        pytest.param(lambda t: pd.concat([t, t]), id="key-twice"),
    ],
)
def test_a_table_of_another_form_is_an_error(change):
    with pytest.raises(DataError, match="breaks the data dictionary"):
        tables.check_table("articles", change(articles()))


def test_a_right_table_comes_back_unchanged():
    pd.testing.assert_frame_equal(tables.check_table("articles", articles()), articles())


def test_csv_bytes(tmp_path):
    tables.write_table("articles", articles(), tmp_path)
    content = (tmp_path / "articles.csv").read_bytes()
    assert content.decode().split("\n", 1)[1] == (
        "coast,walls,Coast News,,,,2019-03-05,,,,en,coast.txt," + "0" * 64 + ',4,"None said “no”,\nreally."\n'
    )
    assert not content.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in content


def test_a_person_named_none_survives(tmp_path):
    tables.write_table("actors", make_table("actors", ACTOR), tmp_path)
    assert tables.read_table("actors", tmp_path)["name"].tolist() == ["None"]
    read = pd.read_csv(tmp_path / "actors.csv", keep_default_na=False, na_values=[""])
    assert read.loc[0, "name"] == "None"
    assert pd.isna(read.loc[0, "role"])


@pytest.mark.parametrize(
    ("number", "written"),
    [
        pytest.param(16_000_000_000.0, "16000000000", id="whole-without-point"),
        pytest.param(0.5, "0.5", id="fraction"),
        pytest.param(-3.0, "-3", id="negative"),
        pytest.param(None, "", id="null-is-empty"),
        pytest.param(1e11, "100000000000", id="never-an-exponent"),
    ],
)
def test_numbers_are_written_as_people_write_them(tmp_path, number, written):
    row = {"figure_a": "f1", "figure_b": "f2", "relation": "agree", "difference": number or 0.0}
    if number is None:
        row = {"figure_id": "f1", "series": "s", "vintage": "now", "known_from": "2020-01", "reference_value": None}
        tables.write_csv("figure_checks", make_table("figure_checks", row), tmp_path)
        assert (tmp_path / "figure_checks.csv").read_text().splitlines()[1] == "f1,s,now,2020-01,,,,"
        return
    tables.write_csv("figure_pairs", make_table("figure_pairs", row), tmp_path)
    assert (tmp_path / "figure_pairs.csv").read_text().splitlines()[1] == f"f1,f2,agree,{written},"


def test_dates_before_1677_are_kept(tmp_path):
    tables.write_table("articles", articles(published=date(1605, 9, 15)), tmp_path)
    assert tables.read_table("articles", tmp_path)["published"][0] == pd.Timestamp("1605-09-15")
    assert ",1605-09-15," in (tmp_path / "articles.csv").read_text()


def test_the_same_table_gives_the_same_bytes(tmp_path):
    for folder in ("a", "b"):
        tables.write_table("articles", articles(), tmp_path / folder)
    for file in ("articles.csv", "articles.parquet"):
        assert (tmp_path / "a" / file).read_bytes() == (tmp_path / "b" / file).read_bytes()


def test_a_table_that_is_not_there_says_how_to_get_it(tmp_path):
    with pytest.raises(DataError, match=r"claims\.parquet: there is no such table yet") as caught:
        tables.read_table("claims", tmp_path)
    assert "onrecord run" in caught.value.remedy


def test_a_failure_leaves_the_last_good_file(tmp_path):
    tables.write_table("actors", make_table("actors", ACTOR), tmp_path)
    before = {p.name: p.read_bytes() for p in tmp_path.iterdir()}
    with pytest.raises(DataError):
        tables.write_table("actors", pd.DataFrame([ACTOR | {"kind": "ship"}]), tmp_path)
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == before


def keyed(**claim):
    given = CLAIM | {"claim_id": "c1", "article_id": "coast", "content": "no"}
    claims = make_table("claims", given | claim)
    return {"articles": articles(), "actors": make_table("actors", ACTOR), "claims": claims}


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param({}, id="nothing-named"),
        pytest.param({"actor_id": "m1"}, id="actor-there"),
        pytest.param({"target_actor_id": "m1", "within_claim_id": "c1"}, id="prefixed-keys"),
    ],
)
def test_keys_that_hold(claim):
    tables.check_keys(keyed(**claim))


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        pytest.param({"actor_id": "m9"}, "claims.actor_id names m9", id="actor"),
        pytest.param({"target_actor_id": "m9"}, "claims.target_actor_id names m9", id="target-actor"),
        pytest.param({"within_claim_id": "c9"}, "claims.within_claim_id names c9", id="outer-claim"),
        pytest.param({"article_id": "fjord"}, "claims.article_id names fjord", id="article"),
    ],
)
def test_keys_that_point_nowhere(claim, told):
    with pytest.raises(DataError, match=told):
        tables.check_keys(keyed(**claim))


SPOT = st.tuples(st.sampled_from(["claims", "figures", "mentions"]), st.text(max_size=8), st.integers(0, 999))


@given(SPOT, st.text(max_size=20))
def test_row_ids_are_stable_and_safe_for_spreadsheets(spot, words):
    table, article, start = spot
    made = tables.row_id(table, article, start, start + len(words), words)
    assert made == tables.row_id(table, article, start, start + len(words), words)
    assert made[0] == table[0]
    assert len(made) == 13
    assert set(made[1:]) <= set("0123456789abcdef")


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(("mentions", "coast", 0, 4, "None"), id="another-table"),
        pytest.param(("claims", "fjord", 0, 4, "None"), id="another-article"),
        pytest.param(("claims", "coast", 1, 4, "None"), id="another-start"),
        pytest.param(("claims", "coast", 0, 5, "None"), id="another-end"),
        pytest.param(("claims", "coast", 0, 4, "none"), id="another-word"),
        pytest.param(("claims", "coast\0claims", 0, 4, "None"), id="separator-in-the-name"),
    ],
)
def test_whatever_a_row_points_at_makes_its_id(other):
    assert tables.row_id(*other)[1:] != tables.row_id("claims", "coast", 0, 4, "None")[1:]


def test_a_row_id_stays_what_published_reports_link_to():
    """Reviews and links name rows by id, so another hash would orphan them all: SHA-256 of the parts between NULs."""
    digest = hashlib.sha256(b"coast\0claims\x000\x004\0None").hexdigest()
    assert tables.row_id("claims", "coast", 0, 4, "None") == "c" + digest[:12]
