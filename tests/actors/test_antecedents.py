"""What evidence weighs."""

from actor_reading import read

from onrecord.actors.antecedents import read_reporting, read_weights


def test_weights_are_there():
    assert set(read_weights()) >= {"distance", "subject", "gender", "speaker", "margin", "enough"}
    assert "say" in read_reporting("speech") and "issue" in read_reporting("issue")


def test_who_was_quoted_is_who_goes_on():
    reading = read("Peter Lang met David Roth. “It rained,” Roth said. He added that it was cold.")
    assert reading.name("He") == "David Roth"


def test_the_farther_the_weaker():
    far = " ".join(["It rained all day."] * 7)
    assert read(f"Peter Lang left. {far} He was late.").name("He was"[:2]) is None
