"""Kernels: one a notebook, started ahead of its turn, and none left alive."""

from typing import ClassVar

import pytest

from onrecord.run import kernels
from onrecord.run.chain import CHAIN


class FakeManager:
    made: ClassVar[list["FakeManager"]] = []

    def __init__(self, kernel_name):
        self.alive, self.options = False, []
        FakeManager.made.append(self)

    def start_kernel(self, extra_arguments):
        self.alive, self.options = True, extra_arguments

    def shutdown_kernel(self, now):
        self.alive = False

    def cleanup_resources(self):
        pass


@pytest.fixture
def managers(monkeypatch):
    FakeManager.made = []
    monkeypatch.setattr("jupyter_client.manager.KernelManager", FakeManager)
    return FakeManager.made


def test_a_kernel_is_started_once_and_shut_down_after_its_notebook(managers):
    running = kernels.Kernels()
    running.start("01-clean")
    with running.using("01-clean") as kernel:
        assert kernel.alive
    assert [m.alive for m in managers] == [False]


def test_whatever_happens_no_kernel_is_left(managers):
    running = kernels.Kernels()
    running.start("01-clean")
    running.start("02-extract")
    with pytest.raises(KeyboardInterrupt), running.using("01-clean"):
        raise KeyboardInterrupt
    running.stop_all()
    assert [m.alive for m in managers] == [False, False]


def test_every_notebook_says_what_to_load(managers):
    assert set(kernels.LOADS) == set(CHAIN)
    for source in kernels.LOADS.values():
        exec(source, {})
