"""Which articles print one text, and that it counts once."""

import pytest

import onrecord
from onrecord.comparison.copies import find_copies
from onrecord.tables import read_rows
from onrecord.tables.extracted import ArticleRow

TEXT = (
    "LISBON (AP) — The council of Porto closed the harbour wall on Monday after the storm.\n\n"
    "“We had no choice,” Mayor Ana Roe told reporters in the hall of the town, which was full of people from the port. "
    "She said that the wall would be shut for 20 days, and that 300 boats must leave it before the weekend.\n\n"
    "The fishermen of the port reject that. “We will not leave,” said their speaker, Ivo Brandt, who has a boat there."
)
OTHER = (
    "Porto’s mayor, Ana Roe, said on Monday that 300 boats have to leave. “We had no choice,” she said of the old wall."
)
LEAD = "Our own reporter was in the square, where few were surprised by what they heard at noon on a grey day."


def tables(**texts: str):
    return onrecord.extract(texts, story=True)


@pytest.fixture(scope="module")
def found():
    return tables(coast=TEXT, gull=f"{LEAD}\n\n{TEXT.split(' — ')[1]}", herald=OTHER, post=TEXT)


def test_copies_name_the_first(found):
    rows = find_copies(read_rows(found.articles, ArticleRow))
    assert [(row.article_id, row.copy_of, row.agency) for row in rows] == [
        ("gull", "coast", None),
        ("post", "coast", None),
    ]  # onrecord.extract cuts no dateline, so none is known
    assert min(row.share for row in rows) > 0.7


def test_one_text_is_compared_once(found):
    compared = onrecord.compare(found)
    articles = found.claims.set_index("claim_id")["article_id"]
    pairs = compared.claim_pairs
    assert {articles[claim] for claim in [*pairs["claim_a"], *pairs["claim_b"]]} == {"coast", "herald"}
    assert list(compared.copies["article_id"]) == ["gull", "post"]


def test_who_prints_a_copy_left_nothing_out(found):
    left_out = onrecord.compare(found).left_out
    assert not set(left_out["outlet"]) & {"gull", "post"}
