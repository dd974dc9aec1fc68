"""A corpus asked: who says what, how often, with which figures, in which outlet and month."""

import pytest

from onrecord import open_corpus
from onrecord.errors import DataError, UsageError
from onrecord.intake import Item
from onrecord.intake.received import Metadata
from onrecord.run.corpus import extract_corpus
from onrecord.run.engines import open_here

TEXTS = {
    "a": (
        "Coast News",
        "2019-03-05",
        "“The wall is shut,” Mayor Ana Roe told reporters. She said that 300 boats must leave.",
    ),
    "b": (
        "Gull",
        "2019-04-02",
        "Ana Roe said the wall will open. “Never,” said Mr. Ivo Brandt, who speaks for 300 fishermen.",
    ),
    "c": (
        "Gull",
        "2019-04-03",
        "Lee Moss said that 40 percent of the town had no power. It rained all day in the port.",
    ),
}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    from datetime import date

    items = [
        Item(f"{name}.txt", name, ".txt", text.encode(), Metadata(outlet=outlet, published=date.fromisoformat(day)))
        for name, (outlet, day, text) in TEXTS.items()
    ]
    folder = tmp_path_factory.mktemp("corpus")
    extract_corpus(items, folder, open_here, lambda _: None)
    return open_corpus(folder)


def test_claims_by(corpus):
    answer = corpus.claims_by("ana roe")
    assert list(answer.table["outlet"]) == ["Coast News", "Coast News", "Gull"]
    assert answer.table["words"][0] == "The wall is shut,"
    (row, before, words, after), *_ = answer.excerpts[0]
    assert (row, words) == (answer.table["row_id"][0], "The wall is shut,")
    assert after.startswith("” Mayor Ana Roe told")
    assert before == "“"
    assert corpus.claims_by("Nobody").table.empty
    assert len(corpus.claims_by("Roe").table) == 3


def test_most_quoted(corpus):
    answer = corpus.most_quoted()
    assert list(answer.table["actor"])[:1] == ["Ana Roe"]
    assert answer.table.iloc[0][["claims", "outlets", "articles"]].tolist() == [3, 2, 2]
    assert len(answer.excerpts[0]) == 3


def test_figures_of(corpus):
    answer = corpus.figures_of("percent")
    assert answer.table[["outlet", "words", "value"]].to_numpy().tolist() == [["Gull", "40 percent", 40.0]]


def test_coverage_tells_women_and_men_only_by_the_texts_own_words(corpus):
    table = corpus.coverage().table.set_index("outlet")
    assert list(table["month"]) == ["2019-03", "2019-04"]
    assert table.loc["Coast News", ["by_women", "by_men"]].tolist() == [2, 0]
    assert table.loc["Gull", ["by_women", "by_men", "by_people_not_told"]].tolist() == [0, 1, 2]


def test_an_answer_unfolds_in_a_notebook(corpus):
    shown = corpus.claims_by("Ivo Brandt")._repr_html_()
    assert "<details><summary>1</summary>" in shown
    assert "<mark>Never,</mark>" in shown
    assert "<td>2019-04-02</td>" in shown
    assert "<script" not in shown
    assert repr(corpus.claims_by("Nobody")) == "Nothing."


def test_sql(corpus):
    assert corpus.query("SELECT count(*) AS n FROM articles")["n"].tolist() == [3]
    assert corpus.query("FROM exclusions").empty


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        pytest.param("SELEC 1", "Parser Error", id="no-sql"),
        pytest.param("SELECT * FROM read_csv('/etc/passwd')", "disabled by configuration", id="another-file"),
        pytest.param("SELECT 1; DROP VIEW claims", "only questions are answered", id="two-statements"),
        pytest.param("COPY claims TO '/tmp/onrecord.csv'", "only questions are answered", id="writing"),
        pytest.param("SET enable_external_access = true", "only questions are answered", id="unlocking"),
    ],
)
def test_what_is_no_question(corpus, sql, told):
    with pytest.raises(UsageError, match=told) as caught:
        corpus.query(sql)
    assert caught.value.remedy


def test_a_folder_without_a_corpus(tmp_path):
    with pytest.raises(DataError, match="holds no corpus"):
        open_corpus(tmp_path)
