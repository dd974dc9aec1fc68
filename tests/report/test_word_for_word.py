"""Word for word: a line a speech."""

from dataclasses import replace

import pytest
from report_material import make_material

from onrecord.report.word_for_word import list_printings

PIER = "We shall rebuild the old pier in stone"
STORMS = "Nobody will cross it before the storms are over"
BOTH = f'"{PIER}," harbour master Mira Olsund said. "{STORMS}."'
ONE = f'In Helden: "{PIER}," Mira Olsund said.'
RAIN = "It rained in Helden all day."


def lines(*texts: str):
    return list_printings(make_material({f"paper-{'abcd'[n]}": text for n, text in enumerate(texts)}))


def test_a_line():
    (line,) = lines(BOTH, ONE, RAIN)
    assert (line.who, line.words) == ("Mira Olsund", f"“{PIER} … {STORMS}”")
    assert line.parts == {"Paper A": "all", "Paper B": f"“{PIER}”", "Paper C": "none"}


def test_the_office_stands_with_the_first_line():
    chair = "Mira Olsund, chair of the Helden Harbour Board,"
    more = '"The ferries lie there like dead whales in the mud."'
    weeps = "Whoever sees them weeps a little."
    told = f'"{PIER}," {chair} said. "{STORMS}."\n\nIt rained. {more[:-2]}," Olsund said. "{weeps}"'
    first, second = lines(told, f'"{PIER}," Mira Olsund said.\n\nIt froze. {more[:-2]}," Olsund said.')
    assert first.who.startswith("Mira Olsund, chair")
    assert second.who == "Mira Olsund"


def test_a_quotation_that_goes_on():
    longer = (
        f'"{PIER}," Mira Olsund said. "{STORMS}. ' + "The council of Helden has paid for all of it already. " * 4 + '"'
    )
    assert [line.parts["Paper A"] for line in lines(longer, f'Late: "{PIER}," Mira Olsund said.')] == ["all and more"]


NONE = {
    "all print all": (BOTH, f"Late: {BOTH}"),
    "one has some without marks": (BOTH, ONE, "She will rebuild the old pier, says the board."),
    "no name": (
        BOTH.replace("Mira Olsund", "").replace("harbour master ", "the harbour master"),
        ONE.replace("Mira Olsund", "she"),
    ),
    "few words": ('"We shall see," Mira Olsund said. "It fell."', '"We shall see," Mira Olsund said.'),
}


@pytest.mark.parametrize("texts", NONE.values(), ids=NONE)
def test_what_has_no_line(texts):
    assert lines(*texts) == []


def test_words_that_do_not_stand_in_the_article_have_no_line():
    made = make_material({"paper-a": BOTH, "paper-b": ONE})
    ((first, second),) = made.printings.values()
    made.printings = {first.speech_id: [first, replace(second, words="We shall burn the old pier")]}
    assert list_printings(made) == []


def test_another_word_is_shown_and_another_spelling_is_not():
    (line,) = lines(BOTH, BOTH.replace("stone", "wood").replace("In Helden", "Late"))
    assert "wood" in line.parts["Paper B"]
    assert line.parts["Paper B"].startswith("with differences: “")
    assert lines(BOTH, BOTH.replace("rebuild the", "rebuild our")) == []
