"""Copies: the same words are found among thousands of articles without comparing each with all."""

import time

from onrecord.intake.copies import Copies

TEXT = "The council of the town closed the harbour wall on Monday after the storm, its speaker told reporters there."


def test_a_repeated_text_is_found_with_its_share():
    copies = Copies()
    copies.add("a", TEXT)
    copies.add("b", "Nothing of the kind happened in the other town on the coast that day, people said.")
    assert copies.find(TEXT) == [("a", 1.0)]
    assert copies.find(TEXT + " It rained too, and then the ferry sank.")[0][0] == "a"
    assert copies.find("Something else altogether was told about the ferry in the evening news of the day.") == []


def test_short_texts_are_compared_too():
    copies = Copies()
    copies.add("a", "It rained.")
    assert copies.find("It rained.") == [("a", 1.0)]
    assert copies.find("It snowed.") == []


def test_thousands_of_articles_take_seconds():
    copies, start = Copies(), time.perf_counter()
    for i in range(2000):
        body = " ".join(f"w{(i * 7 + k) % 50_000}" for k in range(500))
        copies.find(body)
        copies.add(str(i), body)
    assert time.perf_counter() - start < 15
