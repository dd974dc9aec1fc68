"""How far a command has come: shown to a person, silent without one."""

import sys

from onrecord.run.progress import counting


def test_silent_without_a_terminal(capsys):
    with counting("articles") as advance:
        advance(3)
    assert capsys.readouterr().err == ""


def test_a_line_for_a_person(monkeypatch, capsys):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with counting("articles") as advance:
        advance(3)
