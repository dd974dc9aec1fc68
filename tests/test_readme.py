"""The README says what is so: its dictionary is the code's, its snippet runs, its links lead somewhere."""

import re
from pathlib import Path

from onrecord.tables.dictionary import describe_tables

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf8")


def test_the_dictionary_is_the_one_of_the_code():
    assert describe_tables() in README, "write describe_tables() into the README's section on tables"


def test_the_python_snippet_runs():
    (snippet,) = re.findall(r"```python\n(.*?)```", README, flags=re.DOTALL)
    exec(compile(snippet, "README.md", "exec"), {})


def test_every_link_and_picture_is_there():
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / target).exists(), target


def test_every_notebook_is_told():
    for notebook in (ROOT / "notebooks").glob("*.ipynb"):
        assert f"`{notebook.stem}`" in README, notebook.stem
