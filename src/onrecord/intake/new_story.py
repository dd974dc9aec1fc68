"""A first ``story.yaml`` for a user's own articles."""

import re
import shutil
from pathlib import Path

import yaml

from onrecord.errors import UsageError
from onrecord.intake.formats import SUFFIX
from onrecord.story import list_stories

NAME = re.compile(r"\A[a-z0-9][a-z0-9-]*\Z")
GUIDE = """\
# Complete this file, then run: onrecord check {name}
# articles: outlet and, where known, headline, published (YYYY-MM-DD), published_basis (stated, metadata, inferred),
#   url, licence, full_text (true where the licence lets you publish the whole text).
# measures (not required): a name, the words that articles use for it, and a series of data/raw/reference/series.csv:
#   measures:
#     population:
#       words: [population, inhabitants]
#       series: population
"""


def check_files(files: list[Path]) -> None:
    """Raise ``UsageError`` for a file that is not there, is no .txt, or shares its stem with another."""
    stems: dict[str, Path] = {}
    for file in files:
        if not file.is_file():
            raise UsageError(f"{file}: there is no such file.", "Name your articles' .txt files.")
        if file.suffix.lower() != SUFFIX:
            raise UsageError(f"{file}: is no {SUFFIX} file.", "Save the article's text as UTF-8 .txt.")
        if other := stems.get(file.stem):
            raise UsageError(f"{file} and {other} have one name, which is the article's id.", "Rename one of them.")
        stems[file.stem] = file


def draft_story(name: str, files: list[Path], root: Path) -> Path:
    """Copy the files to ``data/raw/name`` with a ``story.yaml`` that runs; a story that exists is left alone."""
    if not NAME.match(name):
        raise UsageError(
            f"{name!r}: a story's name has small letters, digits and hyphens only.", "For example: spring-floods"
        )
    folder = root / "data" / "raw" / name
    if name in list_stories(root) or folder.exists():
        raise UsageError(f"data/raw/{name} is already there.", "Choose another name, or edit its story.yaml.")
    check_files(files)
    title = name.replace("-", " ").capitalize()
    about = {
        "title": title,
        "question": f"What does each outlet report about {title.lower()}?",
        "articles": {file.name: {"outlet": _outlet(file.stem)} for file in files},
    }
    folder.mkdir(parents=True)
    for file in files:
        shutil.copy(file, folder / file.name)
    text = GUIDE.format(name=name) + yaml.safe_dump(about, sort_keys=False, allow_unicode=True)
    (folder / "story.yaml").write_text(text, encoding="utf8")
    return folder


def _outlet(stem: str) -> str:
    """A first guess at the outlet from the file's name: ``daily-news`` → ``Daily News``."""
    return re.sub(r"[-_]+", " ", stem).strip().title() or stem
