"""The error tree: exit codes, and messages that say what is wrong and what to do."""

import ast
from pathlib import Path

import pytest

from onrecord import errors
from onrecord.errors import DataError, OnRecordError, StoryError, UsageError, near

SOURCES = sorted((Path(__file__).resolve().parents[1] / "src" / "onrecord").rglob("*.py"))


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        pytest.param(OnRecordError, 4, id="our-fault"),
        pytest.param(UsageError, 2, id="what-the-user-typed"),
        pytest.param(DataError, 3, id="the-data"),
        pytest.param(StoryError, 3, id="a-story-is-data"),
    ],
)
def test_exit_codes_are_those_of_the_design(kind, code):
    assert kind("what").exit_code == code


@pytest.mark.parametrize(
    ("error", "text"),
    [
        pytest.param(UsageError("no story 'x'.", "Stories: a, b."), "no story 'x'.\nStories: a, b.", id="with-remedy"),
        pytest.param(DataError("the file is empty"), "the file is empty", id="without-remedy-no-empty-line"),
    ],
)
def test_the_message_is_cause_then_remedy(error, text):
    assert str(error) == text
    assert text.split("\n")[0] == error.what
    assert error.remedy == "".join(text.split("\n")[1:])


def test_all_errors_share_one_parent():
    kinds = [k for k in vars(errors).values() if isinstance(k, type) and issubclass(k, Exception)]
    assert len(kinds) >= 4
    assert all(issubclass(kind, OnRecordError) for kind in kinds)


def raised_errors():
    """Each error of ours that a module raises, with how many arguments it is given."""
    ours = {"OnRecordError", "UsageError", "DataError", "StoryError"}
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ours:
                yield pytest.param(path, node, id=f"{path.stem}-{node.lineno}")


# The reasons for which 01-clean leaves a file out are rows of exclusions, and the row names the file.
EXCLUSION_REASONS = "articles.py"


@pytest.mark.parametrize(("path", "call"), list(raised_errors()))
def test_every_error_raised_has_a_remedy(path, call):
    if path.name != EXCLUSION_REASONS:
        assert len(call.args) + len(call.keywords) == 2, f"{path.name}:{call.lineno} has no remedy"


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        pytest.param("outlt", " Did you mean 'outlet'?", id="near"),
        pytest.param("zebra", "", id="far"),
        pytest.param("", "", id="empty"),
    ],
)
def test_near(word, hint):
    assert near(word, ["outlet", "headline"]) == hint


def test_a_notebook_shows_the_message_and_no_traceback():
    from IPython.core.interactiveshell import InteractiveShell

    shell = InteractiveShell()
    shown: list[str] = []
    shell._showtraceback = lambda kind, error, lines: shown.extend(lines)
    shell.run_cell("from onrecord.errors import UsageError\nraise UsageError('No story x.', 'Name another.')")
    InteractiveShell.clear_instance()
    assert shown == ["UsageError: No story x.", "Name another."]
