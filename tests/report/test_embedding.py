"""The rows in a page, and the story made of them again."""

import json
from dataclasses import replace

import pytest

from onrecord.errors import DataError
from onrecord.report.embedding import digest_rows, embed_rows, read_stretches, restore_material
from onrecord.report.findings import find_findings
from onrecord.report.material import Material


def test_a_restored_story_gives_the_same_findings(processed):
    material = Material(processed)
    again = restore_material(embed_rows(material))
    assert find_findings(again) == find_findings(material)
    assert [row.claim_id for row in again.claims.values()] == list(material.claims)


def test_only_what_is_quoted_goes_along(processed):
    text = embed_rows(Material(processed))
    bodies = dict(zip(processed.articles["article_id"], processed.articles["body"], strict=True))
    for article, stretches in read_stretches(text):
        assert all(bodies[article][start : start + len(words)] == words for start, words in stretches)
    long = "Nobody is quoted in this sentence of the harbour. " * 20
    articles = processed.articles.assign(body=processed.articles["body"] + "\n\n" + long)
    assert "Nobody is quoted" not in embed_rows(Material(replace(processed, articles=articles)))


def test_the_same_tables_give_the_same_text(processed):
    assert embed_rows(Material(processed)) == embed_rows(Material(processed))
    assert digest_rows("a") == digest_rows("a") != digest_rows("b")


def test_it_cannot_end_its_script(processed):
    hostile = replace(processed, actors=processed.actors.assign(name="</script><b>"))
    text = embed_rows(Material(hostile))
    assert "<" not in text
    assert json.loads(text)["tables"]["actors"]["rows"][0][1] == "</script><b>"


BROKEN = [
    pytest.param(lambda held: "no JSON", id="no-json"),
    pytest.param(lambda held: json.dumps(held | {"tables": {}}), id="no-tables"),
    pytest.param(lambda held: json.dumps(held | {"bodies": {"coast-news": 1}}), id="no-bodies"),
    pytest.param(lambda held: json.dumps(held | {"about": {"title": "x"}}), id="no-story"),
    pytest.param(lambda held: "[]", id="a-list"),
]


@pytest.mark.parametrize("spoil", BROKEN)
def test_rows_that_cannot_be_read_are_told(processed, spoil):
    held = json.loads(embed_rows(Material(processed)))
    with pytest.raises(DataError):
        restore_material(spoil(held))
