"""Commands on a report that is made."""

import pytest
from conftest import STORY


def test_a_report_is_verified_packed_and_exported(standing, call, tmp_path):
    from onrecord.report import Page
    from onrecord.story import read_parameters

    page = Page(read_parameters("04-report", {"story": STORY}))
    page.add("What sets the outlets apart", "", page.first)
    page.write()
    index = str(standing.reports / "index.html")
    code, out, _ = call("verify", index, "--articles", str(standing.raw))
    assert (code, out.splitlines()[-1]) == (0, "The page says what its rows say.")
    code, out, _ = call("pack", STORY, "--out", str(tmp_path / "x.zip"))
    assert code == 0
    code, out, _ = call("verify", str(tmp_path / "x.zip"))
    assert (code, out.splitlines()[-1]) == (0, "The page says what its rows say.")
    code, out, _ = call("export", STORY, "--format", "md, fragment", "--out", str(tmp_path))
    assert code == 0
    assert sorted(p.name for p in tmp_path.glob(f"{STORY}.*")) == [f"{STORY}.fragment.html", f"{STORY}.md"]
    (standing.reports / "index.html").write_text("<p>nothing")
    code, _, err = call("verify", index)
    assert (code, err.splitlines()[0]) == (3, "The page holds no rows.")


WRONG = [
    pytest.param(["verify", "nowhere.html"], "there is no such file", id="no-page"),
    pytest.param(["verify", "notebooks/01-clean.ipynb", "--articles", "nowhere"], "is no folder", id="no-articles"),
    pytest.param(["export", STORY, "--format", "md"], "there is no report yet", id="no-report"),
    pytest.param(["pack", STORY], "there is no report yet", id="nothing-to-pack"),
]


@pytest.mark.parametrize(("words", "message"), WRONG)
def test_what_cannot_be_done_is_told(project, call, words, message):
    code, _, err = call(*words)
    assert code == 2
    assert message in err
