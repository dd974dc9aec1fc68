"""The tellings of one statement."""

from report_material import make_material, words_of

from onrecord.report.statements import Statement

SAID = "“We shall rebuild the old pier in stone,” Mira Olsund told the council, the press and its many guests."


def tellings(*texts: str) -> list[Statement]:
    material = make_material({f"paper-{'abc'[i]}": text for i, text in enumerate(texts)})
    return [Statement(material, rows) for rows in material.statements.values()]


def test_what_is_meant_of_a_longer_sentence_is_marked():
    (statement,) = tellings(SAID, SAID.replace("press", "radio"))
    clipping = statement.clip(statement.rows[0])
    assert statement.speaker == "Mira Olsund"
    assert words_of(statement.material, clipping) == SAID
    assert [SAID[m.start : m.end] for m in clipping.marks] == ["We shall rebuild the old pier in stone"]


def test_pairs_lie_inside_two_tellings():
    (statement,) = tellings(SAID, SAID.replace("press", "radio"))
    ((pair, one, other),) = statement.pairs()
    assert (pair.relation, one.outlet, other.outlet) == ("same_quote", "Paper A", "Paper B")
    assert statement.is_long(one)


def test_what_the_outlet_says_of_it_goes_along():
    refuted = f"{SAID} That is not so: the pier is of wood. It rained."
    (statement,) = tellings(refuted, SAID.replace("press", "radio"))
    shown = [words_of(statement.material, statement.clip(row)) for row in statement.rows]
    assert shown == [refuted.removesuffix(" It rained."), SAID.replace("press", "radio")]
