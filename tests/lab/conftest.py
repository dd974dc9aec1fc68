"""A reviewer at work on a copy of the invented story."""

import pytest
from conftest import STORY

from onrecord import open_story
from onrecord.lab import session as sessions
from onrecord.lab.session import Session


@pytest.fixture
def clock(monkeypatch):
    """Every decision a second later than the one before."""
    seconds = iter(range(1000))
    monkeypatch.setattr(sessions, "_now", lambda: "2024-05-03T10:{:02d}:{:02d}".format(*divmod(next(seconds), 60)))


@pytest.fixture
def session(standing, clock) -> Session:
    return Session(open_story(STORY), "AB")
