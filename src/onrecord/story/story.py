"""A story: its folder, its ``story.yaml``, and where its tables and reports go."""

import csv
import difflib
import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from onrecord.errors import StoryError, UsageError

HAND_MADE = ("story.yaml", "review.csv", "aliases.csv")
NEVER_ARTICLES = (*HAND_MADE, "README.md")


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ArticleEntry(_Entry):
    """What ``story.yaml`` says of one article file.

    ``published_basis``: null with a date counts as metadata. ``full_text``: whether its text may be published whole.
    """

    outlet: str = Field(min_length=1)
    headline: str | None = None
    published: date | None = None
    published_basis: Literal["stated", "metadata", "inferred"] | None = None
    url: str | None = None
    licence: str | None = None
    full_text: bool = False


class MeasureEntry(_Entry):
    """A measure to compare: the words that name it in articles, and the reference series to set beside it."""

    words: list[str] = Field(min_length=1)
    series: str | None = None


class StoryFile(_Entry):
    """``story.yaml``. ``as_of``: the day up to which reference values count as known now (null: all of them)."""

    title: str = Field(min_length=1)
    question: str = Field(min_length=1)
    standfirst: str | None = None
    byline: str | None = None
    as_of: date | None = None
    articles: dict[str, ArticleEntry] = Field(min_length=1)
    measures: dict[str, MeasureEntry] = Field(default_factory=dict)


class _Loader(yaml.SafeLoader):
    """Dates stay text: pydantic names the key of a bad one, where PyYAML would raise a bare ValueError."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in known if tag != "tag:yaml.org,2002:timestamp"]
    for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

KEYS = {"articles": ArticleEntry, "measures": MeasureEntry}


@dataclass(frozen=True)
class Story:
    """A story by its folder's name, with what ``story.yaml`` says of it."""

    name: str
    root: Path
    about: StoryFile

    @property
    def raw(self) -> Path:
        return self.root / "data" / "raw" / self.name

    @property
    def reference(self) -> Path:
        return self.root / "data" / "raw" / "reference"

    @property
    def processed(self) -> Path:
        return self.root / "data" / "processed" / self.name

    @property
    def reports(self) -> Path:
        return self.root / "reports" / self.name

    @property
    def work(self) -> Path:
        """Executed notebooks, logs and unfinished builds; git ignores it."""
        return self.root / ".onrecord" / self.name

    def read_aliases(self) -> list[tuple[str, str, bool]]:
        """(alias, actor, same) from the hand-made ``aliases.csv``; none without the file.

        Raises ``StoryError`` naming the line when a column is missing or ``same`` is neither true nor false.
        """
        path = self.raw / "aliases.csv"
        if not path.is_file():
            return []
        with path.open(encoding="utf8", newline="") as file:
            rows = list(csv.DictReader(file))
        for line, row in enumerate(rows, 2):
            if not row.get("alias") or not row.get("actor") or (row.get("same") or "").lower() not in ("true", "false"):
                raise StoryError(
                    f"{_shown(path)}, line {line}: needs alias, actor and same (true or false).", "Mend that line."
                )
        return [(row["alias"], row["actor"], row["same"].lower() == "true") for row in rows]

    @property
    def outlets(self) -> list[str]:
        """Outlets in the order of ``story.yaml``."""
        return list(dict.fromkeys(entry.outlet for entry in self.about.articles.values()))


def find_root() -> Path:
    """The project's folder: ``ONRECORD_ROOT``, else the nearest folder upwards that has ``data/raw`` and ``notebooks``,
    else the checkout that this package was installed from."""
    if named := os.environ.get("ONRECORD_ROOT"):
        return Path(named).resolve()
    here = Path.cwd()
    candidates = [here, *here.parents, Path(__file__).resolve().parents[3]]
    for folder in candidates:
        if (folder / "data" / "raw").is_dir() and (folder / "notebooks").is_dir():
            return folder
    raise UsageError(
        "No On the Record project here: no folder upwards has both data/raw and notebooks.",
        "Change into your clone, or set ONRECORD_ROOT to it.",
    )


def list_stories(root: Path) -> list[str]:
    """Names of the folders under ``data/raw`` that hold a ``story.yaml``."""
    return sorted(path.parent.name for path in (root / "data" / "raw").glob("*/story.yaml"))


def near(word: str, known: list[str]) -> str:
    """A hint that names the likeliest meant word, or nothing."""
    match = difflib.get_close_matches(word, known, n=1, cutoff=0.5)
    return f" Did you mean {match[0]!r}?" if match else ""


def read_story(name: str, root: Path | None = None) -> Story:
    """The story of this name; raises ``UsageError`` for an unknown one, ``StoryError`` for a faulty ``story.yaml``."""
    root = root or find_root()
    known = list_stories(root)
    if name not in known:
        raise UsageError(
            f"There is no story {name!r} under data/raw.{near(name, known)}",
            f"Stories: {', '.join(known) or 'none'}. Start one with: onrecord new STORY FILES…",
        )
    path = root / "data" / "raw" / name / "story.yaml"
    about = _read_story_file(path)
    for file in about.articles:
        if Path(file).name != file:
            raise StoryError(
                f"{_shown(path)}: articles: {file}: names a folder.", f"Put the file into data/raw/{name}."
            )
        if not (path.parent / file).is_file():
            present = [p.name for p in path.parent.iterdir() if p.name not in NEVER_ARTICLES]
            raise StoryError(
                f"{_shown(path)}: articles: {file}: there is no such file beside it.{near(file, present)}",
                f"Put {file} into data/raw/{name}, or take it out of story.yaml.",
            )
    return Story(name, root, about)


def _shown(path: Path) -> str:
    """The path as the user knows it: data/raw/STORY/file."""
    return "/".join(path.parts[-4:])


def _read_story_file(path: Path) -> StoryFile:
    try:
        content = yaml.load(path.read_text(encoding="utf8"), _Loader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        where = f" (line {error.problem_mark.line + 1})" if getattr(error, "problem_mark", None) else ""
        raise StoryError(f"{_shown(path)}: cannot be read as YAML{where}: {error}", "Mend that line.") from error
    try:
        return StoryFile.model_validate(content)
    except ValidationError as error:
        problems = "\n".join(f"{_shown(path)}: {_explain(problem)}" for problem in error.errors())
        raise StoryError(problems, "Mend story.yaml; the README's section on adding a story lists its keys.") from error


def _explain(problem: dict[str, Any]) -> str:
    """One pydantic problem as a sentence that names the key and, for an unknown one, the near one."""
    place = problem["loc"]
    where = ": ".join(str(part) for part in place) or "the whole file"
    if problem["type"] == "extra_forbidden":
        model = KEYS.get(str(place[0]), StoryFile) if len(place) > 1 else StoryFile
        return f"{where}: there is no such key.{near(str(place[-1]), list(model.model_fields))}"
    if problem["type"] == "missing":
        return f"{where}: is missing."
    return f"{where}: {problem['msg'].removeprefix('Value error, ')} (found {problem['input']!r})."
