"""Notebooks stay clean in git, whatever JupyterLab writes into them: the filter that ``make lab`` sets."""

import json
import re
import shutil
import subprocess

import pytest
from conftest import REPOSITORY

NOTEBOOKS = sorted((REPOSITORY / "notebooks").glob("*.ipynb"))


def clean(content: str) -> str:
    """What git stores of a notebook: the filter's own command, as the Makefile has it."""
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf8")
    strip = re.search(r"^STRIP := (.*)$", makefile, re.MULTILINE)[1]
    assert "filter.notebooks.clean '$(BIN)/nbstripout $(STRIP)'" in makefile
    program = REPOSITORY / ".venv" / "bin" / "nbstripout"
    program = str(program) if program.is_file() else shutil.which("nbstripout")
    done = subprocess.run(f"{program} {strip}", shell=True, input=content, capture_output=True, text=True, check=True)
    return done.stdout


def as_saved(content: str) -> str:
    """The notebook as JupyterLab saves it after every cell was run."""
    notebook = json.loads(content)
    for number, cell in enumerate(c for c in notebook["cells"] if c["cell_type"] == "code"):
        cell["execution_count"] = number + 1
        cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": ["It rained.\n"]}]
        cell["metadata"]["execution"] = {"iopub.status.busy": "2024-05-03T10:22:05Z"}
        cell["metadata"]["collapsed"] = True
    notebook["metadata"]["language_info"] |= {
        "codemirror_mode": {"name": "ipython", "version": 3}, "file_extension": ".py", "mimetype": "text/x-python",
        "nbconvert_exporter": "python", "pygments_lexer": "ipython3", "version": "3.12.1",
    }  # fmt: skip
    notebook["metadata"]["widgets"] = {"application/vnd.jupyter.widget-state+json": {"state": {"a": 1}}}
    return json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_git_stores_what_was_committed(path):
    content = path.read_text(encoding="utf8")
    assert clean(as_saved(content)) == clean(content) == content


def test_git_uses_the_filter_for_the_notebooks():
    done = subprocess.run(
        ["git", "check-attr", "filter", "notebooks/explore.ipynb"], cwd=REPOSITORY, capture_output=True, text=True
    )
    if done.returncode:
        pytest.skip("no git checkout: " + done.stderr.strip())
    assert done.stdout.strip() == "notebooks/explore.ipynb: filter: notebooks"
