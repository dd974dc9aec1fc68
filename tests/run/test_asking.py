"""The command that asks a corpus."""

import pytest
from conftest import COAST, FJORD


@pytest.fixture
def folder(project, call, tmp_path):
    (tmp_path / "coast.txt").write_text(COAST)
    (tmp_path / "fjord.txt").write_text(FJORD)
    assert (
        call("extract", str(tmp_path / "coast.txt"), str(tmp_path / "fjord.txt"), "--out", str(tmp_path / "out"))[0]
        == 0
    )
    return str(tmp_path / "out")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (["most-quoted"], "claims"),
        (["coverage"], "by_women"),
        (["claims"], "claim_id"),
        (["SELECT", "count(*) AS n", "FROM articles"], "2"),
        (["figures-of", "nothing of the kind"], "Nothing."),
    ],
)
def test_questions(folder, call, question, told):
    code, out, _ = call("query", folder, *question)
    assert (code, told in out) == (0, True)


@pytest.mark.parametrize("question", [["claims-by"], ["coverage", "of", "what"], ["SELEC 1"]])
def test_no_questions(folder, call, question):
    assert call("query", folder, *question)[0] == 2


def test_no_corpus(project, call, tmp_path):
    code, _, err = call("query", str(tmp_path), "coverage")
    assert (code, "holds no corpus" in err) == (3, True)
