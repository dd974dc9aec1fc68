"""Copies: one text in several outlets is found, however it was shortened or begun; what was written apart is not."""

import json
import time
from itertools import combinations

import pytest
from conftest import REPOSITORY

from onrecord.intake.copies import Copies

PAGES = REPOSITORY / "tests" / "intake" / "pages"
BODIES = {path.stem: json.loads(path.read_text(encoding="utf8"))["body"] for path in sorted(PAGES.glob("*.json"))}
LEAD = (
    "Our reporter looked on as the town woke to the news on a grey morning, and few who had come were surprised.\n\n"
    "It was, a fishmonger said, “what we all saw coming”, and by noon the square was as empty as on any day."
)


def trim(body: str) -> str:
    paragraphs = body.split("\n\n")
    return "\n\n".join(paragraphs[: max(3, len(paragraphs) // 2)])


def respell(body: str) -> str:
    return body.replace(" percent", " per cent").replace(" said", " told us").replace("$", "US$")


WAYS = {
    "same": lambda body: body,
    "trimmed": trim,
    "re-headlined": lambda body: f"What the town woke up to on a grey morning\n\n{body}",
    "new-lead": lambda body: f"{LEAD}\n\n{body.split(chr(10) * 2, 1)[1]}",
    "new-lead-and-trimmed": lambda body: f"{LEAD}\n\n{trim(body)}",
    "respelled": respell,
}


@pytest.mark.parametrize("way", WAYS)
def test_a_text_printed_again_is_found(way):
    copies = Copies()
    for name, body in BODIES.items():
        copies.add(name, body)
    found = {name: copies.find(WAYS[way](body)) for name, body in BODIES.items()}
    hits = [name for name, copied in found.items() if copied and copied[0].article_id == name and copied[0].is_whole]
    assert len(hits) >= 0.95 * len(BODIES)
    assert all({copy.article_id for copy in copied} <= {name} for name, copied in found.items())


def test_texts_written_apart_are_none():
    for a, b in combinations(BODIES, 2):
        copies = Copies()
        copies.add(a, BODIES[a])
        assert copies.find(BODIES[b]) == []


def test_what_both_only_quote_is_no_copy():
    speech = "“" + " ".join(f"word{n}" for n in range(80)) + "”"
    copies = Copies()
    copies.add("a", f"The mayor spoke on Monday in the hall of the town before a crowd. {speech}, he said.")
    assert (
        copies.find(f"A crowd came together to hear what the mayor would say to them at last. {speech}, it heard.")
        == []
    )


def test_a_report_that_holds_an_agency_s_brief_has_its_own_words():
    brief, *rest = BODIES.values()
    brief = "\n\n".join(brief.split("\n\n")[:4])
    copies = Copies()
    copies.add("brief", brief)
    (copy,) = copies.find(f"{brief}\n\n{rest[0]}")
    assert (copy.share, copy.is_whole) == (1.0, False)


def test_one_sentence_in_two_reports_is_no_copy():
    copies = Copies()
    copies.add("a", "Foreign Minister Ana Roe said so.")
    assert not any(copy.is_whole for copy in copies.find("Foreign Minister Ana Roe said no. “It rained,” she said."))


def test_short_texts_are_compared_too():
    copies = Copies()
    copies.add("a", "It rained.")
    assert [copy.share for copy in copies.find("It rained.")] == [1.0]
    assert copies.find("It snowed.") == []


def test_thousands_of_articles_take_seconds():
    copies, start = Copies(), time.perf_counter()
    for i in range(2000):
        body = " ".join(f"w{(i * 7 + k) % 50_000}" for k in range(500))
        copies.find(body)
        copies.add(str(i), body)
    assert time.perf_counter() - start < 15
