"""The command line in this process."""

import sys

import pytest

from onrecord.run import cli


@pytest.fixture
def call(monkeypatch, capsys):
    """Run ``onrecord …`` in this process: (exit code, what it printed, what it complained)."""

    def run(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["onrecord", *words])
        code = cli.call()
        done = capsys.readouterr()
        return code, done.out, done.err

    return run
