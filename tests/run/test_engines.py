"""Where shards are extracted."""

import pytest

from onrecord.errors import UsageError
from onrecord.run import engines


def double(n: int) -> int:
    return 2 * n


def test_here():
    with engines.open_here() as (executor, workers):
        assert (executor.submit(double, 2).result(), workers) == (4, 1)
        with pytest.raises(TypeError):
            executor.submit(double).result()


def test_no_scheduler(monkeypatch):
    monkeypatch.setattr(engines, "WAIT", "1s")
    with (
        pytest.raises(UsageError, match="no Dask scheduler answers") as caught,
        engines.open_engine(1, "tcp://127.0.0.1:9"),
    ):
        pass
    assert "dask scheduler" in caught.value.remedy


def test_a_scheduler_without_workers():
    from distributed import LocalCluster

    with (
        LocalCluster(n_workers=0, processes=False, dashboard_address=None) as cluster,
        pytest.raises(UsageError, match="it has no workers"),
        engines.open_engine(1, cluster.scheduler_address),
    ):
        pass


def test_the_default_is_at_least_one():
    assert engines.default_workers() >= 1
