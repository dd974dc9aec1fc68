"""``onrecord explain``: the words, the rule, and the rows made from a row."""

from types import SimpleNamespace

import pandas as pd
import pytest

import onrecord
from onrecord.errors import UsageError
from onrecord.processed import ProcessedStory
from onrecord.processed.explanations import explain_row

TEXT = "Mayor Ana Ruiz rejected the claim by Paul Berg that the bridge cost 4 million euros. Ruiz said it was safe."


@pytest.fixture(scope="module")
def story():
    found = onrecord.extract({"a": TEXT})
    return ProcessedStory(
        **vars(found),
        story=SimpleNamespace(name="bridge"),
        exclusions=pd.DataFrame(),
        comparisons=onrecord.compare(found),
    )


def test_a_claim_tells_its_words_its_rule_and_what_stands_inside(story):
    outer = story.claims[story.claims["stance"] == "denies"].iloc[0]
    told = explain_row(story, outer["claim_id"])
    assert f"[{outer['content']}]" in told
    assert f"rule: {outer['rule']}" in told
    assert "speaker: Ana Ruiz" in told
    assert "inside it, claim" in told


def test_an_actor_tells_why_each_mention_belongs_to_it(story):
    actor = story.actors[story.actors["name"] == "Ana Ruiz"].iloc[0]
    told = explain_row(story, actor["actor_id"])
    mentions = story.mentions[story.mentions["actor_id"] == actor["actor_id"]]
    assert len(mentions) >= 2
    assert all(mention in told for mention in mentions["mention_id"])
    assert "reason not found again" not in told


def test_a_figure_tells_its_words(story):
    figure = story.figures.iloc[0]
    assert f"[{figure['text']}]" in explain_row(story, figure["figure_id"])


def test_an_unknown_id_says_where_ids_stand(story):
    with pytest.raises(UsageError, match="no row 'c0'"):
        explain_row(story, "c0")
