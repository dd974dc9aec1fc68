"""Names as mentions, and names found once looked for again."""

from actor_reading import read


def test_surname_is_found_wherever_it_stands():
    reading = read("Lawyers for Hendricks spoke. Paul Hendricks would appeal. Hendricks has not spoken.")
    assert reading.name("Hendricks", 2) == "Paul Hendricks"


def test_surname_in_a_longer_name_is_not_searched_out():
    reading = read("Ada Moss left. The Ivo Moss Prize went to nobody.")
    assert reading.mention("Moss", 1) is None or reading.name("Moss", 1) != "Ada Moss"


def test_country_before_a_title_is_a_mention():
    reading = read("US Secretary of State Ana Duarte left.")
    assert reading.name("US") == "United States"
    assert reading.name("Ana Duarte") == "Ana Duarte"


def test_line_of_title_case_names_nobody_new():
    reading = read("Harbour Wall Plans Rejected After Heavy Storm In March\nAda Moss rejected the plans for the wall.")
    assert reading.names == ["Ada Moss"]
