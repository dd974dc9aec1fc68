"""Which words of a source say who speaks, and what kind of party they name."""

import pytest
from actor_reading import read

SPEAKS = {
    "name behind a noun": ("The economist Ruth Price said that it rained.", "Ruth Price", "person"),
    "name in apposition": ("One of her lawyers, Ruth Price, said that it rained.", "Ruth Price", "person"),
    "name behind whose she is": ("Moss’s running mate, Ruth Price, said that it rained.", "Ruth Price", "person"),
    "of a body with its initials": (
        "Delvo Harbour Board (DHB) press officer Ruth Price said that it rained.",
        "Ruth Price",
        "person",
    ),
    "an officer's body": (
        "The Delvo Harbour Board of Governor Ruth Price said that it rained.",
        "Delvo Harbour Board",
        "organisation",
    ),
    "a name that it gives itself": ("A group calling itself Nought said that it rained.", "Nought", "organisation"),
    "company": ("The company Delvo said that it rained.", "Delvo", "organisation"),
    "two capitals are a person": ("Rav Vadgamo told reporters that it rained.", "Rav Vadgamo", "person"),
    "described behind a comma": (
        "“It is late,” wrote Rep. Ruth Price, Delvo Republican and the panel’s chairwoman.",
        "Ruth Price",
        "person",
    ),
    "body in apposition": ("The mayor’s best ally, Delvo News, said that it rained.", "Delvo News", "organisation"),
    "what a name is": ("The Delvo Tides news agency said that it rained.", "Delvo Tides", "organisation"),
    "letters and digits are a body": ("KTV9 said that it rained.", "KTV9", "organisation"),
    "a body without a name": ("The port authority said that it rained.", "The port authority", "organisation"),
    "people of a body": ("The port authorities said that it rained.", "The port authorities", "group"),
    "up to the verb": ("Lawyers for the poor believe that it rained.", "Lawyers for the poor", "group"),
    "a family": ("The Moss family said that it rained.", "The Moss family", "group"),
    "a guard of the coast": ("The coast guard said that it rained.", "The coast guard", "organisation"),
    "a guard of a shop": ("The security guard said that it rained.", "The security guard", "unnamed"),
    "the police": ("Police said that it rained.", "Police", "organisation"),
    "numbers that show": ("Preliminary figures showed that it rained.", "Preliminary figures", "unnamed"),
    "whose brother": (
        "The minister, Ruth Price, whose brother Ivo Moss fled, said that it rained.",
        "Ruth Price",
        "person",
    ),
    "told by a clause": ("People who were there said that it rained.", "People who were there", "group"),
    "a role told by a clause": (
        "A lawyer who advises boards said that it rained.",
        "A lawyer who advises boards",
        "unnamed",
    ),
    "too long a clause": (
        "A lawyer who had come from Delvo by the night train said that it rained.",
        "A lawyer",
        "unnamed",
    ),
    "somebody": ("Somebody who was there said that it rained.", "Somebody who was there", "unnamed"),
    "which": ("The Tide Fund, a trust in Delvo, which said that it rained, closed.", "Tide Fund", "organisation"),
    "several of them": ("Two of the divers said that it rained.", "Two of the divers", "group"),
    "one of them": ("One of the divers said that it rained.", "One of the divers", "unnamed"),
    "not longer than it must be": (
        "A tweet sent out by the agency of the armed men in the hills said that it rained.",
        "A tweet",
        "unnamed",
    ),
}


@pytest.mark.parametrize(("text", "name", "kind"), SPEAKS.values(), ids=SPEAKS)
def test_who_speaks(text, name, kind):
    resolution = read(text).resolution
    speaker = resolution.actors[resolution.speakers[0][0]]
    assert (speaker.name, speaker.kind) == (name, kind)
