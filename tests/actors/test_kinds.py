"""What a name names, by all that stands around its namings."""

from collections import Counter

import pytest
from actor_reading import read

from onrecord.actors import kinds


def test_short_name_takes_the_kind_of_the_long_one():
    reading = read("Jordan Wells sold shares in Wells Marine. Wells said that Wells Marine was sound.")
    assert reading.kind("Wells", 2) == "person"
    assert reading.kind("Wells Marine") == "organisation"


@pytest.mark.parametrize(("labelled", "kind"), [(6.0, "person"), (3.0, "organisation")])
def test_a_surname_is_no_body_because_the_parser_says_so_often(labelled, kind):
    votes = Counter({"organisation": 6.0, "labelled as organisation": labelled})
    both = {("moss",): "organisation", ("jordan", "moss"): "person"}
    assert kinds._kind_by_longer(("moss",), votes, both, [("jordan", "moss")]) == kind


@pytest.mark.parametrize(("person", "kind"), [(4.0, "person"), (1.6, "organisation")])
def test_a_title_outweighs_the_parser(person, kind):
    votes = Counter({"organisation": 13.0, "labelled as organisation": 12.0, "person": person})
    assert kinds._is_backed_person(votes) is (kind == "person")


def test_a_town_is_not_its_police():
    reading = read("Aldgate is a town. The Aldgate Police Department closed the road into Aldgate.")
    assert reading.kind("Aldgate Police Department") == "organisation"
    assert reading.name("Aldgate") is None


def test_a_body_with_a_council_is_no_town():
    reading = read("The UNICEF Council met. UNICEF closed the road. UNICEF said that it rained.")
    assert reading.kind("UNICEF", 1) == "organisation"


def test_common_noun_is_no_name():
    reading = read("Iodine is rare here. The iodine in the salt was gone. Without iodine, children fall ill.")
    assert reading.names == []


def test_an_object_pronoun_says_nothing_of_the_subject():
    assert read("Ada Moss runs the port. Wikinews interviewed him on Monday.").kind("Wikinews") == "organisation"
