"""onrecord review: how far a review has come, a sample, and gold."""

from conftest import STORY


def test_review_tells_draws_and_writes_gold(standing, call, tmp_path):
    code, out, _ = call("review", STORY)
    assert code == 0
    assert "13 claims, 0 reviewed" in out
    assert call("review", STORY, "--sample", "4")[0] == 0
    assert len((standing.raw / "sample.csv").read_text(encoding="utf-8-sig").splitlines()) == 5
    assert "A random sample of 4 rows was drawn" in call("review", STORY)[1]
    assert call("review", STORY, "--sample", "4")[0] == 2
    code, _, err = call("review", STORY, "--gold", str(tmp_path / "gold.jsonl"))
    assert (code, (tmp_path / "gold.jsonl").exists()) == (2, False)
    assert "no article is reviewed whole" in err
    rows = [line.split(",")[0] for name in ("claims", "figures")
            for line in (standing.processed / f"{name}.csv").read_text(encoding="utf8").splitlines()[1:]]  # fmt: skip
    ids = [row for row in rows if len(row) == 13]
    standing.write("review.csv", "row_id,words,verdict,column,value,reviewer,on,note\n"
                   + "".join(f"{row},,accepted,,,AB,,\n" for row in ids))  # fmt: skip
    assert call("review", STORY, "--gold", str(tmp_path / "gold.jsonl"))[0] == 0
    assert len((tmp_path / "gold.jsonl").read_text(encoding="utf8").splitlines()) == 2
    assert ": 4 were wrong" not in call("review", STORY)[1]
    assert "was reviewed: 0 were wrong, 0%" in call("review", STORY)[1]
