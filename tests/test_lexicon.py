"""Word lists: each has its origin written down, no row twice, and the columns that its readers ask for."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from onrecord import lexicon

FOLDER = Path(lexicon.__file__).parent
LISTS = sorted(path.stem for path in FOLDER.glob("*.csv"))
README = (FOLDER / "README.md").read_text(encoding="utf8")


def test_read_rows_gives_file_order_and_empty_strings():
    rows = lexicon.read_rows("boilerplate")
    with (FOLDER / "boilerplate.csv").open(encoding="utf8", newline="") as file:
        assert list(rows) == list(csv.DictReader(file))
    assert lexicon.read_rows("boilerplate") is rows  # read once a process


@pytest.mark.parametrize("name", LISTS)
def test_no_row_twice(name):
    counts = Counter(tuple(row.values()) for row in lexicon.read_rows(name))
    assert counts
    assert [row for row, n in counts.items() if n > 1] == []


@pytest.mark.parametrize("name", LISTS)
def test_every_row_has_every_column(name):
    """csv puts surplus fields under None, and gives None for missing ones: both are a comma too many or too few."""
    for line, row in enumerate(lexicon.read_rows(name), 2):
        assert None not in row, f"{name}.csv, line {line}: too many fields"
        assert None not in row.values(), f"{name}.csv, line {line}: too few fields"


# The keys of fitted weights may hold white space that stood in the text.
@pytest.mark.parametrize("name", [name for name in LISTS if not name.endswith("_weights")])
def test_fields_have_no_stray_spaces(name):
    for line, row in enumerate(lexicon.read_rows(name), 2):
        assert all(value == value.strip() for value in row.values()), f"{name}.csv, line {line}"


@pytest.mark.parametrize("name", LISTS)
def test_bytes_are_plain_utf8_with_line_feeds(name):
    content = (FOLDER / f"{name}.csv").read_bytes()
    content.decode("utf8")
    assert not content.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in content
    assert content.endswith(b"\n")


@pytest.mark.parametrize("name", LISTS)
def test_its_origin_is_in_the_readme(name):
    places = [line for line in README.splitlines() if line.startswith(("#", "| `"))]
    assert any(re.search(rf"\b{name}\.csv\b", line) for line in places), f"README.md has no section on {name}.csv"


def test_the_readme_speaks_of_no_list_that_is_gone():
    headings = " ".join(line for line in README.splitlines() if line.startswith("#"))
    assert sorted(set(re.findall(r"(\w+)\.csv", headings)) - set(LISTS)) == []
