"""One expression, one answer: whose claims, which figures, everything about a number."""

from dataclasses import replace

import pandas as pd
import pytest

import onrecord
from onrecord.errors import UsageError
from onrecord.processed.questions import find_actor, list_claims_by, look_up_number

TEXTS = {
    "a": "“The pier cost sixteen million euros,” Mayor Ana Ruiz said. Ruiz and Paul Berg said on Monday it was safe.",
    "b": "Paul Berg said that Norway spends 16 million euros on piers, and between 16 million and 20 million on boats.",
    "c": "Ivo Brandt said nothing of money. Brandt's sister, Una Brandt, said that it rained.",
}


@pytest.fixture(scope="module")
def found():
    return onrecord.extract(TEXTS, story=True)


def test_an_actor_is_asked_for_by_name_alias_or_id(found):
    actor = find_actor(found, "Ana Ruiz")
    assert find_actor(found, "ruiz") == find_actor(found, actor) == actor


def test_nobody_and_several_are_told(found):
    with pytest.raises(UsageError, match="Did you mean 'Ana Ruiz'"):
        find_actor(found, "Ana Ruis")
    both = found.aliases[found.aliases["alias"] == "Brandt"].assign(actor_id=find_actor(found, "Una Brandt"))
    two = replace(found, aliases=pd.concat([found.aliases, both]))
    with pytest.raises(UsageError, match="'Brandt' are several: "):
        find_actor(two, "Brandt")


def test_a_claim_of_two_is_each_one_s(found):
    for name in ("Ana Ruiz", "Paul Berg"):
        assert "it was safe" in list_claims_by(found, name)["content"].tolist()
    assert "Ana Ruiz and Paul Berg" in list_claims_by(found, "Paul Berg")["speaker"].tolist()


def test_claims_stand_in_the_order_in_which_they_were_said(processed):
    claims = processed.claims_by("Ana Duarte")
    when = claims["said_start"].fillna(claims["published"]).tolist()
    assert len(when) > 1
    assert when == sorted(when)


def test_figures_of_a_measure_by_name_or_words(processed):
    named = processed.figures_of("harbour spending")
    assert len(named) >= 2
    assert processed.figures_of("spending")["figure_id"].tolist() == named["figure_id"].tolist()
    with pytest.raises(UsageError, match="Did you mean 'harbour spending'"):
        processed.figures_of("harbor spendings")


@pytest.mark.parametrize("asked", ["16 million", "sixteen million", "16,000,000", "€16m", "16 million euros"])
def test_a_number_is_found_however_it_is_written(found, asked):
    about = look_up_number(found, None, asked)
    assert about.figures["outlet"].tolist() == ["a", "b", "b"]  # the last is a range that begins there
    assert about.silent == ["c"]
    assert about.claims["speaker"].tolist()[:2] == ["Ana Ruiz", "Paul Berg"]


def test_a_number_that_nobody_gives_is_told(found):
    about = look_up_number(found, None, "17")
    assert str(about) == "17: given by no outlet; not by a, b and c"
    assert about.figures.empty


@pytest.mark.parametrize("asked", ["money", "", "5 or 6"])
def test_what_is_no_one_number_is_refused(found, asked):
    with pytest.raises(UsageError, match="is not one number"):
        look_up_number(found, None, asked)


def test_everything_about_a_number_is_shown(processed):
    shown = processed.about("4.2 billion")
    assert len(shown.checks) > 0
    assert "beside statistics" in shown._repr_html_()
    assert "mathjax_ignore" in shown._repr_html_()


def test_a_rejected_figure_is_shown_and_not_counted(processed):
    figures = processed.figures.assign(review="rejected")
    about = replace(processed, figures=figures).about("4.2 billion")
    assert str(about).startswith("4.2 billion: given by no outlet; not by ")
    assert about.figures["review"].tolist() == ["rejected"]
