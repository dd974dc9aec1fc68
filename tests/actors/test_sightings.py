"""Names as mentions, and names found once looked for again."""

import pytest
from actor_reading import read


def test_surname_is_found_wherever_it_stands():
    reading = read("Lawyers for Hendricks spoke. Paul Hendricks would appeal. Hendricks has not spoken.")
    assert reading.name("Hendricks", 2) == "Paul Hendricks"


def test_surname_in_a_longer_name_is_not_searched_out():
    reading = read("Ada Moss left. The Ivo Moss Prize went to nobody.")
    assert reading.mention("Moss", 1) is None or reading.name("Moss", 1) != "Ada Moss"


@pytest.mark.parametrize(
    ("text", "nth", "who"),
    [
        ("Clara May wept. May said that it rained.", 1, "Clara May"),
        ("Clara May wept. They voted against May at noon.", 1, "Clara May"),
        ("Clara May wept. She stays until May 3.", 1, None),
        ("Clara May wept. It ends in May.", 1, None),
        ("Clara May wept. It ends at the end of May.", 1, None),
        ("They met in Virginia May 3.", 0, None),
    ],
)
def test_surname_that_is_a_month(text, nth, who):
    reading = read(text)
    start = [i for i in range(len(text)) if text.startswith("May", i)][nth]
    held = [k for k, m in enumerate(reading.resolution.mentions) if m.start <= start < m.end]
    names = [reading.names[reading.resolution.actor_of[k]] for k in held if reading.resolution.actor_of[k] is not None]
    assert names == ([who] if who else [])


def test_country_before_a_title_is_a_mention():
    reading = read("US Secretary of State Ana Duarte left.")
    assert reading.name("US") == "United States"
    assert reading.name("Ana Duarte") == "Ana Duarte"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Ada Moss Rips Delvo Plan\nAda Moss left. It rained.", ["Ada Moss"], id="name and verb"),
        pytest.param("Moss Wows the Crowd\nAda Moss left. It rained.", ["Ada Moss"], id="short headline"),
        pytest.param("Ivo Brandt, Democrat of Delvo, left.", ["Ivo Brandt"], id="member of a group"),
        pytest.param("Ivo Brandt (R-Delvo) left.", ["Ivo Brandt"], id="seat"),
        pytest.param("They cheered. (Photo/Ada Moss)", [], id="credit of a picture"),
        pytest.param("They wrote #HarbourWall on a door.", [], id="hashtag"),
        pytest.param("Democrats left the hall.", ["Democrats"], id="the group itself"),
        pytest.param("Ada Democrat left the hall.", [], id="not even as a name"),
    ],
)
def test_names_that_are_none(text, names):
    assert read(text).names == names


def test_a_body_s_short_name_before_its_founder_comes():
    text = read("Tarnsk Shipping sank. Tarnsk denied it. Its founder, Ada Tarnsk, wept. Tarnsk said that it rained.")
    assert [text.name("Tarnsk", n) for n in (1, 3)] == ["Tarnsk Shipping", "Ada Tarnsk"]


BODIES = {
    "administration": ("The Moss administration said that it rained.", "Moss administration", "organisation"),
    "campaign": ("The Moss campaign said that it rained.", "Moss campaign", "organisation"),
    "a campaign in a place": ("The Iowa campaign said that it rained.", "Iowa campaign", None),
    "a country's": ("The US administration said that it rained.", "US administration", None),
    "town's police": ("Delvo police said that it rained.", "Delvo police", "organisation"),
    "a rifle's police": ("The old rifle police said that it rained.", "rifle police", None),
}


@pytest.mark.parametrize(("text", "words", "kind"), BODIES.values(), ids=BODIES)
def test_bodies_in_small_letters(text, words, kind):
    assert read(text).kind(words) == kind


def test_line_of_title_case_names_nobody_new():
    reading = read("Harbour Wall Plans Rejected After Heavy Storm In March\nAda Moss rejected the plans for the wall.")
    assert reading.names == ["Ada Moss"]
