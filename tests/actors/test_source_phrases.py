"""Which words of a source say who speaks, and what kind of party they name."""

import pytest
from actor_reading import read

SPEAKS = {
    "name behind a noun": ("The economist Ruth Price said that it rained.", "Ruth Price", "person"),
    "name in apposition": ("One of her lawyers, Ruth Price, said that it rained.", "Ruth Price", "person"),
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
