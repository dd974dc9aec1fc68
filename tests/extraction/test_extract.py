"""Tables of articles: every span spells its words, every key holds, and nothing raises or remembers."""

import time
from datetime import date

import pandas as pd
import pytest
from conftest import COAST, FJORD, STORY
from hypothesis import given, settings
from hypothesis import strategies as st

import onrecord
from onrecord import extraction, tables
from onrecord.extraction.article_tables import GAP

TEXTS = {"coast": COAST, "fjord": FJORD}
DATES = {"coast": date(2019, 3, 5)}
NAMES = ("articles", "claims", "speakers", "spans", "mentions", "actors", "aliases", "figures")


@pytest.fixture(scope="module")
def found():
    return onrecord.extract(TEXTS, published=DATES, outlets={"coast": "Coast News", "fjord": "Fjord Post"}, story=True)


def check_offsets(found, bodies: dict[str, str]) -> None:
    """body[start:end] is the row's words, for every span of every table."""
    articles_of = dict(zip(found.claims["claim_id"], found.claims["article_id"], strict=True))
    for row in found.spans.itertuples():
        assert bodies[articles_of[row.claim_id]][row.start : row.end] == row.text
    for table in (found.mentions, found.figures):
        for row in table.itertuples():
            assert bodies[row.article_id][row.start : row.end] == row.text
    contents = found.spans[found.spans["role"] == "content"].groupby("claim_id")
    for row in found.claims.itertuples():
        stretches = contents.get_group(row.claim_id)
        assert (stretches["start"].min(), stretches["end"].max()) == (row.start, row.end)
        assert GAP.join(stretches["text"]) == row.content
        assert stretches["part"].tolist() == list(range(1, len(stretches) + 1))
        for said in (row.said_text, row.source, row.cue):
            assert not isinstance(said, str) or said in bodies[row.article_id]
        assert row.sentence in bodies[row.article_id]


def test_offsets_are_into_the_texts_as_given(found):
    assert found.articles["body"].tolist() == [COAST, FJORD]
    check_offsets(found, TEXTS)


def test_offsets_of_a_story_are_into_its_bodies(processed):
    check_offsets(processed, dict(zip(processed.articles["article_id"], processed.articles["body"], strict=True)))


@pytest.mark.parametrize("name", NAMES)
def test_tables_are_those_of_the_dictionary(found, name):
    table = getattr(found, name)
    assert len(table)
    pd.testing.assert_frame_equal(tables.check_table(name, table), table)


def test_keys_hold(found):
    tables.check_keys({name: getattr(found, name) for name in NAMES})


def test_speakers_and_claims_agree(found):
    first = found.speakers.drop_duplicates("claim_id").set_index("claim_id")["actor_id"]
    spoken = found.claims.dropna(subset=["actor_id"]).set_index("claim_id")["actor_id"]
    assert first.sort_index().to_dict() == spoken.sort_index().to_dict()
    assert not found.speakers.duplicated().any()


def test_an_actor_s_id_is_its_first_mention_s(found):
    first = found.mentions.dropna(subset=["actor_id"]).drop_duplicates("actor_id")
    assert first["mention_id"].tolist() == first["actor_id"].tolist()
    assert set(first["actor_id"]) == set(found.actors["actor_id"])


def test_rows_are_in_reading_order(found):
    for table in (found.mentions, found.figures):
        order = list(zip(table["article_id"].map({"coast": 0, "fjord": 1}), table["start"], strict=True))
        assert order == sorted(order)
    assert found.claims["article_id"].tolist() == sorted(found.claims["article_id"])


def test_aliases_count_names_and_never_pronouns(found):
    pronouns = {"he", "she", "it", "we", "they", "our", "its"}
    assert not pronouns & set(found.aliases["alias"].str.lower())
    for row in found.aliases.itertuples():
        same = found.mentions[(found.mentions["actor_id"] == row.actor_id) & (found.mentions["text"] == row.alias)]
        assert len(same[same["form"] != "pronoun"]) == row.mentions


def test_a_figure_s_claim_holds_it(found):
    claims = found.claims.set_index("claim_id")
    inside = found.figures.dropna(subset=["claim_id"])
    assert len(inside) >= 3
    for row in inside.itertuples():
        claim = claims.loc[row.claim_id]
        assert claim["article_id"] == row.article_id
        assert claim["start"] <= row.start
        assert row.end <= claim["end"]
        assert (claim["actor_id"] == row.actor_id) or pd.isna(row.actor_id)


def test_a_claim_within_another_lies_in_it(found):
    claims = found.claims.set_index("claim_id")
    inner = claims.dropna(subset=["within_claim_id"])
    assert len(inner)
    for row in inner.itertuples():
        outer = claims.loc[row.within_claim_id]
        assert outer["start"] <= row.start
        assert row.end <= outer["end"]


@pytest.mark.parametrize(
    ("name", "iso3"),
    [pytest.param("Portugal", "PRT", id="portugal"), pytest.param("Norway", "NOR", id="norway")],
)
def test_a_story_has_one_actor_a_country(found, name, iso3):
    assert found.actors.query("name == @name")["iso3"].tolist() == [iso3]


def test_a_story_s_speaker_is_one_in_both_articles(found):
    quoted = found.claims[found.claims["content"].str.startswith("We have never closed")]
    assert quoted["article_id"].tolist() == ["coast", "fjord"]
    assert quoted["actor_id"].nunique() == 1


def test_without_a_story_each_article_has_its_own_actors():
    apart = onrecord.extract(TEXTS)
    shared = apart.mentions.dropna(subset=["actor_id"]).groupby("actor_id")["article_id"].nunique()
    assert (shared == 1).all()
    assert apart.articles["outlet"].tolist() == ["coast", "fjord"]
    assert apart.articles["published"].isna().all()


def test_the_same_texts_give_the_same_tables(found):
    again = onrecord.extract(TEXTS, published=DATES, outlets={"coast": "Coast News", "fjord": "Fjord Post"}, story=True)
    for name in NAMES:
        pd.testing.assert_frame_equal(getattr(again, name), getattr(found, name))


def test_ids_survive_a_new_article(found):
    more = onrecord.extract(TEXTS | {"new": "The mayor said the wall held."}, published=DATES, story=True)
    for name, key in (("claims", "claim_id"), ("figures", "figure_id"), ("mentions", "mention_id")):
        old, new = getattr(found, name), getattr(more, name)
        assert old[key].tolist() == new.loc[new["article_id"] != "new", key].tolist()
    assert set(found.actors["actor_id"]) <= set(more.actors["actor_id"])


def test_an_article_does_not_depend_on_the_one_before():
    alone = onrecord.extract({"fjord": FJORD})
    after = onrecord.extract(TEXTS)
    for name in ("claims", "mentions", "figures"):
        rows = getattr(after, name)
        rows = rows[rows["article_id"] == "fjord"].reset_index(drop=True)
        pd.testing.assert_frame_equal(rows, getattr(alone, name))


def test_no_date_leaves_days_open():
    dated, undated = onrecord.extract(TEXTS, published=DATES), onrecord.extract(TEXTS)
    assert dated.claims["said_start"].notna().any()
    assert undated.claims["said_start"].isna().all()
    assert undated.claims["said_text"].notna().any()


ODD = [
    pytest.param("", id="empty"),
    pytest.param(" \n\n ", id="white-space"),
    pytest.param("“" * 300, id="quotation-marks"),
    pytest.param("” ‘ ’ “ \" ' " * 60, id="quotation-marks-apart"),
    pytest.param("وزیر گفت: «دیوار بندر بسته است.» " * 20, id="persian"),
    pytest.param("said said said, said. “said” said $5 billion said 5%", id="only-cues"),
    pytest.param("1 2 3 4,000 5.5 $ € % million billion half", id="only-numbers"),
    pytest.param("A\u0301na 🌊 said “🌊🌊” cost $5🌊 million.", id="beyond-the-basic-plane"),
    pytest.param("The mayor said " * 100, id="one-endless-sentence"),
]


@pytest.mark.parametrize("text", ODD)
def test_no_text_raises(text):
    check_offsets(onrecord.extract({"odd": text}), {"odd": text})


def test_no_articles_at_all():
    empty = onrecord.extract({})
    assert all(len(getattr(empty, name)) == 0 for name in NAMES)


WORDS = [
    "Ana",
    "Duarte",
    "said",
    "that",
    "“",
    "”",
    "the",
    "wall",
    "cost",
    "$5",
    "million",
    ".",
    ",",
    "\n\n",
    "she",
    "US",
]


@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join), st.booleans())
@settings(max_examples=12, deadline=None)
def test_offsets_hold_for_any_words(text, story):
    check_offsets(onrecord.extract({"a": text, "b": text[::2]}, story=story), {"a": text, "b": text[::2]})


def test_measures_of_the_story_name_figures(processed):
    assert {"harbour spending", "population"} <= set(processed.figures["measure"])


def test_count_open(found):
    counts = extraction.count_open(found).set_index(["table", "column"])
    assert counts.loc[("claims", "actor_id"), "open"] == found.claims["actor_id"].isna().sum()
    assert counts.loc[("figures", "measure"), "rows"] == len(found.figures)
    assert (counts["open"] <= counts["rows"]).all()


@pytest.fixture
def joined(project):
    """The story with a hand-made alias that makes the coast guard and its country one."""
    from onrecord import story
    from onrecord.intake import articles

    project.write("aliases.csv", "alias,actor,same\nNorway's coast guard,Norway,true\n")
    about = story.read_story(STORY)
    return extraction.extract_story(articles.read_articles(about).articles, about)


def test_hand_made_aliases_are_heard(joined):
    speaker = joined.claims.loc[joined.claims["source"] == "Norway's coast guard", "actor_id"]
    assert speaker.tolist() == joined.actors.loc[joined.actors["iso3"] == "NOR", "actor_id"].tolist()


def test_a_country_keeps_its_name_when_an_alias_is_added(joined):
    assert joined.actors.loc[joined.actors["iso3"] == "NOR", "name"].tolist() == ["Norway"]


def test_half_a_character_loses_no_batch():
    found = onrecord.extract({"a": "Ana Duarte said \ud800 it rained.", "b": "It rained."})
    assert found.articles["body"].tolist() == ["Ana Duarte said \ufffd it rained.", "It rained."]


def test_an_endless_sentence_takes_as_long_as_it_is():
    def seconds(times: int) -> float:
        start = time.perf_counter()
        onrecord.extract({"a": "he said she said " * times})
        return time.perf_counter() - start

    seconds(10)
    assert seconds(1600) < 6 * seconds(400)
