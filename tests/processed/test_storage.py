"""Tables in their folders: one outlet's rows hang together, and a story's own tables are never overwritten by them."""

from dataclasses import fields

from conftest import STORY

from onrecord import open_story, processed, tables
from onrecord.processed.storage import select_outlet
from onrecord.story.parameters import read_parameters
from onrecord.tables import Tables


def test_one_outlet_s_tables_hang_together(processed):
    found = processed_tables(processed)
    chosen = select(found, "Fjord Post")
    assert chosen.articles["article_id"].tolist() == ["fjord-post"]
    assert set(chosen.claims["article_id"]) == {"fjord-post"}
    assert set(chosen.spans["claim_id"]) == set(chosen.claims["claim_id"])
    assert set(chosen.mentions["actor_id"].dropna()) == set(chosen.actors["actor_id"])
    tables.check_keys({f.name: getattr(chosen, f.name) for f in fields(Tables)})
    assert len(chosen.claims) < len(found.claims)


def processed_tables(story) -> Tables:
    return Tables(**{f.name: getattr(story, f.name) for f in fields(Tables)})


def select(found: Tables, outlet: str) -> Tables:
    return select_outlet(found, outlet)


def compare_outlet() -> Tables:
    """What 03-compare does with an outlet under plain papermill."""
    from onrecord.comparison import compare_story

    settings = read_parameters("03-compare", {"story": STORY, "outlet": "Fjord Post"})
    found = processed.read_compared(settings)
    processed.write_compared(found, compare_story(found, settings.story), settings)
    return found


def test_an_outlet_of_its_own_never_touches_the_story_s_tables(standing):
    before = {k: v for k, v in standing.files().items() if not k.startswith(".onrecord")}
    assert set(compare_outlet().articles["outlet"]) == {"Fjord Post"}
    assert {k: v for k, v in standing.files().items() if not k.startswith(".onrecord")} == before
    settings = read_parameters("04-report", {"story": STORY, "outlet": "Fjord Post"})
    assert set(open_story(STORY, folder=settings.processed).articles["outlet"]) == {"Fjord Post"}


def test_an_outlet_compared_again_sees_the_story_s_new_tables(standing):
    compare_outlet()
    claims = tables.read_table("claims", standing.processed)
    tables.write_table("claims", claims.assign(review="accepted"), standing.processed)
    assert set(compare_outlet().claims["review"]) == {"accepted"}
