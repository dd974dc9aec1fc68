"""Cleaning: one defect each, near misses left alone, and no input that raises or that a second pass changes."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from onrecord.intake import cleaning

CURLY = "“It’s over,” she said – twice."


@pytest.mark.parametrize(
    ("clean", "text", "cleaned"),
    [
        pytest.param("mojibake", "the townâ€™s wall", "the town’s wall", id="mojibake-apostrophe"),
        pytest.param("mojibake", "cafÃ©", "café", id="mojibake-accent"),
        pytest.param("mojibake", CURLY, CURLY, id="curly-quotes-stay-curly"),
        pytest.param("mojibake", "â is a letter", "â is a letter", id="a-lone-letter-is-none"),
        pytest.param("newlines", "a\r\nb\rc\u2028d\u0085e", "a\nb\nc\nd\ne", id="line-breaks"),
        pytest.param("newlines", "a\tb", "a\tb", id="a-tab-is-no-line-break"),
        pytest.param("characters", "har\u00adbour\u200b wall\ufeff", "harbour wall", id="invisible-characters"),
        pytest.param("characters", "cafe\u0301", "café", id="composed"),
        pytest.param("characters", "a\x07b\nc", "ab\nc", id="control-characters-but-not-line-feeds"),
        pytest.param("characters", "ﬁne ² ½", "ﬁne ² ½", id="no-compatibility-folding"),
        pytest.param("spaces", "  a \u00a0 b\t\n\n\n\n c ", "a b\n\nc", id="spaces"),
        pytest.param(
            "name_boxes", "Senator Roe Ana Maria RoeVote is late Roe jokes MORE said", "Senator Roe said", id="box"
        ),
        pytest.param("name_boxes", "Ivo Lund Ivo (Iv) Jan LundMORE (D) left", "Ivo Lund (D) left", id="empty-box"),
        pytest.param(
            "name_boxes", "Li Roe Liam Ann RoeOn the day: a MORE b", "Li Roe b", id="first-name-begins-another"
        ),
        pytest.param("name_boxes", "Roe told Ana Roe to do MORE now", "Roe told Ana Roe to do MORE now", id="no-box"),
        pytest.param("name_boxes", "Roe Ana RoeVote is late", "Roe Ana RoeVote is late", id="no-end-of-a-box"),
        pytest.param("spaces", "a\nb\n\nc", "a\nb\n\nc", id="line-structure-stays"),
    ],
)
def test_one_defect_each(clean, text, cleaned):
    assert getattr(cleaning, f"clean_{clean}")(text) == cleaned


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        pytest.param("Roe”s aide spoke.", "Roe’s aide spoke.", id="typed-wrongly"),
        pytest.param("He said “no to Roe”s aide”.", "He said “no to Roe”s aide”.", id="inside-a-quotation"),
        pytest.param("Roe”s aide called it “Doe”s plan", "Roe’s aide called it “Doe”s plan", id="one-of-two"),
        pytest.param("“We did,” said Roe.", "“We did,” said Roe.", id="a-quotation"),
    ],
)
def test_apostrophes(text, clean):
    assert cleaning.clean_apostrophes(text) == clean


LINE = "The harbour wall held through the night, the council of the town said on "


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        pytest.param(f"{LINE}\n{LINE}\n{LINE}\nMonday.\n\nThen it fell.", True, id="even-lines-of-a-mail"),
        pytest.param("One.\nTwo.\nThree.\nFour.\n\nFive.", False, id="short-lines"),
        pytest.param(f"{LINE}\n{LINE}\n{LINE}\n{LINE}", False, id="no-empty-line-so-each-may-be-a-paragraph"),
        pytest.param(f"{LINE * 3}\n{LINE * 2}\n{LINE * 4}\n\n{LINE}", False, id="a-line-a-paragraph"),
        pytest.param(f"{LINE}\nMonday.\n\nThen it fell.", False, id="too-few-to-tell"),
    ],
)
def test_wrapped_paragraphs(text, joined):
    cleaned = cleaning.clean_wrapping(text)
    assert (cleaned != text) == joined
    assert cleaned.split() == text.split()
    if joined:
        assert cleaned.count("\n") == 2


ODD = st.sampled_from(list("aé“”’\n\r\t \u00a0\u0301\u00ad\u200b\ufeff\u2028\u0085\x07\x1câ€™Ã©\u200d"))
TEXTS = st.one_of(st.text(max_size=80), st.text(ODD, max_size=60))


@given(TEXTS)
@settings(max_examples=300)
def test_clean_text_is_total_and_leaves_no_defect(text):
    cleaned = cleaning.clean_text(text)
    assert cleaned == cleaned.strip()
    assert not {"\r", "\x07", "\ufeff", "\u200b", "\u00a0"} & set(cleaned)
    assert "\n\n\n" not in cleaned
    assert "  " not in cleaned


@given(TEXTS)
@example("e\u200b\u0301")
@example("â\u00ad€™")
@settings(max_examples=300)
def test_clean_text_is_idempotent(text):
    once = cleaning.clean_text(text)
    assert cleaning.clean_text(once) == once


@given(st.text(st.characters(codec="ascii", categories=["L", "N", "P"]), max_size=60))
def test_plain_words_are_never_changed(text):
    assert cleaning.clean_text(text) == text
