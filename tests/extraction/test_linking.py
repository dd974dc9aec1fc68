"""Whose claim a denial denies, which claim a figure stands in, and whom it is about, over whole texts."""

import pytest

import onrecord

OFFICIAL = "Kenyan Finance Minister Amina Odhiambo told reporters: “{}”"


def extract(text: str):
    return onrecord.extract({"a": text})


@pytest.mark.parametrize(
    ("text", "about", "iso3"),
    [
        pytest.param(OFFICIAL.format("We spent 3 billion dollars on roads."), "Kenya", "KEN", id="we-of-a-minister"),
        pytest.param("Uganda spent 3 billion dollars on roads.", "Uganda", "UGA", id="a-country-by-name"),
        pytest.param("Peru says that Chile spent 3 billion dollars on roads.", "Chile", "CHL", id="not-the-speaker"),
    ],
)
def test_a_figure_is_about_the_party_by_its_canonical_name(text, about, iso3):
    figure = extract(text).figures.iloc[0]
    assert (figure["about"], figure["iso3"]) == (about, iso3)


@pytest.mark.parametrize(
    ("text", "about"),
    [
        pytest.param("Norway said it has 12 ferries.", "Norway", id="it, of who says so"),
        pytest.param("Norway and Peru said it has 12 ferries.", None, id="it, of one of two"),
        pytest.param("Norway and Peru met. It has 12 ferries.", None, id="it, of the sentence before"),
        pytest.param("Ana Duarte of Norway said she has three boats.", "Ana Duarte", id="the one person named"),
        pytest.param("Ana Duarte told Petra Holm that she has three boats.", None, id="two persons named"),
        pytest.param("The gunman had 12 bullets.", None, id="nobody's name"),
        pytest.param("Norway's ferries have a range of 300 miles.", "Norway", id="who owns what has it"),
        pytest.param("Norwegian officials predict 9,000 deaths.", None, id="who predicts it"),
        pytest.param("Norway fined 40 drivers.", None, id="who did it"),
        pytest.param("Norway, with a budget of $5 million, slept.", "Norway", id="with a budget of"),
        pytest.param(
            "Norway spent $4.2 billion on schools with a population of 10 million people.",
            "Norway",
            id="with, of the verb",
        ),
        pytest.param("Norway began with a $5 million check.", None, id="with a check"),
        pytest.param("Norway had a harbour, with help from 30 sailors of Acme.", "Acme", id="what it has is not these"),
        pytest.param("Norway expects a $5 million loss.", None, id="who expects it"),
        pytest.param("Norway expects 5 percent of the tax.", None, id="who expects a share"),
        pytest.param("They mourn the deaths of Ana Ruiz and three others.", None, id="beside whom it is counted"),
        pytest.param("They hired two agents in Chicago.", None, id="the town they are in"),
        pytest.param("It was paid, by Norway, which has a $5 million surplus.", "Norway", id="which, behind a comma"),
        pytest.param("The attack on Norway, which took 40 hours, ended.", None, id="what which stands for"),
    ],
)
def test_a_figure_is_about_a_party_only_where_it_is_certain(text, about):
    found = extract(text).figures.iloc[-1]["about"]
    assert (None if found != found else found) == about


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param("Ana Ruiz said that Paul Berg, 41, had left the town.", None, id="added by the outlet"),
        pytest.param("“Paul Berg, 41, has left the town,” Ana Ruiz told reporters.", "Ana Ruiz", id="in a quotation"),
        pytest.param("Ana Ruiz said that Paul Berg is 41 years old.", "Ana Ruiz", id="reported"),
    ],
)
def test_an_age_beside_a_name_is_the_outlet_s(text, speaker):
    tables = extract(text)
    names = dict(zip(tables.actors["actor_id"], tables.actors["name"], strict=True))
    figure = tables.figures.iloc[0]
    assert names.get(figure["actor_id"]) == speaker
    assert figure["claim_id"] == figure["claim_id"]  # it stands inside the claim all the same


def test_we_of_somebody_without_a_country_is_the_speaker_or_open():
    figure = extract("“We spent 300 dollars on paint,” neighbour Ana Ruiz said.").figures.iloc[0]
    assert figure["iso3"] != figure["iso3"], "a private person speaks for no country"


def test_a_figure_belongs_to_the_innermost_claim_and_its_speaker():
    tables = extract("Ana Ruiz rejected the claim by Paul Berg that the bridge cost 4 million euros.")
    names = dict(zip(tables.actors["actor_id"], tables.actors["name"], strict=True))
    figure = tables.figures.iloc[0]
    inner = tables.claims.set_index("claim_id").loc[figure["claim_id"]]
    assert names[figure["actor_id"]] == "Paul Berg"
    assert isinstance(inner["within_claim_id"], str)


def test_a_denial_names_whose_claim_it_is():
    tables = extract("Ana Ruiz rejected the claim by Paul Berg that the bridge cost 4 million euros.")
    names = dict(zip(tables.actors["actor_id"], tables.actors["name"], strict=True))
    denial = tables.claims[tables.claims["stance"] == "denies"].iloc[0]
    assert names[denial["target_actor_id"]] == "Paul Berg"
    assert denial["target_claim_id"] in set(tables.claims["claim_id"])


def test_a_figure_in_the_outlet_s_own_voice_has_no_speaker():
    figure = extract("The bridge cost 4 million euros. Ana Ruiz said it was safe.").figures.iloc[0]
    assert figure["claim_id"] != figure["claim_id"]
    assert figure["actor_id"] != figure["actor_id"]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        pytest.param("Ana Ruiz said on Friday that the bridge cost 4 million euros.", None, id="when-it-was-said"),
        pytest.param("Ana Ruiz said the town spent 4 million euros in 2021.", "in 2021", id="when-it-holds"),
    ],
)
def test_the_time_of_saying_is_no_period_of_the_number(text, period):
    found = extract(text).figures.iloc[0]["period_text"]
    assert found == period or (period is None and found != found)


def test_what_stands_outside_the_claim_dates_the_claim():
    """The interview's day is no period of the number that is said in it."""
    figure = extract("In an interview aired on Tuesday, Ana Ruiz said that the town needs 40 boats.").figures.iloc[0]
    assert figure["period_text"] != figure["period_text"]
