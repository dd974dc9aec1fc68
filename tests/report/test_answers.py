"""Findings on denials across outlets."""

import pytest
from report_material import make_material

from onrecord.report.answers import find_answers

PAID = "that the council had paid for the new roof of the old pier"
SAID = f"Harbour master Mira Olsund said {PAID}."


def answers(*texts: str) -> list[str]:
    material = make_material({f"paper-{'abc'[i]}": text for i, text in enumerate(texts)})
    return [finding.text for finding in find_answers(material) if not finding.doubts]


def test_a_denial_of_what_another_outlet_reports():
    denial = f"Mayor Ivo Brandt denied Mira Olsund’s claim {PAID}."
    assert answers(SAID, denial) == ["In Paper B, Ivo Brandt denies what Paper A reports Mira Olsund as saying."]


NONE = [
    pytest.param(f"Mayor Ivo Brandt said {PAID}.", id="he-says-it-too"),
    pytest.param(f"Mayor Ivo Brandt did not deny {PAID}.", id="not-denied"),
    pytest.param(f"Mira Olsund denied the claim {PAID}.", id="she-denies-it-herself"),
    pytest.param("Mayor Ivo Brandt denied that the ferries to Delvo are late in winter.", id="another-thing"),
    pytest.param(f"A spokesman denied {PAID}.", id="somebody-without-a-name"),
]


@pytest.mark.parametrize("denial", NONE)
def test_no_answer(denial):
    assert answers(SAID, denial) == []


def test_what_is_not_certain_is_listed_with_its_doubt():
    made = make_material({"paper-a": SAID, "paper-b": f"A spokesman denied Mira Olsund’s claim {PAID}."})
    (finding,) = find_answers(made)
    assert finding.doubts == ("who denies is not certain, or has no name",)


def test_what_a_paper_reports_is_not_denied_with_what_somebody_denies():
    paper = f"The Harbour Gazette reported {PAID}."
    assert answers(paper, f"Mayor Ivo Brandt denied {PAID}.") == []


def test_a_denial_aimed_at_somebody_else_answers_nobody_here():
    gazette = f"Mayor Ivo Brandt denied Tomas Brekk’s claim {PAID}. Union leader Tomas Brekk slept."
    assert answers(SAID, gazette) == []
