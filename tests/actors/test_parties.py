"""Countries and peoples among the names of an article."""

from actor_reading import read

from onrecord.actors.parties import Party, read_kin
from onrecord.actors.roles import Role


def test_names_and_capital_of_one_country():
    reading = read("The United States rejected the plan. Washington said so. The U.S. army and America agreed.")
    assert {reading.name(n) for n in ("The United States"[4:], "Washington", "U.S.", "America")} == {"United States"}
    assert reading.actor("Washington").iso3 == "USA"


def test_nation_without_a_code():
    reading = read("Scotland rejected the plan. The plan of Scotland was better.")
    assert reading.names == ["Scotland"]
    assert (reading.kind("Scotland"), reading.actor("Scotland").iso3) == ("country", None)


def test_people_of_one_name():
    reading = read("The Germans left. Then other Germans came.")
    assert reading.names == ["Germans"]


def test_country_is_open_when_roles_differ():
    party = Party("person", roles=[Role("a", "minister", frozenset(), "IRN"), Role("b", "envoy", frozenset(), "CHL")])
    assert party.country is None
    assert Party("person", roles=party.roles[:1]).country == "IRN"


def test_kin():
    assert read_kin()["daughter"] == "f" and read_kin()["cousin"] == ""
