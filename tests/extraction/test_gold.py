"""Reviewed articles as gold: offsets that hold, and nothing of what nobody looked at."""

import json
from dataclasses import replace

from onrecord.extraction.gold import list_gold


def review(story, claims: str, figures: str):
    return replace(story, claims=story.claims.assign(review=claims), figures=story.figures.assign(review=figures))


def test_an_article_reviewed_whole(processed):
    lines = {article: json.loads(line) for article, line in list_gold(review(processed, "accepted", "corrected"))}
    assert set(lines) == {"coast-news", "fjord-post"}
    line = lines["coast-news"]
    assert line["exhaustive"] is False
    quoted = next(one for one in line["attributions"] if "never closed" in line["text"][slice(*one["content"][0])])
    assert quoted["speaker"] == ["Ana Duarte"]
    assert line["text"][slice(*quoted["source"])].endswith("Ana Duarte")
    assert line["text"][slice(*quoted["cue"])] == "told"
    assert {line["text"][slice(*one["span"])] for one in line["figures"]} >= {"$4.2 billion", "9 billion dollars"}


def test_what_was_rejected_is_in_none(processed):
    for _, line in list_gold(review(processed, "rejected", "rejected")):
        assert json.loads(line)["attributions"] == json.loads(line)["figures"] == []


def test_half_an_article_is_no_gold(processed):
    assert dict(list_gold(review(processed, "accepted", "unreviewed"))) == {"coast-news": None, "fjord-post": None}
