"""The notebooks under plain papermill, as a reader without ``onrecord run`` would start them, from any folder."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run_notebook(name: str, folder: Path, *arguments: str) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "papermill", ROOT / "notebooks" / f"{name}.ipynb", "out.ipynb", *arguments]
    quiet = ["--no-progress-bar", "--no-log-output"]
    environment = {key: value for key, value in os.environ.items() if key != "ONRECORD_ROOT"}
    return subprocess.run(
        [*map(str, command), *quiet], cwd=folder, env=environment, capture_output=True, text=True, timeout=300
    )


def outputs(folder: Path) -> str:
    """All that the executed notebook shows, as text."""
    cells = json.loads((folder / "out.ipynb").read_text(encoding="utf8"))["cells"]
    return json.dumps([cell.get("outputs", []) for cell in cells], ensure_ascii=False)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(["-p", "stroy", "x"], "there is no parameter 'stroy'. Did you mean 'story'?", id="unknown-name"),
        pytest.param(["-p", "story", "7"], "parameter story: Input should be a valid string", id="wrong-type"),
        pytest.param(["-p", "story", "iran-missle-talks"], "Did you mean 'iran-missile-talks'?", id="unknown-story"),
        pytest.param(["-p", "outlet", "Daily Nothing"], "has no outlet 'Daily Nothing'", id="value-not-in-data"),
    ],
)
def test_a_wrong_parameter_stops_before_anything_is_read(tmp_path, arguments, told):
    done = run_notebook("03-compare", tmp_path, *arguments)
    assert done.returncode != 0
    assert told in done.stderr
    cells = json.loads((tmp_path / "out.ipynb").read_text(encoding="utf8"))["cells"]
    ran = [c for c in cells if c["cell_type"] == "code" and c["execution_count"]]
    assert "check_parameters" in "".join(ran[-1]["source"]), "a cell after the check was run"


def test_explore_runs_top_to_bottom_from_any_folder(tmp_path):
    done = run_notebook("explore", tmp_path, "-p", "article", "mehr-news-agency", "-p", "actor", "Zarif")
    assert done.returncode == 0, done.stderr[-2000:]
    shown = outputs(tmp_path)
    assert "given 2 times by Mehr News Agency; not by Press Shia Agency" in shown, "the number was not followed"
    assert '<mark class=\\"differs\\">' in shown, "no differences between two outlets are marked"
    loaded = re.findall(r"(?:src|href)=.{0,3}https?://[^ >]+|from ['\"]https?://[^'\"]+", shown)
    assert loaded == [], "it would load something from a network"
    assert "image/png" in shown, "the reader's own chart is missing"


def test_review_runs_top_to_bottom_and_writes_nothing(tmp_path):
    raw = ROOT / "data" / "raw" / "iran-missile-talks"
    before = sorted(path.name for path in raw.iterdir())
    done = run_notebook("review", tmp_path)
    assert done.returncode == 0, done.stderr[-2000:]
    assert "Mahmoud Vaezi denies" in outputs(tmp_path), "what the page says is missing"
    assert sorted(path.name for path in raw.iterdir()) == before


def test_other_parameters_leave_the_story_s_own_tables_alone(tmp_path):
    folder = ROOT / "data" / "processed" / "iran-missile-talks"
    before = {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
    done = run_notebook("03-compare", tmp_path, "-p", "outlet", "Mehr News Agency")
    assert done.returncode == 0, done.stderr[-2000:]
    assert {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()} == before
    variant = ROOT / ".onrecord" / "iran-missile-talks" / "variants" / "outlet=Mehr-News-Agency" / "processed"
    outlets = (variant / "comparisons" / "quoted_share.csv").read_text(encoding="utf8")
    assert "Mehr News Agency" in outlets
    assert "Press Shia Agency" not in outlets


def test_corpus_runs_top_to_bottom(tmp_path):
    raw = ROOT / "data" / "raw" / "iran-missile-talks"
    extract = [sys.executable, "-m", "onrecord.run.entry", "extract", f"{raw}/*.txt", "--out", str(tmp_path / "texts")]
    subprocess.run(extract, check=True, capture_output=True, timeout=300)
    done = run_notebook("corpus", tmp_path, "-p", "corpus", str(tmp_path / "texts"), "-p", "actor", "Zarif")
    assert done.returncode == 0, done.stderr[-2000:]
    shown = outputs(tmp_path)
    assert "2 articles of 2 outlets" in shown
    assert "<details><summary>" in shown, "the words behind an answer are missing"
    assert "Mohammad Javad Zarif" in shown


def test_corpus_says_how_to_make_one(tmp_path):
    done = run_notebook("corpus", tmp_path, "-p", "corpus", str(tmp_path / "nowhere"))
    assert done.returncode != 0
    assert "onrecord extract FILES" in done.stderr
