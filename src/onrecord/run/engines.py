"""Where a corpus's shards are extracted: in processes of this machine, or on a Dask cluster that is there.

Both are executors of :mod:`concurrent.futures`, so whoever submits need not know which.
"""

import multiprocessing
import os
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any

from onrecord.errors import UsageError

# After so many shards a process ends and another takes its place: what the pipeline remembers of words grows.
SHARDS_A_PROCESS = 40
WAIT = "10s"  # for a scheduler's answer


@contextmanager
def open_engine(workers: int, scheduler: str | None) -> Iterator[tuple[Executor, int]]:
    """An executor, and how many shards it can work on at once; ``scheduler``: a Dask scheduler's address.

    Raises ``UsageError`` when no scheduler answers there, or it has no workers.
    """
    if scheduler is not None:
        with _open_cluster(scheduler) as opened:
            yield opened
        return
    executor = open_processes(workers)
    try:
        yield executor, workers
    finally:
        stop_processes(executor)


@contextmanager
def open_here() -> Iterator[tuple[Executor, int]]:
    """This process, for so few articles that another would cost more than it saves."""
    with _Here() as executor:
        yield executor, 1


class _Here(Executor):
    def submit(self, work: Callable[..., Any], /, *given: Any, **named: Any) -> "Future[Any]":
        done: Future[Any] = Future()
        try:
            done.set_result(work(*given, **named))
        except Exception as error:
            done.set_exception(error)
        return done


def open_processes(workers: int) -> ProcessPoolExecutor:
    """Processes that are begun anew, so that none inherits this one's threads or locks."""
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=context, max_tasks_per_child=SHARDS_A_PROCESS)


def stop_processes(executor: ProcessPoolExecutor) -> None:
    """End them without waiting for what they are at: nobody will take it."""
    running = list((executor._processes or {}).values())
    executor.shutdown(wait=False, cancel_futures=True)
    for process in running:
        if process.is_alive():
            process.terminate()


@contextmanager
def _open_cluster(scheduler: str) -> Iterator[tuple[Executor, int]]:
    from distributed import Client

    try:
        client: Any = Client(scheduler, timeout=WAIT, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise UsageError(f"--scheduler {scheduler}: no Dask scheduler answers there.",
                         "Start one with dask scheduler, and workers with dask worker ADDRESS.") from error  # fmt: skip
    with client:
        workers = len(client.scheduler_info(n_workers=-1)["workers"])
        if not workers:
            raise UsageError(f"--scheduler {scheduler}: it has no workers.", f"Start one: dask worker {scheduler}")
        yield client.get_executor(pure=False), workers


def default_workers() -> int:
    """One for each processor that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
