"""One run at a time in a folder."""

import os

import pytest

from onrecord.errors import UsageError
from onrecord.run.locks import locked


def test_a_second_run_is_told_of_the_first(tmp_path):
    told = f"walls: another run .*process {os.getpid()}"
    with locked(tmp_path, "walls"), pytest.raises(UsageError, match=told), locked(tmp_path, "walls"):
        pass


def test_the_lock_falls(tmp_path):
    for _ in range(2):
        with locked(tmp_path, "walls"):
            assert (tmp_path / "run.pid").read_text() == str(os.getpid())
    assert not (tmp_path / "run.pid").exists()
