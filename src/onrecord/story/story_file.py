"""``story.yaml``: what it may say, and one clear message for whatever it may not."""

import re
from collections.abc import Hashable
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, ValidationError

from onrecord.errors import StoryError, near
from onrecord.tables.handmade import shown

LARGEST = 1_000_000  # bytes
DEEPEST = 20  # levels; a story has four
REMEDY = "Mend story.yaml; the README's section on adding a story lists its keys."
# What people write for a key, where no likeness of letters would find it.
MEANT = {"date": "published", "source": "outlet", "publisher": "outlet", "title": "headline", "link": "url"}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def _check_day(value: object) -> object:
    """A whole day as text: pydantic would read 2019 as seconds since 1970."""
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise ValueError("a day is written 2024-05-03")
    return value


Day = Annotated[date, BeforeValidator(_check_day)]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ArticleEntry(_Entry):
    """What ``story.yaml`` says of one article file.

    ``published_basis``: null with a date counts as metadata. ``full_text``: whether its text may be published whole.
    """

    outlet: Words
    headline: Words | None = None
    published: Day | None = None
    published_basis: Literal["stated", "metadata", "inferred"] | None = None
    url: Words | None = None
    byline: Words | None = None
    licence: Words | None = None
    full_text: bool = False


class MeasureEntry(_Entry):
    """A measure to compare: the words that name it in articles, and the reference series to set beside it."""

    words: list[Words] = Field(min_length=1)
    series: Words | None = None


class StoryFile(_Entry):
    """``story.yaml``. ``as_of``: the day up to which reference values count as known now (null: all of them).

    ``credit_reviewers``: whether a published page tells who corrected a row, and their note.
    """

    title: Words
    question: Words
    standfirst: Words | None = None
    byline: Words | None = None
    as_of: Day | None = None
    credit_reviewers: bool = False
    articles: dict[Words, ArticleEntry] = Field(min_length=1)
    measures: dict[Words, MeasureEntry] = Field(default_factory=dict)


KEYS: dict[str, type[BaseModel]] = {"articles": ArticleEntry, "measures": MeasureEntry}


class _Loader(yaml.SafeLoader):  # type: ignore[misc]  # PyYAML has no types
    """Plain YAML: dates stay text, so that pydantic names the key of a bad one; a key stands once."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[Any] = set()
        for key, _ in node.value:
            if (name := getattr(key, "value", None)) in seen:
                raise yaml.constructor.ConstructorError(None, None, f"{name}: stands there twice", key.start_mark)
            seen.add(name)
        made: dict[Hashable, Any] = super().construct_mapping(node, deep)
        return made


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in known if tag != "tag:yaml.org,2002:timestamp"]
    for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read_story_file(path: Path) -> StoryFile:
    """The story's file; raises ``StoryError`` naming each key that is wrong, and the line of what is no YAML."""
    try:
        content = path.read_bytes()
        if len(content) > LARGEST:
            raise StoryError(f"{shown(path)}: {len(content):,} bytes are more than the {LARGEST:,} of a story.", REMEDY)
        text = content.decode("utf-8-sig")
        _check_plain(path, text)
        loaded = yaml.load(text, _Loader)
    except (yaml.YAMLError, ValueError) as error:  # ValueError: no UTF-8, or a number of thousands of digits
        mark = getattr(error, "problem_mark", None)
        where = f", line {mark.line + 1}" if mark else ""
        problem = getattr(error, "problem", None) or str(error)
        raise StoryError(f"{shown(path)}{where}: cannot be read as YAML: {problem}.", "Mend that line.") from error
    try:
        return StoryFile.model_validate(loaded)
    except ValidationError as error:
        problems = "\n".join(f"{shown(path)}: {_explain(problem)}" for problem in error.errors())
        raise StoryError(problems, REMEDY) from error


def _check_plain(path: Path, text: str) -> None:
    """No anchors and aliases, which can grow without bound, and no deeper levels than a story has."""
    depth = 0
    for event in yaml.parse(text, yaml.SafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        line = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise StoryError(f"{shown(path)}, line {line}: & and * are not read here.", "Write the value out.")
        if depth > DEEPEST:
            raise StoryError(f"{shown(path)}, line {line}: is nested too deeply.", REMEDY)


def _explain(problem: Any) -> str:
    """One pydantic problem as a sentence that names the key and, for an unknown one, the near one."""
    place = problem["loc"]
    where = ": ".join(str(part) for part in place if part != "[key]") or "the whole file"
    if problem["type"] == "extra_forbidden":
        model: type[BaseModel] = KEYS.get(str(place[0]), StoryFile) if len(place) > 1 else StoryFile
        known = list(model.model_fields)
        meant = MEANT.get(str(place[-1]).casefold())
        hint = f" Did you mean {meant!r}?" if meant in known else near(str(place[-1]), known)
        return f"{where}: there is no such key.{hint}"
    if problem["type"] == "missing":
        return f"{where}: is missing."
    return f"{where}: {problem['msg'].removeprefix('Value error, ')} (found {_cut(problem['input'])})."


def _cut(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 80 else text[:79] + "…"
