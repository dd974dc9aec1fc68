"""Who denies what, in whose words."""

import pytest
from report_material import make_material, words_of

from onrecord.report.denials import find_denials

RAIN = "It rained in Helden all day, and the ferries lay in the harbour."
SAID = "The pier had been closed for a year, inspectors said."


def denials(*texts: str):
    material = make_material({f"paper-{'abc'[i]}": text for i, text in enumerate(texts)})
    return material, find_denials(material)


CASES = {
    "by name": ("Harbour master Mira Olsund denied that the pier had been closed.",
                ["Denied by Mira Olsund, in Paper A."]),
    "by the text's words": ("The ferry owners denied that the pier had been closed.",
                            ["Denied by the ferry owners, in Paper A."]),
    "rejected": ("Harbour master Mira Olsund rejected the claim that the pier had been closed.",
                 ["Rejected by Mira Olsund, in Paper A."]),
    "disputed": ("Harbour master Mira Olsund disputed that the pier had been closed.",
                 ["Disputed by Mira Olsund, in Paper A."]),
    "neither denied nor confirmed": ("Harbour master Mira Olsund did not deny that the pier had been closed.", []),
    "a pronoun that could be two": (
        "Mira Olsund met Ada Brekk in Helden. She denied that the pier had been closed.", []),
    "confirmed": ("Harbour master Mira Olsund confirmed that the pier had been closed.", []),
    "in somebody's mouth": ("“Mira Olsund denied that the pier had been closed,” union leader Tomas Brekk said.", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "told"), CASES.values(), ids=CASES)
def test_who_denies(text, told):
    assert [finding.text for finding in denials(text, RAIN)[1]] == told


def test_one_finding_for_who_denies_in_two_outlets():
    text = "Harbour master Mira Olsund denied that the pier had been closed."
    _, (found,) = denials(text, f"{RAIN} {text}")
    assert found.text == "Denied by Mira Olsund, in Paper A and Paper B."
    assert len(found.clippings) == 2


def test_two_without_a_name_are_two():
    text = "The ferry owners denied that the pier had been closed."
    found = [finding.text for finding in denials(text, f"{RAIN} {text}")[1]]
    assert found == ["Denied by the ferry owners, in Paper A.", "Denied by the ferry owners, in Paper B."]


def test_what_is_denied_stands_before_it():
    material, (found,) = denials(f"{RAIN}\n\n{SAID}\n\nHarbour master Mira Olsund denied it.", RAIN)
    assert words_of(material, found.clippings[0]) == f"{SAID} Harbour master Mira Olsund denied it."
