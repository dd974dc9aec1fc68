"""Mentions: their spans and forms."""

from actor_reading import read

from onrecord.actors.mentions import find_pronouns, make_mention


def test_possessive_is_no_part():
    words = read("They read Ana Duarte’s letter.").words
    mention = make_mention(words, 2, 5, "name", "person")
    assert words.tree.text[mention.start : mention.end] == "Ana Duarte"


def test_pronouns():
    reading = read("“I saw her,” he said. They, who saw it, told us that this was so.")
    found = [reading.text[m.start : m.end] for m in find_pronouns(reading.words)]
    assert found == ["I", "her", "he", "They", "who", "it", "us"]
