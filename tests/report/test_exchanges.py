"""Who denies or answers what, in whose words."""

import pytest
from report_material import make_material, words_of

from onrecord.report.exchanges import find_exchanges

RAIN = "It rained in Helden all day, and the ferries lay in the harbour."
SAID = "The pier had been closed for a year, inspectors said."


def exchanges(*texts: str):
    material = make_material({f"paper-{'abc'[i]}": text for i, text in enumerate(texts)})
    return material, find_exchanges(material)


CASES = {
    "by name": ("Harbour master Mira Olsund denied that the pier had been closed.",
                ["Denied by Mira Olsund, in Paper A: “the pier had been closed”."]),
    "by the text's words": ("The ferry owners denied that the pier had been closed.",
                            ["Denied by the ferry owners, in Paper A: “the pier had been closed”."]),
    "rejected": ("Harbour master Mira Olsund rejected the claim that the pier had been closed.",
                 ["Rejected by Mira Olsund, in Paper A: “the claim that the pier had been closed”."]),
    "disputed": ("Harbour master Mira Olsund disputed that the pier had been closed.",
                 ["Disputed by Mira Olsund, in Paper A: “the pier had been closed”."]),
    "not denied, and nobody before": ("Harbour master Mira Olsund did not deny that the pier had been closed.", []),
    "a pronoun that could be two": (
        "Mira Olsund met Ada Brekk in Helden. She denied that the pier had been closed.", []),
    "called false": (
        "Harbour master Mira Olsund spoke. “That is not true,” said union leader Tomas Brekk.",
        ["Denied by Tomas Brekk, in Paper A."]),
    "answered": (
        "Harbour master Mira Olsund said that the pier was old. Union leader Tomas Brekk replied that it was safe.",
        ["Tomas Brekk answers Mira Olsund, in Paper A."]),
    "no denial is no answer": (
        "Harbour master Mira Olsund said that the pier was old. Union leader Tomas Brekk did not dispute that it was.",
        []),
    "whom is not certain": (
        "An official said that the pier was old. Union leader Tomas Brekk replied that it was safe.",
        ["Tomas Brekk answers, in Paper A."]),
    "who keeps to it answers whom": (
        "An official said that the pier was old. Union leader Tomas Brekk insisted that it was safe.", []),
    "who keeps to it, of a denial": (
        "Harbour master Mira Olsund did not dispute that it was old. Union leader Tomas Brekk insisted that it was "
        "safe.", []),
    "a body and who heads it": (
        "Ada Brekk, the Delvo Harbour Board’s chief, said that it was old. The Delvo Harbour Board insisted that it "
        "was safe.", []),
    "set against by a pronoun, perhaps": (
        "Harbour master Mira Olsund said that it was old. But union leader Tomas Brekk said that he was right.", []),
    "set against by name": (
        "Harbour master Mira Olsund said that it was old. But union leader Tomas Brekk said that Olsund was wrong.",
        ["Tomas Brekk against Mira Olsund, in Paper A."]),
    "set beside each other with a but": (
        "Harbour master Mira Olsund said that it was old. But union leader Tomas Brekk said that it was safe.", []),
    "who keeps to it, of a charge": (
        "Harbour master Mira Olsund alleged that it was old. Union leader Tomas Brekk insisted that it was safe.",
        ["Tomas Brekk answers Mira Olsund, in Paper A."]),
    "what is denied is told by a word": (
        "Fishermen say that it rots. Harbour master Mira Olsund disputed that, saying that the pier was safe.",
        ["Disputed by Mira Olsund, in Paper A."]),
    "what is denied stands nowhere": ("Harbour master Mira Olsund disputed that.", []),
    "long ago": ("Harbour master Mira Olsund denied in 2015 that the pier had been closed.", []),
    "asked by a reporter": (
        "Harbour master Mira Olsund said that it was old. Asked whether it was safe, union leader Tomas Brekk replied "
        "that it was.", []),
    "who keeps to it, of what was only claimed": (
        "Harbour master Mira Olsund claimed that it was old. Union leader Tomas Brekk insisted that it was safe.", []),
    "somebody of hers": (
        "Harbour master Mira Olsund said that it was old. Her secretary, Tomas Brekk, replied that it was safe.",
        ["Tomas Brekk answers, in Paper A."]),
    "what is denied points back": (
        "Harbour master Mira Olsund denied that the visit had to do with it.",
        ["Denied by Mira Olsund, in Paper A: “the visit had to do with it”."]),
    "set against words further up": (
        "Harbour master Mira Olsund said that the pier was old. It rained. "
        "But union leader Tomas Brekk said that it was safe.", []),
    "a text": ("Harbour master Mira Olsund spoke. The council’s letter denied that the pier had been closed.", []),
    "told by a clause": (
        "The ferry owner who had built it denied that the pier had been closed.",
        ["Denied by the ferry owner who had built it, in Paper A: “the pier had been closed”."]),
    "beside each other": (
        "Harbour master Mira Olsund said that the pier was old. Union leader Tomas Brekk said that it was safe.", []),
    "no reply": (
        "Harbour master Mira Olsund said that the pier was old. Union leader Tomas Brekk did not reply.", []),
    "somebody without a name": (
        "Harbour master Mira Olsund said that the pier was old. The old sailor insisted that it was safe.", []),
    "a group without a name": (
        "Harbour master Mira Olsund said that the pier was old. The ferry owners replied that it was safe.",
        ["The ferry owners answer Mira Olsund, in Paper A."]),
    "the chair of a board": (
        "The Delvo Harbour Board said that the pier was old. Harbour Board chair Ada Brekk replied that it was safe.",
        ["Ada Brekk answers, in Paper A."]),
    "one who goes on": (
        "Harbour master Mira Olsund said that the pier was old. But Olsund insisted that it was safe.", []),
    "far from it": (
        "Harbour master Mira Olsund said that the pier was old. It rained. It snowed. Ferries lay there. "
        "Union leader Tomas Brekk insisted that it was safe.", []),
    "a spokesman's": (
        "The Delvo Harbour Board said that the pier was old. But a spokeswoman, Ada Brekk, said that it was safe.", []),
    "confirmed": ("Harbour master Mira Olsund confirmed that the pier had been closed.", []),
    "in somebody's mouth": ("“Mira Olsund denied that the pier had been closed,” union leader Tomas Brekk said.", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "told"), CASES.values(), ids=CASES)
def test_who_denies(text, told):
    assert [finding.text for finding in exchanges(text, RAIN)[1]] == told


def test_a_denial_of_what_is_not_shown_is_not_told():
    far = (
        "“The board knew of it,” union leader Tomas Brekk said. “" + "It rained, and nobody came to see it. " * 20 + "”"
    )
    assert exchanges(f"{far}\n\nThe Harbour Board denies that last claim.", RAIN)[1] == []


def test_one_finding_for_who_denies_in_two_outlets():
    text = "Harbour master Mira Olsund denied that the pier had been closed."
    _, (found,) = exchanges(text, f"{RAIN} {text}")
    assert found.text == "Denied by Mira Olsund, in Paper A and Paper B."
    assert len(found.clippings) == 2


def test_two_without_a_name_are_two():
    text = "The ferry owners denied that the pier had been closed."
    found = [finding.text for finding in exchanges(text, f"{RAIN} {text}")[1]]
    assert [text.partition(":")[0] for text in found] == [
        "Denied by the ferry owners, in Paper A",
        "Denied by the ferry owners, in Paper B",
    ]


def test_what_a_denial_points_at_stands_before_it():
    material, (found,) = exchanges(
        f"{RAIN}\n\n{SAID}\n\nHarbour master Mira Olsund denied that rain had to do with it."
    )
    assert words_of(material, found.clippings[0]).startswith(SAID)


def test_what_is_denied_stands_before_it():
    material, (found,) = exchanges(f"{RAIN}\n\n{SAID}\n\nHarbour master Mira Olsund denied it.", RAIN)
    assert words_of(material, found.clippings[0]) == f"{SAID} Harbour master Mira Olsund denied it."
