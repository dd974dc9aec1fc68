"""What can go wrong, as a small tree.

::

    OnRecordError          4  our fault, and the parent of the rest
    ├── UsageError         2  what the user typed: a story, a parameter, a row id that does not exist
    └── DataError          3  the data: an article, a table, a hand-made file
        └── StoryError     3  story.yaml or its folder

The number is the exit code of ``onrecord``. Every message says what is wrong, where, and what to do about it:
``what`` names the file, row or parameter and the cause, ``remedy`` is the next step.
"""

from difflib import get_close_matches


class OnRecordError(Exception):
    """An error with its cause (``what``) and the way out (``remedy``)."""

    exit_code = 4

    def __init__(self, what: str, remedy: str = ""):
        self.what = what
        self.remedy = remedy
        super().__init__(f"{what}\n{remedy}" if remedy else what)

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows in the place of a traceback: what is wrong and what to do are in the message."""
        return [f"{type(self).__name__}: {self.what}", *([self.remedy] if self.remedy else [])]


class UsageError(OnRecordError):
    """What the user typed cannot be done as typed."""

    exit_code = 2


class DataError(OnRecordError):
    """An article, a table or a reference file is not as it must be."""

    exit_code = 3


class StoryError(DataError):
    """A story's folder or its ``story.yaml`` is not as it must be."""


def near(word: str, known: list[str]) -> str:
    """A hint that names the likeliest meant word, or nothing."""
    match = get_close_matches(word, known, n=1, cutoff=0.6)
    return f" Did you mean {match[0]!r}?" if match else ""
