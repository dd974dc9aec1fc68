"""Word lists as CSV files, each with its origin in README.md beside it."""

import csv
from functools import cache
from importlib import resources


@cache
def read_rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``lexicon/<name>.csv`` in file order; empty fields are empty strings."""
    path = resources.files(__name__) / f"{name}.csv"
    with path.open(encoding="utf8", newline="") as file:
        return tuple(csv.DictReader(file))
