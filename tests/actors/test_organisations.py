"""Names of one organisation, and of two."""

import pytest
from actor_reading import read

from onrecord.actors.organisations import bare_name

CASES = {
    "bracket": ("The Coastal Fisheries Board (CFB) met. The CFB left.", "CFB", 1, "Coastal Fisheries Board"),
    "initials": ("The Northern Rail Union met. The NRU left.", "NRU", 0, "Northern Rail Union"),
    "short form": ("Aldgate Freight Corp. met them. Aldgate said so.", "Aldgate", 1, "Aldgate Freight Corp."),
    "without its country": ("The US Air Force met. The Air Force said so.", "Air Force", 1, "US Air Force"),
    "a word in brackets": (
        "The Coastal Fisheries Board (Cofibo) met. Cofibo left.",
        "Cofibo",
        1,
        "Coastal Fisheries Board",
    ),
    "a place in brackets": ("The Coastal Fisheries Board (Cofield) met. Cofield slept.", "Cofield", 1, "Cofield"),
    "an office that a title ends": (
        "The Office of the Harbour Commissioner met at noon.",
        "Office of the Harbour Commissioner",
        0,
        "Office of the Harbour Commissioner",
    ),
    "a bare name that comes first": ("Korland met them. The Korland Trade Board left.", "Korland", 0, "Korland"),
    "police that come first": (
        "Delvo City Police met them. The Delvo City Police Department left.",
        "Delvo City Police",
        0,
        "Delvo City Police Department",
    ),
    "chamber": ("The White House met. The House said that it rained.", "House", 1, "House"),
    "chamber in a longer name": ("The Senate Budget Committee met. The Senate said so.", "Senate", 1, "Senate"),
    "of two banks": ("The Bank of England met. The World Bank met. The Bank said that it rained.", "Bank", 2, None),
    "of one bank": ("The Bank of England met. The Bank said that it rained.", "Bank", 1, "Bank of England"),
    "a navy in small letters": (
        "The Norwegian navy left. Norwegian Navy ships came.",
        "Norwegian Navy",
        0,
        "Norwegian navy",
    ),
    "general word": ("Agency officials met at noon.", "Agency", 0, None),
    "general word of a name": ("The Delvo Agency met. Agency officials left.", "Agency", 1, "Delvo Agency"),
    "a body every country has": ("Congress met at noon.", "Congress", 0, "Congress"),
    "a general word names nothing": ("The GOP met for the good of the Party.", "GOP", 0, "GOP"),
    "numbered": ("The 9th Delvo Circuit Court met. The 9th Circuit left.", "9th Circuit", 0, "9th Delvo Circuit Court"),
    "another number": ("The 9th Delvo Circuit Court met. The 5th Circuit left.", "5th Circuit", 0, "5th Circuit"),
    "one police force": (
        "Delvo Police Department met. Police said that it rained.",
        "Police",
        1,
        "Delvo Police Department",
    ),
    "other order": (
        "The Department of Tides met. The Tides Department left.",
        "Tides Department",
        0,
        "Department of Tides",
    ),
    "other initials": ("The Northern Rail Union met. The NRA said that it rained.", "NRA", 0, "NRA"),
}


@pytest.mark.parametrize(("text", "words", "nth", "who"), CASES.values(), ids=CASES)
def test_one_organisation(text, words, nth, who):
    assert read(text).name(words, nth) == who


def test_ministries_of_two_countries():
    reading = read("The Chilean Foreign Ministry wrote to the Norwegian Foreign Ministry on Monday.")
    assert reading.name("Chilean Foreign Ministry") != reading.name("Norwegian Foreign Ministry")
    assert reading.actor("Chilean Foreign Ministry").country == "CHL"


@pytest.mark.parametrize(
    ("name", "lead", "body"),
    [
        ("the US Air Force", "USA", ("air", "force")),
        ("Gulf Petrochem Co", None, ("gulf", "petrochem")),
        ("Norway’s Mission", "NOR", ("mission",)),
        ("American Association", None, ("american", "association")),
        ("Board", None, ("board",)),
    ],
)
def test_bare_name(name, lead, body):
    assert bare_name(name) == (lead, body)
