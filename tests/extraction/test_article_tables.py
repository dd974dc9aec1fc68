"""One article → its tables: sentences, quoted words, reasons, and nothing that hangs on another article."""

import pytest

import onrecord
from onrecord.extraction import extract_each
from onrecord.tables import read_rows
from onrecord.tables.extracted import ArticleRow, ClaimRow

PARAGRAPHS = "LISBON – Ana Duarte said the wall held. It rained.\n\n“No,” said Lars Holm.  He left."


def test_sentences_are_numbered_in_their_paragraphs():
    table = onrecord.extract({"a": PARAGRAPHS}).sentences
    assert [PARAGRAPHS[s:e] for s, e in zip(table["start"], table["end"], strict=True)] == [
        "Ana Duarte said the wall held.",
        "It rained.",
        "“No,” said Lars Holm.",
        "He left.",
    ]
    assert table["sentence"].tolist() == [1, 2, 3, 4]
    assert table["paragraph"].tolist() == [1, 1, 2, 2]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        pytest.param("“The wall held,” Ana Duarte said.", 3, id="direct"),
        pytest.param("Ana Duarte said the wall held.", 0, id="indirect"),
        pytest.param("Ana Duarte said the wall “held very well” all year.", 3, id="mixed"),
    ],
)
def test_quoted_words_of_a_claim(text, quoted):
    (claim,) = read_rows(onrecord.extract({"a": text}).claims, ClaimRow)
    assert claim.quoted_words == quoted


def test_every_mention_says_why_it_is_its_actor_s():
    mentions = onrecord.extract({"a": "Mayor Ana Duarte spoke. Duarte said that she was tired."}).mentions
    named = mentions[mentions["actor_id"].notna()]
    assert named["rule"].notna().all()
    assert set(named["text"]) == {"Ana Duarte", "Duarte", "she"}


def test_an_article_s_tables_do_not_hang_on_its_neighbours():
    texts = {"a": "Ana Duarte said it rained.", "b": "Duarte spent $3 million, Lars Holm said."}
    rows = read_rows(onrecord.extract(texts).articles, ArticleRow)
    together = {found.article_id: found for found in extract_each(rows)}
    assert together == {row.article_id: next(extract_each([row])) for row in rows}


@pytest.mark.parametrize(
    ("outlet", "name"),
    [
        ("The Delvo Harbour Post", "The Delvo Harbour Post"),
        ("Delvo News", "Harbour Post"),
        ("Post Delvo", "Harbour Post"),
    ],
)
def test_an_outlet_in_its_own_article_has_its_whole_name(outlet, name):
    made = onrecord.extract({"a": "Ana Duarte told the Harbour Post that it rained."}, outlets={"a": outlet})
    assert name in set(made.actors["name"])
