"""What the last good run was made from, so that the next one works only on what changed.

A notebook is run again when its own text, its parameters, the code, the versions of what the code stands on, a file
that it reads, or an output of the notebook before it is no longer the same, by content; or when one of its own outputs
is gone or was changed by hand.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TypedDict

from onrecord.story import ELSEWHERE, HAND_MADE, Settings, Story, digest_file, digest_parts
from onrecord.tables.folders import writing

NAME = "manifest.json"
# The hand-made files that each notebook reads, beside what the one before it wrote.
READS = {
    "01-clean": ("articles", "story.yaml"),
    "02-extract": ("story.yaml", "aliases.csv", "review.csv"),
    "03-compare": ("story.yaml", "reference"),
    "04-report": (
        "story.yaml",
        "reference",
        "articles",
        "aliases.csv",
        "review.csv",
        "sample.csv",
    ),  # its provenance names them
}


class Run(TypedDict):
    """One notebook's last run: the key of its inputs, and its outputs with their digests."""

    key: str
    outputs: dict[str, str]


Runs = dict[str, Run]


class Manifest:
    """The keys and outputs of the last good run's notebooks."""

    def __init__(self, path: Path):
        self.path = path
        self.runs = _read(path)

    def is_done(self, notebook: str, key: str, folders: dict[str, Path]) -> bool:
        """Whether the last good run of a notebook had this key, and its outputs still stand in ``folders``."""
        last = self.runs.get(notebook)
        if last is None or last["key"] != key:
            return False
        return _digest_standing(last["outputs"], folders) == last["outputs"]

    def outputs_of(self, notebook: str) -> dict[str, str]:
        """Outputs by ``folder/path`` with their digests."""
        return self.runs[notebook]["outputs"] if notebook in self.runs else {}

    def write(self, runs: Runs) -> None:
        with writing(self.path) as path:
            path.write_text(json.dumps(runs, indent=1), encoding="utf8")
        self.runs = runs


def _read(path: Path) -> Runs:
    try:
        read: Runs = json.loads(path.read_text(encoding="utf8"))
        return read
    except (OSError, ValueError):  # none yet, or not one of ours: everything is run
        return {}


def make_key(settings: Settings, before: str, code: str) -> str:
    """The key of one notebook's run: ``before`` is the digest of the outputs that it starts from."""
    story = settings.story
    notebook = story.root / "notebooks" / f"{settings.notebook}.ipynb"
    given = {k: v for k, v in settings.given.model_dump().items() if k not in ELSEWHERE}
    read = {str(p.relative_to(story.root)): digest_file(p) for p in _read_files(story, READS[settings.notebook])}
    return digest_parts([before, code, digest_file(notebook), json.dumps([given, read], sort_keys=True)])


def _read_files(story: Story, kinds: Iterable[str]) -> list[Path]:
    found: list[Path] = []
    for kind in kinds:
        if kind == "articles":
            found += [p for p in story.raw.iterdir() if p.is_file() and p.name not in HAND_MADE]
        elif kind == "reference":
            found += story.reference.glob("*.csv")
        elif (story.raw / kind).is_file():
            found.append(story.raw / kind)
    return sorted(found)


def digest_all(outputs: dict[str, str]) -> str:
    """One digest of several outputs."""
    return digest_parts(f"{path} {digest}" for path, digest in sorted(outputs.items()))


def list_outputs(folders: dict[str, Path]) -> dict[str, str]:
    """Every file below the folders, by ``folder/path``, with its digest."""
    found = {}
    for name, folder in folders.items():
        for path in sorted(p for p in folder.rglob("*") if p.is_file()) if folder.is_dir() else ():
            found[f"{name}/{path.relative_to(folder).as_posix()}"] = digest_file(path)
    return found


def _digest_standing(outputs: Iterable[str], folders: dict[str, Path]) -> dict[str, str]:
    """The outputs as they stand now; those that are gone are left out."""
    found = {}
    for output in outputs:
        name, _, path = output.partition("/")
        file = folders[name] / path
        if file.is_file():
            found[output] = digest_file(file)
    return found
