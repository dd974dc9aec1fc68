"""What each outlet prints of a speech, word for word."""

import pytest
from report_material import make_story

PIER = "We shall rebuild the old pier in stone"
STORMS = "Nobody will cross it before the storms are over"
MAST = "I am sorry"
BOTH = f'"{PIER}," harbour master Mira Olsund said. "{STORMS}."'
RAIN = "It rained in Helden all day."


def printings(*texts: str):
    return make_story({f"paper-{'abcd'[n]}": text for n, text in enumerate(texts)}).compared.printings


def parts(*texts: str) -> list[tuple[str, str | None]]:
    table = printings(*texts)
    words = table["words"].where(table["words"].notna(), None)
    return list(zip(table["extent"], words, strict=True))


def test_a_row_an_outlet():
    table = printings(BOTH, f'Olsund spoke. "{PIER}," Mira Olsund said.', RAIN)
    assert list(table["outlet"]) == ["Paper A", "Paper B", "Paper C"]
    assert list(table["extent"]) == ["whole", "part", "none"]
    assert list(table["is_longest"]) == [True, False, False]
    assert table["speech_id"].nunique() == 1
    assert table["words"][0] == f"{PIER} … {STORMS}"


def test_the_words_stand_where_the_row_points():
    story = make_story({"paper-a": BOTH, "paper-b": f'In Helden, Mira Olsund said that "{STORMS.lower()}".'})
    bodies = story.articles.set_index("article_id")["body"]
    for row in story.compared.printings.dropna(subset=["words"]).itertuples():
        assert all(part in bodies[row.article_id][row.start : row.end] for part in row.words.split(" … "))


EXTENTS = {
    "all": (f'"{STORMS}," Mira Olsund said. "{PIER}."', ("whole", f"{PIER} … {STORMS}")),
    "a sentence of it": (f'"{PIER}," Mira Olsund said.', ("part", PIER)),
    "a few words in marks": ('Mira Olsund wants it "in stone".', ("part", "in stone")),
    "a long word in marks": ('Mira Olsund calls it a "rebuild" in the end, and wants "storms".', ("part", "rebuild")),
    "a word that differs": (BOTH.replace("shall", "will"), ("alike", None)),
    "the outlet's own words, without marks": ("Mira Olsund will rebuild the old pier, they wrote.", ("unmarked", None)),
    "nothing": (RAIN, ("none", None)),
}


@pytest.mark.parametrize(("other", "told"), EXTENTS.values(), ids=EXTENTS)
def test_what_another_outlet_prints(other, told):
    third = f'In the evening, too: "{PIER}," Mira Olsund said. "{STORMS}."'
    extent, words = parts(BOTH, other, third)[1]
    assert extent == told[0]
    assert told[1] is None or words == told[1]


def test_a_short_sentence_counts_where_it_is_one():
    sorry = f'"{PIER}," Mira Olsund said. "{MAST}. {STORMS}."'
    with_it = f'"{PIER}," Mira Olsund said. "{MAST}."'
    assert parts(sorry, with_it)[1] == ("part", f"{PIER} … {MAST}")


def test_a_quotation_that_goes_on():
    longer = (
        f'"{PIER}," Mira Olsund said. "{STORMS}. ' + "The council of Helden has paid for all of it already. " * 4 + '"'
    )
    table = printings(longer, f'"{PIER}," Mira Olsund said.')
    assert list(table["goes_on"]) == [True, False]


def test_another_s_words_are_not_the_quotation_s_more():
    told = f'"{PIER}," Mira Olsund said. "It is the best thing said in this hall all day," a member of the board said.'
    table = printings(told, f'In Helden: "{PIER}. {STORMS}," Mira Olsund said.')
    assert list(table["goes_on"]) == [False, False]


def test_sentences_in_another_order():
    turned = f'"{STORMS}," Mira Olsund said. "{PIER}."'
    third = f'In Helden: "{PIER}," Mira Olsund said.'
    assert parts(BOTH, turned, third)[1] == ("whole", f"{PIER} … {STORMS}")
    one = f'"{STORMS}. {PIER}," Mira Olsund said.'
    assert parts(BOTH, one, third)[1] == ("whole", f"{PIER} … {STORMS}")


def test_a_few_words_of_somebody_else_are_none_of_the_speech():
    shame = f'"{PIER}," Mira Olsund said. "Shameful. {STORMS}."'
    other = f'Late: "{PIER}," Mira Olsund said. "Shameful," union leader Tomas Brekk said.'
    assert list(printings(shame, other)["words"]) == [PIER, PIER]


def test_accents_are_no_other_words():
    assert [extent for extent, _ in parts(BOTH, BOTH.replace("pier", "piér"))] == ["whole", "whole"]


def test_two_speeches_are_not_one():
    later = f'"{PIER}," Mira Olsund said. Asked about the ferries by a reporter, she said: "{STORMS}."'
    table = printings(later, f'"{PIER}," Mira Olsund said.')
    assert list(table["words"]) == [PIER, PIER]


NONE = {
    "one outlet": (BOTH, RAIN),
    "two speakers of the words": (BOTH, BOTH.replace("harbour master Mira Olsund", "union leader Tomas Brekk")),
    "a body that is left open": (BOTH, f'The board met. "{PIER}," it said in a statement. "{STORMS}."'),
    "a speaker who is open": (f'"{PIER}," she said.', f'"{PIER}," he said.'),
}


@pytest.mark.parametrize("texts", NONE.values(), ids=NONE)
def test_what_has_no_row(texts):
    assert printings(*texts).empty


def test_a_described_speaker_has_the_words_too():
    assert [extent for extent, _ in parts(BOTH, BOTH.replace("harbour master Mira Olsund", "a senior official"))] == [
        "whole",
        "whole",
    ]
