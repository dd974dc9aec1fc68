"""Findings on what several outlets print of one statement."""

import pytest
from report_material import make_material, words_of

from onrecord.report import quotations
from onrecord.report.quotations import find_quotations

STONE = (
    "Harbour master Mira Olsund said the ferry terminal of Helden will stay closed until spring. "
    "“We shall rebuild the old pier in stone before the storms return,” Olsund said."
)
SAY = (
    "“We shall rebuild the old pier of Helden in stone, plank by plank and beam by beam, before {},” Mira Olsund said."
)
LONG = "“We shall rebuild the old pier in stone, and we shall do it without a single crown from the state,” {} said."
LETTER = "A letter hangs on the door of the hall. It reads: {} Nobody signed it."


def told(*texts: str) -> list[tuple[str, str]]:
    """(kind, text) of each finding on the quotations of these texts."""
    material = make_material({f"paper-{'abc'[i]}": text for i, text in enumerate(texts)})
    return [(finding.kind, finding.text) for finding in find_quotations(material)]


CASES = [
    pytest.param([STONE, STONE], ("shared", "Both outlets print these words of Mira Olsund."), id="both-outlets"),
    pytest.param(
        [STONE, STONE, LETTER.format("rebuild the old pier in stone!")],
        ("shared", "Paper A and Paper B print these words of Mira Olsund; Paper C prints some of them."),
        id="a-third-prints-a-part",
    ),
    pytest.param(
        [STONE, STONE, "It rained in Helden all day, and the ferries lay in the harbour."],
        ("left_out", "Paper A and Paper B print these words of Mira Olsund; Paper C has neither them nor the name."),
        id="a-third-has-nothing-near",
    ),
    pytest.param(
        [STONE, "Mira Olsund said they would “rebuild the old pier in stone” before winter, and slept."],
        ("shared", "Both outlets print these words of Mira Olsund."),
        id="quoted-in-part",
    ),
    pytest.param(
        [STONE, STONE.replace("before the storms", "just before the storms")],
        ("shared", "Both outlets print these words of Mira Olsund."),
        id="a-word-more",
    ),
    pytest.param(
        [SAY.format("the first storms return"), SAY.format("the autumn storms return")],
        ("reworded", "Paper A and Paper B quote Mira Olsund in different words."),
        id="one-word-of-many",
    ),
    pytest.param(
        [STONE, STONE.replace("stone", "wood")],
        ("reworded", "Paper A and Paper B quote Mira Olsund in different words."),
        id="another-word",
    ),
    pytest.param(
        [LONG.format("harbour master Mira Olsund"), "“We shall rebuild the old pier in stone,” Mira Olsund said."],
        (
            "cut",
            "Paper A prints words of Mira Olsund that Paper B does not: "
            "“and we shall do it without a single crown from the state”.",
        ),
        id="one-goes-on",
    ),
]


@pytest.mark.parametrize(("texts", "finding"), CASES)
def test_how_a_statement_is_told(texts, finding):
    assert told(*texts) == [finding]


SILENT = [
    pytest.param(
        [STONE, STONE, LETTER.format("We shall rebuild the old pier in stone before the storms return.")],
        id="all-of-three",
    ),
    pytest.param([STONE, STONE.replace("Mira Olsund", "Tomas Brekk").replace("Olsund", "Brekk")], id="two-speakers"),
    pytest.param(["“Never before,” Mira Olsund said.", "“Never before,” Mira Olsund said."], id="a-fragment"),
    pytest.param([STONE, "“Nobody shall ever rebuild that bridge of wood,” Mira Olsund said."], id="two-statements"),
]


@pytest.mark.parametrize("texts", SILENT)
def test_nothing_is_told(texts):
    assert told(*texts) == []


def test_a_verb_that_says_more_than_said_is_told_and_a_plain_one_is_not():
    said = "Harbour master Mira Olsund {} on Monday that the ferry terminal of Helden will stay closed until spring."
    rest = " “We shall rebuild the old pier in stone,” Olsund told reporters."
    found = told(said.format("said") + rest, said.format("admitted") + rest)
    assert ("verbs", "Of one statement by Mira Olsund, Paper A writes “said”, Paper B “admitted”.") in found
    plain = told(said.format("said") + rest, said.format("explained") + rest)
    assert "verbs" not in [kind for kind, _ in plain]


def test_a_few_words_more_are_no_cut():
    more = STONE.replace("before the storms return", "before storms return tomorrow")
    assert "cut" not in [kind for kind, _ in told(more, more.replace(" before storms return tomorrow", ""))]


SPELLING = [("the old pier", "our old pier"), ("old pier", "old-pier"), ("rebuild", "re-build")]


@pytest.mark.parametrize(("one", "other"), SPELLING)
def test_small_words_and_spelling_are_no_other_words(one, other):
    assert "reworded" not in [kind for kind, _ in told(STONE, STONE.replace(one, other))]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("the pier of Helden stays closed until spring", "the pier stays closed in spring", True, id="one"),
        pytest.param(
            "banks and insurers dwell not on the 97 percent of boats that gain but the owners whose rents rise in May",
            "97 percent of boats fall under the limit of the council",
            False,
            id="numbers-in-common",
        ),
        pytest.param("the pier of Helden was closed", "the pier of Helden was not closed", False, id="one-says-no"),
    ],
)
def test_reports_of_one_statement_have_half_of_their_words_in_common(one, other, same):
    assert quotations.share_words(one, other) == same


def test_two_of_three_that_print_a_quotation_say_nothing_of_the_third():
    near = "Olsund, the harbour master, told reporters that the old pier was to be rebuilt, and in stone."
    assert "shared" in [kind for kind, _ in told(STONE, STONE)]
    assert "shared" not in [kind for kind, _ in told(STONE, STONE, near)]


def test_the_verb_inside_another_claim_is_not_the_outlet_s():
    said = "Harbour master Mira Olsund {} that the ferry terminal of Helden will stay closed until spring."
    inner = "Mayor Ivo Brandt said " + said.format("admitted")
    assert "verbs" not in [kind for kind, _ in told(said.format("said"), inner)]


def test_the_words_of_a_cut_are_marked_in_the_outlet_that_prints_them():
    more, less = (
        LONG.format("harbour master Mira Olsund"),
        "“We shall rebuild the old pier in stone,” Mira Olsund said.",
    )
    material = make_material({"paper-a": more, "paper-b": less})
    (finding,) = find_quotations(material)
    first, second = finding.clippings
    assert (first.outlet, second.outlet) == ("Paper A", "Paper B")
    assert [more[m.start : m.end] for m in first.marks] == ["and we shall do it without a single crown from the state"]
    assert words_of(material, second) == less


def test_what_is_meant_in_a_longer_sentence_is_marked():
    long = "“We shall rebuild the old pier in stone,” Mira Olsund told the council, the press and its many guests."
    material = make_material({"paper-a": long, "paper-b": long.replace("press", "radio")})
    (finding,) = find_quotations(material)
    (clipping,) = finding.clippings
    assert [long[m.start : m.end] for m in clipping.marks] == ["We shall rebuild the old pier in stone"]
    assert clipping.also == ("Paper B",)
