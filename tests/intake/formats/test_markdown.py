"""Markdown files: blocks, front matter, and what is left out."""

from datetime import date

import pytest

from onrecord.errors import DataError
from onrecord.intake.formats.markdown import read_markdown

BODY = """# Storm closes wall

The council closed the **harbour wall** on [Monday](https://coast.example).
It rained.

## What next

- First the *gate*.
- Then the wall.

> “We did,” she said.

![The wall](wall.jpg)

```
code
```
"""


def test_blocks():
    received = read_markdown(BODY.encode())
    assert received.metadata.headline == "Storm closes wall"
    assert received.text.split("\n\n") == [
        "The council closed the harbour wall on Monday. It rained.",
        "First the gate.",
        "Then the wall.",
        "“We did,” she said.",
    ]


def test_front_matter():
    front = "---\ntitle: 'Wall: shut'\nauthor: [Ana Roe, Ivo]\ndate: 2019-07-16\nsource: Coast News\n---\n"
    about = read_markdown((front + BODY).encode()).metadata
    assert (about.headline, about.byline, about.outlet) == ("Wall: shut", "Ana Roe, Ivo", "Coast News")
    assert (about.published, about.published_basis) == (date(2019, 7, 16), "metadata")


@pytest.mark.parametrize(
    "front",
    ["---\n: : [\n---\n", "---\n- a\n---\n", "---\na: &x 1\nb: *x\n---\n", "---\ndate: 2019-02-31\n---\n", "---\n"],
)
def test_front_matter_that_is_none_loses_nothing(front):
    received = read_markdown((front + BODY).encode())
    assert "We did" in received.text
    assert received.metadata.published is None


def test_an_empty_file():
    with pytest.raises(DataError, match="empty"):
        read_markdown(b"# Only a heading\n")
