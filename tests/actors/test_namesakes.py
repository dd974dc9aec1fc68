"""The union of a story's people."""

from onrecord.actors.actor import Actor
from onrecord.actors.namesakes import Merge, merge_people


def person(name, gender=""):
    return Actor(name, "person", gender=gender, names=(name,))


def test_with_two_candidates_an_actor_stays_alone():
    merge = Merge([[person("Ada Moss"), person("Ivo Moss")], [person("Moss")]])
    merge_people(merge)
    assert merge.find((1, 0)) == (1, 0)
    merge = Merge([[person("Ada Moss")], [person("Moss")]])
    merge_people(merge)
    assert merge.find((1, 0)) == (0, 0)


def test_a_name_of_both_genders_joins_each_gender():
    merge = Merge([[person("Kim Roe", "m")], [person("Kim Roe", "f")], [person("Kim Roe", "m")], [person("Kim Roe")]])
    merge_people(merge)
    assert merge.find((0, 0)) == merge.find((2, 0))
    assert len({merge.find((a, 0)) for a in range(4)}) == 3


def test_parted_actors_are_not_joined():
    merge = Merge([[person("Ada Moss")], [person("Ada Moss")]])
    merge.part((0, 0), (1, 0))
    merge.join((0, 0), (1, 0), "full_name")
    assert merge.find((1, 0)) == (1, 0)
    merge.join((0, 0), (1, 0), "by_hand")
    assert merge.find((1, 0)) == (0, 0)


def test_one_full_name_of_two_kinds_is_the_person():
    body = Actor("Ngaire Tama", "organisation", names=("Ngaire Tama",))
    merge = Merge([[body], [person("Ngaire Tama", "f")], [Actor("Tama Board", "organisation", names=("Tama Board",))]])
    merge_people(merge)
    assert merge.find((1, 0)) == (0, 0)
    assert merge.find((2, 0)) == (2, 0)
