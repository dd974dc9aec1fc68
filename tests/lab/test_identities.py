"""Who is who: the reasons, the names that a reviewer writes, and what a merge changes."""

import pandas as pd

from onrecord.lab.identities import describe_actor, list_actors, tell_changes


def actor_id(story, name: str) -> str:
    return story.actors.set_index("name").loc[name, "actor_id"]


def test_an_actor_is_described_by_its_namings_and_their_reasons(processed):
    told = describe_actor(processed, actor_id(processed, "Ana Duarte"))
    assert told["basis"]
    assert {naming["outlet"] for naming in told["namings"]} == {"Coast News", "Fjord Post"}
    assert all(naming["why"] and naming["times"] for naming in told["namings"])


def test_those_who_speak_most_stand_first(processed):
    claims = [actor["claims"] for actor in list_actors(processed)]
    assert claims == sorted(claims, reverse=True)
    assert all(actor["write"] == actor["name"] for actor in list_actors(processed))


def test_two_of_one_name_are_written_by_their_ids(processed):
    from dataclasses import replace

    twice = replace(processed, actors=processed.actors.assign(name="Ana Duarte"))
    assert {actor["write"] for actor in list_actors(twice)} == set(processed.actors["actor_id"])


def test_changes_are_told_by_name(processed):
    from dataclasses import replace

    duarte, holm = (actor_id(processed, name) for name in ("Ana Duarte", "Lars Holm"))
    speakers = processed.speakers.assign(actor_id=processed.speakers["actor_id"].replace({holm: duarte}))
    after = replace(processed, speakers=speakers, actors=processed.actors[processed.actors["actor_id"] != holm])
    told = tell_changes(processed, after)
    before = processed.speakers["actor_id"].value_counts()
    assert f"Ana Duarte: {before[duarte]} → {before[duarte] + before[holm]} claims" in told
    assert f"Lars Holm: {before[holm]} → 0 claims" in told
    assert tell_changes(processed, processed) == []
    assert isinstance(before, pd.Series)
