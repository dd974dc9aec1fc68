"""The bodies of several articles: named, described, and called by one bare word."""

import pytest

from onrecord.actors.actor import Actor
from onrecord.actors.merging import resolve_story
from onrecord.actors.roles import Role


def person(name, gender="", *roles):
    return Actor(name, "person", gender=gender, names=(name,), roles=roles)


def body(name, *names):
    return Actor(name, "organisation", names=names)


def named(name):
    return body(name, name)


CASES = {
    "a bare word of one body": ([person("Kestrel")], [named("Kestrel Terminals")], True),
    "a word with a role": (
        [person("Kestrel", "", Role("mayor", "mayor", frozenset()))],
        [named("Kestrel Terminals")],
        False,
    ),
    "a first name": ([person("Martha")], [named("Martha Foods")], False),
    "a town's police": ([person("Delvo")], [named("Delvo Police")], False),
    "the police": ([body("Police")], [body("the police")], True),
    "the one force": ([body("police")], [named("Delvo Police Department")], True),
    "a police union": ([body("police")], [named("Delvo Police Officers Association")], False),
    "the administration": ([body("the administration")], [named("Port Administration")], False),
    "the court": ([body("the court")], [body("the court")], False),
    "a name cut before and": ([named("Coast Hands")], [named("Coast Hands and Dock Workers")], True),
}


@pytest.mark.parametrize(("one", "other", "same"), CASES.values(), ids=CASES)
def test_bodies(one, other, same):
    merged, _ = resolve_story([one, other])
    assert (len(merged) == 1) is same
    if same:
        assert merged[0].kind == "organisation"


def test_somebody_of_that_name_leaves_the_word_alone():
    merged, _ = resolve_story([[person("Kestrel")], [named("Kestrel Terminals")], [person("Ada Kestrel", "f")]])
    assert {actor.name for actor in merged} == {"Ada Kestrel", "Kestrel Terminals"}
