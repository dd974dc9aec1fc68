"""Who speaks where, a line a person."""

import pytest
from report_material import make_material

from onrecord.report.who_speaks import list_voices

QUOTED = "“We shall rebuild the old pier in stone,” harbour master Mira Olsund said."
REPORTED = "Harbour master Mira Olsund said that the old pier would be rebuilt in stone."
NAMED = "The old pier is named after Mira Olsund. It fell in May."
RAIN = "It rained in Helden all day, and the ferries lay in the harbour."


def parts(*texts: str) -> dict[str, list[str]]:
    made = make_material({f"paper-{'abcd'[n]}": text for n, text in enumerate(texts)})
    return {voice.who: list(voice.parts.values()) for voice in list_voices(made)}


def test_each_outlet_s_part():
    assert parts(QUOTED, REPORTED, RAIN) == {"Mira Olsund": ["quoted", "reported", "not named"]}


def test_who_is_reported_beside_words_in_marks_may_be_who_says_them():
    told = parts(f"{REPORTED} “We shall sell all the ferries,” union leader Tomas Brekk said.", RAIN)
    assert told == {"Tomas Brekk": ["quoted", "not named"]}


def test_the_rows_behind_it():
    (voice,) = list_voices(make_material({"paper-a": QUOTED, "paper-b": RAIN}))
    assert list(voice.rows) == ["Paper A"]


OPEN = {
    "words of nobody beside the name": (QUOTED, f"{NAMED} “We shall see about that,” he said."),
    "a surname that may be another's": (QUOTED, "Olsund slept."),
    "who wants something there": (QUOTED, "Mira Olsund wants the council to sell the ferries."),
    "who is only named": (QUOTED, NAMED),
    "a word in marks": ("Mira Olsund said that the pier was “old”. It fell.", RAIN),
    "who asks": ("“What of the pier, and of the ferries?” host Mira Olsund said.", RAIN),
    "who has said nothing": ("Mira Olsund has not said how she will vote.", RAIN),
    "a person without a full name": ("“We shall rebuild it,” Olsund said.", RAIN),
    "whose words another outlet has from somebody": (
        QUOTED,
        QUOTED.replace("harbour master Mira Olsund", "an official"),
    ),
    "whose office another outlet may describe": (
        "“We shall rebuild the old pier in stone,” Mira Olsund, chief lawyer of the Harbour Board, said.",
        "It rained. A lawyer of the board said that it would be rebuilt.",
    ),
    "quoted from another year": ("“We shall rebuild the old pier in stone,” Mira Olsund wrote in 2018.", RAIN),
    "quoted by all": (QUOTED, f"Late: {QUOTED}"),
    "quoted by none": (REPORTED, RAIN),
    "a body": ("“We shall rebuild it,” the Harbour Board said.", RAIN),
}


@pytest.mark.parametrize("texts", OPEN.values(), ids=OPEN)
def test_who_has_no_line(texts):
    assert parts(*texts) == {}


def test_one_outlet_sets_nothing_beside():
    assert parts(QUOTED) == {}


def test_who_speaks_in_most_outlets_comes_first():
    brekk = "“Nobody who worked there was surprised,” union leader Tomas Brekk said."
    assert list(parts(f"{QUOTED} {brekk}", f"{brekk} It rained.", RAIN)) == ["Tomas Brekk", "Mira Olsund"]
