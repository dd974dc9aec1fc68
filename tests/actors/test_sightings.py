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


def test_line_of_title_case_names_nobody_new():
    reading = read("Harbour Wall Plans Rejected After Heavy Storm In March\nAda Moss rejected the plans for the wall.")
    assert reading.names == ["Ada Moss"]
