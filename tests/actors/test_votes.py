"""What the words of a name, and those around it, say of its kind."""

import pytest
from actor_reading import read

CASES = {
    "title": ("Governor Quill left at noon.", "Quill", "person"),
    "first name": ("Clara Okafor bought the ship.", "Clara Okafor", "person"),
    "who": ("Brandt, who sails, left at noon.", "Brandt", "person"),
    "role behind": ("Okeke, the mayor of the town, left.", "Okeke", "person"),
    "organisation's word": ("The Coastal Fisheries Board left.", "Coastal Fisheries Board", "organisation"),
    "company": ("Aldgate Freight Corp. left the port.", "Aldgate Freight Corp.", "organisation"),
    "of": ("She joined the University of Tartu in May.", "University of Tartu", "organisation"),
    "employer": ("Brenmoor chairman Lars Holm left.", "Brenmoor", "organisation"),
    "seat": ("The Kremlin said that it would wait.", "Kremlin", "organisation"),
    "country": ("Chile closed the port.", "Chile", "country"),
    "country's short form": ("The UK army closed the port.", "UK", "country"),
    "people": ("The Germans were not told.", "Germans", "group"),
    "region": ("They moved to Texas in May.", "Texas", None),
    "work": ("She loved the Harbour Song Festival.", "Harbour Song Festival", None),
    "adjective": ("The Iranian ship left.", "Iranian", None),
    "kin before it": ("His wife, Karla, left at noon.", "Karla", "person"),
    "two countries joined": ("The Chile-Peru border was closed.", "Chile-Peru", None),
    "acronym behind a place": ("Delvo FBI agents left the port.", "Delvo FBI", "organisation"),
    "a programme": ("They cut the Deferred Tides for Harbour Arrivals program.", "Harbour Arrivals", None),
    "a programme by its letters": ("They cut the Deferred Tides (DACA) rule.", "Deferred Tides", None),
    "a body's programme": ("The FBI program was cut.", "FBI", "organisation"),
    "title of a show": ("She was seen on “The Late Show with Ivo Brandt” at noon.", "Ivo Brandt", None),
    "platform": ("They wrote on Twitter that it rained.", "Twitter", None),
    "platform that acts": ("Twitter closed the account.", "Twitter", "organisation"),
    "a stake in it": ("They sold shares in Delvo. Delvo said that it rained.", "Delvo", "organisation"),
    "a place where": ("It rained all day in Delvo near the port.", "Delvo", None),
    "a song": ("They sang the Harbour Anthem.", "Harbour Anthem", None),
    "laws": ("They passed the Harbour Bills.", "Harbour Bills", None),
    "storm": ("Hurricane Karla hit the coast. Karla will weaken.", "Karla", None),
    "storm that acts": ("Typhoon Orsa hit nothing.", "Typhoon Orsa", None),
    "a body with a storm's word": ("The National Hurricane Center left.", "National Hurricane Center", "organisation"),
    "operation": ("They closed Operation Gullwing.", "Operation Gullwing", None),
    "ship": ("The MV Aurora left the port.", "MV Aurora", None),
    "Ms. is no ship": ("Ms Karla Moss left the port.", "Karla Moss", "person"),
    "called a company": ("The airline Delvo left the port.", "Delvo", "organisation"),
    "one of a group": ("A Democrat left the hall.", "Democrat", None),
    "the group": ("Democrats left the hall.", "Democrats", "group"),
    "only the parser says so": ("They voted on Gallowin at noon.", "Gallowin", None),
    "a movement": ("They joined the Quorin movement.", "Quorin", "organisation"),
    "employer of a full name": ("They met Delvo's Clara Okafor at noon.", "Delvo", "organisation"),
    "governed": ("The mayor of Tarnsk said that it rained.", "Tarnsk", None),
    "who heads an administration": ("The Okeke administration left at noon.", "Okeke", "person"),
    "known in two words": ("They met Al Qaeda at noon.", "Al Qaeda", "organisation"),
    "state's abbreviation": ("They met in Mass. at noon.", "Mass.", None),
    "a name that begins a sentence's first word": ("Senior Delvo Board members left.", "Delvo Board", "organisation"),
    "a law of two names": ("Few liked the so-called Graham-Brandt bill.", "Graham-Brandt", None),
    "a person of two names": ("Clara Moss-Brandt read the bill.", "Clara Moss-Brandt", "person"),
    "an outlet's programme": (
        "He spoke on CNN’s “Harbour of the Union” at noon.",
        "Harbour of the Union",
        None,
    ),
    "an outlet in quotation marks": (
        "She spoke to the “Harbour Gazette” on Sunday.",
        "Harbour Gazette",
        "organisation",
    ),
    "plural of a title": ("They met Sens. Ada Moss and Ivo Brandt.", "Sens", None),
    "people of a place": ("They met Midwesterners at noon.", "Midwesterners", "group"),
    "weekday": ("They left on Monday.", "Monday", None),
}


@pytest.mark.parametrize(("text", "words", "kind"), CASES.values(), ids=CASES)
def test_kind(text, words, kind):
    assert read(text).kind(words) == kind
