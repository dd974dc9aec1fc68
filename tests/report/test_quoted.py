"""Whom the outlets quote, and which quotations one alone prints."""

import pytest
from report_material import make_material, words_of

from onrecord.report.quoted import Quoted

BREKK = "“Nobody who worked on that pier was surprised,” union leader Tomas Brekk said."
OLSUND = "“We shall rebuild the old pier in stone,” harbour master Mira Olsund said."
RAIN = "Rain fell in Helden all day, and the ferries lay in the harbour."


def quoted(*texts: str) -> tuple[Quoted, dict[str, str]]:
    made = make_material({f"paper-{'abc'[i]}": text for i, text in enumerate(texts)})
    return Quoted(made), {row.name: row.actor_id for row in made.actors.values()}


def test_who_is_quoted_where():
    found, ids = quoted(f"{OLSUND} {BREKK}", f"{OLSUND} Brekk said that the pier was old.", RAIN)
    assert found.any == {ids["Mira Olsund"]: {"Paper A", "Paper B"}, ids["Tomas Brekk"]: {"Paper A"}}
    assert set(found.lone) == {ids["Tomas Brekk"]}
    assert found.alone_in() == {}  # Paper B names him too


@pytest.mark.parametrize(
    ("other", "alone"),
    [
        pytest.param(RAIN, True, id="no-word-of-it"),
        pytest.param("A worker said: “Nobody who worked on that pier slept.”", False, id="words-of-another"),
        pytest.param("“Nobody was surprised,” a worker said.", True, id="other-words"),
    ],
)
def test_a_quotation_that_another_outlet_prints_is_not_alone(other, alone):
    found, ids = quoted(BREKK, other)
    assert bool(found.lone.get(ids["Tomas Brekk"])) is alone


def test_a_short_quotation_is_compared_whole():
    said = "“A shame,” Tomas Brekk said. “Nobody slept there,” he said of the pier."
    found, ids = quoted(said, "“Nobody slept there,” a worker said.")
    assert not found.lone.get(ids["Tomas Brekk"])


def test_its_own_sentence_is_shown_where_the_quotation_does_not_read_alone():
    said = BREKK.replace("“Nobody", "On Monday he knew: “nobody")
    found, ids = quoted(said, RAIN)
    (clipping,) = found.lone[ids["Tomas Brekk"]]["Paper A"]
    assert words_of(found.material, clipping) == said
    assert not found.whole[ids["Tomas Brekk"]]
