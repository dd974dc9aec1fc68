"""One parse: a Doc that spells the whole text, whatever is left out of the parse."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import language
from onrecord.errors import UsageError
from onrecord.language import parsing

TEXT = "LISBON – The wall held. It was new.\n\n– Sport –\n\n“We won,” she said."
BLOCKS = [(9, 35), (48, 67)]


@pytest.fixture(scope="module")
def doc():
    return language.parse(TEXT, BLOCKS)


def test_the_doc_spells_the_text(doc):
    assert doc.text == TEXT
    assert all(TEXT[t.idx : t.idx + len(t)] == t.text for t in doc)


def test_text_outside_the_blocks_is_one_unparsed_token_a_gap(doc):
    gaps = [t for t in doc if t.dep_ == ""]
    assert [t.text for t in gaps] == ["LISBON – ", "\n\n– Sport –\n\n"]
    assert all(t.head == t and not t.ent_type_ for t in gaps)


def test_white_space_gaps_are_spaces():
    parsed = language.parse("One came.\n\nTwo left.", [(0, 9), (11, 20)])
    assert [t.pos_ for t in parsed if t.dep_ == ""] == ["SPACE"]


def test_no_sentence_crosses_a_block(doc):
    starts = {start for start, _ in BLOCKS}
    assert starts <= {s.start_char for s in doc.sents}


def test_a_block_is_parsed_as_if_it_stood_alone(doc):
    alone = language.parse(TEXT[slice(*BLOCKS[1])])
    there = [t for t in doc if t.idx >= BLOCKS[1][0]]
    for a, b in zip(alone, there, strict=True):
        assert (a.text, a.tag_, a.dep_, a.lemma_, a.ent_type_) == (b.text, b.tag_, b.dep_, b.lemma_, b.ent_type_)
        assert a.head.i == b.head.i - there[0].i


def test_without_blocks_the_whole_text_is_parsed():
    assert all(t.dep_ for t in language.parse("The wall held."))


def test_articles_do_not_mix():
    first, second = language.parse_all([("Ana left.", None), (TEXT, BLOCKS)])
    assert first.text == "Ana left."
    assert second.text == TEXT


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        pytest.param("", None, id="empty"),
        pytest.param("", [], id="empty-without-blocks"),
        pytest.param(" \n ", None, id="white-space"),
        pytest.param("The wall held.", [], id="nothing-to-parse"),
        pytest.param("”“‘’\"'" * 50, None, id="quotation-marks"),
        pytest.param("گفت که دیوار بسته است.", None, id="another-script"),
        pytest.param("a\u0301\U0001f30a\u200d wall", None, id="combining-and-beyond-the-basic-plane"),
    ],
)
def test_odd_texts(text, blocks):
    assert language.parse(text, blocks).text == text


def test_an_overlong_block_is_cut_at_white_space(monkeypatch):
    monkeypatch.setattr(parsing, "LONGEST_BLOCK", 30)
    text = "The wall of the harbour held through the night."
    parsed = language.parse(text)
    assert parsed.text == text
    assert " ".join(t.text for t in parsed if t.dep_).replace(" .", ".") == text


@given(st.text(st.sampled_from("ab. \n“”"), max_size=60), st.lists(st.integers(0, 60), max_size=6))
@settings(max_examples=40, deadline=None)
def test_offsets_hold_for_any_blocks(text, cuts):
    cuts = sorted({min(c, len(text)) for c in cuts})
    blocks = list(zip(cuts[::2], cuts[1::2], strict=False))
    parsed = language.parse(text, blocks)
    assert parsed.text == text


def test_a_pipeline_is_loaded_once():
    assert language.load(language.PIPELINE) is language.load(language.PIPELINE)


def test_an_unknown_pipeline_is_the_user_s_error():
    with pytest.raises(UsageError, match="'xx_no_such_pipeline' is not installed") as caught:
        language.load("xx_no_such_pipeline")
    assert language.PIPELINE in caught.value.remedy


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The flood cost $95m. She did not say who would pay.", id="millions"),
        pytest.param("The flood cost £3bn. She did not say who would pay.", id="billions"),
    ],
)
def test_a_sum_ends_a_sentence(text):
    assert len(list(language.parse(text).sents)) == 2
