"""``story.yaml`` as nobody should write it: each fault is one message, and none costs memory or a traceback."""

from datetime import date

import pytest
from conftest import STORY

from onrecord import story
from onrecord.errors import StoryError

PLAIN = """\
title: Walls
question: How high?
articles:
  a.txt:
    outlet: Coast News
    published: 2024-05-03
"""


def read(project, content: str | bytes):
    project.write("a.txt", "x")
    project.write("story.yaml", content)
    return story.read_story(STORY).about


def test_a_plain_one_is_read(project):
    assert read(project, PLAIN).articles["a.txt"].published == date(2024, 5, 3)
    assert read(project, b"\xef\xbb\xbf" + PLAIN.encode()).title == "Walls"  # as some editors save it


def bomb() -> str:
    levels = [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 10)]
    return "a0: &a0 [lol]\n" + "\n".join(levels) + "\n" + PLAIN


FAULTS = [
    pytest.param(PLAIN + "title: Again\n", ["line 7", "title: stands there twice"], id="key-twice"),
    pytest.param(PLAIN + "    outlet: Fjord Post\n", ["outlet: stands there twice"], id="key-of-an-article-twice"),
    pytest.param(bomb(), ["line 1", "& and * are not read here"], id="alias-bomb"),
    pytest.param("a: " + "[" * 5000 + "]" * 5000, ["nested too deeply"], id="5000-levels"),
    pytest.param(PLAIN + "as_of: " + "9" * 5000 + "\n", ["cannot be read as YAML"], id="5000-digits"),
    pytest.param(PLAIN.replace("2024-05-03", "2019"), ["published", "a day is written 2024-05-03"], id="a-year"),
    pytest.param(PLAIN.replace("2024-05-03", "20240503"), ["published"], id="a-day-without-hyphens"),
    pytest.param(PLAIN.replace("published:", "date:"), ["Did you mean 'published'?"], id="date-for-published"),
    pytest.param(PLAIN.replace("outlet:", "source:"), ["Did you mean 'outlet'?"], id="source-for-outlet"),
    pytest.param(PLAIN.replace("Coast News", '"   "'), ["outlet"], id="outlet-of-spaces"),
    pytest.param(PLAIN + "# " + "x" * 1_000_001, ["more than the 1,000,000"], id="a-megabyte"),
    pytest.param("title: !!python/object:os.system {}\n", ["cannot be read as YAML"], id="python-object"),
]


@pytest.mark.parametrize(("content", "told"), FAULTS)
def test_faults(project, content, told):
    with pytest.raises(StoryError, match=r"story\.yaml") as caught:
        read(project, content)
    for words in told:
        assert words in caught.value.what
    assert len(caught.value.what) < 1000
    assert caught.value.remedy
