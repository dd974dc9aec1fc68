"""How each outlet puts it."""

from dataclasses import replace

import pytest
from report_material import make_material, make_story, words_of

from onrecord.report.material import Material
from onrecord.report.openings import WIDEST, list_openings

FIRST = "The ferry terminal of Helden burned down in the night to Monday."
OTHER = "Rain fell in the whole of the country, and nobody slept well."
HEADLINE = "Fire destroys ferry terminal in Helden"
CASES = [
    pytest.param(FIRST, FIRST, id="the-first-sentence"),
    pytest.param(f"{OTHER} {FIRST}", FIRST, id="the-first-that-takes-the-headline-up"),
    pytest.param(f"At Ferry Terminal Helden it rained.\n\n{FIRST}", FIRST, id="not-one-that-has-its-names-alone"),
    pytest.param(
        f"In this May 3, 2019 file photo, the ferry terminal of Helden stands.\n\n{FIRST}", FIRST, id="a-caption"
    ),
    pytest.param(
        f"Ana Roe, second from left, and Ivo Lund (right) at the ferry terminal in Helden.\n\n{FIRST}",
        FIRST,
        id="who-is-where",
    ),
    pytest.param(f"EDITOR’S NOTE: This text on the Helden ferry terminal was revised.\n\n{FIRST}", FIRST, id="a-note"),
    pytest.param(f"(We added news of the Helden ferry on Tuesday.)\n\n{FIRST}", FIRST, id="a-note-in-brackets"),
    pytest.param(f"The Helden ferry burns. — Ana Roe (@anaroe) May 3, 2019\n\n{FIRST}", FIRST, id="a-post"),
    pytest.param(f"Ana Roe is a senior reporter at the Helden Ferry Gazette.\n\n{FIRST}", FIRST, id="who-wrote-it"),
    pytest.param(f"By our Helden Ferry Editor\n\n{FIRST}", FIRST, id="a-byline"),
    pytest.param(f"Two weeks later the ferry terminal of Helden burned. {FIRST}", FIRST, id="one-of-a-later-day"),
    pytest.param(f"The ferry terminal of Helden burned, it said. {FIRST}", FIRST, id="one-by-whom"),
    pytest.param(
        f"Nobody slept while the ferry lay in the harbour. {FIRST}",
        f"Nobody slept while the ferry lay in the harbour. {FIRST}",
        id="the-first-with-one-word",
    ),
    pytest.param(f"By Ana Roe in Helden\n\n{FIRST}", FIRST, id="a-byline-with-a-place"),
    pytest.param(f"Her ferry terminal in Helden burned. {FIRST}", FIRST, id="whose-is-told-above"),
    pytest.param(f"“The ferry terminal of Helden burns.” {FIRST}", FIRST, id="words-of-nobody"),
    pytest.param(f"That is the ferry terminal of Helden. {FIRST}", FIRST, id="one-that-points-back"),
    pytest.param(f"Then the ferry terminal of Helden burned. {FIRST}", FIRST, id="one-that-goes-on"),
    pytest.param(f"The ferry of “Helden burns. {FIRST}", FIRST, id="one-that-was-split"),
    pytest.param(f"{OTHER}\n\nIt snowed.", OTHER, id="none-takes-it-up"),
]


@pytest.mark.parametrize(("text", "opening"), CASES)
def test_opening(text, opening):
    story = make_story({"paper-a": text, "paper-b": FIRST})
    material = Material(replace(story, articles=story.articles.assign(headline=HEADLINE)))
    clipping = list_openings(material)[0].clipping
    assert (words_of(material, clipping) if clipping else None) == opening


def test_two_words_of_a_long_headline_are_too_few():
    long = f"{HEADLINE} while council, harbour master, insurers, unions, mayor, bishop quarrel over money"
    story = make_story({"paper-a": f"{OTHER}\n\nThe ferry sails from Helden.", "paper-b": FIRST})
    material = Material(replace(story, articles=story.articles.assign(headline=long)))
    assert words_of(material, list_openings(material)[0].clipping) == OTHER


def test_without_a_headline_it_is_the_first_sentence():
    material = make_material({"paper-a": f"{OTHER}\n\n{FIRST}", "paper-b": FIRST})
    assert words_of(material, list_openings(material)[0].clipping) == OTHER


def test_the_rest_of_its_paragraph_goes_along_while_there_is_room():
    material = make_material({"paper-a": f"{FIRST} {OTHER}\n\n{OTHER}", "paper-b": FIRST})
    assert words_of(material, list_openings(material)[0].clipping) == f"{FIRST} {OTHER}"
    long = make_material({"paper-a": f"{FIRST} {'It rained all day in Helden by the sea. ' * 12}", "paper-b": FIRST})
    assert len(words_of(long, list_openings(long)[0].clipping)) <= WIDEST


def test_one_outlet_has_nothing_to_set_beside_it():
    assert list_openings(make_material({"paper-a": FIRST})) == []
