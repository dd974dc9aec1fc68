"""One statement as each outlet prints it."""

import pytest
from report_material import make_story
from rows import claims

from onrecord.comparison.statements import is_certain

QUOTE = "“We shall rebuild the old pier in stone before the winter storms return,” harbour master Mira Olsund said."
LETTER = "A letter hangs on the door. It reads: {} Nobody signed it."
SAID = "Harbour master Mira Olsund said the ferry terminal of Helden will stay closed until the spring storms are over."
WORDS = "We shall rebuild the old pier in stone before the winter storms return."


def statements(*texts: str) -> list[list[tuple[str, str]]]:
    """The statements of these texts, each as its (outlet, form)."""
    table = make_story({f"paper-{'abc'[i]}": text for i, text in enumerate(texts)}).compared.statements
    return [
        list(zip(rows["outlet"].str[-1], rows["form"], strict=True))
        for _, rows in table.groupby("statement_id", sort=False)
    ]


CASES = [
    pytest.param([QUOTE, QUOTE], [("A", "quoted"), ("B", "quoted")], id="quoted-by-both"),
    pytest.param(
        [QUOTE, QUOTE, LETTER.format(WORDS)],
        [("A", "quoted"), ("B", "quoted"), ("C", "printed")],
        id="printed-by-a-third",
    ),
    pytest.param(
        [QUOTE, QUOTE, LETTER.format("rebuild the old pier in stone,")],
        [("A", "quoted"), ("B", "quoted"), ("C", "part")],
        id="six-words-of-it-are-a-part",
    ),
    pytest.param(
        [QUOTE, QUOTE, LETTER.format("the old pier in stone,")], [("A", "quoted"), ("B", "quoted")], id="five-are-not"
    ),
    pytest.param([SAID, SAID], [("A", "told"), ("B", "told")], id="told-by-both"),
]


@pytest.mark.parametrize(("texts", "tellings"), CASES)
def test_tellings_of_one_statement(texts, tellings):
    assert statements(*texts) == [tellings]


def test_words_that_another_says_elsewhere_are_no_part():
    clerk = "The clerk Ana Brekk said people rebuild the old pier in stone because nobody likes wood in winter."
    assert statements(QUOTE, QUOTE, clerk) == [[("A", "quoted"), ("B", "quoted")]]


NONE = [
    pytest.param([QUOTE, QUOTE.replace("Mira Olsund", "Tomas Brekk")], id="two-speakers"),
    pytest.param([QUOTE, LETTER.format(WORDS)], id="printed-without-anybody-saying-it"),
    pytest.param([QUOTE, "“Nobody shall ever rebuild that bridge of wood,” Mira Olsund said."], id="another-statement"),
]


@pytest.mark.parametrize("texts", NONE)
def test_no_statement(texts):
    assert statements(*texts) == []


def test_sentences_next_to_each_other_in_both_outlets_are_one_statement():
    more = QUOTE + " “The insurers have already paid for the roof of the hall,” Olsund said."
    assert len(statements(more, more)) == 1
    apart = more.replace(
        " “The", " " + "It rained in Helden all day, and the ferries lay in the harbour. " * 2 + "“The"
    )
    assert len(statements(more, apart)) == 2


def test_the_shared_words_are_those_of_the_shortest_quotation():
    shorter = "“We shall rebuild the old pier in stone,” harbour master Mira Olsund said."
    table = make_story({"paper-a": QUOTE, "paper-b": shorter}).compared.statements
    assert table["shared"].tolist() == [1.0, 1.0]
    one = f"{SAID} “We shall rebuild the old pier in stone before the storms return,” Olsund said."
    other = one.replace("stone", "wood")
    assert make_story({"paper-a": one, "paper-b": other}).compared.statements["shared"].min() < 0.95


@pytest.mark.parametrize(
    ("given", "certain"),
    [
        pytest.param({"actor_id": "m1", "speaker_confidence": 0.9}, True, id="likely-enough"),
        pytest.param({"actor_id": "m1", "speaker_confidence": 0.89}, False, id="less"),
        pytest.param({"actor_id": "m1", "review": "accepted"}, True, id="by-a-reviewer"),
        pytest.param({"actor_id": None, "review": "accepted"}, False, id="nobody"),
        pytest.param({"actor_id": "m1"}, False, id="no-probability"),
    ],
)
def test_is_certain(given, certain):
    assert is_certain(claims(given)[0]) == certain
