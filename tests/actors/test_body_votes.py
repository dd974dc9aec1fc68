"""What only a body has, is called, or has done to it."""

import pytest
from actor_reading import read

KINDS = {
    "the manufacturer": ("Quorvin, the manufacturer, denied the charge.", "Quorvin", "organisation"),
    "a subsidiary": ("Quorvin Tarn, a subsidiary of Delvo, denied it.", "Quorvin Tarn", "organisation"),
    "which": ("They met Quorvin, which is privately held.", "Quorvin", "organisation"),
    "a parent company": (
        "Ana Roe, chief executive of Delvo’s Dutch parent Quorvin Groep, left.", "Quorvin Groep", "organisation"),
    "shareholders": ("Quorvin's shareholders denied the charge.", "Quorvin", "organisation"),
    "an officer": ("Quorvin's chief medical officer, Ana Roe, denied it.", "Quorvin", "organisation"),
    "shares": ("Quorvin shares fell. Quorvin denied the charge.", "Quorvin", "organisation"),
    "an acquisition": ("The acquisition of Quorvin was stopped. Quorvin denied it.", "Quorvin", "organisation"),
    "bought": ("Delvo wants to buy Quorvin. Quorvin denied it.", "Quorvin", "organisation"),
    "based": ("Lisbon-based Quorvin denied the charge.", "Quorvin", "organisation"),
    "letters in brackets": (
        "The Fair Harbour and Safety Office (FHSO) left. FHSO denied it.", "FHSO", "organisation"),
    "a company's last word": ("Quorvin Residential denied the charge.", "Quorvin Residential", "organisation"),
    "an owner may be either": (
        "The owner, Quorvin Residential, denied it.", "Quorvin Residential", "organisation"),
    "a rival may be either": ("They met Irish rival Quorvin, which is privately held.", "Quorvin", "organisation"),
    "a person of whom it is said": ("Ana Roe, the manufacturer, denied the charge.", "Ana Roe", "person"),
    "a person with a title": ("Mr. Quorvin's shareholders denied it. Mr. Quorvin left.", "Quorvin", "person"),
    "a person's partner": ("Her partner, Karla, left at noon.", "Karla", "person"),
    "somebody's mother": ("Quorvin's mother, Ana Roe, left at noon.", "Quorvin", "person"),
    "a plant in a town": ("The Lisbon plant was closed.", "Lisbon", None),
}  # fmt: skip


@pytest.mark.parametrize(("text", "words", "kind"), KINDS.values(), ids=KINDS)
def test_kind(text, words, kind):
    assert read(text).kind(words) == kind
