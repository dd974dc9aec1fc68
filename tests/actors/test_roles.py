"""Roles: what the table knows, what a title's words say, and whose role a title can be."""

import pytest
from actor_reading import read

from onrecord.actors import roles

NOUNS = {
    "one word": ("the minister", 1, "minister"),
    "two words": ("the foreign minister", 2, "foreign minister"),
    "of": ("chief of staff", 0, "chief of staff"),
    "abbreviation": ("Sen. Moss", 0, "senator"),
    "plural": ("two senators", 1, "senator"),
    "capitals": ("Prime Minister", 1, "prime minister"),
    "no role": ("the harbour", 1, None),
}


@pytest.mark.parametrize(("words", "at", "noun"), NOUNS.values(), ids=NOUNS)
def test_find_noun(words, at, noun):
    found = roles.find_noun(words.split(), at)
    assert (found and found[0]) == noun


def role(text):
    words = read(text).words
    last = max(i for i, w in enumerate(words.words) if roles.is_role_word(w))
    return roles.read_role(words.tree, words.words, (0, len(words.words)), last)


def test_country_and_modifiers():
    got = role("the Iranian deputy finance minister")
    assert (got.noun, got.iso3, got.text) == ("finance minister", "IRN", "Iranian deputy finance minister")
    assert "deputy" in got.modifiers


FITS = {
    "same": ("the finance minister", "Finance Minister", True),
    "with its country": ("the Chilean finance minister", "Chile’s finance minister", True),
    "broader noun": ("the lawmaker", "Senator", True),
    "less said": ("the director", "Chilean sales director", True),
    "the deputy is another": ("the director", "deputy director", False),
    "more said": ("the deputy director", "director", False),
    "other country": ("the Chilean minister", "Peruvian minister", False),
    "other noun": ("the mayor", "Senator", False),
    "narrower noun": ("the senator", "lawmaker", False),
}


@pytest.mark.parametrize(("title", "held", "fits"), FITS.values(), ids=FITS)
def test_fits(title, held, fits):
    assert bool(roles.fits(role(title), role(held))) is fits


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ivo Moss, presumably the mayor, left.", "mayor"),
        ("Ivo Moss, her former lawyer, left.", "former lawyer"),
        ('Ivo Moss, Chile\'s "special envoy" to the port, left.', "Chile's special envoy"),
        ("“[Harbour Chairman Ivo] Moss left,” she said.", "Harbour Chairman"),
        ("“It is for all of us, for gain,” Warriors coach Ivo Moss said.", "Warriors coach"),
        ("Special Agent in Charge Ivo Moss said it rained.", "Special Agent in Charge"),
        ("At 8 pm Ivo Moss said it rained.", None),
    ],
)
def test_a_role_begins_with_its_own_words(text, role):
    assert role in [actor.role for actor in read(text).resolution.actors]
