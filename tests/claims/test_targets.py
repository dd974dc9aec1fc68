"""Whose claim a denial denies, by the article's own words."""

import pytest

import onrecord

CASES = [
    pytest.param("Ana Duarte denied Lars Holm's claim that the wall was rotten.", "Lars Holm", id="owner"),
    pytest.param("Lars Holm said the wall was rotten. Ana Duarte denied the claim.", "Lars Holm", id="sentence-before"),
    pytest.param(
        "Lars Holm said on Monday that the walls were unsafe, an allegation that Ana Duarte rejected.",
        "Lars Holm",
        id="added",
    ),
    pytest.param("Lars Holm said the wall was rotten. Ana Duarte denied it.", "Lars Holm", id="pronoun"),
    pytest.param("Ana Duarte dismissed a report in the Fjord Post on Monday.", "Fjord Post", id="printed-in"),
    pytest.param(
        "Lars Holm said the town had ignored three warnings. Nobody slept. Ana Duarte denied that the town had ignored "
        "three warnings.",
        "Lars Holm",
        id="repeated-in-full",
    ),
    pytest.param(
        "“I have not ignored three warnings,” Lars Holm said. Nobody slept. The mayor denied that he had ignored three "
        "warnings.",
        None,
        id="rejected-too",
    ),
    pytest.param(
        "Lars Holm said the wall was rotten, and Eva Strand said it was old. Ana Duarte denied the claims.",
        None,
        id="two",
    ),
    pytest.param("Lars Holm said the wall was rotten. It rained. Ana Duarte denied the claim.", None, id="too-far"),
    pytest.param("Ana Duarte denied Duarte's own claim that the wall was rotten.", None, id="named-oneself"),
    pytest.param("Ana Duarte said the wall was rotten. She denied the charge.", None, id="ones-own"),
    pytest.param("Ana Duarte dismissed criticism from Lars Holm, Eva Strand and Tom Aas.", None, id="several-parties"),
]


@pytest.mark.parametrize(("text", "target"), CASES)
def test_target(text, target):
    tables = onrecord.extract({"a": text})
    names = dict(zip(tables.actors["actor_id"], tables.actors["name"], strict=True))
    denials = tables.claims[tables.claims["stance"] == "denies"]
    assert [names.get(actor) for actor in denials["target_actor_id"]] == [target]
