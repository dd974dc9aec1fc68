"""A few articles → their files: the same bytes each time, and a broken article costs itself."""

import io

import pandas as pd
import pytest
from conftest import COAST, FJORD

from onrecord.errors import DataError
from onrecord.extraction import shards
from onrecord.extraction.shards import digest_items, extract_shard
from onrecord.intake import Item, LeftOut
from onrecord.story import digest_program

PROGRAM = digest_program()


def item(article_id: str, text: str) -> Item:
    return Item(f"{article_id}.txt", article_id, ".txt", text.encode())


ITEMS = [item("coast", COAST), LeftOut("photo.jpg", "photo", "it is no format that is read"), item("fjord", FJORD)]


def read(shard: shards.Shard, name: str) -> pd.DataFrame:
    return pd.read_parquet(io.BytesIO(shard.files[f"{name}.parquet"]))


def test_a_shard():
    shard = extract_shard(ITEMS, PROGRAM)
    assert (shard.articles, shard.left_out) == (2, 1)
    assert list(read(shard, "articles")["article_id"]) == ["coast", "fjord"]
    assert set(read(shard, "claims")["article_id"]) == {"coast", "fjord"}
    row = read(shard, "exclusions").iloc[0]
    assert (row["article_id"], row["reason"]) == ("photo", "photo.jpg: it is no format that is read.")
    assert shard == extract_shard(ITEMS, PROGRAM)


def test_actors_are_each_article_s_own():
    shard = extract_shard([item("a", COAST), item("b", COAST.replace("Monday", "Tuesday"))], PROGRAM)
    actors = read(shard, "actors")
    assert len(actors) == 2 * actors["name"].nunique()


def test_a_broken_article_costs_itself(monkeypatch):
    make_tables = shards.extract_articles

    def break_on_fjord(table, **named):
        if "fjord" in set(table["article_id"]):
            raise ValueError("too many rivers")
        return make_tables(table, **named)

    monkeypatch.setattr(shards, "extract_articles", break_on_fjord)
    shard = extract_shard(ITEMS, PROGRAM)
    assert list(read(shard, "articles")["article_id"]) == ["coast"]
    assert list(read(shard, "exclusions")["article_id"]) == ["photo", "fjord"]
    assert (
        read(shard, "exclusions")["reason"][1]
        == "fjord.txt: our fault: ValueError: too many rivers. Report it with the article, if you may share that."
    )


def test_nothing_but_what_is_left_out():
    shard = extract_shard([ITEMS[1]], PROGRAM)
    assert (set(shard.files), shard.articles) == ({"exclusions.parquet"}, 0)


def test_a_worker_with_another_program_is_refused():
    with pytest.raises(DataError, match="another version"):
        extract_shard(ITEMS, "other")


def test_the_digest_tells_what_the_files_depend_on():
    whole = digest_items(ITEMS)
    assert whole == digest_items(ITEMS)
    assert whole != digest_items(ITEMS[:2])
    assert whole != digest_items([*ITEMS[:2], item("fjord", FJORD + " It rained.")])
    assert whole != digest_items(ITEMS, "another_pipeline")
