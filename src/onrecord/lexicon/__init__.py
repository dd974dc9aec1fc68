"""Word lists as CSV files, each with its origin in README.md beside it."""

import csv
import io
from functools import cache
from importlib import resources


@cache
def read_rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``lexicon/<name>.csv`` in file order; empty fields are empty strings."""
    text = (resources.files(__name__) / f"{name}.csv").read_text(encoding="utf8")
    return tuple(csv.DictReader(io.StringIO(text, newline="")))
