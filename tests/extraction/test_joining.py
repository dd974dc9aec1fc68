"""A story's join: one actor of several articles, with what only another article tells of it."""

import onrecord

MINISTER = "Kenyan Finance Minister Amina Odhiambo spoke in Nairobi. Odhiambo said the budget was safe."
WE = "“We spent 3 billion dollars on roads,” Amina Odhiambo said. “Uganda has less than half of our population.”"


def test_an_actor_s_id_is_that_of_its_first_mention():
    found = onrecord.extract({"a": MINISTER, "b": WE}, story=True)
    actor = found.actors.set_index("name").loc["Amina Odhiambo", "actor_id"]
    mention = found.mentions.set_index("mention_id").loc[actor]
    assert (mention["article_id"], mention["text"]) == ("a", "Amina Odhiambo")
    assert set(found.mentions.loc[found.mentions["actor_id"] == actor, "article_id"]) == {"a", "b"}


def test_we_is_the_country_that_another_article_tells():
    alone = onrecord.extract({"b": WE}, story=True).figures
    assert alone["iso3"].iloc[0] != "KEN"
    story = onrecord.extract({"a": MINISTER, "b": WE}, story=True).figures
    assert story["iso3"].iloc[0] == "KEN"
    assert story["about"].iloc[0] == "Kenya"
    assert story["of_iso3"].iloc[1] == "KEN"


def test_without_a_story_each_article_keeps_its_own():
    found = onrecord.extract({"a": MINISTER, "b": WE})
    assert (found.actors["name"] == "Amina Odhiambo").sum() == 2


def test_no_articles_at_all():
    assert len(onrecord.extract({}, story=True).actors) == 0
