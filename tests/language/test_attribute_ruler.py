"""The ruler with a memory says what spaCy's own says, of words met for the first time and again."""

import pytest
import spacy

from onrecord.language import PIPELINE, parsing
from onrecord.language.attribute_ruler import NAME, OWN, remember_attributes

TEXTS = (
    "The harbour board did not say who paid for its new cranes.",
    "There were three cranes, and there was a fourth.",  # the dependency "expl" leads a rule of two tokens
    "They’re gonna say it’s been theirs, ain't it? Let's see: y'all got ta go.",  # words that lead one
    "White  space\nand\ttabs are asked about.",
    "He has it; she has had it; it was given to him by the board, to whom he gave it.",
    "",
)


def tell(nlp: spacy.language.Language) -> list[tuple[str, ...]]:
    return [
        (token.text, token.pos_, str(token.morph), token.lemma_, token.tag_, token.dep_)
        for doc in nlp.pipe(TEXTS)
        for token in doc
    ]


@pytest.fixture(scope="module")
def own() -> spacy.language.Language:
    return spacy.load(PIPELINE)


def test_it_answers_as_the_ruler_does_at_first_and_from_memory(own):
    nlp = spacy.load(PIPELINE)
    remember_attributes(nlp)
    assert NAME in nlp.pipe_names and OWN not in nlp.pipe_names
    assert tell(own) == tell(nlp) == tell(nlp)


def test_a_second_time_it_asks_only_where_a_rule_of_several_tokens_or_a_space_is(own, monkeypatch):
    nlp = spacy.load(PIPELINE)
    remember_attributes(nlp)
    ruler, asked = nlp.get_pipe(NAME).ruler, []
    tell(nlp)
    monkeypatch.setattr(nlp.get_pipe(NAME), "ruler", lambda doc: asked.append(doc.text) or ruler(doc))
    assert tell(nlp) == tell(own)
    assert asked == [TEXTS[1], TEXTS[2], TEXTS[3], TEXTS[5]]


def test_a_ruler_that_looks_at_something_else_is_always_asked(own):
    nlp = spacy.load(PIPELINE)
    nlp.get_pipe(OWN).add([[{"SHAPE": "Xxxxx"}]], {"LEMMA": "capital"})
    remember_attributes(nlp)
    assert not nlp.get_pipe(NAME).is_simple
    tell(nlp)
    assert {told[3] for told in tell(nlp) if told[0] == "White"} == {"capital"}


def test_a_pipeline_without_a_ruler_stays_as_it_is():
    nlp = spacy.blank("en")
    remember_attributes(nlp)
    assert nlp.pipe_names == []


def test_the_pipeline_of_the_program_has_it():
    assert NAME in parsing.load().pipe_names


@pytest.mark.parametrize(
    ("patterns", "attrs"),
    [
        pytest.param([[{"LOWER": "board"}]], {"TAG": "XX"}, id="tells-a-tag"),
        pytest.param([[{"LOWER": {"FUZZY": "boarf"}}]], {"LEMMA": "plank"}, id="nearly-a-word"),
        pytest.param([[{"LOWER": {"REGEX": {"IN": ["boar", "cran"]}}}]], {"LEMMA": "plank"}, id="one-of-patterns"),
    ],
)
def test_rules_of_another_kind_are_always_asked(patterns, attrs):
    own, nlp = spacy.load(PIPELINE), spacy.load(PIPELINE)
    for one in (own, nlp):
        one.get_pipe(OWN).add(patterns, attrs)
    remember_attributes(nlp)
    tell(nlp)
    assert tell(nlp) == tell(own)


def test_what_another_component_gave_stays():
    nlp = spacy.load(PIPELINE)
    remember_attributes(nlp)
    tell(nlp)
    ruler, doc = nlp.get_pipe(NAME), nlp.make_doc("board board")
    for token in doc:
        token.tag_, token.lemma_ = "NN", "plank"
    assert [token.lemma_ for token in ruler(doc)] == ["plank", "plank"]
