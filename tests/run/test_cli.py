"""The command line: one message with cause and remedy, the right exit code, and nothing good touched."""

from dataclasses import fields

import pytest
from conftest import COAST, STORY

from onrecord.run import chain, doctor
from onrecord.tables import Tables


def test_check_says_that_a_story_can_be_run(project, call):
    code, out, err = call("check", STORY)
    assert (code, err) == (0, "")
    assert "coast-news.txt: Coast News, " in out
    assert "published 2019-03-05 (stated)" in out
    assert "The page would say (" in out
    assert out.endswith(f"onrecord run {STORY}\n")


def test_check_warns_of_a_missing_date(project, call):
    project.edit_story("    published: 2019-03-05\n    published_basis: inferred\n", "")
    code, out, _ = call("check", STORY)
    assert code == 0
    assert "published unknown" in out
    assert "fjord-post.txt in data/raw/harbour-wall/story.yaml" in out


def test_check_does_not_stumble_over_a_basis_without_a_date(project, call):
    project.edit_story("    published: 2019-03-05\n    published_basis: stated\n", "    published_basis: stated\n")
    code, out, _ = call("check", STORY)
    assert code == 0
    assert "published unknown" in out


WRITE = {
    "empty": b"",
    "binary": b"\x7fELF\0\0\0" * 50,
    "million": b"The wall held. " * 70_000,
    "quotation-marks": "“”".encode() * 500,
    "persian": "وزیر خارجه روز دوشنبه گفت که دیوار بندر بسته شده است. ".encode() * 20,
    "twin": COAST.encode(),
}


@pytest.mark.parametrize("content", WRITE.values(), ids=WRITE)
def test_a_bad_article_is_named_and_the_exit_code_is_the_data_s(project, call, content):
    project.write("third.txt", content)
    project.edit_story("  fjord-post.txt:", "  third.txt:\n    outlet: Coast News\n  fjord-post.txt:")
    before = project.files()
    code, out, err = call("check", STORY)
    assert code == 3
    assert "left out: third: " in out
    assert err == (
        "1 of the story's files cannot be used; a run leaves them out and says so.\nMend them or story.yaml.\n"
    )
    assert project.files() == before


def titel(project):
    project.edit_story("title: Are", "titel: Are")


def undated(project):
    project.edit_story("    published: 2019-03-05\n    published_basis: stated", "    published: soon")


def unwritable(project):
    (project.root / "reports").write_text("a file in place of the folder")


ERRORS = [
    pytest.param(None, ["run", "harbor-wall"], 2, "Did you mean 'harbour-wall'?", id="run-unknown-story"),
    pytest.param(None, ["check", "harbor-wall"], 2, "Did you mean 'harbour-wall'?", id="check-unknown-story"),
    pytest.param(None, ["run", STORY, "-p", "outlat", "x"], 2, "Did you mean 'outlet'?", id="unknown-parameter"),
    pytest.param(None, ["run", STORY, "-p", "outlet"], 2, "Write -p NAME VALUE", id="parameter-without-value"),
    pytest.param(None, ["run", STORY, "--fast"], 2, "--fast: is no parameter", id="unknown-option"),
    pytest.param(titel, ["run", STORY], 3, "Did you mean 'title'?", id="wrong-key"),
    pytest.param(titel, ["check", STORY], 3, "Did you mean 'title'?", id="check-wrong-key"),
    pytest.param(undated, ["run", STORY], 3, "published", id="bad-date"),
    pytest.param(unwritable, ["run", STORY], 2, "cannot write into reports/", id="no-write-permission"),
    pytest.param(None, ["explain", "c000000000000"], 2, "No processed story has a row", id="unknown-row"),
    pytest.param(None, ["new", STORY, "x.txt"], 2, "already there", id="new-over-a-story"),
    pytest.param(None, ["new", "walls", "x.txt"], 2, "x.txt: there is no such file", id="new-without-file"),
]


@pytest.mark.parametrize(("spoil", "words", "code", "told"), ERRORS)
def test_each_error_is_one_message(project, call, monkeypatch, spoil, words, code, told):
    monkeypatch.setattr(chain, "_execute", lambda *_: pytest.fail("a notebook was started"))
    if spoil:
        spoil(project)
    before = project.files()
    found, _, err = call(*words)
    assert found == code
    assert told in err
    assert "Traceback" not in err
    assert 2 <= len(err.splitlines()) <= 3  # cause and remedy
    assert project.files() == before


def test_parameters_may_stand_before_the_story(project, call, monkeypatch):
    monkeypatch.setattr(chain, "run_story", lambda name, given, tell: project.root / f"{name}-{given['outlet']}")
    assert call("run", "-p", "outlet", "Coast News", STORY)[0] == 0


def test_run_passes_its_parameters_on(project, call, monkeypatch):
    asked = {}
    monkeypatch.setattr(chain, "run_story", lambda name, given, tell: asked.update(given) or project.root / "x.html")
    assert call("run", STORY, "-p", "outlet", "Coast News", "-p", "pipeline", "xx")[0] == 0
    assert asked == {"outlet": "Coast News", "pipeline": "xx"}


def test_run_prints_where_the_report_is(project, call, monkeypatch):
    monkeypatch.setattr(chain, "run_story", lambda *_: project.reports / "index.html")
    assert call("run", STORY)[1] == f"Report: reports/{STORY}/index.html\n"


def test_ctrl_c_says_that_nothing_is_lost(standing, call, monkeypatch):
    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(chain, "_execute", interrupt)
    code, _, err = call("run", STORY)
    assert code == 130  # 128 + SIGINT, as shells have it
    assert err.endswith("Stopped. What was finished before is untouched.\n")


def test_ctrl_c_leaves_everything_untouched(standing, call, monkeypatch):
    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(chain, "_execute", interrupt)
    before = standing.files()
    call("run", STORY)
    after = standing.files()
    assert {path: after[path] for path in before} == before
    assert {path.partition("/")[0] for path in after.keys() - before.keys()} == {".onrecord"}


def test_a_surprise_is_our_fault_and_its_traceback_in_a_log(project, call, monkeypatch):
    def fail(*_):
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(chain, "run_story", fail)
    code, _, err = call("run", STORY)
    assert code == 4
    assert "Our fault: ZeroDivisionError: division by zero" in err
    assert "Traceback" not in err
    assert "Traceback" in (project.root / ".onrecord" / "error.log").read_text()


@pytest.mark.parametrize(
    "words",
    [pytest.param([], id="none"), pytest.param(["fly"], id="no-such-command"), pytest.param(["run"], id="no-story")],
)
def test_usage_errors_are_the_user_s(call, words):
    code, out, err = call(*words)
    assert code == 2
    assert "Usage" in out + err


def test_help(call):
    code, out, _ = call("--help")
    assert code == 0
    for command in ("run", "check", "new", "extract", "explain", "doctor"):
        assert command in out


def test_series_lists_and_searches(project, call):
    code, out, _ = call("series")
    assert code == 0
    assert len(out.splitlines()) == 3
    assert call("series", "invented", "census")[1].startswith("population: ")
    code, _, err = call("series", "snow")
    assert code == 2
    assert "'snow'" in err


def test_new_then_check(project, call, tmp_path):
    (tmp_path / "daily-coast.txt").write_text(COAST)
    assert call("new", "sea-walls", str(tmp_path / "daily-coast.txt"))[0] == 0
    code, out, _ = call("check", "sea-walls")
    assert (code, "story.yaml marks 1 guess: confirm each" in out) == (0, True)


def test_extract_writes_all_tables(project, call, tmp_path):
    file = tmp_path / "coast.txt"
    file.write_text(COAST)
    code, out, _ = call("extract", str(file), "--out", str(tmp_path / "out"))
    assert code == 0
    assert "1 article in 1 shard" in out
    names = [*(field.name for field in fields(Tables)), "copies"]
    written = {p.name for p in (tmp_path / "out").iterdir()} - {"run.lock"}
    assert written == {f"{n}.{e}" for n in names for e in ("csv", "parquet")} | {"manifest.json", "shards"}


def test_extract_names_the_file_that_is_no_text(project, call, tmp_path):
    file = tmp_path / "photo.txt"
    file.write_bytes(b"\x89PNG\0\0")
    code, out, err = call("extract", str(file), "--out", str(tmp_path / "out"))
    assert code == 3
    assert "photo.txt: it holds zero bytes" in out
    assert "none of the files is an article" in err


def test_explain_prints_the_words_in_context(standing, call, processed):
    row = processed.claims.iloc[0]
    code, out, _ = call("explain", row["claim_id"])
    assert code == 0
    assert out.startswith("claims\n")
    assert f"[{processed.articles.loc[0, 'body'][row['start'] : row['end']]}]" in out


def test_doctor(call, monkeypatch):
    monkeypatch.setattr(doctor, "find_problems", lambda root, tell: [])
    assert call("doctor") == (0, "All well.\n", "")
    monkeypatch.setattr(doctor, "find_problems", lambda root, tell: ["pandas: 1, but 2 is pinned."])
    assert call("doctor") == (4, "", "pandas: 1, but 2 is pinned.\nRemove .venv and run make report again.\n")


def test_there_are_reports_for_each_outlet_only(project, call):
    code, _, err = call("run", STORY, "--each", "country")
    assert code == 2
    assert "Write --each outlet" in err


def test_check_lists_what_to_look_at_before_publishing(standing, call):
    _, out, _ = call("check", STORY)
    assert "To look at before publishing (" in out
    assert "(number): “" in out
