"""Shards in a folder: kept when they are right, made again when not, whatever a worker or a kill does."""

import hashlib
import json
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import contextmanager
from functools import partial

import pytest
from conftest import COAST, FJORD

from onrecord.errors import DataError, UsageError
from onrecord.intake import Item, LeftOut
from onrecord.run import corpus, engines
from onrecord.run.corpus import extract_corpus, join_shards, read_left_out, read_shard
from onrecord.run.engines import open_here


def items(count: int = 4) -> list[Item | LeftOut]:
    texts = [COAST, FJORD]
    made: list[Item | LeftOut] = [
        Item(f"{n}.txt", str(n), ".txt", f"{texts[n % 2]}\n\nIt was day {n} of the storm, the council said.".encode())
        for n in range(count)
    ]
    return [*made, LeftOut("photo.jpg", "photo", "no format that is read")]


@pytest.fixture(autouse=True)
def two_articles_a_shard(monkeypatch):
    monkeypatch.setattr(corpus, "MOST_ARTICLES", 2)


def extract(found, out, engine=open_here):
    told = []
    made = extract_corpus(found, out, engine, told.append)
    assert sum(told) == len(found)
    return made


def digest(folder) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_shards_and_their_manifest(tmp_path):
    made = extract(items(), tmp_path)
    assert (made.articles, made.left_out, made.shards, made.kept) == (4, 1, 3, 0)
    listed = json.loads((tmp_path / "manifest.json").read_text())["shards"]
    assert list(listed) == ["00000", "00001", "00002"]
    for number, shard in listed.items():
        for name, sha in shard["files"].items():
            assert hashlib.sha256((tmp_path / "shards" / number / name).read_bytes()).hexdigest() == sha
    assert read_left_out(tmp_path) == ["photo.jpg: no format that is read."]
    assert list(read_shard(tmp_path, 1)["articles"]["article_id"]) == ["2", "3"]
    assert len(read_shard(tmp_path, 2)["claims"]) == 0
    joined = join_shards(tmp_path)
    assert list(joined["articles"]["article_id"]) == ["0", "1", "2", "3"]
    assert len(joined["claims"]) == sum(len(read_shard(tmp_path, n)["claims"]) for n in range(3))


def test_what_stands_is_kept(tmp_path):
    extract(items(), tmp_path)
    before = digest(tmp_path)
    assert extract(items(), tmp_path).kept == 3
    assert digest(tmp_path) == before


def cut(path):
    path.write_bytes(path.read_bytes()[:-1])


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda shard: (shard / "shard.json").unlink(), id="no-digests"),
        pytest.param(lambda shard: (shard / "shard.json").write_text("{"), id="half-digests"),
        pytest.param(lambda shard: cut(shard / "claims.parquet"), id="half-a-table"),
        pytest.param(lambda shard: (shard / "claims.parquet").unlink(), id="a-table-lost"),
        pytest.param(lambda shard: (shard.parents[1] / ".part-00001").mkdir(), id="left-by-a-kill"),
    ],
)
def test_what_is_not_whole_is_made_again(tmp_path, damage):
    extract(items(), tmp_path)
    before = digest(tmp_path)
    damage(tmp_path / "shards" / "00001")
    extract(items(), tmp_path)
    assert digest(tmp_path) == before


def test_other_articles_make_other_shards(tmp_path):
    extract(items(6), tmp_path)
    made = extract(items(2), tmp_path)
    assert (made.shards, made.kept) == (2, 1)
    assert sorted(path.name for path in (tmp_path / "shards").iterdir()) == ["00000", "00001"]


class Dying(Executor):
    """Workers that die of an article whose text speaks of poison, and take what else is being made with them."""

    def submit(self, work, found, program):
        done = Future()
        if any(b"day 3 " in getattr(one, "content", b"") for one in found):
            done.set_exception(RuntimeError("the worker died"))
        else:
            done.set_result(work(found, program))
        return done


@contextmanager
def dying():
    yield Dying(), 2


def test_an_article_that_stops_its_worker_costs_itself(tmp_path):
    made = extract(items(6), tmp_path, dying)
    assert (made.articles, made.left_out) == (5, 2)
    assert f"3.txt: {corpus.STOPS}. {corpus.extraction.REPORT}" in read_left_out(tmp_path)
    assert list(read_shard(tmp_path, 1)["articles"]["article_id"]) == ["2"]
    assert extract(items(6), tmp_path).kept == 3  # the article is tried again where workers do not die
    assert len(read_left_out(tmp_path)) == 1


def test_a_worker_that_dies_unseen(tmp_path):
    broken = iter([True])

    class Broken(Dying):
        def submit(self, work, found, program):
            if next(broken, False):
                raise BrokenExecutor
            return super().submit(work, found, program)

    @contextmanager
    def engine():
        yield Broken(), 1

    assert extract(items(2), tmp_path, engine).articles == 2


def test_another_corpus_is_not_swept(tmp_path):
    extract(items(), tmp_path)
    before = digest(tmp_path)
    other = [Item("x.txt", "x", ".txt", COAST.encode())]
    with pytest.raises(UsageError, match="holds a corpus of other articles"):
        extract_corpus(other, tmp_path, open_here, lambda _: None)
    assert digest(tmp_path) == before


def test_an_error_of_the_data_stops_the_run(tmp_path, monkeypatch):
    def refuse(*_):
        raise DataError("a worker runs another version", "Install it.")

    monkeypatch.setattr(corpus.extraction, "extract_shard", refuse)
    with pytest.raises(DataError, match="another version"):
        extract(items(), tmp_path)


def test_processes_make_the_same_bytes(tmp_path):
    extract(items(), tmp_path / "here")
    extract(items(), tmp_path / "there", partial(engines.open_engine, 2, None))
    assert digest(tmp_path / "here") == digest(tmp_path / "there")


def test_dask_makes_the_same_bytes(tmp_path):
    from distributed import LocalCluster

    extract(items(), tmp_path / "here")
    with LocalCluster(n_workers=1, threads_per_worker=1, processes=False, dashboard_address=None) as cluster:
        extract(items(), tmp_path / "there", partial(engines.open_engine, 1, cluster.scheduler_address))
    assert digest(tmp_path / "here") == digest(tmp_path / "there")
