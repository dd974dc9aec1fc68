"""What a name names, by all that stands around its namings."""

from actor_reading import read


def test_short_name_takes_the_kind_of_the_long_one():
    reading = read("Jordan Wells sold shares in Wells Marine. Wells said that Wells Marine was sound.")
    assert reading.kind("Wells", 2) == "person"
    assert reading.kind("Wells Marine") == "organisation"


def test_a_surname_is_no_body_because_the_parser_says_so_often():
    reading = read("Jordan Reinsk left. Police sought Reinsk. They found Reinsk's car and Reinsk's coat. Reinsk ran.")
    assert {reading.name("Reinsk", nth) for nth in range(1, 5)} == {"Jordan Reinsk"}


def test_common_noun_is_no_name():
    reading = read("Iodine is rare here. The iodine in the salt was gone. Without iodine, children fall ill.")
    assert reading.names == []


def test_an_object_pronoun_says_nothing_of_the_subject():
    assert read("Ada Moss runs the port. Wikinews interviewed him on Monday.").kind("Wikinews") == "organisation"
