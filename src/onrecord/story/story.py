"""A story: its folder, and where its tables and reports go."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import StoryError, UsageError, near
from onrecord.story.aliases import AliasLine, SettledAliases, read_alias_lines, settle_aliases
from onrecord.story.story_file import StoryFile, read_story_file
from onrecord.tables.handmade import shown

HAND_MADE = ("story.yaml", "review.csv", "aliases.csv", "sample.csv")
NEVER_ARTICLES = (*HAND_MADE, "README.md")
REFERENCE = Path("data/raw/reference")  # from the project's root: the public statistics


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
        return self.root / REFERENCE

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

    def read_aliases(self, further: Sequence[AliasLine] = ()) -> SettledAliases:
        """The decisions of ``aliases.csv`` that count, with ``further`` ones after them; raises ``StoryError`` naming a
        faulty line."""
        return settle_aliases([*read_alias_lines(self.raw / "aliases.csv"), *further])

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
    about = read_story_file(path)
    stems: dict[str, str] = {}
    for file in about.articles:
        if Path(file).name != file:
            raise StoryError(f"{shown(path)}: articles: {file}: names a folder.", f"Put the file into data/raw/{name}.")
        if other := stems.get(Path(file).stem):
            raise StoryError(f"{shown(path)}: articles: {file} and {other} have one name, which is the article's id.",
                             "Rename one of them.")  # fmt: skip
        stems[Path(file).stem] = file
    return Story(name, root, about)
