""" "I" in an interview without quotation marks."""

import pytest
from actor_reading import read

ANSWERS = """
Why do you sail?
I like it. I have sailed since I was ten, and my boat is old.
I think I will go on.
My wife agrees."""

CASES = {
    "interviewed": ("The Hull Post interviewed Ada Moss, a sailor.", "Ada Moss"),
    "spoke to": ("The Hull Post spoke to Ada Moss about her boat.", "Ada Moss"),
    "interview with": ("Interview with Ada Moss, a sailor.", "Ada Moss"),
    "nobody": ("Ada Moss is a sailor.", None),
    "two at once": ("The Hull Post interviewed Ada Moss and Ivo Brandt.", None),
    "two": ("The Hull Post interviewed Ada Moss. It spoke to Ivo Brandt, too.", None),
}


@pytest.mark.parametrize(("text", "who"), CASES.values(), ids=CASES)
def test_interview(text, who):
    reading = read(text + ANSWERS)
    spans = [(m.start, k) for m, k in zip(reading.resolution.mentions, reading.resolution.actor_of, strict=True)
             if reading.text[m.start : m.end] == "I" and k is not None]  # fmt: skip
    assert {reading.names[k] for _, k in spans} == ({who} if who else set())


def test_you_in_the_question_is_the_one_asked():
    reading = read("The Hull Post interviewed Ada Moss." + ANSWERS)
    assert reading.name("you") == "Ada Moss"


def test_a_reporter_s_aside_is_nobody_s():
    reading = read("The Hull Post interviewed Ada Moss. I met her at noon.")
    assert reading.name("I met"[:1]) is None
