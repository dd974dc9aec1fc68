"""The first story, regenerated: the same bytes as committed. How good they are, ``make quality`` says."""

import re
import shutil
from pathlib import Path

import pytest

from onrecord.run import chain

ROOT = Path(__file__).parents[1]
STORY = "iran-missile-talks"


# The one thing in an output that another Python may change.
PYTHON = re.compile(rb'("python": ")[\d.]+(")|(>python )[\d.]+(<)')


def files_of(folder: Path) -> dict[str, bytes]:
    files = {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}
    return {name: PYTHON.sub(rb"\1\3X.Y\2\4", content) for name, content in files.items()}


@pytest.fixture(scope="module")
def regenerated(tmp_path_factory):
    """The project's data and notebooks elsewhere, run from scratch."""
    root = tmp_path_factory.mktemp("elsewhere")
    shutil.copytree(ROOT / "data" / "raw", root / "data" / "raw")
    shutil.copytree(ROOT / "notebooks", root / "notebooks")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ONRECORD_ROOT", str(root))
        chain.run_story(STORY, {}, tell=lambda line: None)
    return root


@pytest.mark.parametrize("part", ["data/processed", "reports"])
def test_same_inputs_give_the_committed_bytes(regenerated, part):
    new, committed = files_of(regenerated / part / STORY), files_of(ROOT / part / STORY)
    assert sorted(new) == sorted(committed)
    differing = [name for name in new if new[name] != committed[name]]
    assert not differing, "run make report, look at what changed, and commit it"
